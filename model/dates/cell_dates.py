"""Dates in the cells of big tables: whatever people and programs write there, read once the whole column was seen.

What `column.date_of` is sure of stands. Here are, besides: ranges, which last; unknown days and months as zeros; times
of day, of which only the day is kept; and numbers that count days or seconds, where the whole column is of them.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from model.dates.cell_doubt import without_doubt
from model.dates.cell_wholes import whole_of
from model.dates.civil import civil_date, day_number
from model.dates.column import (
    DATE_AND_NO_MORE,
    EITHER_ORDER,
    FAR_APART,
    NO_SUCH_DAY,
    CellDate,
    DayOrder,
    date_of,
    lasting,
)
from model.dates.edtf import EdtfError, parse
from model.dates.juche import without_juche
from model.dates.typed.read import read
from model.dates.within import written

LONGEST = 120
"""The most characters of a cell that may be a date, with its time and zone."""


class Numbers(StrEnum):
    """What the numbers of a column count, where all of it are numbers."""

    SECONDS = "seconds"
    """Since 1970, as Unix does, in UTC."""
    MILLISECONDS = "milliseconds"
    """The same, as JavaScript does."""
    EXCEL_1900 = "excel-1900"
    """Days, as spreadsheets do: 1 is 1 January 1900, and 60 a day that never was."""
    EXCEL_1904 = "excel-1904"
    """Days since 1 January 1904, as spreadsheets on old Macs do."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How the dates of a column are written: the order of day and month, and what plain numbers count."""

    order: DayOrder | None = None
    numbers: Numbers | None = None


class CellReading(NamedTuple):
    """What a cell says: EDTF, or None and why, as a sentence, which is empty where the cell is.

    `timed`: it has a time of day, which EDTF of this kind has not; `zoned`: and a zone other than UTC.
    """

    edtf: str | None
    why: str = ""
    timed: bool = False
    zoned: bool = False


NOTHING = CellReading(None)
_EPOCH = day_number(1970, 1, 1)
_ZERO_OF = {Numbers.EXCEL_1900: day_number(1899, 12, 30), Numbers.EXCEL_1904: day_number(1904, 1, 1)}
_SECONDS_OF = {Numbers.SECONDS: 86_400, Numbers.MILLISECONDS: 86_400_000}
_WRITTEN = (4, 8, 14)
"""How many digits a year has, a day without signs, and one with its time."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")

_ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_CLOCK = (
    r"(?:오전 ?|오후 ?)?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,:][0-9]{1,9})?)?"
    r"(?: ?[AaPp]\.?[Mm]\.?(?![A-Za-z]))?"
)
_ZONE = r"((?:GMT|UTC)? ?[+-][0-9]{1,2}(?::?[0-9]{2})?(?: ?\([^()]*\))?|[A-Z]{1,5})"
_TIME_LAST = re.compile(rf"(?:(?<=[0-9])T|,? ){_CLOCK}(?: ?{_ZONE})?")
_ONLY_DIGITS = re.compile(r"([0-9]{8})(?:T?([0-9]{2})([0-9]{2})([0-9]{2})?Z?)")
_RUN = re.compile(r"(?:1[3-9]|2[0-9])[0-9]{6}")
"""A day without signs. Read from its other end, its year would lie before 1232."""
_ZEROS = re.compile(r"([0-9]{4})([-/.]?)(00|[0-9]{2})\2(00)")
_FOLLOWED_BY_YEAR = re.compile(rf"(.*[A-Za-z]{{3,}} [0-9]{{1,2}}) {_CLOCK}(?: {_ZONE})? ([0-9]{{4}})")
_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")
_MONTH_BEFORE = re.compile(r"([A-Za-z]{3,}\.?) ([0-9]{1,2}) ?- ?([0-9]{1,2}),? ([0-9]{4})")
_LASTING = re.compile(
    r" (?:to|until|till|through|thru|bis) | ?[~\u2013\u2014\u301c\uff5e] ?|--| - | ?\u2192 ?|부터 ?"
)
_RANGE_AND_NO_MORE = re.compile(
    rf"(?:{DATE_AND_NO_MORE.pattern}|\b(?:to|until|till|through)\b)+", re.IGNORECASE
)
_KOREAN_DAY = re.compile(r"([0-9]{4})년 ?([0-9]{1,2})월 ?(?:([0-9]{1,2})일)?")
_KOREAN_REST = re.compile(r"(?:([0-9]{1,2})월 ?)?([0-9]{1,2})일(?:까지)?")


def reading_of(cell: str, convention: Convention) -> CellReading:
    """What a cell says, in a column of which the convention is known."""
    if (iso := _ISO.fullmatch(cell)) is not None and _is_day(iso[1]):
        # What most programs write, and a third of the time; all of it could be read below too.
        day, hour, minute, second, zone = iso.groups()
        timed = hour is not None and (hour != "00" or minute != "00" or second not in (None, "00"))
        return CellReading(day, "", timed, zone is not None and _is_zone(zone))
    text = " ".join(cell.split())
    if not text:
        return NOTHING
    if len(text) > LONGEST:
        return CellReading(None, "It is too long to be a date.")
    if convention.numbers is not None and _NUMBER.fullmatch(text):
        return _counted(text, convention.numbers)
    if _NUMBER.fullmatch(text) and len(text) not in _WRITTEN:
        return CellReading(
            None, "It is a number, and not all of its column counts the same from the same day."
        )
    bare, timed, zoned = _without_time(text)
    # A day comes again with other times; a cell without one is remembered whole by who reads a column.
    found = (_dated if bare == text else _dated_again)(bare, convention.order)
    return CellReading(found.edtf, found.why, timed, zoned)


def reading_of_parts(year: str, month: str, day: str, historical: bool = False) -> CellReading:
    """The date of three cells; it ends where the first gap is, be that empty, zero or unknown.

    `historical`: a year is as it is said, so that 44 is that of the first century and -44 is 44 BC. Otherwise a year
    has three or four digits.
    """
    year, month, day = (re.sub(r"\.0+$", "", it.strip()) for it in (year, month, day))
    number = re.fullmatch(r"(-?)([0-9]{1,4})", year)
    if number is None or (len(number[2]) < 3 and not historical) or (number[1] and not historical):
        return CellReading(None, "The year is no year of three or four digits.")
    if not int(number[2]):
        return NOTHING if not historical else CellReading(None, "There is no year 0 to speak of.")
    astronomical = 1 - int(number[2]) if number[1] else int(number[2])
    written = f"-{-astronomical:04}" if astronomical < 0 else f"{astronomical:04}"
    if not month.strip("0"):
        if day.strip("0"):
            return CellReading(None, "There is a day and no month.")
        return CellReading(written)
    if month.isdecimal():
        named = f"{written}-{int(month):02}" if len(month) < 3 else ""
    else:
        read_month = date_of(f"{month} 2004", None).edtf or ""
        named = f"{written}{read_month[4:7]}" if re.fullmatch(r"2004-[0-9]{2}", read_month) else ""
    if not named or not _is_edtf(named):
        return CellReading(None, "The month is none.")
    if not day.strip("0"):
        return CellReading(named)
    whole = f"{named}-{int(day):02}" if day.isdecimal() and len(day) < 3 else ""
    if not whole or not _is_edtf(whole):
        return CellReading(None, NO_SUCH_DAY)
    return CellReading(whole)


def _is_day(text: str) -> bool:
    """Whether a day of the years 1 to 9999 is one, at a tenth of the time of `_is_edtf`."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _counted(text: str, numbers: Numbers) -> CellReading:
    value = float(text)
    if numbers in _SECONDS_OF:
        unit = _SECONDS_OF[numbers]
        day, timed = _EPOCH + int(value // unit), value % unit != 0
    else:
        if numbers is Numbers.EXCEL_1900 and value < 61:
            return CellReading(None, "It is a day before March 1900, which spreadsheets count wrongly.")
        day, timed = _ZERO_OF[numbers] + int(value // 1), value % 1 != 0
    year, month, of_month = civil_date(day)
    if not 0 < year < 10_000:
        return CellReading(None, "It is no day that a program would count to.")
    return CellReading(f"{year:04}-{month:02}-{of_month:02}", timed=timed)


def _without_time(text: str) -> tuple[str, bool, bool]:
    """The date of a cell, whether it has a time of day too, and whether one of a zone."""
    if ":" not in text and not text[:1].isdigit():
        return text, False, False
    if digits := _ONLY_DIGITS.fullmatch(text):
        timed = bool((digits[2] + digits[3] + (digits[4] or "")).strip("0"))
        return digits[1], timed, False
    if found := _FOLLOWED_BY_YEAR.fullmatch(text):
        return f"{found[1]} {found[6]}", _is_time(found[2], found[3], found[4]), _is_zone(found[5])
    found = next((it for it in _TIME_LAST.finditer(text) if it.end() == len(text)), None)
    if found is None:
        return text, False, False
    timed = _is_time(found[1], found[2], found[3])
    return text[: found.start()].rstrip(" ,"), timed, timed and _is_zone(found[4])


def _is_time(*parts: str | None) -> bool:
    """Whether it is one that says something: midnight is what programs write for none."""
    return any(part and part.strip("0") for part in parts)


def _is_zone(zone: str | None) -> bool:
    return zone is not None and zone not in ("Z", "UTC", "GMT") and re.search(r"[1-9A-Z]", zone) is not None


def _dated(text: str, order: DayOrder | None) -> CellDate:
    if _RUN.fullmatch(text) and _is_edtf(whole := f"{text[:4]}-{text[4:6]}-{text[6:]}"):
        return CellDate(whole)
    if zeros := _ZEROS.fullmatch(text):
        if zeros[1] == "0000":
            return CellDate(None, "All of it is zeros.")
        part = zeros[1] if zeros[3] == "00" else f"{zeros[1]}-{zeros[3]}"
        return CellDate(part) if _is_edtf(part) else CellDate(None, "There is no such month.")
    text = without_juche(text) or text
    if (named := whole_of(text)) is not None:
        return CellDate(named)
    bare, about, doubted = without_doubt(text)
    if not about and not doubted:
        found = date_of(text, order)
        return found if found.edtf is not None else (_range(text, order) or found)
    found = _alone(bare, order)
    if found.edtf is None:
        return found
    marked = found.edtf + ("%" if about and doubted else "~" if about else "?")
    return CellDate(marked) if _is_edtf(marked) else CellDate(None, "What of it is in doubt, is not sure.")


_dated_again = lru_cache(maxsize=1 << 14)(_dated)


def _alone(text: str, order: DayOrder | None) -> CellDate:
    """A date by itself, with nothing said of how sure it is."""
    whole = whole_of(text)
    return CellDate(whole) if whole is not None else date_of(text, order)


def _range(text: str, order: DayOrder | None) -> CellDate | None:
    """What lasts from one date to another: both whole, or the one saying what the other leaves out."""
    if years := _YEARS.fullmatch(text):
        return lasting(years[1], years[2])
    for parting in _LASTING.finditer(text):
        found = _from_to(text[: parting.start()].strip(), text[parting.end() :].strip(), order)
        if found is not None:
            return found
    return _of_one_month(text)


def _from_to(left: str, right: str, order: DayOrder | None) -> CellDate | None:
    """From a whole date to another; None where an end is none."""
    if not left or not right:
        return None
    right = _korean_end(left, right) or right.removesuffix("까지")
    start, end = _alone(left, order), _alone(right, order)
    if start.edtf is not None and end.edtf is not None:
        # From some day of a season to one of another is no stretch that EDTF can say.
        return lasting(start.edtf, end.edtf) if "[" not in start.edtf + end.edtf else None
    return next((it for it in (start, end) if it.why == EITHER_ORDER), None)


def _of_one_month(text: str) -> CellDate | None:
    """`4-6 July 2017` and its like, where one date says what the other leaves out."""
    plain = re.sub(r" ?[~\u2013\u2014] ?", "-", text)
    plain = _MONTH_BEFORE.sub(r"\2-\3 \1 \4", plain)
    if not _RANGE_AND_NO_MORE.fullmatch(plain) or not re.search(r"[A-Za-z]", plain):
        return None
    try:
        readings = {it for origin in FAR_APART for it in read(plain, origin)}
    except ValueError:
        return None
    reading = readings.pop() if len(readings) == 1 else None
    if reading is None or reading.start == reading.end:
        return None
    return lasting(written(reading.start), written(reading.end))


def _korean_end(left: str, right: str) -> str | None:
    """The end of `2017년 7월 4일~6일`, with the year, or year and month, of its beginning."""
    begun, rest = _KOREAN_DAY.fullmatch(left), _KOREAN_REST.fullmatch(right)
    if begun is None or rest is None:
        return None
    return f"{begun[1]}-{int(rest[1] or begun[2]):02}-{int(rest[2]):02}"


@lru_cache(maxsize=1 << 12)
def _is_edtf(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True
