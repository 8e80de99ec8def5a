"""The word shown for an event, and what the passing of time adds to it."""

import pytest

from model.asof.word import Passed, Word
from model.dates.calendar import day_from_text
from tests.asof.cases import state
from tests.handmade import corpus_of


def word(lines: str, day: str) -> Word:
    return state(corpus_of(lines), day).word_at(day_from_text(day))


def passed(lines: str, day: str) -> Passed | None:
    return state(corpus_of(lines), day).passed_at(day_from_text(day))


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        ("2025-05-01  expected     PR+  2025-05-09", Word.EXPECTED),
        ("2025-05-01  expected     PR-  2025-05-09", Word.NOT_EXPECTED),
        ("2025-05-01  expected     PR-  -", Word.NOT_EXPECTED),
        ("2025-05-01  speculated   PS+  2025-05-09", Word.SPECULATED),
        ("2025-05-01  speculated   PS-  2025-05-09", Word.DOUBTED),
        ("2025-05-01  expected     PR+  2025-05-01", Word.BELIEVED),
        ("2025-05-01  expected     PR-  2025-04-30", Word.NOT_BELIEVED),
        ("2025-05-01  speculated   PS+  2025-04", Word.BELIEVED),
        ("2025-05-01  expected     PR+  2025-05", Word.EXPECTED),
        ("2025-05-01  expected     PR+  2025-04-01/..", Word.EXPECTED),
        ("2025-05-01  unconfirmed  Uu   2025-04-01", Word.UNCONFIRMED),
        ("2025-05-01  denied       PR-  2025-05-09", Word.DENIED),
    ],
)
def test_the_word_joins_status_polarity_and_time(claim: str, shown: Word):
    assert word(f"a {claim}", "2025-05-02") is shown


@pytest.mark.parametrize(
    "status", ["ongoing CT+", "scheduled CT+", "confirmed CT+", "expected PR+", "speculated PS+"]
)
def test_what_was_to_be_is_due_on_the_day_after_its_last(status: str):
    lines = f"a  2025-05-01  {status}  2025-05-07/2025-05-10"
    assert word(lines, "2025-05-10") is not Word.DUE
    assert word(lines, "2025-05-11") is Word.DUE


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        ("expected PR-", Word.NOT_EXPECTED),
        ("speculated PS-", Word.DOUBTED),
        ("unconfirmed Uu", Word.UNCONFIRMED),
    ],
)
def test_what_nobody_counted_on_keeps_its_word_and_its_outcome_is_unknown(status: str, kept: Word):
    lines = f"a  2025-05-01  {status}  2025-05-07/2025-05-10"
    assert [passed(lines, day) for day in ("2025-05-10", "2025-05-11")] == [None, Passed.UNKNOWN]
    assert word(lines, "2025-05-11") is kept


@pytest.mark.parametrize("date", ["2025-05-09/..", "[2025-05-09..]"])
@pytest.mark.parametrize("status", ["scheduled CT+", "expected PR-", "unconfirmed Uu"])
def test_what_has_no_last_day_is_unanswered_after_its_first(status: str, date: str):
    lines = f"a  2025-05-01  {status}  {date}"
    assert [passed(lines, day) for day in ("2025-05-09", "2025-05-10")] == [None, Passed.UNANSWERED]
    assert word(lines, "2035-01-01") is word(lines, "2025-05-01")


@pytest.mark.parametrize(
    "claim",
    [
        "2025-05-09  occurred   CT+  2025-05-09",
        "2025-05-09  occurred   PS+  2025-05-09",
        "2025-05-01  denied     CT-  2025-05-09",
        "2025-05-01  cancelled  CT-  2025-05-09",
        "2025-05-01  expected   PR+  2025-04-09",
        "2025-05-01  ongoing    CT+  2025-05-09/..",
        "2025-05-01  scheduled  CT+  -",
        "2025-05-09  ongoing    CT+  2025-05-09",
        "2025-05-09  unconfirmed Uu  2025-05-09",
    ],
)
def test_time_adds_nothing_to_what_is_settled_goes_on_or_was_said_afterwards(claim: str):
    assert passed(f"a {claim}", "2035-01-01") is None


@pytest.mark.parametrize(
    ("claim", "due_after"),
    [
        ("2025-05-01  scheduled    CT+  2025-05-09", "2025-05-09"),
        ("2025-05-01  unconfirmed  Uu   2025-05-09", None),
        ("2025-05-01  scheduled    CT+  [2025-05-09..]", None),
        ("2025-05-01  scheduled    CT+  -", None),
    ],
)
def test_only_what_is_due_has_a_day_after_which_it_is(claim: str, due_after: str | None):
    after = day_from_text(due_after) if due_after is not None else None
    assert state(corpus_of(f"a {claim}"), "2025-06-01").due_after == after
