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
    ("date", "said", "days", "words"),
    [
        ("2025-05-09/2025-06", "2025-05-01", 8, "8 to 60 d"),
        ("2025-05-09/2025-06", "2025-05-09", 0, "0 to 52 d"),
        ("2025-05-09~", "2025-05-01", 8, "~8 d"),
        ("2025-05-09", "2025-05-01", 8, "8 d"),
        ("2025-05/2025-06-02", "2025-04-30", 1, "1 to 33 d"),
        ("2025-05-09/2025-06", "2025-07-02", -2, "-54 to -2 d"),
        ("2025-05/2025-06-02", "2025-06-04", -2, "-34 to -2 d"),
        ("2025-05-09/..", "2025-05-01", 8, "8 d or more"),
        ("2025-05-09/..", "2025-05-11", 0, "-2 d or more"),
        ("[..2025-05-09]", "2025-05-01", 8, "8 d or less"),
        ("[2025-05-05..2025-05-09]", "2025-05-01", 8, "4 to 8 d"),
        ("[2025-05..2025-06]", "2025-05-10", 51, "-9 to 51 d"),
        ("[2025-05-05..2025-05-09]", "2025-05-11", -2, "-6 to -2 d"),
        ("../2025-05-09", "2025-05-01", 8, "8 d or less"),
        ("2025-05-09", "[2025-05-01..2025-05-03]", 6, "6 to 8 d"),
    ],
)
def test_a_lag_is_a_number_of_days_where_both_ends_are_one_full_day_alone(
    date: str, said: str, days: int, words: str
):
    (lag,) = lags(corpus_of(f"claim {said} scheduled CT+ {date}", published="2025-08-01"), LATER)
    assert (lag.days, lag.apart.counted()) == (days, words)


def test_who_someone_is_and_what_was_said_on_no_day_have_no_lag():
    assert not lags(corpus_of("a  2025-05-01  ongoing  CT+  2025-05-09  entity=choe"), LATER)
    assert not lags(corpus_of("a  -  scheduled  CT+  2025-05-09", published="-"), LATER)
