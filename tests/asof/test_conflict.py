"""Conflicts as of a day: in which order their readings stand, and what is kept back until all was said."""

from dataclasses import replace

import msgspec
import pytest

from model.asof.conflict import ConflictView, beside_the_state, conflict_view, conflicts_as_of
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of

THREE = """
    old      2025-05-01  occurred  CT+  2025-04-20
    between  2025-05-02  occurred  CT+  2025-04-21
    new      2025-05-03  occurred  CT+  2025-04-22
"""


def view(lines: str, day: str = "2025-12-31", preferred: str = "") -> ConflictView:
    """The conflict of the three claims; each reads it in its own words."""
    more = f"preferred={preferred}" if preferred else ""
    corpus = corpus_of(
        f"{lines.rstrip()}\nconflict contradiction old,between,new {more}", published="2025-05-20"
    )
    (conflict,) = corpus.conflicts.values()
    words = {name: f"the {name} one" for name in conflict.claims}
    return conflict_view(corpus, msgspec.structs.replace(conflict, readings=words), day_from_text(day))


def order(seen: ConflictView) -> list[str]:
    return [reading.claims[0].claim.id for reading in seen.readings]


def test_readings_stand_newest_first():
    assert order(view(THREE)) == ["new", "between", "old"]


@pytest.mark.parametrize("name", ["old", "between", "new"])
def test_the_preferred_reading_stands_first(name: str):
    seen = view(THREE, preferred=name)
    assert order(seen)[0] == name
    assert [reading.preferred for reading in seen.readings] == [True, False, False]


def test_what_was_superseded_stands_last():
    superseding = THREE + "    other 2025-05-04 occurred CT+ 2025-04-23 supersedes=new,between\n"
    assert order(view(superseding)) == ["old", "new", "between"]


def test_a_preferred_claim_that_is_superseded_is_preferred_no_longer():
    superseding = THREE + "    other 2025-05-04 occurred CT+ 2025-04-23 supersedes=new,between\n"
    assert [it.preferred for it in view(superseding, day="2025-05-03", preferred="between").readings] == [
        True,
        False,
        False,
    ]
    seen = view(superseding, preferred="between")
    assert order(seen) == ["old", "new", "between"]
    assert not any(reading.preferred for reading in seen.readings)
    assert seen.readings[2].superseded


def test_before_all_was_said_no_reading_is_preferred():
    seen = view(THREE, day="2025-05-02", preferred="old")
    assert not seen.settled
    assert order(seen) == ["between", "old"]
    assert not any(reading.preferred for reading in seen.readings)


RESOLVED = """
    a  2025-05-01  confirmed  CT+  2025-06-09
    b  2025-05-02  denied     CT-  2025-06-09
    c  2025-05-03  expected   PR+  2025-06-09
    conflict resolved a,b,c preferred=b
"""


@pytest.mark.parametrize(
    ("day", "kind", "reason", "is_open"),
    [("2025-05-02", "contradiction", "", ""), ("2025-05-03", "resolved", "x", "who")],
)
def test_what_goes_by_all_claims_is_kept_back_until_all_are_known(
    day: str, kind: str, reason: str, is_open: str
):
    corpus = corpus_of(RESOLVED)
    (conflict,) = corpus.conflicts.values()
    seen = conflict_view(corpus, msgspec.structs.replace(conflict, open="who"), day_from_text(day))
    assert (seen.kind, seen.reason, seen.open) == (kind, reason, is_open)
    assert conflict_view(corpus, conflict, day_from_text(day)).open == ""


def test_a_conflict_is_there_from_the_day_of_its_second_reading():
    corpus = corpus_of(RESOLVED)
    days = ("2025-05-01", "2025-05-02")
    assert [len(conflicts_as_of(corpus, day_from_text(day))) for day in days] == [0, 1]


def test_other_kinds_are_called_by_their_names_before_all_is_known():
    corpus = corpus_of(RESOLVED.replace("resolved", "not-the-same"))
    (conflict,) = corpus.conflicts.values()
    assert conflict_view(corpus, conflict, day_from_text("2025-05-02")).kind == "not the same"


def test_a_claim_is_found_in_its_reading_and_one_of_none_in_the_first():
    seen = view(THREE)
    assert [seen.reading_of(name) for name in ("new", "between", "old", "other", None)] == [0, 1, 2, 0, 0]


def test_a_reading_without_words_is_a_label_or_a_word_its_speaker_and_the_event():
    corpus = corpus_of("""
        a  2025-05-01  ongoing    CT+  -           entity=choe
        b  2025-05-02  ongoing    CT+  -           entity=choe
        c  2025-05-03  scheduled  CT+  2025-06-09  by=tass
        d  2025-05-03  denied     CT-  2025-06-09  by=kremlin
        conflict label a,b
        conflict contradiction c,d
    """)
    short = msgspec.structs.replace(corpus.entities["kremlin"], short="Kr.")
    corpus = replace(corpus, entities={**corpus.entities, "kremlin": short})
    words = [
        sorted(reading.words for reading in conflict_view(corpus, it, day_from_text("2025-12-31")).readings)
        for it in corpus.conflicts.values()
    ]
    assert words == [["<a>", "<b>"], ["denied, Kr.: visit", "scheduled, tass: visit"]]


def test_beside_the_state_stand_the_quarrels_over_something_else_in_claims_of_the_event_that_are_known():
    corpus = corpus_of("""
        a  2025-05-01  scheduled  CT+  2025-06-09
        b  2025-05-02  scheduled  CT+  2025-06-09
        c  2025-05-03  scheduled  CT+  2025-06-09  event=other
        d  2025-05-04  scheduled  CT+  2025-06-09  event=late
        conflict contradiction a,b point=why
        conflict contradiction a,b
        conflict gradient a,c point=why
        conflict label a,c point=why
        conflict contradiction b,c,d point=why
    """)

    def beside(event: str, day: str) -> list[str]:
        return [it.id for it in beside_the_state(corpus, event, day_from_text(day))]

    assert beside("visit", "2025-05-01") == []
    assert beside("visit", "2025-05-02") == ["conflict-0"]
    assert beside("visit", "2025-05-03") == ["conflict-0", "conflict-2", "conflict-4"]
    assert beside("other", "2025-05-03") == ["conflict-2", "conflict-4"]
    assert beside("late", "2025-05-03") == []
    assert beside("late", "2025-05-04") == ["conflict-4"]
