"""Dates written in digits alone, with nothing between them: `20250509`, `202505`, `090525`.

Each function gives the readings of a normalised text, the likeliest first, and none where it is of another kind.
"""

import re
from collections.abc import Iterator

from model.dates.civil import days_in_month
from model.dates.edtf import Part
from model.dates.typed.reading import DateReading, NotADate, one
from model.dates.typed.years import years_meant

_RUN = re.compile(r"[0-9]{6,12}")
_LIKELY_YEARS = range(1000, 3000)
"""The years of four digits that are looked for in a run."""


def run_of_digits(text: str, origin: int) -> list[DateReading]:
    """The days and months that six or eight digits can mean. NotADate where they, or another number of them, mean none.

    A year of so many digits has its era, or is written as EDTF has it, `Y20250509`: as a bare number nobody means it.
    """
    if not _RUN.fullmatch(text):
        return []
    parts = {6: _six, 8: _eight}.get(len(text), _none)(text, origin)
    readings = [one(part) for part in parts if _exists(part)]
    if not readings:
        raise NotADate(
            f'"{text}" is no day; write one as 2025-05-09, and a year of so many digits as Y{text}.'
        )
    return list(dict.fromkeys(readings))


def _eight(text: str, origin: int) -> Iterator[Part]:
    if int(text[:4]) in _LIKELY_YEARS:
        yield Part(int(text[:4]), int(text[4:6]), int(text[6:]))
    if int(text[4:]) in _LIKELY_YEARS:
        yield Part(int(text[4:]), int(text[2:4]), int(text[:2]))
        yield Part(int(text[4:]), int(text[:2]), int(text[2:4]))


def _six(text: str, origin: int) -> Iterator[Part]:
    if int(text[:4]) in _LIKELY_YEARS:
        yield Part(int(text[:4]), int(text[4:]))
    if int(text[2:]) in _LIKELY_YEARS:
        yield Part(int(text[2:]), int(text[:2]))
    first, last = (years_meant(digits, origin)[0] for digits in (text[:2], text[4:]))
    yield Part(first, int(text[2:4]), int(text[4:]))
    yield Part(last, int(text[2:4]), int(text[:2]))
    yield Part(last, int(text[:2]), int(text[2:4]))


def _none(text: str, origin: int) -> Iterator[Part]:
    yield from ()


def _exists(part: Part) -> bool:
    month, day = part.month or 0, part.day
    return 1 <= month <= 12 and (day is None or 1 <= day <= days_in_month(part.year, month))
