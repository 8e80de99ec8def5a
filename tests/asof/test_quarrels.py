"""What supersedes and what is preferred, and when an event is contested."""

import pytest

from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.contest import Rule
from model.asof.word import Word
from model.index.memory.index import MemoryIndex
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from tests.asof.cases import DAY, case, chosen, day, state
from tests.handmade import corpus_of


def test_a_preferred_claim_that_is_superseded_is_preferred_no_longer():
    corpus = case("t41")
    assert chosen(corpus, "2025-05-01") == ("a", Word.CONFIRMED, Rule.PREFERENCE)
    assert chosen(corpus, "2025-05-10")[::2] == ("c", Rule.LATER)
    (conflict,) = corpus.conflicts.values()
    readings = conflict_view(corpus, conflict, day("2025-05-10")).readings
    assert [(it.words, it.preferred, it.superseded) for it in readings] == [
        ("does not", False, False),
        ("comes", False, True),
    ]


def test_among_superseded_claims_nothing_is_preferred():
    lines = """
        a  2025-05-01  expected   PR+  2025-05-09  footing=anonymous
        b  2025-05-01  confirmed  CT+  2025-05-09
        c  2025-05-02  denied     CT-  2025-05-09  event=other supersedes=a,b
        conflict contradiction a,b,c preferred=a
    """
    found = state(lines)
    assert (found.chosen.claim.id, found.word, found.rule) == ("b", Word.SUPERSEDED, Rule.FOOTING)
    assert found.preferring(corpus_of(lines)) is None


@pytest.mark.parametrize("kind", ["not-the-same", "label"])
def test_a_preference_where_nobody_quarrels_decides_nothing(kind: str):
    assert chosen(case("t11"))[::2] == ("b", Rule.FOOTING)
    lines = f"""
        a  2025-05-01  speculated  PS+  2025-05-09  footing=anonymous
        b  2025-05-01  confirmed   CT+  2025-05-09
        conflict {kind} a,b preferred=a
    """
    corpus = corpus_of(lines)
    assert chosen(corpus)[::2] == ("b", Rule.FOOTING)
    (conflict,) = corpus.conflicts.values()
    assert not any(it.preferred for it in conflict_view(corpus, conflict, day(DAY)).readings)


def test_the_reason_of_a_preference_is_that_of_the_conflict_that_decided():
    lines = """
        a  2025-05-01  speculated  PS+  2025-05-09  footing=anonymous
        b  2025-05-01  confirmed   CT+  2025-05-09
        z  2025-05-20  confirmed   CT+  2025-05-09  event=other
        conflict not-the-same a,b preferred=a
        conflict contradiction a,z preferred=a
        conflict contradiction a,b preferred=a
    """
    corpus = corpus_of(lines)
    found = state(corpus, "2025-05-02")
    assert found.rule is Rule.PREFERENCE
    preferring = found.preferring(corpus)
    assert preferring is not None
    assert preferring.id == "conflict-2"


def test_a_preference_among_equal_words_decides_nothing():
    lines = """
        a  2025-05-01  speculated  PS+  2025-05-09  footing=anonymous
        b  2025-05-01  confirmed   CT+  2025-05-09
        conflict contradiction a,b preferred=a readings=a:comes,b:comes
    """
    assert chosen(lines)[::2] == ("b", Rule.FOOTING)


def test_what_supersedes_from_another_event_replaces_that_claim_only():
    lines = """
        led     2025-04-30  expected   PR+  2025-05-07
        coming  2025-04-30  scheduled  CT+  2025-05-07  footing=anonymous
        envoy   2025-05-05  confirmed  CT+  2025-05-09  event=other supersedes=led
        conflict contradiction led,envoy
    """
    found = state(lines)
    assert (found.chosen.claim.id, found.word) == ("coming", Word.SCHEDULED)
    assert [item.claim.id for item in found.claims if item.superseded_by] == ["led"]


def test_with_one_reading_nothing_is_contested_and_the_topic_is_not_told():
    corpus = case("t13")
    assert state(corpus, "2025-05-19").conflicts == ()
    assert conflicts_as_of(corpus, day("2025-05-19")) == []
    assert state(corpus, "2025-05-20").conflicts == ("c1",)
    assert SqliteIndex(corpus).at(AsOf(day("2025-05-19"))).counts.contested == 0
    assert MemoryIndex(corpus).at(AsOf(day("2025-05-19"))).counts.contested == 0


def test_claims_without_readings_are_told_apart_by_word_and_speaker():
    lines = """
        a  2025-05-01  confirmed  CT+  2025-06-09
        b  2025-05-01  denied     CT-  2025-06-09
        c  2025-05-01  denied     CT-  2025-06-09  by=tass
        d  2025-05-01  expected   PR+  2025-06-09
        conflict contradiction a,b,c,d readings=d:may
    """
    corpus = corpus_of(lines)
    (conflict,) = corpus.conflicts.values()
    readings = {it.words for it in conflict_view(corpus, conflict, day(DAY)).readings}
    assert readings == {"confirmed, kremlin: visit", "denied, kremlin: visit", "denied, tass: visit", "may"}


def test_opposite_claims_are_never_one_reading():
    lines = """
        a  2025-05-01  confirmed  CT+  2025-06-09
        b  2025-05-01  denied     CT-  2025-06-09
        conflict contradiction a,b readings=a:comes,b:comes
    """
    corpus = corpus_of(lines)
    (conflict,) = corpus.conflicts.values()
    assert len(conflict_view(corpus, conflict, day(DAY)).readings) == 2
    assert state(corpus).conflicts == ("conflict-0",)


QUARREL = """
    a  2025-05-01  confirmed  CT+  -  event=visit
    b  2025-05-05  denied     CT-  -  event=other
    conflict {kind} a,b
"""


@pytest.mark.parametrize("kind", ["contradiction", "resolved", "gradient", "explanations"])
def test_a_quarrel_contests_an_event_once_two_sides_are_visible(kind: str):
    corpus = corpus_of(QUARREL.format(kind=kind))
    assert state(corpus, "2025-05-04").conflicts == ()
    assert state(corpus, "2025-05-05").conflicts == ("conflict-0",)


@pytest.mark.parametrize("kind", ["label", "not-the-same"])
def test_two_names_or_a_false_match_contest_nothing(kind: str):
    assert state(corpus_of(QUARREL.format(kind=kind)), "2025-05-05").conflicts == ()
