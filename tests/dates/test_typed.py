"""Dates as people type them: read as meant, from a given day, and said back before anything happens."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped,unused-ignore]
from hypothesis import given
from hypothesis import strategies as st

from model.dates.civil import day_number
from model.dates.edtf import Shape, parse
from model.dates.typed.read import read
from model.dates.typed.reading import DateReading, NotADate, day_reading, span_reading
from model.dates.typed.relative import shifted
from model.dates.wording import medium_form
from tests.dates.strategies import dates

DATA = Path(__file__).parents[1] / "data" / "dates-duckling" / "en.share.json"
WEDNESDAY = day_number(2025, 5, 7)
DAYS = st.integers(day_number(-999_999, 1, 1), day_number(999_999, 12, 31))


def words(text: str, origin: int = WEDNESDAY) -> list[str]:
    return [reading.words for reading in read(text, origin)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2025-05", "May 2025"),
        ("2025-05-09", "9 May 2025, a Friday"),
        ("2025-05-07/2025-05-10", "7-10 May 2025"),
        ("-0043-03-15", "15 Mar 44 BC, a Friday"),
        ("Y-4600000000", "4600000001 BC"),
        ("9 may", "9 May 2025, a Friday"),
        ("May 9th", "9 May 2025, a Friday"),
        ("the 9th of May", "9 May 2025, a Friday"),
        ("9may", "9 May 2025, a Friday"),
        ("fri 9 may", "9 May 2025, a Friday"),
        ("may 9, 2024", "9 May 2024, a Thursday"),
        ("june 2024", "Jun 2024"),
        ("in June 2024", "Jun 2024"),
        ("2024 june", "Jun 2024"),
        ("june", "Jun 2025"),
        ("last june", "Jun 2024"),
        ("next march", "Mar 2026"),
        ("1945", "1945"),
        ("44 bc", "44 BC"),
        ("44 B.C.E.", "44 BC"),
        ("AD 44", "AD 44"),
        ("12000", "12000"),
        ("4.6 billion years ago", "4599997976 BC"),
        ("10 million bc", "10000000 BC"),
        ("9 may 12000", "9 May 12000, a Tuesday"),
        ("last wednesday", "30 Apr 2025, a Wednesday"),
        ("wednesday of last week", "30 Apr 2025, a Wednesday"),
        ("next wednesday", "14 May 2025, a Wednesday"),
        ("2 wednesdays ago", "23 Apr 2025, a Wednesday"),
        ("first monday of june", "2 Jun 2025, a Monday"),
        ("last friday october 2024", "25 Oct 2024, a Friday"),
        ("+3d", "10 May 2025, a Saturday"),
        ("+3", "10 May 2025, a Saturday"),
        ("-2w", "23 Apr 2025, a Wednesday"),
        ("+1m", "7 Jun 2025, a Saturday"),
        ("- 5 years", "7 May 2020, a Thursday"),
        ("in two weeks", "21 May 2025, a Wednesday"),
        ("a month ago", "7 Apr 2025, a Monday"),
        ("3 days later", "10 May 2025, a Saturday"),
        ("yesterday", "6 May 2025, a Tuesday"),
        ("last month", "Apr 2025"),
        ("next year", "2026"),
        ("last week", "28 Apr-4 May 2025"),
        ("week of 9 may", "5-11 May 2025"),
        ("1950s", "1950-1959"),
        ("19th century", "1801-1900"),
        ("1st century bc", "100-1 BC"),
        ("q2 2024", "Apr-Jun 2024"),
        ("early may", "1-10 May 2025"),
        ("end of april", "21-30 Apr 2025"),
        ("end of 2024", "Sep-Dec 2024"),
        ("mid may", "11-20 May 2025"),
        ("late feb 2024", "20-29 Feb 2024"),
        ("early 9 may", "9 May 2025, a Friday"),
        ("mid 9 may", "9 May 2025, a Friday"),
        ("early 1950s", "1950-1952"),
        ("mid 1950s", "1953-1955"),
        ("late 1950s", "1956-1959"),
        ("mid 19th century", "1834-1866"),
        ("early 2025", "Jan-Apr 2025"),
        ("mid q2 2024", "May 2024"),
        ("late last week", "2-4 May 2025"),
        ("7-10 may", "7-10 May 2025"),
        ("may 7 to 10", "7-10 May 2025"),
        ("from 28 April to 3 May", "28 Apr-3 May 2025"),
        ("aug-sep 2025", "Aug-Sep 2025"),
        ("31.10.1974", "31 Oct 1974, a Thursday"),
        ("2025/5/9", "9 May 2025, a Friday"),
        ("by Dec 2026", "Dec 2026"),
        ("c. 9 May?", "9 May 2025, a Friday"),
        ("  SINCE   2022 ", "2022"),
    ],
)
def test_what_is_typed_is_read_from_the_given_day(typed: str, said: str):
    assert words(typed)[0] == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8/9/1948", ["8 Sep 1948, a Wednesday", "9 Aug 1948, a Monday"]),
        ("wednesday", ["14 May 2025, a Wednesday", "30 Apr 2025, a Wednesday"]),
        ("next friday", ["9 May 2025, a Friday", "16 May 2025, a Friday"]),
        ("9", ["9 May 2025, a Friday", "AD 9"]),
        ("9 may 25", ["9 May 2025, a Friday", "9 May AD 25, a Friday"]),
        ("may 45", ["May 2045", "May AD 45"]),
    ],
)
def test_what_can_mean_several_days_gives_them_all(typed: str, said: list[str]):
    assert words(typed) == said


STRETCHES = st.sampled_from(
    ["2025-05-09", "last week", "may", "q2 2025", "2025", "50s", "1950s", "19th century"]
)


@given(STRETCHES, DAYS)
def test_the_parts_of_a_stretch_make_it_up_and_none_is_said_finer_than_its_units(stretch: str, origin: int):
    whole = read(stretch, origin)[0]
    parts = [read(f"{name} {stretch}", origin)[0] for name in ("early", "mid", "late")]
    if parts[0] == whole:
        assert whole.first_day == whole.last_day
        return
    assert (parts[0].first_day, parts[2].last_day) == (whole.first_day, whole.last_day)
    assert [part.last_day + 1 for part in parts[:2]] == [part.first_day for part in parts[1:]]
    finest = whole.start.precision + (whole.start == whole.end)
    assert {part.precision for it in parts for part in (it.start, it.end)} == {finest}


def test_a_date_without_a_year_is_of_the_origins_year_and_of_the_nearest_where_that_is_another():
    december = day_number(2024, 12, 20)
    assert words("5 jan", december) == ["5 Jan 2024, a Friday", "5 Jan 2025, a Sunday"]
    assert words("5 dec", december) == ["5 Dec 2024, a Thursday"]


def test_only_the_word_today_and_its_kin_mean_the_present_day():
    today = day_number(2026, 11, 25)
    both = [reading.words for reading in read("tomorrow", WEDNESDAY, today)]
    assert both == ["26 Nov 2026, a Thursday", "8 May 2025, a Thursday"]
    for typed in ("9 may", "may", "wednesday", "+1d", "last year", "the 9th", "in 2 weeks"):
        assert read(typed, WEDNESDAY, today) == read(typed, WEDNESDAY)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            " ",
            "nonsense",
            "maybe",
            "may 2025 nonsense",
            "next",
            "to",
            "wednesday may",
            "+3x",
            "0",
            "9 9 9 9",
        ),
        *("+", "-", "/", "[..", "99 may", "99/99/9999", "5th monday of february 2025"),
        *("\x1b[31m", "🙂", "٣ may"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(typed: str):
    with pytest.raises(NotADate, match=r"^[^\n\x1b]+\.$"):
        read(typed, WEDNESDAY)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31 april", "April 2025 has the days 1 to 30"),
        ("2025-13-01", "months are 01 to 12"),
        ("mon 9 may 2025", "9 May 2025 is a Friday, not a Monday"),
        ("2004-21", "a season"),
        ("+999999999999y", "at most twelve digits"),
    ],
)
def test_a_day_that_is_not_there_is_told_why(typed: str, why: str):
    with pytest.raises(NotADate, match=why):
        read(typed, WEDNESDAY)


@pytest.mark.parametrize(
    "typed", ["9" * 10_240, "+" + "9" * 150 + "d", "may " * 2_560, "-" * 10_240, "9-" * 99]
)
def test_endless_input_is_refused_and_not_worked_through(typed: str):
    with pytest.raises(NotADate, match=r"at most|is no date"):
        read(typed, WEDNESDAY)


@given(st.text(max_size=40) | st.text("0123456789 -+/.stndrhmayjunwekcb", max_size=24), DAYS)
def test_any_text_is_read_or_refused(text: str, origin: int):
    try:
        readings = read(text, origin)
    except NotADate:
        return
    assert readings
    assert all(reading.first_day <= reading.last_day for reading in readings)


@given(dates())
def test_every_date_that_the_program_says_can_be_typed(text: str):
    date_ = parse(text)
    # Of more than five digits, a year is one only with its era.
    (reading, *_) = read(re.sub(r"\b([0-9]{6,})(?! BC)\b", r"AD \1", medium_form(date_)), WEDNESDAY)
    said = (reading.first_day, reading.last_day)
    by_its_end = (
        date_.shape is Shape.WINDOW and date_.end is not None and medium_form(date_).startswith("by ")
    )
    part = date_.end if by_its_end else date_.start or date_.end
    assert part is not None
    if by_its_end or date_.earliest is None or date_.latest is None:
        assert said == (part.first_day, part.last_day)
    else:
        assert said == (date_.earliest, date_.latest)


@given(DAYS, DAYS)
def test_what_a_reading_says_can_be_typed_and_means_it_alone(one: int, other: int):
    for reading in (day_reading(one), span_reading(min(one, other), max(one, other))):
        assert read(reading.typed, WEDNESDAY) == (reading,)


@given(st.integers(date(2, 1, 1).toordinal(), date(9900, 1, 1).toordinal()), st.integers(-12, 1200))
def test_months_and_years_are_counted_as_dateutil_counts_them(day: int, count: int):
    for unit, delta in (("m", relativedelta(months=count)), ("y", relativedelta(years=count // 12))):
        steps = count if unit == "m" else count // 12
        assert shifted(day, steps, unit) == (date.fromordinal(day) + delta).toordinal()
    assert shifted(day, count, "w") == (date.fromordinal(day) + timedelta(weeks=count)).toordinal()


OTHERWISE = {
    "the week",  # duckling: what is left of it
    "this monday",  # the coming one is offered second
    "the week of october 6th",  # a Sunday: duckling's weeks begin with it
    "on the first",  # duckling: always to come
    "the 1st",
    "next saturday",  # next week's is offered second
}
"""What we read as another day than duckling does, on purpose."""


def test_what_is_read_at_all_means_what_duckling_takes_it_for():
    examples = json.loads(DATA.read_text("utf-8"))["examples"]
    reference, agreed, other = day_number(2013, 2, 12), [], set()
    for example in examples:
        if (
            example["grain"] not in ("day", "week", "month", "quarter", "year")
            or "Holiday" in example["kind"]
        ):
            continue
        start = date.fromisoformat(example["start"][:10]).toordinal()
        for text in example["texts"]:
            try:
                first = read(text, reference)[0]
            except NotADate:
                continue
            if first.first_day == start or _within(first, example, start):
                agreed.append(text)
            else:
                other.add(text)
    assert other == OTHERWISE
    assert len(agreed) > 120


def _within(reading: DateReading, example: dict[str, str], start: int) -> bool:
    """Whether a day was read where duckling means the whole month: `two years ago`."""
    return example["grain"] == "month" and start <= reading.first_day < start + 31
