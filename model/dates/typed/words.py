"""The words that typed dates are made of, and typed text brought into one form before it is read."""

import re

from model.dates.wording import MONTHS, WEEKDAYS_FULL

MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
WEEKDAY = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
FULL_YEAR = r"[12][0-9]{3}"
"""A year that is known for one whatever stands beside it."""

YEAR = r"(?:ad [0-9]{1,13}|[0-9]{1,13} ?(?:bc|ad)|-?[0-9]{4}|[0-9]{2,5})"
"""Only with its era has a year one digit, or more than five: 20250430 and `9 may 9` mean something else."""
UNIT = r"days?|d|weeks?|wks?|w|fortnights?|months?|m|years?|yrs?|y|decades?|centur(?:y|ies)"
LAST, NEXT, THIS = r"last|past|previous", r"next|coming|upcoming|following", r"this|current"

NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
"""Numbers in words, from one on."""

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_SAME_MEANING = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?<=[a-z])\.", ""),
        (r"\ban?(?= (?:" + UNIT + r"|thousand|million|billion)\b)", "1"),
        (r"[,\s]+", " "),
        ("[\u2010-\u2015\u2212]", "-"),
        (r"\bbce\b", "bc"),
        (r"\bce\b", "ad"),
        (r"(?<=[a-z0-9])\?$", ""),
        (r"\bthe ", ""),
        (r" (?:of|in) ", " "),
        (r"^(?:on|at|by|from|since|until|during|about|around|circa|c|some time) ", ""),
        (r"^in (?!(?:[0-9.]+|an?|few) (?:" + UNIT + r"|thousand|million|billion)\b)", ""),
    )
)
"""Patterns and what to put in their place, in order; `some time in 5-7 May` means the same as `5-7 May` here."""


def normal(text: str) -> str:
    """Typed text in lower case, with numbers as digits and without the words that say nothing about which day it is."""
    text = " ".join(_digits(word) for word in text.strip().lower().split())
    for pattern, instead in _SAME_MEANING:
        text = pattern.sub(instead, text).strip()
    return text


def month_number(name: str) -> int:
    """1 to 12 for a name that `MONTH` matches."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower()[:3] == name[:3])


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, for a name that `WEEKDAY` matches."""
    return next(number for number, day in enumerate(WEEKDAYS_FULL) if day.lower()[:3] == name[:3])


def _digits(word: str) -> str:
    if word in NUMBERS:
        return str(NUMBERS.index(word) + 1)
    if word in _ORDINALS:
        number = _ORDINALS.index(word) + 1
        return f"{number}{_ENDINGS.get(number, 'th')}"
    return word
