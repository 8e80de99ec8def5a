"""Lags: the days between what was said and what it was said of."""

from pathlib import Path

import pytest

import seeds
from model.asof.lag import lags
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of

LATER = day_from_text("2025-12-31")


def test_a_forecast_counts_to_the_first_day_a_report_from_the_last_and_the_longest_lead_comes_first():
    corpus = load_corpus(Path(seeds.__file__).parent)
    found = lags(corpus, day_from_text("2025-05-06"))
    by_claim = {lag.item.claim.id: lag.days for lag in found}
    assert by_claim["kjd-delegation"] == 7
    assert by_claim["kd-ushakov-ambassador"] == 4
    assert by_claim["kjd-martial-law"] == -(day_from_text("2025-04-30") - day_from_text("2024-12-03"))
    assert [lag.days for lag in found] == sorted((lag.days for lag in found), reverse=True)


def test_what_was_said_later_has_no_lag_yet():
    corpus = load_corpus(Path(seeds.__file__).parent)
    early = {lag.item.claim.id for lag in lags(corpus, day_from_text("2025-04-30"))}
    assert "kjd-delegation" in early
    assert "kd-ushakov-ambassador" not in early


@pytest.mark.parametrize(
    ("date", "said", "days", "exact"),
    [
        ("2025-05-09/2025-06", "2025-05-01", 8, True),
        ("2025-05-09/2025-06", "2025-05-09", 0, False),
        ("2025-05-09~", "2025-05-01", 8, False),
        ("2025-05-09", "2025-05-01", 8, True),
        ("2025-05/2025-06-02", "2025-04-30", 1, False),
        ("2025-05-09/2025-06", "2025-07-02", -2, False),
        ("2025-05/2025-06-02", "2025-06-04", -2, True),
        ("2025-05-09/..", "2025-05-01", 8, True),
        ("2025-05-09/..", "2025-05-11", 0, True),
        ("2025-05/..", "2025-06-11", 0, False),
        ("[..2025-05-09]", "2025-05-01", 8, False),
        ("[2025-05-05..2025-05-09]", "2025-05-01", 8, False),
        ("[2025-05..2025-06]", "2025-05-10", 51, False),
        ("[2025-05-05..2025-05-09]", "2025-05-11", -2, False),
        ("../2025-05-09", "2025-05-01", 8, True),
    ],
)
def test_a_lag_is_exact_where_the_end_that_it_is_counted_from_is_stated_as_a_day(
    date: str, said: str, days: int, exact: bool
):
    (lag,) = lags(corpus_of(f"claim {said} scheduled CT+ {date}", published="2025-08-01"), LATER)
    assert (lag.days, lag.exact) == (days, exact)


def test_who_someone_is_and_what_was_said_on_no_day_have_no_lag():
    assert not lags(corpus_of("a  2025-05-01  ongoing  CT+  2025-05-09  entity=choe"), LATER)
    assert not lags(corpus_of("a  -  scheduled  CT+  2025-05-09", published="-"), LATER)
