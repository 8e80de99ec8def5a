"""Calendar arithmetic that people see: gaps between days in words, and a typed day.

Gaps are counted by `dateutil.relativedelta` in years 1 to 9998, elsewhere from mean Gregorian lengths.
Dateutil's parser is never used: it fills what is missing with today.
"""

import re
from datetime import date

from model.dates.civil import day_number
from model.dates.edtf import parse
from model.dates.refusal import shown
from model.dates.rounding import rounded

_MEAN_DAYS = {"months": 365.2425 / 12, "years": 365.2425}
_FIRST_DAY, _LAST_DAY = day_number(1, 1, 1), day_number(9998, 12, 31)
_BIG_UNITS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def gap_words(last_day: int, next_day: int) -> str:
    """The time between two day numbers in at most 20 cells: `24 days`, `7 years`, `4.6 billion years`.

    Days below 60 days, then the nearest month below 24 months, then the nearest year; from 10,000 years on in
    thousands, millions, billions. ValueError if `next_day` is before `last_day`.
    """
    days = next_day - last_day
    if days < 0:
        raise ValueError("A gap ends no earlier than it begins; give the earlier day first.")
    if days < 60:
        return _counted(days, "day")
    months = _nearest(last_day, next_day, "months")
    if months < 24:
        return _counted(months, "month")
    years = _nearest(last_day, next_day, "years")
    return _counted(years, "year") if years < 10_000 else f"{' '.join(rounded(years, _BIG_UNITS))} years"


def day_from_text(text: str) -> int:
    """The day number of a full day `YYYY-MM-DD` (ISO 8601; year 0000 is 1 BC, -0043 is 44 BC).

    ValueError, in one sentence, on all else.
    """
    if not re.fullmatch(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"{shown(text)} is not a full day; write it as YYYY-MM-DD, for example 2025-05-07.")
    day = parse(text).single_day
    assert day is not None
    return day


def _nearest(last_day: int, next_day: int, unit: str) -> int:
    """The gap in whole `unit`s ("months" or "years"), to the nearest one."""
    if last_day < _FIRST_DAY or next_day > _LAST_DAY:
        return round((next_day - last_day) / _MEAN_DAYS[unit])
    from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped,unused-ignore]

    first, last = date.fromordinal(last_day), date.fromordinal(next_day)
    gap = relativedelta(last, first)
    whole: int = gap.years if unit == "years" else gap.years * 12 + gap.months
    months = 12 if unit == "years" else 1
    before = first + relativedelta(months=whole * months)
    after = first + relativedelta(months=(whole + 1) * months)
    return whole if last - before <= after - last else whole + 1


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
