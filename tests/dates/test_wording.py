import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dates.civil import day_number
from model.dates.edtf import Edtf, Part, Shape, parse
from model.dates.wording import (
    MONTHS,
    bounds_form,
    day_long,
    day_medium,
    day_short,
    least_cells,
    long_form,
    medium_form,
    short_form,
    year_words,
)
from tests.dates.strategies import dates, long_years

FORMS = [
    # text, long, medium, short under 2025, short under another year
    ("2025-05-09", "Fri 9 May 2025", "9 May 2025", "9 May", "9 May 2025"),
    ("2025-09-30", "Tue 30 September 2025", "30 Sep 2025", "30 Sep", "30 Sep 2025"),
    ("2025-09", "September 2025", "Sep 2025", "Sep", "Sep 2025"),
    ("2025", "2025", "2025", "2025", "2025"),
    ("2025-05-09~", "c. 9 May 2025", "c. 9 May 2025", "c. 9 May", "c. May 2025"),
    ("2025-05-09?", "9 May 2025?", "9 May 2025?", "9 May?", "9 May 2025?"),
    ("2025-09-30?", "30 September 2025?", "30 Sep 2025?", "30 Sep?", "Sep 2025?"),
    ("2025-09-30%", "c. 30 September 2025?", "c. 30 Sep 2025?", "c. 30 Sep?", "c. 2025?"),
    ("1950%", "c. 1950?", "c. 1950?", "c. 1950?", "c. 1950?"),
    ("2025-05-07/2025-05-10", "7-10 May 2025", "7-10 May 2025", "7-10 May", "May 2025"),
    ("2025-04-30/2025-05-06", "30 Apr-6 May 2025", "30 Apr-6 May 2025", "Apr-May", "2025"),
    ("2025-08-21/2025-09-10", "21 Aug-10 Sep 2025", "21 Aug-10 Sep 2025", "Aug-Sep", "2025"),
    ("2025-08/2025-09", "Aug-Sep 2025", "Aug-Sep 2025", "Aug-Sep", "2025"),
    ("2025-12-28/2026-01-03", "28 Dec 2025-3 Jan 2026", "28 Dec 2025-3 Jan 2026", "2025-2026", "2025-2026"),
    ("2025-05-09/2025-05-09", "Fri 9 May 2025", "9 May 2025", "9 May", "9 May 2025"),
    ("2025-02-01/2025-05", "1 Feb to May 2025", "1 Feb to May 2025", "Feb-May", "2025"),
    ("2004-02-01/2025", "1 Feb 2004 to 2025", "1 Feb 2004 to 2025", "2004-2025", "2004-2025"),
    ("2025-02-01/..", "since 1 February 2025", "since 1 Feb 2025", "since 1 Feb", "Feb 2025 on"),
    ("2022/..", "since 2022", "since 2022", "since 2022", "since 2022"),
    ("../2025-05-05", "until 5 May 2025", "until 5 May 2025", "until 5 May", "to May 2025"),
    ("../2025-04-30", "until 30 April 2025", "until 30 Apr 2025", "to 30 Apr", "to Apr 2025"),
    ("[..2025-05-09]", "by 9 May 2025", "by 9 May 2025", "by 9 May", "by May 2025"),
    ("[..2026-12]", "by December 2026", "by Dec 2026", "by Dec 2026", "by Dec 2026"),
    ("[2025-04-30..]", "from 30 April 2025", "from 30 Apr 2025", "from 30 Apr", "from 2025"),
    (
        "[2025-04-30..2025-05-06]",
        "some time in 30 Apr-6 May 2025",
        "some time in 30 Apr-6 May 2025",
        "in Apr-May",
        "in 2025",
    ),
    (
        "[2025-08..2025-09]",
        "some time in Aug-Sep 2025",
        "some time in Aug-Sep 2025",
        "in Aug-Sep",
        "in 2025",
    ),
    (
        "[2025-05-05..2025-05-07]",
        "some time in 5-7 May 2025",
        "some time in 5-7 May 2025",
        "in 5-7 May",
        "in May 2025",
    ),
    (
        "[2024-06..2025-04-30]",
        "some time in Jun 2024 to 30 Apr 2025",
        "some time in Jun 2024 to 30 Apr 2025",
        "in 2024-25",
        "in 2024-25",
    ),
    ("[2004..2005]", "some time in 2004-2005", "some time in 2004-2005", "dated", "dated"),
    ("[2025-05-09..2025-05-09]", "Fri 9 May 2025", "9 May 2025", "9 May", "9 May 2025"),
    ("-0043-03-15", "Fri 15 March 44 BC", "15 Mar 44 BC", "Mar 44 BC", "Mar 44 BC"),
    ("0000", "1 BC", "1 BC", "1 BC", "1 BC"),
    ("0044", "AD 44", "AD 44", "AD 44", "AD 44"),
    ("-0043/-0029", "44-30 BC", "44-30 BC", "44-30 BC", "44-30 BC"),
    ("-0043/0014", "44 BC-AD 14", "44 BC-AD 14", "44 BC-AD 14", "44 BC-AD 14"),
    ("-1199/0800", "1200 BC-AD 800", "1200 BC-AD 800", "1200 BC-800", "1200 BC-800"),
    ("0044/0060", "AD 44-60", "AD 44-60", "AD 44-60", "AD 44-60"),
    ("0900/1200", "AD 900-1200", "AD 900-1200", "AD 900-1200", "AD 900-1200"),
    ("-0499/..", "since 500 BC", "since 500 BC", "500 BC on", "500 BC on"),
    ("../-0499", "until 500 BC", "until 500 BC", "to 500 BC", "to 500 BC"),
    ("Y12000", "12000", "12000", "12000", "12000"),
    ("Y-4599999999", "4600000000 BC", "4600000000 BC", "c. 5bn BC", "c. 5bn BC"),
    ("Y123456789012%", "c. 123456789012?", "c. 123456789012?", "c. 123bn?", "c. 123bn?"),
]

ROUNDED = re.compile(r"c\. (\d+)(k|M|bn)( BC)?\??")
PART = re.compile(r"(?:(\d+) )?(?:([A-Z][a-z]{2})[a-z]* ?)?(?:(AD )?(\d+)( BC)?)?")


@pytest.mark.parametrize(("text", "in_full", "medium", "short", "elsewhere"), FORMS)
def test_a_date_says_itself_at_three_widths(text: str, in_full: str, medium: str, short: str, elsewhere: str):
    date = parse(text)
    said = long_form(date), medium_form(date), short_form(date, 2025), short_form(date, 1066)
    assert said == (in_full, medium, short, elsewhere)
    assert short_form(date) == short_form(date, 1066)


def test_what_has_no_date_says_so_at_every_width():
    assert {form(None) for form in (long_form, medium_form, bounds_form, short_form)} == {"no date"}
    assert [short_form(None, cells=cells) for cells in (7, 6, 4, 3, 1, 0)] == [
        "no date",
        "none",
        "none",
        "-",
        "-",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[2025-05-05..2025-05-07]", "5-7 May 2025"),
        ("[..2025-05-07]", "by 7 May 2025"),
        ("2025-05-07~", "c. 7 May 2025"),
        ("[2025-05-07..2025-05-07]", "7 May 2025"),
    ],
)
def test_bounds_are_said_bare_where_the_context_names_them(text: str, words: str):
    assert bounds_form(parse(text)) == words


def test_a_plain_day_says_itself_at_three_widths():
    day = day_number(2025, 5, 7)
    assert (day_long(day), day_medium(day)) == ("Wed 7 May 2025", "7 May 2025")
    assert (day_short(day), day_short(day, 2025), day_short(day, 2024)) == (
        "7 May 2025",
        "7 May",
        "7 May 2025",
    )
    assert [day_short(day, 2024, cells) for cells in (9, 8, 7, 4, 3)] == [
        "May 2025",
        "May 2025",
        "2025",
        "2025",
        "?",
    ]


@given(st.dates())
def test_the_weekday_is_that_of_the_standard_library(day: datetime.date):
    assert day_long(day.toordinal()).startswith(f"{day:%a} {day.day} {day:%B} ")


@pytest.mark.parametrize(
    ("year", "words"),
    [(2025, "2025"), (1000, "1000"), (999, "AD 999"), (1, "AD 1"), (0, "1 BC"), (-43, "44 BC")],
)
def test_a_year_says_its_era_where_it_needs_one(year: int, words: str):
    assert year_words(year) == words


def part_of(words: str, year: int | None = None) -> Part:
    """Read one part back; `year` is what is left out."""
    found = PART.fullmatch(words)
    assert found, words
    day, month, _, digits, bc = found.groups()
    if digits is None and day is not None and month is None:
        day, digits = None, day
    if digits is None:
        assert year is not None, words
    else:
        year = 1 - int(digits) if bc else int(digits)
    assert year is not None
    number = [name[:3] for name in MONTHS].index(month) + 1 if month else None
    return Part(year, number, int(day) if day else None)


def range_of(words: str, year: int | None) -> tuple[Part, Part]:
    """Read both ends back: what the first end of a range leaves out is that of the last."""
    first, mark, last = words.partition(" to " if " to " in words else "-")
    if not mark:
        return part_of(words, year), part_of(words, year)
    end = part_of(last, year)
    if mark == "-" and first.isdigit() and end.day is not None:
        return Part(end.year, end.month, int(first)), end
    if (
        mark == "-"
        and len(first) == 4
        and end.month is None
        and 12 < end.year < 100
        and not re.search("AD|BC", last)
    ):
        return Part(int(first)), Part(int(first) // 100 * 100 + end.year)
    if mark == "-" and first.isdigit() and end.year < 1:
        return Part(1 - int(first)), end
    return part_of(first, end.year), end


def read_back(words: str, year: int | None = None) -> tuple[int | None, int | None]:
    """The first and last day that a form allows, read as a reader under a heading of `year` would."""
    words = words.removeprefix("some time ").removeprefix("in ").removeprefix("c. ").removesuffix("?")
    for before, after, open_start in [
        ("by ", "", True),
        ("until ", "", True),
        ("to ", "", True),
        ("since ", "", False),
        ("from ", "", False),
        ("", " on", False),
    ]:
        if words.startswith(before) and words.endswith(after):
            part = part_of(words[len(before) : len(words) - len(after)], year)
            return (None, part.last_day) if open_start else (part.first_day, None)
    start, end = range_of(words, year)
    return start.first_day, end.last_day


def covers(said: tuple[int | None, int | None], date: Edtf) -> bool:
    """Whether what is said leaves open all that the date leaves open."""
    first, last = said
    starts = first is None or (date.earliest is not None and first <= date.earliest)
    return starts and (last is None or (date.latest is not None and date.latest <= last))


OPENINGS = ("by ", "until ", "to ", "since ", "from ", "in ", "some time in ")
MEANS = {"until ": "to ", "some time in ": "in "}


def relation(words: str) -> str:
    """What a form says of how a thing lies in time: by its preposition or, after it, *on*; empty without any."""
    if words.endswith(" on"):
        return "since "
    found = next((it for it in OPENINGS if words.startswith(it)), "")
    return MEANS.get(found, found)


def marks(date: Edtf) -> tuple[bool, bool]:
    """Whether a form has to say approximate, and uncertain."""
    return date.qualifier in ("~", "%"), date.qualifier in ("?", "%")


@given(dates())
def test_the_full_forms_say_the_bounds_and_the_doubts_exactly(text: str):
    date = parse(text)
    in_full, medium = long_form(date), medium_form(date)
    assert read_back(medium) == (date.earliest, date.latest)
    assert read_back(re.sub(r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", "", in_full)) == (date.earliest, date.latest)
    assert (medium.startswith("c. "), medium.endswith("?")) == marks(date)
    assert (in_full.startswith("c. "), in_full.endswith("?")) == marks(date)


@given(dates())
def test_a_date_that_happens_once_within_bounds_is_never_said_as_one_that_lasts(text: str):
    date = parse(text)
    if date.start == date.end:
        return
    for words in (long_form(date), medium_form(date), short_form(date, date.sort_year)):
        once = words.startswith(("by ", "from ", "in ", "some time in "))
        assert once is (date.shape is Shape.WINDOW) or words == "dated"


@given(dates(), st.booleans(), st.integers(1, 30))
def test_the_short_form_fits_and_is_never_more_precise_than_the_date(
    text: str, under_heading: bool, cells: int
):
    date = parse(text)
    year = date.sort_year if under_heading else None
    words = short_form(date, year, cells)
    assert len(words) <= cells
    assert words.isascii()
    if words in ("dated", "?") or ROUNDED.search(words):
        return
    assert covers(read_back(words, year), date)
    assert relation(words) == relation(medium_form(date))
    approximate, uncertain = marks(date)
    assert words.startswith("c. ") or not approximate
    assert words.endswith("?") is uncertain


@given(dates())
def test_eleven_cells_always_say_more_than_that_there_is_a_date(text: str):
    date = parse(text)
    if date.shape is Shape.WINDOW and date.start != date.end and date.start and date.end:
        # Two years of no one century take twelve.
        assert date.start.year < 1000 or short_form(date, date.sort_year, 12) not in ("dated", "?", "")
        return
    ends = [end.year for end in (date.start, date.end) if end]
    # From 1000 BC backwards there is no room for a range or for "from", from 99 billion BC for "c." and "?".
    is_long = date.shape is Shape.EXTENT if len(ends) == 2 else date.end is None
    too_long = min(ends) < (-998 if is_long else -99_000_000_000)
    assert too_long or short_form(date, date.sort_year) not in ("dated", "?", "")


@given(dates(), st.booleans(), st.integers(1, 30))
def test_more_cells_never_say_less(text: str, under_heading: bool, cells: int):
    date = parse(text)
    year = date.sort_year if under_heading else None
    narrow, wide = short_form(date, year, cells), short_form(date, year, cells + 1)
    if any(words in ("dated", "?") or ROUNDED.search(words) for words in (narrow, wide)):
        assert wide != "?" or narrow == "?"
        return
    (narrow_first, narrow_last), (first, last) = read_back(narrow, year), read_back(wide, year)
    assert narrow_first is None or (first is not None and narrow_first <= first)
    assert narrow_last is None or (last is not None and last <= narrow_last)


@given(dates(), st.booleans(), st.integers(5, 30))
def test_a_date_needs_as_many_cells_as_say_it_as_finely(text: str, under_heading: bool, most: int):
    date = parse(text)
    year = date.sort_year if under_heading else None
    least, widest = least_cells(date, year, most), short_form(date, year, most)
    assert least <= most
    if widest != "dated" and not ROUNDED.search(widest):
        assert read_back(short_form(date, year, least), year) == read_back(widest, year)


@given(long_years())
def test_a_rounded_year_is_within_half_of_its_last_unit(text: str):
    date = parse(text)
    words = short_form(date, cells=13)
    found = ROUNDED.fullmatch(words)
    if found is None:
        assert read_back(words) == (date.earliest, date.latest)
        return
    unit = {"k": 10**3, "M": 10**6, "bn": 10**9}[found[2]]
    count = 1 - date.sort_year if found[3] else date.sort_year
    assert abs(int(found[1]) * unit - count) <= unit // 2
