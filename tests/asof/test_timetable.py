"""The stretches of days on which nothing about an event changed."""

from dataclasses import fields

import pytest

from model.asof.state import Verdict, event_state
from model.asof.timetable import FOREVER, event_timetable
from model.dates.calendar import day_from_text
from tests.asof.cases import case
from tests.handmade import corpus_of

CASE_NAMES = ("t10", "t11", "t13", "t25", "t27", "t31", "t34", "t41", "t46")


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


def test_a_preference_that_never_counts_begins_no_stretch():
    corpus = corpus_of("""
        a  2025-05-01  scheduled  CT+  -
        b  2025-05-01  confirmed  CT+  -
        conflict contradiction a,b preferred=a readings=a:comes,b:comes
    """)
    assert len(list(event_timetable(corpus, "visit"))) == 1


BUSY = """
    a  2025-05-01  scheduled    CT+  2025-05-09  footing=anonymous
    b  2025-05-02  confirmed    CT+  2025-05-10
    c  2025-05-03  expected     PR+  -           footing=document
    d  2025-05-04  unconfirmed  Uu   2025-05-09  supersedes=a
    e  2025-05-05  cancelled    CT-  -           supersedes=b
    f  2025-05-06  denied       CT-  -           supersedes=b,c
    g  2025-05-07  occurred     PS+  -           footing=anonymous
    h  2025-05-08  scheduled    CT+  2025-05-20  event=other
    i  2025-05-09  scheduled    CT+  2025-05-20  supersedes=d,e
    j  2025-05-10  cancelled    CT-  2025-05-20  supersedes=f,g,i
    k  2025-05-12  confirmed    CT+  2025-05-20  event=other supersedes=j
    conflict {kind} a,b,c preferred=a
    conflict {kind} c,h preferred=c
    conflict contradiction j,k
    conflict {kind} d,e,f preferred=f readings=d:open,e:off,f:off
"""


AS_OTHERS_COME = """
    open      2025-05-05  denied     CT-  2025-04-20/..
    planned   2025-05-07  scheduled  CT+  -             footing=anonymous
    too-soon  2025-05-08  cancelled  CT-  2025-05-20    footing=document
    renewed   2025-05-09  confirmed  CT+  2025-05-21    footing=anonymous
    once      2025-05-10  expected   PR+  2025-05-20    source=bad
    one       2025-05-11  expected   PR+  2025-05-22    supersedes=once footing=anonymous
    other     2025-05-11  expected   PR+  2025-05-23    supersedes=once footing=anonymous
    source bad   2025-05-10
    source back  2025-05-11  version_of=bad change=retraction
"""
"""What is an outcome until others come; and a claim that two others and a retraction replace on one day."""


@pytest.mark.parametrize(
    "lines", [AS_OTHERS_COME, BUSY.format(kind="gradient"), BUSY.format(kind="label"), *CASE_NAMES]
)
def test_every_stretch_is_the_state_of_its_days(lines: str):
    corpus = case(lines) if lines in CASE_NAMES else corpus_of(lines)
    for event in corpus.claims_of_event:
        stretches = list(event_timetable(corpus, event))
        assert [it.until_day for it in stretches] == [*(it.from_day for it in stretches[1:]), FOREVER]
        assert event_state(corpus, event, stretches[0].from_day - 1) is None
        for stretch in stretches:
            for day in {stretch.from_day, min(stretch.until_day - 1, stretch.from_day + 9)}:
                state = event_state(corpus, event, day)
                assert state is not None
                assert all(
                    getattr(state, it.name) == getattr(stretch.state, it.name) for it in fields(Verdict)
                )
