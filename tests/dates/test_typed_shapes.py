"""The many shapes in which one day or month is typed: read as it was meant, or refused, and never as another date."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.dates.civil import civil_date, day_number, days_in_month
from model.dates.edtf import Part
from model.dates.typed.read import read
from model.dates.typed.reading import NotADate
from model.dates.wording import MONTHS

WEDNESDAY = day_number(2025, 5, 7)
DAYS = st.integers(day_number(1900, 1, 1), day_number(2099, 12, 31))
BETWEEN = ("", " ", "-", "/", ".", ", ", " - ", "–", "-/", "  ")


def typed(text: str, origin: int = WEDNESDAY) -> list[str]:
    return [reading.typed for reading in read(text, origin)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20250430", ["2025-04-30"]),
        ("30042025", ["2025-04-30"]),
        ("09052025", ["2025-05-09", "2025-09-05"]),
        ("202505", ["2025-05"]),
        ("190512", ["1905-12", "2019-05-12", "2012-05-19"]),
        ("250430", ["2025-04-30", "2030-04-25"]),
        ("may-9-2025", ["2025-05-09"]),
        ("9 may-2025", ["2025-05-09"]),
        ("2025-May-09", ["2025-05-09"]),
        ("2025/may/9", ["2025-05-09"]),
        ("9.may.2025", ["2025-05-09"]),
        ("9may2025", ["2025-05-09"]),
        ("05-2025", ["2025-05"]),
        ("05/2025", ["2025-05"]),
        ("5.2025", ["2025-05"]),
        ("2025-5", ["2025-05"]),
        ("may-2025", ["2025-05"]),
        ("2025-may", ["2025-05"]),
        ("2025 5 9", ["2025-05-09"]),
        ("2025.05.09", ["2025-05-09"]),
        ("29 feb", ["2024-02-29", "2028-02-29"]),
        ("feb 29", ["2024-02-29", "2028-02-29"]),
        ("29/2", ["2024-02-29", "2028-02-29"]),
        ("29.2.", None),
        ("45", ["2045", "0045"]),
        ("week 20", ["2025-05-12 to 2025-05-18"]),
        ("week 1 2021", ["2021-01-04 to 2021-01-10"]),
        ("week 53 2020", ["2020-12-28 to 2021-01-03"]),
        ("may 9-10", ["2025-05-09 to 2025-05-10"]),
        ("from 9 may to june", ["2025-05-09 to 2025-06"]),
    ],
)
def test_a_shape_means_what_people_mean_by_it(text: str, meant: list[str] | None):
    if meant is None:
        with pytest.raises(NotADate):
            read(text, WEDNESDAY)
    else:
        assert typed(text) == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("123456", "a year of so many digits as Y123456"),
        ("2025050", "a year of so many digits as Y2025050"),
        ("20251345", "a year of so many digits as Y20251345"),
        ("13-2025", "There is no month 13"),
        ("13/2025", "There is no month 13"),
        ("29 feb 2025", "February 2025 has the days 1 to 28"),
        ("30 feb", "has the days 1 to 28"),
        ("2025년생", '"2025년생" is no date'),
        ("오월 9일", '"오월 9일" is no date'),
        ("may 9 - 2025 x", "is no date"),
        ("week 53", "2025 has the weeks 1 to 52"),
        ("9 may 202505", "is no date"),
        ("may 202505", "is no date"),
        ("9 may 9", "is no date"),
        ("5/9/2", "is no date"),
        ("5/9/202", "is no date"),
        ("-44 bc", "is no date"),
        ("4.6 billion years", "is no date"),
        ("+20250430", "is no date"),
        ("a", "is no date"),
        ("may a", "is no date"),
        ("5/20255", "is no date"),
        ("2025-W19", "is an ISO week"),
        ("2025-129", "is a day counted within its year"),
    ],
)
def test_what_nobody_means_is_refused_and_told_why(text: str, said: str):
    with pytest.raises(NotADate) as caught:
        read(text, WEDNESDAY)
    assert said in str(caught.value)


def test_the_31st_of_a_month_that_has_none_is_no_year():
    for text in ("31", "the 31st"):
        with pytest.raises(NotADate, match="June 2025 has the days 1 to 30"):
            read(text, day_number(2025, 6, 7))


def test_the_end_of_a_range_is_in_the_month_that_was_typed_wherever_one_is():
    assert typed("may 7 to 10", day_number(2025, 12, 7)) == ["2025-05-07 to 2025-05-10"]
    assert typed("5 to 7 may", day_number(2025, 6, 7)) == ["2025-05-05 to 2025-05-07"]


@st.composite
def shapes(draw: st.DrawFn) -> tuple[str, int]:
    """A day, and a way to type it in digits and words: with or without zeros and century, with anything between."""
    day = draw(DAYS)
    year, month, number = civil_date(day)
    name = MONTHS[month - 1]
    first, second = draw(st.sampled_from(BETWEEN)), draw(st.sampled_from(BETWEEN))
    named, short = draw(st.booleans()), draw(st.booleans())
    padded = draw(st.booleans()) or "" in (first, second)
    d, m, y = str(number), str(month), str(year)
    if padded:
        d, m = f"{number:02}", f"{month:02}"
    if named:
        m = draw(st.sampled_from([name, name[:3].lower(), name[:3].upper()]))
    else:
        second = first
    if short:
        y = f"{year % 100:02}"
        # `may 9-25` is a range, and a year of two digits comes first only as in `25-05-09`.
        second = first
    # With dots, the day comes first.
    orders = [(d, m, y)] if first == "." and not named else [(d, m, y), (m, d, y)]
    if not short or (not named and padded and first == "-"):
        orders.append((y, m, d))
    order = draw(st.sampled_from(orders))
    if named and order[0] == m:
        # Nobody writes day and year as one number after the name of a month.
        second = second or " "
    return f"{order[0]}{first}{order[1]}{second}{order[2]}", day


@given(shapes(), DAYS)
@example(("20250430", day_number(2025, 4, 30)), WEDNESDAY)
@example(("may-9-2025", day_number(2025, 5, 9)), WEDNESDAY)
@example(("2025-May-09", day_number(2025, 5, 9)), WEDNESDAY)
@example(("25-05-09", day_number(2025, 5, 9)), WEDNESDAY)
def test_a_day_is_among_what_was_read_or_nothing_was(shape: tuple[str, int], origin: int):
    text, day = shape
    try:
        readings = read(text, origin)
    except NotADate:
        return
    year, month, number = civil_date(day)
    meant = {Part(century + year % 100, month, number) for century in range(0, 3000, 100)}
    assert meant & {reading.start for reading in readings if reading.start == reading.end}


@given(DAYS, st.sampled_from(BETWEEN), st.booleans(), st.booleans(), DAYS)
def test_a_month_is_among_what_was_read_or_nothing_was(
    day: int, between: str, named: bool, year_first: bool, origin: int
):
    year, month, _ = civil_date(day)
    said = MONTHS[month - 1] if named else f"{month:02}"
    text = f"{year}{between}{said}" if year_first else f"{said}{between}{year}"
    try:
        readings = read(text, origin)
    except NotADate:
        return
    assert Part(year, month) in {reading.start for reading in readings if reading.start == reading.end}


@given(st.from_regex(r"[0-9]{1,12}([-/. ][0-9]{1,8}){0,2}", fullmatch=True), DAYS)
def test_no_digits_without_an_era_are_a_year_that_nobody_means(text: str, origin: int):
    try:
        readings = read(text, origin)
    except NotADate:
        return
    for reading in readings:
        assert 0 <= reading.start.year <= reading.end.year <= 99_999
        assert days_in_month(reading.end.year, reading.end.month or 1)


WORDS = st.sampled_from(
    ["9", "09", "2025", "25", "may", "5", "05", "-", "/", ".", " ", " to ", "june", "9th", "the ", "20250509"]
)


@given(st.lists(WORDS, max_size=7).map("".join), DAYS)
@example("may-9-2025", WEDNESDAY)
@example("05-2025", WEDNESDAY)
@example("may 9 - 2025", WEDNESDAY)
def test_only_a_word_makes_a_range_of_a_day_and_a_year(text: str, origin: int):
    try:
        readings = read(text, origin)
    except NotADate:
        return
    for reading in readings:
        if reading.start.precision is not reading.end.precision:
            assert " to " in text or "/" in text
