"""What is said of an event whose day has passed while nobody says what happened."""

import pytest

from model.asof.passing import passing
from model.asof.word import in_full
from tests.asof.cases import case, day, state

NOBODY = "No source here says what happened."


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        ("2025-05-09", f"Its last day, 9 May 2025, has passed. {NOBODY}"),
        ("2025-05-07/2025-05-10", f"Its last day, 10 May 2025, has passed. {NOBODY}"),
        ("[..2025-05]", f"Its last day, 31 May 2025, has passed. {NOBODY}"),
        ("2025-05-09~", f"Its day, about 9 May 2025, has passed. {NOBODY}"),
        ("2025-05-09?", f"Its day, perhaps 9 May 2025, has passed. {NOBODY}"),
        ("2025-05-09%", f"Its day, perhaps about 9 May 2025, has passed. {NOBODY}"),
        ("2025-05~", f"Its time, about May 2025, has passed. {NOBODY}"),
        ("-", ""),
    ],
)
def test_what_is_due_has_its_day_behind_it_as_it_was_given(date: str, sentence: str):
    assert passing(state(f"a  2025-05-01  scheduled  CT+  {date}"), day("2025-06-09")) == sentence


def test_about_and_perhaps_are_no_last_day():
    corpus, when = case("t31"), day("2025-05-10")
    assert passing(state(corpus), when, 2025) == f"Its day, about 9 May, has passed. {NOBODY}"
    assert (
        passing(state(corpus, event="other"), when, 2025) == f"Its day, perhaps 9 May, has passed. {NOBODY}"
    )
    assert passing(state(corpus), day("2025-05-09")) == ""


def test_what_nobody_counted_on_has_an_unknown_outcome():
    unknown = state("a  2025-05-01  expected  PR-  2025-05-09~")
    assert passing(unknown, day("2025-05-10"), 2025) == (
        "Outcome unknown: its day, about 9 May, has passed, and no source here says what happened."
    )


def test_what_has_no_last_day_is_unanswered_for_so_long():
    state_of = state("a  2025-05-01  scheduled  CT+  [2025-05-09..]")
    assert passing(state_of, day("2025-05-10")) == "Unanswered for 1 day: no source here says what happened."
    assert (
        passing(state_of, day("2025-05-19")) == "Unanswered for 10 days: no source here says what happened."
    )


@pytest.mark.parametrize(
    ("factuality", "words"),
    [
        ("CT+", "occurred"),
        ("PR+", "said to have occurred, probably"),
        ("PS+", "said to have occurred, possibly"),
    ],
)
def test_where_there_is_room_reportedly_says_how_surely(factuality: str, words: str):
    found = state(f"a  2025-05-12  occurred  {factuality}  2025-05-09")
    assert in_full(found.word, found.chosen.claim) == words
