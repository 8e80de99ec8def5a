import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.calendar import day_from_text, gap_words
from model.dates.civil import day_number

ANY_DAY = st.integers(day_number(-999_999_999_999, 1, 1), day_number(999_999_999_999, 12, 31))


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ((2025, 5, 9), (2025, 5, 9), "0 days"),
        ((2025, 5, 9), (2025, 5, 10), "1 day"),
        ((2025, 5, 9), (2025, 6, 2), "24 days"),
        ((2025, 5, 9), (2025, 7, 7), "59 days"),
        ((2025, 5, 9), (2025, 7, 8), "2 months"),
        ((2025, 5, 9), (2025, 8, 20), "3 months"),
        ((2025, 5, 9), (2025, 8, 28), "4 months"),
        ((2024, 12, 31), (2025, 2, 28), "59 days"),
        ((2025, 1, 31), (2025, 4, 30), "3 months"),
        ((2025, 5, 9), (2027, 4, 20), "23 months"),
        ((2025, 5, 9), (2027, 4, 28), "2 years"),
        ((2018, 5, 9), (2025, 5, 20), "7 years"),
        ((1, 1, 1), (9998, 12, 31), "9998 years"),
        ((-43, 3, 15), (2025, 3, 15), "2068 years"),
        ((0, 1, 1), (0, 4, 1), "3 months"),
        ((9999, 1, 1), (9999, 12, 31), "12 months"),
        ((-9999, 1, 1), (2025, 1, 1), "12 thousand years"),
        ((-8000, 1, 1), (2025, 1, 1), "10 thousand years"),
        ((-999_000, 1, 1), (940, 1, 1), "1 million years"),
        ((-2_400_000, 1, 1), (2025, 1, 1), "2.4 million years"),
        ((-4_599_999_999, 1, 1), (2025, 1, 1), "4.6 billion years"),
        ((-999_999_999_999, 1, 1), (999_999_999_999, 1, 1), "2 trillion years"),
    ],
)
def test_a_gap_is_said_in_the_unit_that_people_would_use(
    first: tuple[int, int, int], second: tuple[int, int, int], words: str
):
    assert gap_words(day_number(*first), day_number(*second)) == words


@given(st.dates(max_value=date(9990, 1, 28)), st.integers(3, 23))
def test_the_same_day_of_a_later_month_is_whole_months_away(first: date, months: int):
    first = first.replace(day=min(first.day, 28))
    years, month = divmod(first.month - 1 + months, 12)
    second = first.replace(year=first.year + years, month=month + 1)
    assert gap_words(first.toordinal(), second.toordinal()) == f"{months} months"


@given(st.integers(1, 5000), st.integers(2, 4000), st.integers(1, 12), st.integers(1, 28))
def test_the_same_day_of_a_later_year_is_whole_years_away(year: int, years: int, month: int, day: int):
    gap = gap_words(day_number(year, month, day), day_number(year + years, month, day))
    assert gap == f"{years} years"


@given(ANY_DAY, ANY_DAY)
def test_any_gap_fits_twenty_cells(one: int, other: int):
    words = gap_words(min(one, other), max(one, other))
    assert len(words) <= 20
    assert re.fullmatch(
        r"1 day|1 [a-z]+illion years"
        r"|(0|[2-9]|[1-9][0-9]+|[1-9]\.[1-9])( [a-z]+illion| thousand)? (day|month|year)s",
        words,
    )


def test_a_gap_that_runs_backwards_is_refused():
    with pytest.raises(ValueError, match="give the earlier day first"):
        gap_words(2, 1)


@pytest.mark.parametrize("text", ["2025-05-07", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_a_full_day_is_read(text: str):
    assert day_from_text(text) == date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(("text", "day"), [("-0043-03-15", (-43, 3, 15)), ("0000-12-31", (0, 12, 31))])
def test_a_full_day_may_be_one_bc(text: str, day: tuple[int, int, int]):
    assert day_from_text(text) == day_number(*day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-0000-01-01", '"-0000-01-01" has the year -0000'),
        ("-43-03-15", '"-43-03-15" is not a full day;'),
        ("2025-13-01", '"2025-13-01" has the month 13; months are 01 to 12.'),
        ("2025-02-29", '"2025-02-29" has the day 29; February of that year has the days 01 to 28.'),
        ("May 2025", '"May 2025" is not a full day; write it as YYYY-MM-DD, for example 2025-05-07.'),
        ("2025-05", '"2025-05" is not a full day;'),
        ("2025-05-07~", '"2025-05-07~" is not a full day;'),
        ("20250507", '"20250507" is not a full day;'),
        ("2025-W19-3", '"2025-W19-3" is not a full day;'),
        ("2025-05-07\n", '"2025-05-07\\n" is not a full day;'),
        ("", '"" is not a full day;'),
        ("today", '"today" is not a full day;'),
    ],
)
def test_anything_else_is_refused_with_what_would_be_right(text: str, words: str):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        day_from_text(text)
    assert str(caught.value).startswith(words)
