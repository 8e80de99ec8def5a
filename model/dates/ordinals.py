"""Weekdays and ordinals in the words of a date, and whether a date can be what they say.

Only what is certain is judged: words that are not known here, and those that leave room, contradict nothing.
"""

import re

from model.dates.civil import civil_date, days_in_month, weekday
from model.dates.edtf import Edtf, Precision, Shape
from model.dates.wording import WEEKDAYS_FULL

_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_ENGLISH = {name.lower(): number for number, name in enumerate(WEEKDAYS_FULL)} | _SHORT
_KOREAN = "월화수목금토일"

_WEEKDAY = re.compile(rf"\b({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b", re.IGNORECASE)
_KOREAN_WEEKDAY = re.compile(rf"([{_KOREAN}])요일|(?<=일)\s?\(([{_KOREAN}])\)")

_NUMBERS = ("first", "second", "third", "fourth", "fifth")
_NTH = rf"(?:({'|'.join(_NUMBERS)})|([1-5])(?:st|nd|rd|th)|(last))"
_NTH_WEEKDAY = re.compile(rf"\b{_NTH}\s+({'|'.join(_ENGLISH)})\b", re.IGNORECASE)
_NTH_QUARTER = re.compile(rf"\b{_NTH}\s+quarter\b", re.IGNORECASE)
_CENTURY = re.compile(
    r"\b([1-9][0-9]?)(?:st|nd|rd|th)[\s-]century\b(?!\s+BC)|(?<!기원전)(?<!기원전 )(?<![0-9])([1-9][0-9]?)세기",
    re.IGNORECASE,
)
_KOREAN_QUARTER = re.compile(r"(?<![0-9])([1-4])분기")
_ANNIVERSARY = re.compile(
    r"\b(?P<nth>[0-9]{1,3})(?:st|nd|rd|th)\s+anniversary\s+of\b[^0-9]{0,40}(?<![0-9])(?P<year>[12][0-9]{3})(?![0-9])"
    r"|(?<![0-9])(?P<korean_year>[12][0-9]{3})년[^0-9]{0,40}(?<![0-9])(?P<korean_nth>[0-9]{1,3})주년",
    re.IGNORECASE,
)
"""An anniversary with the year from which it counts."""


def weekdays_in(words: str) -> frozenset[int]:
    """The weekdays that words name, in English or Korean, as in `model.dates.civil.weekday`."""
    english = {_ENGLISH[found[0].lower()] for found in _WEEKDAY.finditer(words)}
    return frozenset(
        english | {_KOREAN.index(found[1] or found[2]) for found in _KOREAN_WEEKDAY.finditer(words)}
    )


def can_be_weekday(date: Edtf, best: int | None, words: str) -> bool:
    """Whether a date can be on a weekday that its words name.

    A day is one; of bounds, the estimate `best` is one, and they hold one; what lasts begins and ends with one.
    """
    named = weekdays_in(words)
    if not named:
        return True
    if best is not None and weekday(best) not in named:
        return False
    if date.shape is Shape.EXTENT:
        ends = [part for part in (date.start, date.end) if part is not None]
        return all(part.precision is not Precision.DAY or weekday(part.first_day) in named for part in ends)
    if date.earliest is None or date.latest is None or date.latest - date.earliest >= 6:
        return True
    return any(weekday(day) in named for day in range(date.earliest, date.latest + 1))


def nearest_on_weekday(day: int, words: str) -> tuple[int, int]:
    """The last day before `day`, and the first one after it, that are on a weekday which words name, one at least."""
    named = weekdays_in(words)
    return (
        next(it for it in range(day - 1, day - 8, -1) if weekday(it) in named),
        next(it for it in range(day + 1, day + 8) if weekday(it) in named),
    )


def can_be_ordinal(date: Edtf, words: str) -> bool:
    """Whether a date can be the weekday of a month, the quarter, century or anniversary that its words count."""
    if (found := _NTH_WEEKDAY.search(words)) and (day := date.single_day) is not None:
        return weekday(day) == _ENGLISH[found[4].lower()] and _is_nth_of_month(day, found)
    years, months = ({civil_date(day)[unit] for day in _bounds(date)} for unit in (0, 1))
    if (quarter := _quarter(words)) is not None:
        is_year = date.shape is Shape.POINT and date.precision is Precision.YEAR
        return is_year or {(month - 1) // 3 + 1 for month in months} <= {quarter}
    if found := _CENTURY.search(words):
        return {(year - 1) // 100 + 1 for year in years} <= {int(found[1] or found[2])}
    if found := _ANNIVERSARY.search(words):
        year = int(found["nth"] or found["korean_nth"]) + int(found["year"] or found["korean_year"])
        begun = date.earliest is None or civil_date(date.earliest)[0] <= year
        return begun and (date.latest is None or year <= civil_date(date.latest)[0])
    return True


def _bounds(date: Edtf) -> list[int]:
    return [day for day in (date.earliest, date.latest) if day is not None]


def _quarter(words: str) -> int | None:
    if found := _KOREAN_QUARTER.search(words):
        return int(found[1])
    found = _NTH_QUARTER.search(words)
    return _number(found) if found and found[3] is None and _number(found) <= 4 else None


def _is_nth_of_month(day: int, found: re.Match[str]) -> bool:
    year, month, day_of_month = civil_date(day)
    if found[3] is not None:
        return day_of_month + 7 > days_in_month(year, month)
    return (day_of_month - 1) // 7 + 1 == _number(found)


def _number(found: re.Match[str]) -> int:
    return int(found[2]) if found[2] is not None else _NUMBERS.index(found[1].lower()) + 1
