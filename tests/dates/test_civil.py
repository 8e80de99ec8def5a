import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.civil import civil_date, day_number, days_in_month, weekday

ANY_DAY = st.integers(-400_000_000_000_000, 400_000_000_000_000)


def test_every_month_of_datetime_begins_and_ends_on_the_same_days():
    for year in range(1, 10_000):
        for month in range(1, 13):
            length = calendar.monthrange(year, month)[1]
            first = date(year, month, 1).toordinal()
            assert days_in_month(year, month) == length
            assert day_number(year, month, 1) == first
            assert day_number(year, month, length) == first + length - 1
            assert civil_date(first) == (year, month, 1)
            assert civil_date(first + length - 1) == (year, month, length)


@given(st.integers(1, date.max.toordinal()))
def test_every_day_of_datetime_is_the_same_date_and_weekday(day: int):
    same = date.fromordinal(day)
    assert civil_date(day) == (same.year, same.month, same.day)
    assert day_number(same.year, same.month, same.day) == day
    assert weekday(day) == same.weekday()


@given(ANY_DAY)
def test_every_day_of_any_year_comes_back(day: int):
    assert day_number(*civil_date(day)) == day


@given(ANY_DAY)
def test_a_day_and_the_next_are_a_day_apart_in_the_calendar(day: int):
    year, month, day_of_month = civil_date(day)
    last_of_month = day_of_month == days_in_month(year, month)
    if last_of_month and month == 12:
        expected = (year + 1, 1, 1)
    elif last_of_month:
        expected = (year, month + 1, 1)
    else:
        expected = (year, month, day_of_month + 1)
    assert civil_date(day + 1) == expected
    assert weekday(day + 1) == (weekday(day) + 1) % 7


def test_julian_day_zero_is_24_november_4714_bc():
    # Julian day 1721426 begins at noon of 0001-01-01, so the day number is the Julian day less 1721425.
    assert day_number(-4713, 11, 24) == -1721425
    assert weekday(-1721425) == 0


def test_year_zero_is_a_leap_year_and_comes_before_year_one():
    assert days_in_month(0, 2) == 29
    assert day_number(1, 1, 1) - day_number(0, 1, 1) == 366
    assert [
        year for year in (-400, -100, -4, -1, 1900, 2000, 2023, 2024) if days_in_month(year, 2) == 29
    ] == [
        -400,
        -4,
        2000,
        2024,
    ]


@pytest.mark.parametrize("month", [-1, 0, 13])
def test_a_month_that_no_year_has_is_refused(month: int):
    with pytest.raises(ValueError, match=f"no month {month};"):
        days_in_month(2025, month)
    with pytest.raises(ValueError, match=f"no month {month};"):
        day_number(2025, month, 1)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2025, 2, 29), (2025, 4, 31), (2025, 1, 0), (1900, 2, 29)]
)
def test_a_day_that_its_month_lacks_is_refused(year: int, month: int, day: int):
    with pytest.raises(ValueError, match=f"no day {day} in month {month} of year {year}"):
        day_number(year, month, day)
