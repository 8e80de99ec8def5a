"""Searches that found nothing: they count from their day, say so where something is due, and move no state."""

from dataclasses import replace

import pytest
from hypothesis import given

from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.asof.passing import passing
from model.asof.searches import looked_words, searches_for
from model.asof.state import event_state
from model.asof.timetable import event_timetable
from model.corpus.asked import VainSearch
from model.corpus.corpus import Corpus
from tests.asof.cases import day
from tests.drawn_questions import asking
from tests.effort import examples
from tests.handmade import corpus_of
from tests.histories import histories

PLAN = """
plan  2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
entity  tass  organization
entity  kcna  organization
"""


def search(number: int, when: str, *where: str, event: str = "visit") -> VainSearch:
    return VainSearch(id=f"n{number}", day=when, where=where, words=("ambassador",), events=(event,))


def searched(*searches: VainSearch, lines: str = PLAN) -> Corpus:
    return replace(corpus_of(lines), searches={it.id: it for it in searches})


THREE = searched(
    search(1, "2025-05-08", "tass"),
    search(2, "2025-05-10", "tass"),
    search(3, "2025-05-12", "kcna"),
    search(4, "2025-05-12", "tass"),
)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2025-05-09", ""),
        ("2025-05-10", "looked once, 10 May: tass"),
        ("2025-05-11", "looked once, 10 May: tass"),
        ("2025-05-12", "looked 3 times, last 12 May: kcna, tass"),
    ],
)
def test_who_looked_is_said_from_that_day_and_only_of_what_was_past_by_then(when: str, words: str):
    state = event_state(THREE, "visit", day(when))
    assert state is not None
    assert looked_words(THREE, state, day(when), str, 2025) == words
    known = known_by(THREE, day(when))
    assert looked_words(known, state, day(when), str, 2025) == words


def test_a_due_event_says_that_its_outcome_is_unknown_and_how_it_was_looked_for():
    state = event_state(THREE, "visit", day("2025-05-12"))
    assert state is not None
    looked = looked_words(THREE, state, day("2025-05-12"), str, 2025)
    assert passing(state, day("2025-05-12"), 2025, looked) == (
        "Outcome unknown; looked 3 times, last 12 May: kcna, tass. Its last day, 9 May, has passed."
    )


def test_what_has_no_last_day_says_so_too():
    corpus = searched(search(1, "2025-05-12", "tass"), lines=PLAN.replace("2025-05-09", "[2025-05-09..]"))
    state = event_state(corpus, "visit", day("2025-05-12"))
    assert state is not None
    assert passing(
        state, day("2025-05-12"), 2025, looked_words(corpus, state, day("2025-05-12"), str, 2025)
    ) == ("Unanswered for 3 days: no source here says what happened; looked once, 12 May: tass.")


def test_the_day_of_a_search_is_a_step():
    assert {step.day: step.searched for step in knowledge_steps(THREE)} == {
        day("2025-05-01"): 0,
        day("2025-05-08"): 1,
        day("2025-05-10"): 1,
        day("2025-05-12"): 2,
        day("2025-06-01"): 0,
    }


@examples(100)
@given(asking(histories()))
def test_steps_are_the_same_in_what_was_known_on_a_day(corpus: Corpus):
    days = [step.day for step in knowledge_steps(corpus)]
    for number, when in enumerate(days, 1):
        assert [step.day for step in knowledge_steps(known_by(corpus, when))] == days[:number]


@examples(100)
@given(asking(histories()))
def test_no_state_ever_moves_by_what_is_asked_or_sought(corpus: Corpus):
    without = replace(corpus, questions={}, searches={})
    for event in corpus.claims_of_event:
        assert [*event_timetable(corpus, event)] == [*event_timetable(without, event)]
        for step in knowledge_steps(corpus):
            assert event_state(corpus, event, step.day) == event_state(without, event, step.day)
            made = {it.id for it in searches_for(corpus, "event", event, step.day)}
            assert made == {
                it.id for it in corpus.searches.values() if event in it.events and day(it.day) <= step.day
            }
