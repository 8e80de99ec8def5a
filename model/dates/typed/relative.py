"""Dates that are counted from another day: `+3d`, `two weeks ago`, `last wednesday`, `next month`.

Each function gives the readings of a normalised text, the likeliest first, and none where it is of another kind.
"""

import re

from model.dates.civil import civil_date, day_number, days_in_month, weekday
from model.dates.edtf import Part
from model.dates.typed.reading import (
    DateReading,
    NotADate,
    checked,
    day_reading,
    one,
    span_reading,
    year_span,
)
from model.dates.typed.words import (
    DAY,
    FULL_YEAR,
    LAST,
    MONTH,
    NEXT,
    THIS,
    UNIT,
    WEEKDAY,
    month_number,
    weekday_number,
)
from model.dates.wording import year_words

_SIGNED = re.compile(rf"([+-]) ?(?:([0-9]{{1,12}}) ?({UNIT})|([0-9]{{1,5}}))")
_COUNTED = re.compile(
    rf"(in )?([0-9]{{1,12}}) ?({UNIT})(?: (ago|back|earlier|before|later|after|hence|from now|from today))?"
)
_WEEKDAYS_AWAY = re.compile(rf"([0-9]{{1,6}}) ({WEEKDAY})s (ago|back|from now|later)")
_WEEKDAY = re.compile(rf"(?:({LAST}|{NEXT}|{THIS}) )?({WEEKDAY})")
_WEEKDAY_OF_WEEK = re.compile(rf"({WEEKDAY}) (?:from )?({LAST}|{NEXT}|{THIS}) week")
_UNIT = re.compile(
    rf"({LAST}|{NEXT}|{THIS}) (week|month|quarter|year|yr|decade|century)|(week|month|quarter|year)"
)
_MONTH = re.compile(rf"({LAST}|{NEXT}|{THIS}) ({MONTH})")
_DAY_OF_MONTH = re.compile(rf"({DAY}) ({LAST}|next|{THIS}) month")
_DAYS = {
    "today": 0,
    "now": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}
_BACK = ("ago", "back", "earlier", "before")
_MONTHS_OF = {"m": 1, "y": 12, "d": 120, "c": 1200}


def shifted(day: int, count: int, unit: str) -> int:
    """The day `count` units on: a month later is the same day of the next month, or that one's last."""
    if unit == "" or unit.startswith("da") or unit == "d":
        return day + count
    if unit[0] in "wf":
        return day + count * (7 if unit[0] == "w" else 14)
    year, month, of_month = civil_date(day)
    months = year * 12 + month - 1 + count * _MONTHS_OF[unit[0]]
    year, month = checked(months // 12), months % 12 + 1
    return day_number(year, month, min(of_month, days_in_month(year, month)))


def counted(text: str, origin: int) -> list[DateReading]:
    """`+3d`, `-2w`, `+1m`, `-5y`, `in 2 weeks`, `3 days ago`."""
    if (found := _SIGNED.fullmatch(text)) is not None:
        count = int(found[1] + (found[2] or found[4]))
        return [day_reading(shifted(origin, count, found[3] or ""))]
    found = _COUNTED.fullmatch(text)
    if found is None or bool(found[1]) == bool(found[4]):
        return []
    count = -int(found[2]) if found[4] in _BACK else int(found[2])
    return [day_reading(shifted(origin, count, found[3]))]


def named_day(text: str, origin: int) -> list[DateReading]:
    """`today`, `yesterday`, `the day after tomorrow`."""
    return [day_reading(origin + _DAYS[text])] if text in _DAYS else []


def named_weekday(text: str, origin: int) -> list[DateReading]:
    """`last wednesday`; `wednesday` and `next wednesday`, which may be this week's or another's."""
    if (away := _WEEKDAYS_AWAY.fullmatch(text)) is not None:
        gap = int(away[1]) * (-1 if away[3] in _BACK else 1)
        first = _weekday_from(origin, weekday_number(away[2]), gap)
        return [day_reading(first + 7 * (gap - (1 if gap > 0 else -1)))]
    if (of_week := _WEEKDAY_OF_WEEK.fullmatch(text)) is not None:
        monday = origin - weekday(origin) + 7 * _direction(of_week[2])
        return [day_reading(monday + weekday_number(of_week[1]))]
    found = _WEEKDAY.fullmatch(text)
    if found is None:
        return []
    wanted = weekday_number(found[2])
    before, after = _weekday_from(origin, wanted, -1), _weekday_from(origin, wanted, 1)
    this_week = origin - weekday(origin) + wanted
    way = _direction(found[1]) if found[1] else None
    days = {-1: [before], 0: [this_week, after], 1: [after, this_week + 7], None: [after, before]}[way]
    if way == -1 and found[1] == "last" and before > this_week - 7 and before < origin - weekday(origin):
        days.append(this_week - 7)
    return [day_reading(day) for day in dict.fromkeys(days)]


def named_unit(text: str, origin: int) -> list[DateReading]:
    """`last week`, `next month`, `this year`."""
    found = _UNIT.fullmatch(text)
    if found is None:
        return []
    way, unit = (_direction(found[1]), found[2]) if found[1] else (0, found[3])
    year, month, _ = civil_date(origin)
    if unit == "week":
        monday = origin - weekday(origin) + 7 * way
        return [span_reading(monday, monday + 6)]
    if unit in ("month", "quarter"):
        size = 1 if unit == "month" else 3
        first = ((year * 12 + month - 1) // size + way) * size
        last = first + size - 1
        return [DateReading(Part(first // 12, first % 12 + 1), Part(last // 12, last % 12 + 1))]
    size = {"y": 1, "d": 10, "c": 100}[unit[0]]
    start = (year // size + way) * size
    return [year_span(start, start + size - 1)]


def named_month(text: str, origin: int) -> list[DateReading]:
    """`next march`, `last may`, `the 20th of last month`."""
    year, here, _ = civil_date(origin)
    if (found := _DAY_OF_MONTH.fullmatch(text)) is not None:
        months = year * 12 + here - 1 + _direction(found[2])
        day = int(re.sub("[a-z]", "", found[1]))
        if 1 <= day <= days_in_month(months // 12, months % 12 + 1):
            return [one(Part(months // 12, months % 12 + 1, day))]
        return []
    found = _MONTH.fullmatch(text)
    if found is None:
        return []
    number, way = month_number(found[2]), _direction(found[1])
    year += 1 if way > 0 and number <= here else -1 if way < 0 and number >= here else 0
    return [one(Part(year, number))]


def numbered_week(text: str, origin: int) -> list[DateReading]:
    """`week 20`, `week 20 2024`: the ISO 8601 week of the origin's year or, where one was said, of that one."""
    found = re.fullmatch(rf"week ([0-9]{{1,2}})(?: ({FULL_YEAR}))?", text)
    if found is None:
        return []
    year = int(found[2]) if found[2] else civil_date(origin)[0]
    # A week is of the year in which its Thursday lies: 4 January is always in the first, 28 December in the last.
    first, last = (week_of(one(Part(year, *day))).first_day for day in ((1, 4), (12, 28)))
    week = first + 7 * (int(found[1]) - 1)
    if not first <= week <= last:
        raise NotADate(f"{year_words(year)} has the weeks 1 to {(last - first) // 7 + 1}.")
    return [span_reading(week, week + 6)]


def week_of(day: DateReading) -> DateReading:
    """The week, from its Monday, in which a day lies."""
    monday = day.first_day - weekday(day.first_day)
    return span_reading(monday, monday + 6)


def _weekday_from(origin: int, wanted: int, by: int) -> int:
    """The next such weekday after the origin, or the last before it; never the origin itself."""
    if by > 0:
        return origin + (wanted - weekday(origin) - 1) % 7 + 1
    return origin - (weekday(origin) - wanted - 1) % 7 - 1


def _direction(word: str) -> int:
    return -1 if re.fullmatch(LAST, word) else 1 if re.fullmatch(NEXT, word) else 0
