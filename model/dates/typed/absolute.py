"""Dates that name a day or a month of the calendar; what they leave out is taken from the day `origin`.

Each function gives the readings of a normalised text, the likeliest first, and none where it is of another kind.
"""

import re

from model.dates.civil import civil_date, day_number, days_in_month, weekday
from model.dates.edtf import EdtfError, Part, parse
from model.dates.typed.reading import DateReading, NotADate, day_reading, one
from model.dates.typed.relative import named_unit
from model.dates.typed.words import DAY, FULL_YEAR, MONTH, WEEKDAY, YEAR, month_number, weekday_number
from model.dates.typed.years import years_meant
from model.dates.wording import MONTHS, WEEKDAYS_FULL

_WEEKDAY_BEFORE = re.compile(rf"({WEEKDAY}) (.+)")
_MADE_OF = re.compile(r"[-0-9Yy/\[\].?~%]+")
_BETWEEN = "[ ./-]"
"""What parts day, month and year. A year of two digits comes after a space, or after what stands before it already."""

_DAY_MONTH_YEAR = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<d>{DAY})(?P<by>{_BETWEEN}?)(?P<m>{MONTH})(?:{_BETWEEN}?(?P<y>{FULL_YEAR})|(?:(?P=by)| )(?P<Y>{YEAR}))?",
        rf"(?P<m>{MONTH}){_BETWEEN}?(?P<d>{DAY})(?:{_BETWEEN}(?P<y>{FULL_YEAR})| (?P<Y>{YEAR}))?",
        rf"(?P<y>{FULL_YEAR})(?P<by>{_BETWEEN})(?P<m>{MONTH})(?P=by)(?P<d>{DAY})(?P<Y>)",
    )
)
_MONTH_YEAR = re.compile(
    rf"({MONTH})(?:{_BETWEEN}?({FULL_YEAR})| ({YEAR}))?|(?:({FULL_YEAR}){_BETWEEN}?|({YEAR}) )({MONTH})"
)
_NUMBERS = re.compile(r"([0-9]{1,2}|[0-9]{4})([/.-])([0-9]{1,2})(?:\2([0-9]{1,2}|[0-9]{4}))?")
_NUMBERS_APART = re.compile(r"([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4})|([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})")
_MONTH_IN_NUMBERS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})|([0-9]{4})-([0-9])")


def edtf(text: str, origin: int) -> list[DateReading]:
    """What the corpus format itself can say: `2025-05`, `-0043`, `2025-05-07/2025-05-10`, `Y12000`."""
    if not _MADE_OF.fullmatch(text):
        # Why words are no EDTF is a long story, and nobody asks.
        return []
    try:
        date = parse(text.upper())
    except EdtfError:
        return []
    start, end = date.start or date.end, date.end or date.start
    assert start is not None and end is not None
    return [DateReading(start, end)]


def with_weekday(text: str, origin: int) -> list[DateReading]:
    """`fri 9 may 2025`: a day and, to be held against it, its weekday."""
    found = _WEEKDAY_BEFORE.fullmatch(text)
    readings = day_and_month(found[2], origin) + edtf(found[2], origin) if found else []
    readings = [reading for reading in readings if reading.start.day is not None]
    if found is None or not readings:
        return []
    wanted = weekday_number(found[1])
    agreeing = [reading for reading in readings if weekday(reading.first_day) == wanted]
    if not agreeing:
        raise NotADate(f"{readings[0].words.replace(', a ', ' is a ')}, not a {WEEKDAYS_FULL[wanted]}.")
    return agreeing


def day_and_month(text: str, origin: int) -> list[DateReading]:
    """`9 may`, `may 9 2024`, `9th of may`; without a year the origin's, then the nearest."""
    found = next((it for pattern in _DAY_MONTH_YEAR if (it := pattern.fullmatch(text))), None)
    if found is None:
        return []
    day, month, year = int(_bare(found["d"])), month_number(found["m"]), found["y"] or found["Y"]
    if not year and text.endswith(found["d"]) and not 1 <= day <= 31:
        # `may 45` is a month of a year.
        return []
    years = years_meant(year, origin) if year else _years_around(month, day, origin)
    return _existing([(number, month, day) for number in years])


def month(text: str, origin: int) -> list[DateReading]:
    """`june 2024`, `may`; without a year the origin's, then the nearest."""
    found = _MONTH_YEAR.fullmatch(text)
    if found is None:
        return []
    number, year = month_number(found[1] or found[6]), found[2] or found[3] or found[4] or found[5]
    years = years_meant(year, origin) if year else _years_around(number, None, origin)
    return [one(Part(one_year, number)) for one_year in years]


def day_alone(text: str, origin: int) -> list[DateReading]:
    """`the 9th`, `9`: of the origin's month; a bare number may be a year too."""
    if not re.fullmatch(DAY, text) or not 1 <= int(_bare(text)) <= 31:
        return []
    year, number, _ = civil_date(origin)
    days = _existing([(year, number, int(_bare(text)))])
    return days + ([] if text != _bare(text) else [one(Part(int(text)))])


def in_numbers(text: str, origin: int) -> list[DateReading]:
    """`2025/5/9`, `05/2025`; `9/5/2025` and `5/9/2025`, which people write for each other's days."""
    if (months := _MONTH_IN_NUMBERS.fullmatch(text)) is not None:
        return _months(int(months[2] or months[3]), int(months[1] or months[4]))
    if _NUMBERS_APART.fullmatch(text):
        text = text.replace(" ", "/")
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return []
    first, separator, second, third = found[1], found[2], int(found[3]), found[4]
    if len(first) == 4 and separator == "-" and not (third and _exists(int(first), second, int(third))):
        # It is meant as EDTF, which knows better what is wrong with it.
        return []
    if len(first) == 4:
        return _existing([(int(first), second, int(third))]) if third else _months(int(first), second)
    if third is not None and len(third) == 1:
        return []
    if third is None:
        return _existing_some(
            [
                (year, month, day)
                for day, month in _orders(int(first), second, separator)
                for year in (
                    _years_around(2, 29, origin) if (day, month) == (29, 2) else [civil_date(origin)[0]]
                )
            ]
        )
    year = years_meant(third, origin)[0]
    days = [(year, month, day) for day, month in _orders(int(first), second, separator)]
    if len(first) == len(third) == 2 and separator == "-":
        # As ISO 8601 once had it: `25-05-09`.
        days.append((years_meant(first, origin)[0], second, int(third)))
    return _existing_some(days)


def weekday_of_month(text: str, origin: int) -> list[DateReading]:
    """`first monday of march`, `last friday october 2024`."""
    found = re.fullmatch(rf"(1st|2nd|3rd|4th|5th|last) ({WEEKDAY}) (.+)", text)
    months = month(found[3], origin) or named_unit(found[3], origin) if found is not None else []
    if found is None or not months:
        return []
    wanted, readings = weekday_number(found[2]), []
    for whole in months:
        days = [day for day in range(whole.first_day, whole.last_day + 1) if weekday(day) == wanted]
        number = -1 if found[1] == "last" else int(found[1][0]) - 1
        if number < len(days):
            readings.append(day_reading(days[number]))
    if not readings:
        raise NotADate("That month has no fifth one.")
    return readings


def _bare(day: str) -> str:
    return re.sub("[a-z]", "", day)


def _years_around(month: int, day: int | None, origin: int) -> list[int]:
    """The origin's year and, where another year's such day or month is nearer, that one.

    For the 29 February of a year that has none, the leap years before and after, the nearer one first.
    """
    here = civil_date(origin)[0]
    if (month, day) == (2, 29) and days_in_month(here, month) < 29:
        leap = [
            next(year for year in range(here, here + by * 9, by) if days_in_month(year, 2) == 29)
            for by in (-1, 1)
        ]
        return sorted(leap, key=lambda year: abs(day_number(year, 2, 29) - origin))
    middle = min(day or 15, 28)
    nearest = min(
        (here - 1, here, here + 1),
        key=lambda year: (abs(day_number(year, month, middle) - origin), year != here),
    )
    return list(dict.fromkeys([here, nearest]))


def _orders(first: int, second: int, separator: str) -> list[tuple[int, int]]:
    """Day and month in the orders that are possible: with dots the day comes first."""
    orders = [(first, second)] if separator == "." else [(first, second), (second, first)]
    possible = [(day, month) for day, month in orders if 1 <= month <= 12 and 1 <= day <= 31]
    return list(dict.fromkeys(possible or [(second, first)]))


def _months(year: int, month: int) -> list[DateReading]:
    if not 1 <= month <= 12:
        raise NotADate(f"There is no month {month}; months are 1 to 12.")
    return [one(Part(year, month))]


def _existing_some(days: list[tuple[int, int, int]]) -> list[DateReading]:
    """The days of several orders that there are; only where none is, it is said why."""
    found = [day for day in days if _exists(*day)]
    return _existing(found or days[:1])


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def _existing(days: list[tuple[int, int, int]]) -> list[DateReading]:
    """Those days that the calendar has. NotADate where it has none of them."""
    readings = []
    for year, month, day in days:
        if not 1 <= month <= 12:
            raise NotADate(f"There is no month {month}; months are 1 to 12.")
        if 1 <= day <= days_in_month(year, month):
            readings.append(one(Part(year, month, day)))
    if not readings and days:
        year, month, _ = days[0]
        raise NotADate(f"{MONTHS[month - 1]} {year} has the days 1 to {days_in_month(year, month)}.")
    return readings
