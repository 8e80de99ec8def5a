"""What could be known when: pure functions from a corpus and a day to answers, with no screen in sight.

Days are proleptic-Gregorian day numbers as in `model.dates.civil` (1 is 1 January of the year 1).
"""
