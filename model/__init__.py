"""What is known: dates, quotes, sources, claims, events and entities, and the answers that follow from them.

Data goes one way here: files become records, records are checked, checked records are asked. Nothing in this
package knows how an answer is shown: it never imports the screen, `textual` or `rich`.
"""
