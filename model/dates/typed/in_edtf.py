"""Words for a date as the corpus format writes it: what to write in place of what is no EDTF."""

import datetime
import re

from model.dates.civil import day_number
from model.dates.typed.read import read
from model.dates.typed.reading import NotADate

_ONE_DAY, _ANOTHER_DAY = day_number(2019, 3, 5), day_number(2022, 7, 20)
"""Two days of no month, weekday or year in common: what words mean on both, they mean by themselves."""

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})")
_OPEN = re.compile(r"\b(?:since|until|till|by|before|after|from|about|around|circa|c\.|ca\.)", re.IGNORECASE)
"""What is more than the date after it."""


def in_edtf(text: str) -> str:
    """The date in EDTF that words name by themselves, as `2025-10-14` of `14 Oct 2025`; empty where that is not one.

    Of what has a first and a last day it is both forms, each with when it is right.
    """
    if week := _WEEK.fullmatch(text):
        return _of_week(int(week[1]), int(week[2]))
    if _OPEN.search(text):
        return ""
    try:
        readings, others = read(text, _ONE_DAY), read(text, _ANOTHER_DAY)
    except NotADate:
        return ""
    if len(readings) != 1 or readings != others:
        return ""
    start, _, end = readings[0].typed.partition(" to ")
    return f"{start}/{end} if it lasts, [{start}..{end}] if it happens once" if end else start


def _of_week(year: int, week: int) -> str:
    try:
        first, last = (datetime.date.fromisocalendar(year, week, day) for day in (1, 7))
    except ValueError:
        return ""
    return f"{first}/{last} if it lasts, [{first}..{last}] if it happens once"
