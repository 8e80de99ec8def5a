"""The stretches of days on which nothing about an event changed."""

from model.asof.timetable import FOREVER, event_timetable
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of


def test_a_new_stretch_begins_with_every_claim_that_supersedes_one_of_the_event():
    corpus = corpus_of("""
        old     2025-05-01  expected   PR+  -  event=rumour
        newer   2025-05-03  confirmed  CT+  -  supersedes=old
        newest  2025-05-05  confirmed  CT+  -  supersedes=old
        conflict contradiction old,newer,newest readings=old:rumour,newer:rumour,newest:rumour
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


def test_what_supports_a_word_is_counted_as_claims_go():
    corpus = corpus_of("""
        a  2025-05-01  scheduled  CT+  -  source=one
        b  2025-05-02  scheduled  CT+  -  source=one origin=a
        c  2025-05-03  scheduled  CT+  -  source=two
        d  2025-05-04  expected   PR+  -  source=three footing=anonymous supersedes=a
        e  2025-05-05  expected   PR+  -  source=three footing=anonymous supersedes=c
        f  2025-05-06  expected   PR+  -  source=three footing=anonymous supersedes=b
    """)
    counts = [
        (it.state.word.value, it.state.origins, it.state.sources) for it in event_timetable(corpus, "visit")
    ]
    assert counts == [
        ("scheduled", 1, 1),
        ("scheduled", 1, 1),
        ("scheduled", 2, 2),
        ("scheduled", 2, 2),
        ("scheduled", 1, 1),
        ("expected", 3, 1),
    ]
