"""Counts of days, weeks, months and years in words, and dates no finer than what was counted.

Two years ago is a year and no day of it: what is counted in years is a year, in months a month, in weeks a week.
"""

import re

from model.dates.civil import civil_date, weekday
from model.dates.edtf import Part
from model.dates.typed.reading import one
from model.dates.typed.relative import shifted
from model.dates.typed.words import NUMBERS

_WORDS = {word: number for number, word in enumerate(NUMBERS, 1)} | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "a dozen": 12,
    "한": 1,
    "두": 2,
    "세": 3,
    "석": 3,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
}
_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
}
_UNITS = (
    ("d", r"days?|일(?!주)"),
    ("w", r"weeks?|주일?"),
    ("f", r"fortnights?"),
    ("m", r"months?|개월|달"),
    ("q", r"quarters?"),
    ("y", r"years?|yrs?|년|해"),
    ("t", r"decades?"),
    ("c", r"centur(?:y|ies)|세기"),
)
_COUNTED = re.compile(
    r"(?P<count>[0-9]{1,4}|a dozen|(?:"
    + "|".join(
        sorted(
            (re.escape(word) for word in _WORDS if len(word) > 1 or word > "z" or word == "a"),
            key=len,
            reverse=True,
        )
    )
    + r"))(?:\s|more\s)*(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS)
    + r")(?![A-Za-z])",
    re.IGNORECASE,
)
_DAYS_IN_A_WORD = re.compile("|".join([*_DAYS, "일주일", "보름", "반년"]))
_IN_A_WORD = {"일주일": (1, "w"), "반년": (6, "m")}
_TIMES = {"q": (3, "m"), "t": (10, "y"), "c": (100, "y"), "f": (2, "w")}

Span = tuple[int, str]
"""How many of a unit: "d" days, "w" weeks, "m" months, "y" years."""


def span_in(words: str) -> Span | None:
    """The count in some words; None where they have none or leave it open, as `several days` and `보름` do."""
    if found := _DAYS_IN_A_WORD.search(words):
        word = found[0]
        return (_DAYS[word], "d") if word in _DAYS else _IN_A_WORD.get(word)
    if re.search(
        r"(?i)\b(?:few|couple|pair|half|several|some|many|dozens)\b|몇|수[십백년개일주]|며칠", words
    ):
        return None
    found = _COUNTED.search(words)
    if found is None:
        return None
    count = int(found["count"]) if found["count"].isdigit() else _WORDS[found["count"].lower()]
    name = next(name for name, _ in _UNITS if found[name])
    times, unit = _TIMES.get(name, (1, name))
    return count * times, unit


def away(day: int, span: Span, by: int) -> str:
    """EDTF of the day, week, month or year a span after a day, or before it if `by` is -1; no finer than the unit."""
    count, unit = span
    there = shifted(day, by * count, unit)
    if unit == "d":
        return edtf_day(there)
    if unit == "w":
        monday = there - weekday(there)
        return f"[{edtf_day(monday)}..{edtf_day(monday + 6)}]"
    year, month, _ = civil_date(there)
    return f"{one(Part(year, month if unit == 'm' else None)).typed}~"


def edtf_day(day: int) -> str:
    """EDTF of a day number."""
    return one(Part(*civil_date(day))).typed
