"""Words that give no more than a month, a year or a part of them, and dates that are finer.

Early, mid and late, 초 and 말 have no days of their own: they stand for the whole. 상순, 중순 and 하순 are ten days, a
half or a quarter of a year some months.
"""

import re
from collections.abc import Iterable

from model.dates.as_written import is_written_so
from model.dates.edges import is_plain
from model.dates.edtf import Edtf, Part, Precision, Shape
from model.dates.typed.reading import DateReading
from model.dates.worded import COUNTS, core_of, days_of, named, readings

_AROUND = (
    r"(?:(?:some ?time|around|about|in|on|at|during|towards?|as early as|as late as) )*(?:the )?(?:very )?"
)
_PART = re.compile(
    rf"{_AROUND}(?P<name>(?:early|mid(?:dle)?|late)(?:[ -](?:to|or)[ -](?:mid(?:dle)?|late))?"
    r"|beginning|start|end|close|turn)(?:[ -]of)?[ -](?:the )?(?P<whole>.+)",
    re.IGNORECASE,
)
_KOREAN_PART = re.compile(r"(?P<whole>.+?)\s?(?P<name>초반|중반|후반|초|말)(?:쯤|경|께)?")
_AT_AN_END = re.compile(r"end|beginning|start|close|turn|말", re.IGNORECASE)
"""The end of May may well be its last day, and its start the first."""

_HALF = re.compile(
    rf"{_AROUND}(?P<name>first|second|latter|last) half(?: of)? (?:the )?(?P<whole>.+)", re.IGNORECASE
)
_TEN_DAYS = re.compile(r"[초상중하]순(?:쯤|경|께)?$")
_MONTHS = re.compile(r"[상하]반기$|[1-4] ?분기$|^Q[1-4]\b|\bquarter\b", re.IGNORECASE)


def is_vague(core: str) -> bool:
    """Whether the words of a date name a part of a month, a year or a week of which people differ where it ends."""
    if is_plain(core):
        return False
    return _TEN_DAYS.search(core) is not None or any(it.fullmatch(core) for it in (_PART, _KOREAN_PART))


def wholes(core: str, origins: Iterable[int]) -> list[DateReading]:
    """What the words of a part can stand for, seen from each of some days: the least that has days of its own."""
    if is_plain(core):
        return []
    if _TEN_DAYS.search(core) or _MONTHS.search(core):
        return readings(core, origins)
    found = _HALF.fullmatch(core) or _PART.fullmatch(core) or _KOREAN_PART.fullmatch(core)
    if found is None:
        return []
    # A stretch from one date to another is no whole; a week and a decade are.
    whole = [it for it in readings(found["whole"], origins) if it.start.precision is it.end.precision]
    return [_half(found["name"], it) for it in whole] if found.re is _HALF else whole


def coarser(words: str, date: Edtf) -> DateReading | None:
    """What printed words name, where the date is finer: a day in a month that they name, a month in a year."""
    core, _ = named(words)
    if date.qualified or not core or is_written_so(date, core):
        return None
    origins = days_of(date, None)
    if whole := wholes(core, origins):
        return _finer_than(core, whole, date)
    found = readings(core, origins)
    finest = [it.start.precision for it in found if it.start == it.end]
    is_finer = (
        date.shape is Shape.POINT
        and len(finest) == len(found)
        and max(finest, default=Precision.DAY) < date.precision
    )
    return found[0] if found and is_finer else None


def coarser_counted(words: str, date: Edtf, first: int, last: int) -> DateReading | None:
    """The same of a part of what counts from a day of saying, from `first` to `last`: `late last month`, 이달 말."""
    core, _ = core_of(words)
    if date.qualified or not COUNTS.search(core):
        return None
    return _finer_than(core, wholes(core, (first, last)), date)


def _finer_than(core: str, found: list[DateReading], date: Edtf) -> DateReading | None:
    at_an_end = _AT_AN_END.search(core) is not None
    return found[0] if found and all(_ends_inside(date, it, at_an_end) for it in found) else None


def _ends_inside(date: Edtf, whole: DateReading, at_an_end: bool) -> bool:
    """Whether a date begins or ends on a day inside of a whole, at which the words that name a part of it put none."""
    if at_an_end and date.single_day in (whole.first_day, whole.last_day):
        return False
    begins = date.earliest is not None and whole.first_day < date.earliest <= whole.last_day
    return begins or (date.latest is not None and whole.first_day <= date.latest < whole.last_day)


def _half(name: str, whole: DateReading) -> DateReading:
    """Half of a year is six months; of anything else it has no days of its own."""
    year = whole.start.year
    if whole.start != whole.end or whole.start.precision is not Precision.YEAR:
        return whole
    first = 1 if name.lower() == "first" else 7
    return DateReading(Part(year, first), Part(year, first + 5))
