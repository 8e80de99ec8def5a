"""How a date says itself, in plain ASCII and without colour, at three widths.

No form is more precise than its date, and none cuts: what is too long is said coarser. A date that lasts is a
range (`7-10 May 2025`); one that happens once within bounds never looks like one (`by 9 May 2025`). Years
before 1 are said as BC (astronomical -43 is 44 BC), years below 1000 as AD.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from model.dates.civil import civil_date, weekday
from model.dates.edtf import Edtf, Part, Precision, Shape
from model.dates.rounding import rounded, unit_for

NO_DATE = "no date"
"""What an undated thing says in every width."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English names of the months; the first three letters are their short forms."""

WEEKDAYS_FULL = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""English names of the days of the week, by `model.dates.civil.weekday`."""

WEEKDAYS = tuple(day[:3] for day in WEEKDAYS_FULL)
"""Their short forms."""


def long_form(date: Edtf | None) -> str:
    """The date in full, a single day with its weekday: `Fri 9 May 2025`, `by December 2026`."""
    if date is None:
        return NO_DATE
    day = date.single_day
    if day is not None and not date.qualified:
        return day_long(day)
    return _full(date, MONTHS)


def medium_form(date: Edtf | None) -> str:
    """The date in full with three-letter months and no weekday: `9 May 2025`, `by Dec 2026`."""
    return NO_DATE if date is None else _full(date, _SHORT_MONTHS)


def bounds_form(date: Edtf | None) -> str:
    """The medium form, but a window as its bare bounds (`5-7 May 2025`), where context says it is one."""
    if date is None:
        return NO_DATE
    if date.shape is Shape.WINDOW and date.start and date.end:
        return _range(date.start, date.end, None)
    return medium_form(date)


def short_form(date: Edtf | None, year: int | None = None, cells: int | None = 11) -> str:
    """The date in at most `cells` cells (None: in as many as it takes) under a heading of `year`, which it leaves out.

    Too long is said coarser: by month, by year, by a rounded year (`c. 12k`), at last `dated`; `?` below five
    cells. Coarser, it means the same: all its days are among those that are said, and what is once within two bounds
    says both (`in 5-7 May`, `in Aug-Sep`), never one of them.
    """
    if date is None:
        return _first_fitting((NO_DATE, "none", "-"), cells)
    return _first_fitting((words for _, words in _short_candidates(date, year)), cells)


@lru_cache(maxsize=4096)
def least_cells(date: Edtf | None, year: int | None, most: int) -> int:
    """The fewest cells in which the short form is as fine as in `most`: 9 for `to 30 Apr`, if `until 30 Apr` fits."""
    if date is None:
        return len(NO_DATE)
    found: Precision | None = None
    least = most
    for level, words in _short_candidates(date, year):
        if found is not None and level is not found:
            break
        if len(words) <= most:
            found = level
        if found is level:
            least = min(least, len(words))
    return least


def day_long(day: int) -> str:
    """A day number in full: `Wed 7 May 2025`."""
    return f"{WEEKDAYS[weekday(day)]} {_part(Part(*civil_date(day)), None, MONTHS)}"


def day_named(day: int) -> str:
    """A day number with its weekday and a three-letter month: `Wed 30 Apr 2025`."""
    return f"{WEEKDAYS[weekday(day)]} {day_medium(day)}"


def day_medium(day: int) -> str:
    """A day number with a three-letter month: `5 May 2025`."""
    return _part(Part(*civil_date(day)), None, _SHORT_MONTHS)


def days_words(first: int, last: int) -> str:
    """From one day number to another: `30 Apr to 5 May 2025`, the year once where it is the same."""
    year = civil_date(last)[0]
    return f"{_part(Part(*civil_date(first)), year, _SHORT_MONTHS)} to {day_medium(last)}"


@lru_cache(maxsize=4096)
def day_short(day: int, year: int | None = None, cells: int | None = 11) -> str:
    """A day number in at most `cells` cells, without its year where that is `year`: `5 May`, else coarser."""
    part = Part(*civil_date(day))
    return _first_fitting((words for _, words in _coarser_points(part, year, _QUALIFIED[""])), cells)


def last_day_words(date: Edtf, year: int | None = None) -> str:
    """What is over of a date that has a last day: `last day, 9 May`; `day, about 9 May`; `time, perhaps May 2025`.

    What is about a day, or perhaps on it, has no last day that anybody gave. Without its year where that is `year`.
    """
    if date.qualifier:
        what = "day" if date.single_day is not None else "time"
        words = _part(date.sort_part, year, _SHORT_MONTHS)
        return f"{what}, {_DOUBTED[date.qualifier]} {words}"
    assert date.latest is not None, "what has no last day is not over"
    if date.ends[1]:
        what = "day" if date.sort_part.day is not None else "time"
        assert date.end is not None, "an open end has no qualifier"
        return f"last {what}, {_DOUBTED[date.ends[1]]} {_part(date.end, year, _SHORT_MONTHS)}"
    return f"last day, {_part(Part(*civil_date(date.latest)), year, _SHORT_MONTHS)}"


def part_words(part: Part) -> str:
    """A year, month or day with a three-letter month: `2025`, `May 2025`, `9 May 2025`."""
    return _part(part, None, _SHORT_MONTHS)


def range_words(start: Part, end: Part) -> str:
    """Both ends, naming once what they share: `7-10 May 2025`."""
    return _range(start, end, None)


def year_words(year: int) -> str:
    """An astronomical year as people say it: `2025`, `AD 44`, `44 BC`, `12000`."""
    if year < 1:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def era_year_words(year: int) -> str:
    """A year in at most eight cells: in words and, from 10,000 on, either way, rounded: `44 BC`, `4.6bn BC`."""
    count = year if year > 0 else 1 - year
    if count < 10_000:
        return year_words(year)
    return "".join(rounded(count, _ROUND_UNITS)) + ("" if year > 0 else " BC")


_SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
_QUALIFIED = {"": ("", ""), "?": ("", "?"), "~": ("c. ", ""), "%": ("c. ", "?")}
_DOUBTED = {"?": "perhaps", "~": "about", "%": "perhaps about"}
_BY, _FROM, _SINCE, _UNTIL = ("by ", ""), ("from ", ""), ("since ", ""), ("until ", "")
_BRIEF = {_SINCE: ("", " on"), _UNTIL: ("to ", "")}
"""Affixes for where the usual ones leave no room: `30 Apr on`, `to 30 Apr`."""

_MONTHS = len(MONTHS)
_COARSER = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_ROUND_UNITS = ((1_000_000_000, "bn"), (1_000_000, "M"), (1_000, "k"))


def _full(date: Edtf, months: tuple[str, ...]) -> str:
    """Long and medium form; `months` names the month of a date that is not a range."""
    start, end = date.start, date.end
    if start is not None and end is not None and any(date.ends):
        return _qualified_range(start, end, date.ends)
    if start is not None and end is not None and start != end:
        words = _range(start, end, None)
        return f"some time in {words}" if date.shape is Shape.WINDOW else words
    before, after = _affixes(date)
    doubt = "".join(f"{_DOUBTED[mark]} " for mark in date.ends if mark)
    return before + doubt + _part(date.sort_part, None, months) + after


def _qualified_range(start: Part, end: Part, ends: tuple[str, str]) -> str:
    """Both ends in full, each with its doubt: `about Jun 2024 to Jan 2025`."""
    words = (_part(part, None, _SHORT_MONTHS) for part in (start, end))
    said = (f"{_DOUBTED[mark]} {word}" if mark else word for mark, word in zip(ends, words, strict=True))
    return " to ".join(said)


def _affixes(date: Edtf) -> tuple[str, str]:
    """What stands before and after the one part by which a date is said that is not a range."""
    if date.start == date.end:
        return _QUALIFIED[date.qualifier]
    if date.shape is Shape.WINDOW:
        return _FROM if date.end is None else _BY
    return _SINCE if date.end is None else _UNTIL


def _part(part: Part, year: int | None, months: tuple[str, ...]) -> str:
    """One part, without its year where that is `year` and something else is left to say."""
    if part.month is None:
        return year_words(part.year)
    month = months[part.month - 1]
    words = month if part.day is None else f"{part.day} {month}"
    return words if part.year == year else f"{words} {year_words(part.year)}"


def _range(start: Part, end: Part, year: int | None) -> str:
    """Both ends, naming once what they share; without the year where both lie in `year`."""
    if start == end:
        return _part(end, year, _SHORT_MONTHS)
    mark = "-" if start.precision is end.precision else " to "
    if start.year == end.year and start.month and end.month:
        last = _part(end, year, _SHORT_MONTHS)
        same_month = start.month == end.month and start.day and end.day
        first = str(start.day) if same_month else _part(start, start.year, _SHORT_MONTHS)
        return first + mark + last
    first, last = _part(start, None, _SHORT_MONTHS), _part(end, None, _SHORT_MONTHS)
    if start.month is None and end.month is None:
        return _year_range(first, last)
    return first + mark + last


def _year_range(first: str, last: str) -> str:
    """Two years in words as a range, with the era said once where it is the same."""
    if last.endswith(" BC"):
        first = first.removesuffix(" BC")
    elif not first.endswith(" BC"):
        last = last.removeprefix("AD ")
    return f"{first}-{last}"


def _short_candidates(date: Edtf, year: int | None) -> Iterator[tuple[Precision | None, str]]:
    """The short forms, each as fine as it is or finer than the next, with their level; a rounded one has none."""
    start, end = date.start, date.end
    if date.shape is Shape.EXTENT and start is not None and end is not None and start != end:
        # In a few cells, one doubt is said of the whole.
        before, after = _QUALIFIED[_joint(date.ends)]
        for level, words in _coarser_ranges(start, end, year):
            yield level, f"{before}{words}{after}"
        return
    if date.shape is Shape.WINDOW and start is not None and end is not None and start != end:
        yield from ((level, f"in {words}") for level, words in _coarser_ranges(start, end, year))
        if brief := _brief_years(start, end):
            yield Precision.YEAR, f"in {brief}"
        return
    before, after = _affixes(date)
    own_before, own_after = _QUALIFIED[_joint(date.ends)]
    yield from _coarser_points(date.sort_part, year, (before + own_before, own_after + after))


def _joint(ends: tuple[str, str]) -> str:
    """The one qualifier of what has one on either end: uncertain and approximate is both."""
    marks = {mark for mark in ends if mark}
    return marks.pop() if len(marks) == 1 else "%" if marks else ""


def _coarser_points(
    part: Part, year: int | None, affixes: tuple[str, str]
) -> Iterator[tuple[Precision | None, str]]:
    for level in _COARSER:
        words = _part(part.coarsened(level), year, _SHORT_MONTHS)
        for before, after in (affixes, _BRIEF.get(affixes, affixes)):
            yield level, before + words + after
    yield None, "c. " + affixes[0].removeprefix("c. ") + _rounded_year(part.year) + affixes[1]


def _coarser_ranges(start: Part, end: Part, year: int | None) -> Iterator[tuple[Precision, str]]:
    for level in _COARSER:
        yield level, _range(start.coarsened(level), end.coarsened(level), year)
    yield Precision.YEAR, _year_range(year_words(start.year), year_words(end.year).removeprefix("AD "))


def _brief_years(start: Part, end: Part) -> str:
    """Two years of a century as `2024-25`, where the second number can be no month; else empty."""
    of_one_century = start.year // 100 == end.year // 100 and start.year >= 1000
    told = of_one_century and start.year != end.year and end.year % 100 > _MONTHS
    return f"{start.year}-{end.year % 100}" if told else ""


def _rounded_year(year: int) -> str:
    """A year in words; from 10,000 on, either way, to the nearest thousand, million or billion."""
    count = year if year > 0 else 1 - year
    if count < 10_000:
        return year_words(year)
    size, unit = unit_for(count, _ROUND_UNITS)
    return f"{round(count / size)}{unit}" + ("" if year > 0 else " BC")


def _first_fitting(candidates: Iterable[str], cells: int | None) -> str:
    forms = chain(candidates, ("dated", "?", ""))
    fitting = (words for words in forms if cells is None or len(words) <= cells)
    return next(fitting, "")
