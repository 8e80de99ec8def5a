"""The stretches of days on which nothing about an event changed."""

from model.asof.timetable import FOREVER, event_timetable
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of


def test_a_new_stretch_begins_with_every_claim_that_supersedes_one_of_the_event():
    corpus = corpus_of("""
        old     2025-05-01  expected   PR+  -  event=rumour
        newer   2025-05-03  confirmed  CT+  -  supersedes=old
        newest  2025-05-05  confirmed  CT+  -  supersedes=old
    """)
    first, third, fifth = map(day_from_text, ("2025-05-01", "2025-05-03", "2025-05-05"))
    stretches = list(event_timetable(corpus, "rumour"))
    assert [(row.from_day, row.until_day) for row in stretches] == [
        (first, third),
        (third, fifth),
        (fifth, FOREVER),
    ]
    assert [row.state.chosen.superseded_by for row in stretches] == [(), ("newer",), ("newer", "newest")]
    assert [row.changed for row in stretches] == [True, True, False]
