"""Dates in the cells of a table: what can be read surely becomes EDTF, and nothing else.

A cell is read by the rules that read typed dates, seen from two days far apart: what that leaves open is not sure. A
cell such as `3/4/2017` is decided by the whole column, or not at all.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from model.dates.civil import day_number
from model.dates.edtf import EdtfError, parse
from model.dates.juche import without_juche
from model.dates.typed.read import read
from model.dates.typed.words import MONTH, WEEKDAY

_LONGEST = 60
FAR_APART = (day_number(1951, 2, 3), day_number(2049, 11, 25))
"""Two days from which only what is sure reads the same."""

EITHER = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
"""Day and month before a year, in either order."""
_TIME = re.compile(
    r"(?:[T ]|, ?)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?:Z|[AaPp]\.?[Mm]\.?|[A-Z]{2,4}|[+-][0-9]{2}:?[0-9]{2})?"
)
_KOREAN = re.compile(r"([0-9]{4})\. ?([0-9]{1,2})\.(?: ?([0-9]{1,2})\.?)?")
_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|approx\.?|approximately) *(?=\S)", re.IGNORECASE)
DATE_AND_NO_MORE = re.compile(
    rf"(?:[0-9]+(?:st|nd|rd|th)?|\b(?:{MONTH}|{WEEKDAY}|bce?|ce|ad|of|the)\b\.?|년|월|일|[월화수목금토일]요일|[\s,./()-])+",
    re.IGNORECASE,
)
"""A date and nothing beside it: words such as *early*, *by* or *from* say what no cell of a table is sure to mean."""

_YEAR_FIRST = re.compile(
    r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})|((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})"
)
_LAST_DAYS = re.compile(r"(?<![0-9])(?:29|3[0-9])(?![0-9])")
_DIGITS = re.compile(r"[0-9]{4}|[0-9]{8}")
"""A number alone is a year or a day written without signs; what else it counts, nobody knows."""


EITHER_ORDER = "Day and month may stand in either order."
"""Why a date is left out of a column that never shows which of two numbers is the day."""

NO_SUCH_DAY = "There is no such day."
OTHER_JUCHE_YEAR = "Its Juche year and the year beside it are not the same."


class DayOrder(StrEnum):
    """Which of two numbers before a year is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class CellDate:
    """What a cell says: a date in EDTF or, where it is not sure, None and why, as a sentence."""

    edtf: str | None
    why: str = ""


def order_of(cells: Iterable[str]) -> DayOrder | None:
    """The order of day and month in a column: that which a number above twelve shows, if it shows one alone."""
    shown = set()
    for cell in cells:
        if found := EITHER.fullmatch(_without_time(cell)):
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                shown.add(DayOrder.DAY_FIRST)
            elif second > 12 >= first:
                shown.add(DayOrder.MONTH_FIRST)
    return shown.pop() if len(shown) == 1 else None


def date_of(cell: str, order: DayOrder | None) -> CellDate:
    """What a cell says, in a column of an order of day and month; None is an order that nobody knows."""
    text = _without_time(cell)
    if len(text) > _LONGEST:
        return CellDate(None, "It is too long to be a date.")
    if (exact := _exact(text)) is not None:
        return CellDate(exact)
    common = without_juche(text)
    if common is None:
        return CellDate(None, OTHER_JUCHE_YEAR)
    about = _ABOUT.match(common)
    text = common[about.end() :] if about else common
    if korean := _KOREAN.fullmatch(text):
        text = "-".join(f"{int(part):02}" for part in korean.groups() if part)
    if (numbers := EITHER.fullmatch(text)) and numbers[1] != numbers[3]:
        found = _in_order(int(numbers[1]), int(numbers[3]), int(numbers[4]), order)
    else:
        found = _read(text)
    if found.edtf is None:
        return CellDate(None, NO_SUCH_DAY) if _is_no_day(text) else found
    return CellDate(f"{found.edtf}~") if about else found


def date_in_parts(year: str, month: str, day: str) -> CellDate:
    """The date of three cells, of which day, or day and month, may be empty, zero or unknown: then it is coarser."""
    if not re.fullmatch(r"[0-9]{4}", year):
        return CellDate(None, "The year is no year of four digits.")
    if not month or re.fullmatch(r"0+", month):
        return CellDate(year) if not day.strip("0") else CellDate(None, "There is a day and no month.")
    named = date_of(f"{month} {year}" if not month.isdigit() else f"{year}-{month:0>2}", None)
    if named.edtf is None or not day.strip("0"):
        return named
    return (
        date_of(f"{named.edtf}-{day:0>2}", None) if day.isdigit() else CellDate(None, "The day is no number.")
    )


def lasting(start: str, end: str) -> CellDate:
    """From one date to another, each a day, month or year."""
    try:
        first, last = parse(start), parse(end)
        whole = parse(f"{start}/{end}")
    except EdtfError as error:
        return CellDate(None, str(error))
    if first.earliest is not None and last.latest is not None and first.earliest > last.latest:
        return CellDate(None, "It ends before it begins.")
    return CellDate(start if start == end else whole.text)


def _without_time(cell: str) -> str:
    """The date of a cell that has a time of day too."""
    text = " ".join(cell.split())
    found = _TIME.search(text)
    return text[: found.start()] if found and found.end() == len(text) else text


def _exact(text: str) -> str | None:
    """A cell that is EDTF as it stands."""
    try:
        return parse(text).text
    except EdtfError:
        return None


def _in_order(first: int, second: int, year: int, order: DayOrder | None) -> CellDate:
    if order is None and first <= 12 and second <= 12:
        return CellDate(None, EITHER_ORDER)
    day_first = order is DayOrder.DAY_FIRST or (order is None and first > 12)
    day, month = (first, second) if day_first else (second, first)
    exact = _exact(f"{year:04}-{month:02}-{day:02}")
    return CellDate(exact) if exact else CellDate(None, NO_SUCH_DAY)


def _is_no_day(text: str) -> bool:
    """Whether it is a day that never was, as 30 February: with another number it would be one."""
    if parts := _YEAR_FIRST.fullmatch(text):
        year, month, day = parts.group(1, 3, 4) if parts[1] else parts.group(5, 6, 7)
        return not _exact(f"{year}-{int(month):02}-{int(day):02}")
    earlier = _LAST_DAYS.sub("28", text)
    return earlier != text and _read(earlier).edtf is not None


def _read(text: str) -> CellDate:
    not_sure = CellDate(None, "What date that is, is not sure.")
    if not DATE_AND_NO_MORE.fullmatch(text) or (text.isdigit() and not _DIGITS.fullmatch(text)):
        return not_sure
    try:
        readings = {reading for origin in FAR_APART for reading in read(text, origin)}
    except ValueError:
        return not_sure
    if len(readings) != 1:
        return not_sure
    reading = readings.pop()
    # A stretch, as `4-6 july 2017`, is no EDTF: whether it lasts or lies within, a cell does not say.
    exact = _exact(reading.typed)
    return CellDate(exact) if exact else not_sure
