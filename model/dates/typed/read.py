"""DateReading a date as people type it. Nothing is filled in with today: what is missing comes from a given day."""

import re
from collections.abc import Callable

from model.dates.civil import civil_date
from model.dates.edtf import EdtfError, parse
from model.dates.refusal import shown
from model.dates.typed import absolute, relative, runs, years
from model.dates.typed.korean import in_english
from model.dates.typed.reading import DateReading, NotADate
from model.dates.typed.words import DAY, MONTH, normal

MOST_CHARACTERS = 200
"""The longest text that is read; a date is short."""

EXAMPLES = "try 9 may, 2025-05 or last wednesday"

_Rule = Callable[[str, int], list[DateReading]]
_RULES: tuple[_Rule, ...] = (
    relative.counted,
    relative.named_weekday,
    relative.named_unit,
    relative.named_month,
    relative.numbered_week,
    absolute.with_weekday,
    absolute.day_and_month,
    absolute.month,
    absolute.day_alone,
    absolute.in_numbers,
    runs.run_of_digits,
    years.decade_or_century,
    years.far_year,
    years.quarter,
    absolute.weekday_of_month,
    years.year,
)
_PART = re.compile(r"(early|beginning|start|mid|middle|late|end)[ -](.+)")
_BETWEEN = (r" (?:to|until|through) ", r" - ", r"-")
"""What stands between the ends of a range. A hyphen may also stand inside of one: it parts only what is of one kind."""

_DAY_OF_ITS_MONTH = re.compile(rf"(?:{MONTH}) {DAY}")
_ONE_DATE = re.compile(r"-?[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?")
_LIKE_EDTF = re.compile(r"(?:-?[0-9X]{4}|Y-?[0-9])[-0-9XYZTESW:?~%,]*", re.IGNORECASE)
_MOST_HYPHENS = 8


def read(
    text: str, origin: int, today: int | None = None, also: int | None = None
) -> tuple[DateReading, ...]:
    """What `text` can mean, the likeliest first, never empty. NotADate where it means nothing.

    What the text leaves out, and what it is counted from, is the day `origin`. Only the words today, yesterday and
    tomorrow mean the day `today`, where one is given, and the origin second. Where the year was left out, it may be
    that of the day `also` too.
    """
    try:
        found = _seen_from(text, origin, today)
    except NotADate:
        # It may be one in another year, as the 29 February is.
        others = _of_another_year(text, also, today, None)
        if not others:
            raise
        return others
    return tuple(dict.fromkeys((*found, *_of_another_year(text, also, today, found))))


def _of_another_year(
    text: str, also: int | None, today: int | None, found: tuple[DateReading, ...] | None
) -> tuple[DateReading, ...]:
    """The same day or month in the year of `also`: what was typed names it, but no year."""
    if also is None or re.search(r"[0-9]{3}|[+-] ?[0-9]", text):
        return ()
    try:
        others = _seen_from(text, also, today)
    except NotADate:
        return ()
    if found is None:
        return others
    if civil_date(also)[0] not in {civil_date(it.first_day)[0] for it in others}:
        return ()
    days = {civil_date(reading.first_day)[1:] for reading in found}
    return tuple(it for it in others if civil_date(it.first_day)[1:] in days)


def _seen_from(text: str, origin: int, today: int | None) -> tuple[DateReading, ...]:
    if len(text) > MOST_CHARACTERS:
        raise NotADate(f"A date has at most {MOST_CHARACTERS} characters; this has {len(text)}.")
    exact = absolute.edtf(text.strip(), origin)
    if exact:
        return tuple(exact)
    words = in_english(normal(text), origin)
    days = [today, origin] if today is not None else [origin]
    named = [reading for day in days for reading in relative.named_day(words, day)]
    found = named or _read(words, origin)
    if not found:
        raise NotADate(_why(text.strip()))
    return tuple(dict.fromkeys(found))


def _read(words: str, origin: int) -> list[DateReading]:
    for rule in _RULES:
        found = rule(words, origin)
        if found:
            return found
    if (part := _PART.fullmatch(words)) is not None:
        return [years.part_of(part[1], whole) for whole in _read(part[2], origin)]
    if words.startswith("week "):
        return [relative.week_of(day) for day in _read(words.removeprefix("week "), origin)]
    return _range(words, origin)


def _range(words: str, origin: int) -> list[DateReading]:
    """`7-10 may`, `may 7 to 10`, `aug-sep 2025`: each end may leave out what the other says."""
    if _ONE_DATE.fullmatch(words):
        return []
    for pattern in _BETWEEN:
        for found in list(re.finditer(pattern, words))[:_MOST_HYPHENS]:
            left, right = words[: found.start()].split(), words[found.end() :].split()
            reading = _from_to(left, right, origin, alike="-" in pattern) if left and right else None
            if reading is not None:
                return [reading]
    return []


def _from_to(left: list[str], right: list[str], origin: int, alike: bool) -> DateReading | None:
    """The range between two ends, given in words; what comes last in one, or first in the other, may be said once.

    A bare number is an end only beside another one. Where the ends must be `alike`, both are days, months or years.
    """
    # The number of `may 10` is its day, and no year for the other end.
    first_ending = len(right) if _DAY_OF_ITS_MONTH.fullmatch(" ".join(right)) else 1
    completed = [([*left, *right[ending:]], right) for ending in range(first_ending, len(right) + 1)]
    completed += [(left, [*left[:kept], *right]) for kept in range(len(left) - 1, 0, -1)]
    for first, last in completed:
        if len({re.fullmatch(DAY, " ".join(words)) is None for words in (first, last)}) > 1:
            continue
        start, end = _end(" ".join(first), origin), _end(" ".join(last), origin)
        if start is None or end is None or start.first_day > end.last_day:
            continue
        if not alike or start.start.precision is end.end.precision:
            return DateReading(start.start, end.end)
    return None


def _end(words: str, origin: int) -> DateReading | None:
    """One end of a range, in its likeliest reading."""
    try:
        exact = absolute.edtf(words, origin)
        return next(
            iter(exact or next((found for rule in _RULES if (found := rule(words, origin))), [])), None
        )
    except NotADate:
        return None


def _why(text: str) -> str:
    """Why nothing could be read: what looks like EDTF, a year first in each part, is told what is wrong with it."""
    parts = [part for part in re.split(r"/|\.\.", text.strip("[]{}")) if part]
    if parts and all(_LIKE_EDTF.fullmatch(part) for part in parts):
        try:
            parse(text.upper())
        except EdtfError as error:
            return str(error)
    return f"{shown(text)} is no date; {EXAMPLES}."
