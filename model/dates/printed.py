"""Dates in the words of a source, held against dates that were made of them, by the rules that read typed dates.

Only what is certain is judged: of words that cannot be read, or leave room, nothing is said.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from model.dates.as_written import is_written_so
from model.dates.edtf import Edtf, Precision, Shape
from model.dates.typed.read import read
from model.dates.typed.reading import DateReading
from model.dates.typed.words import WEEKDAY

_LONGEST = 60
"""The words of a date are few; a whole sentence is no date."""

_MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_NAMES_A_DATE = re.compile(
    rf"\b{_MONTH_NAME}\b|\b{_MONTH_NAME.upper()}\b|(?<![0-9])[12][0-9]{{3}}(?![0-9])|[0-9](?:st|nd|rd|th)\b"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2}|[0-9] ?[년월일]|[0-9]분기|세기|[0-9] (?i:bc|bce|ad)\b"
)
"""A month with its capital: `may` and `march` are other words too, and a bare number counts anything."""

_COUNTS = re.compile(
    r"\b(?:yesterday|today|tomorrow)\b|\b(?:last|next|this) \w|\b(?:ago|in [a-z0-9]+ (?:day|week|month|year)s?)\b"
    r"|오늘|어제|내일|모레|그제|그저께|지난|이번|다음|오는|금주|이달|내달|올해|금년|작년|내년"
    r"|[0-9] ?(?:일|주|주일|개월|달|년) ?[전뒤후]",
    re.IGNORECASE,
)
"""What counts from the day of saying. `the following week`, `이날` count from what was told before."""

_EDGES = (
    ("by", r"(?:no|not) later than|on or before|by|until|till", "까지"),
    ("before", r"before|prior to|ahead of", "이전|전까지|전에|전"),
    ("since", r"since|starting|as of", "부터"),
    ("after", r"after", "이후|후"),
)
"""Words that make a date one end of a stretch: *by* and *since* name it, *before* and *after* what lies beyond it."""

_EDGE = re.compile(
    "|".join(rf"(?:{english})\b\s*(?P<{name}>.+)" for name, english, _ in _EDGES), re.IGNORECASE
)
_KOREAN_EDGE = re.compile(
    r"(?![0-9]+ ?(?:일|주|주일|개월|달|년) ?[전뒤후]$)(?P<date>.*?[년월일말초순])\s*(?:"
    + "|".join(f"(?P<{name}>{korean})" for name, _, korean in _EDGES)
    + ")"
)
_FROM_ON = re.compile(r"(?:from|starting)\s+(?P<since>.+?)\s+(?:on|onwards?)", re.IGNORECASE)
_AT_THE_LATEST = re.compile(r"(?P<by>.+?)\s+at the latest", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:by|before|(?:no|not) later than|prior to|ahead of|at the latest)\b|이전|전까지|[0-9]일 전에|이내",
    re.IGNORECASE,
)
_CLOCK = r"(?:at |around |about )?[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.?"
_PART_OF_A_DAY = re.compile(
    rf"^{_CLOCK},? (?:on )?|,? {_CLOCK}$|\s*오[전후] [0-9]{{1,2}}시(?: [0-9]{{1,2}}분)?$|"
    r"(?:in )?the (?:early |late )?(?:morning|afternoon|evening|night) of\s+|\s+(?:morning|afternoon|evening|night)$"
    r"|\s*(?:오전|오후|새벽|아침|저녁|밤)$|^(?:early |late )?on (?:the )?|\s*\((?:현지\s?시[간각]|local time)\)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:the )?(?:early|beginning|start|mid|middle|late|end)\b|초$|초순|상순|중순|하순|말$", re.I
)
_END = re.compile(r"\b(?:end|beginning|start)\b|말$", re.IGNORECASE)
"""The end of May may well be its last day, and its start the first."""

_AWAY = re.compile(
    rf"(?:(?:last|next|this) (?={_MONTH_NAME}\b)"
    r"|(?:지난|오는|다가오는|이번)\s*(?=[0-9]+\s*[월일])"
    r"|(?:지난해|작년|올해|금년|내년|재작년)\s*(?=[0-9]+\s*월)|(?:지난달|이달|다음\s?달|내달|이번\s?달)\s*(?=[0-9]+\s*일))",
    re.IGNORECASE,
)
"""What counts from the day of saying, before a month or day that is named besides."""

_WEEKDAY_BEFORE = re.compile(rf"(?:on )?(?:{WEEKDAY})\b\.?,?\s+(?=\S*[0-9]|{_MONTH_NAME})", re.IGNORECASE)
_KOREAN_WEEKDAY = re.compile(r"\s*(?:\([월화수목금토일](?:요일)?\)|(?<=일) [월화수목금토일]요일)")


def names_another(words: str, date: Edtf, best: int | None = None) -> DateReading | None:
    """What printed words name, where that is not the date; None where it may be, or where they cannot be read."""
    core, edge = _named(words)
    if date.qualifier or not core or (not edge and is_written_so(date, core)):
        return None
    readings = _readings(core, _days_of(date, best))
    if not readings or any(
        _agrees(reading, date, edge, _PART.search(core) is not None) for reading in readings
    ):
        return None
    return readings[0]


def coarser(words: str, date: Edtf) -> DateReading | None:
    """What printed words name, where that is no day and the date is one, or no month and the date is one."""
    core, _ = _named(words)
    if date.shape is not Shape.POINT or date.qualifier or not core or is_written_so(date, core):
        return None
    readings = _readings(core, _days_of(date, None))
    is_part = _PART.search(core) is not None
    if _END.search(core) and any(date.earliest in (it.first_day, it.last_day) for it in readings):
        return None
    # Early May has days of its own in a reading, and none in the words.
    finest = [
        Precision.MONTH if is_part and it.start.precision is Precision.DAY else it.start.precision
        for it in readings
        if it.start == it.end or is_part
    ]
    return readings[0] if finest and len(finest) == len(readings) and max(finest) < date.precision else None


def leads_elsewhere(words: str, date: Edtf, first: int, last: int) -> DateReading | None:
    """What words that count from a day of saying lead to, where that is not the date, whichever day it was said.

    It was said from the day `first` to the day `last`. A day more on either side is allowed for time zones.
    """
    core, _ = _core(words)
    if date.qualifier or not _COUNTS.search(core):
        return None
    readings = _readings(core, (first - 1, last + 1))
    if not readings:
        return None
    earliest, latest = min(it.first_day for it in readings), max(it.last_day for it in readings)
    apart = (date.latest is not None and date.latest < earliest) or (
        date.earliest is not None and latest < date.earliest
    )
    return next(iter(_readings(core, (first,))), readings[0]) if apart else None


def names_a_day(words: str, date: Edtf, best: int | None) -> bool:
    """Whether words are a date and its weekday and nothing else, so that the weekday is that of the date."""
    if re.fullmatch(rf"(?:on )?(?:{WEEKDAY})|[월화수목금토일]요일", words.strip(), re.IGNORECASE):
        return True
    return bool(_readings(_named(words)[0], _days_of(date, best)))


def is_deadline(words: str) -> bool:
    """Whether words say by when, and not from when till when."""
    return _DEADLINE.search(words) is not None


def _named(words: str) -> tuple[str, str]:
    """The date that words name by itself, empty where they name none, and which end of a stretch it is."""
    core, edge = _core(words)
    core = _AWAY.sub("", core, count=1)
    return (
        ("", "") if _COUNTS.search(_AWAY.sub("", words)) or not _NAMES_A_DATE.search(core) else (core, edge)
    )


@lru_cache(maxsize=64)
def _core(words: str) -> tuple[str, str]:
    """The words without what stands around a date, and which end of a stretch that makes it, as in `_EDGES`."""
    if len(words) > _LONGEST:
        return "", ""
    core = re.sub(r"['’]s?$", "", " ".join(words.split()))
    edge = ""
    if found := next(
        filter(None, (it.fullmatch(core) for it in (_FROM_ON, _AT_THE_LATEST, _EDGE, _KOREAN_EDGE))), None
    ):
        named = {name: words for name, words in found.groupdict().items() if words is not None}
        date = named.pop("date", None)
        edge, core = next(iter(named)), date or next(iter(named.values()))
    core = _PART_OF_A_DAY.sub("", core)
    core = _KOREAN_WEEKDAY.sub("", core)
    weekday = _WEEKDAY_BEFORE.match(core)
    return core[weekday.end() :] if weekday else core, edge


def _days_of(date: Edtf, best: int | None) -> list[int]:
    """The days in whose years and months the words are looked for."""
    return [day for day in dict.fromkeys((best, date.earliest, date.latest)) if day is not None]


def _readings(core: str, origins: Iterable[int]) -> list[DateReading]:
    """All that the words can mean, seen from each of some days; nothing where one of these makes no sense of them."""
    found: dict[DateReading, None] = {}
    for origin in origins if core else ():
        found |= dict.fromkeys(_read(core, origin))
    return list(found)


@lru_cache(maxsize=64)
def _read(core: str, origin: int) -> tuple[DateReading, ...]:
    """Kept for a while: a date is held against its words in several ways, one after the other."""
    try:
        return read(core, origin)
    except ValueError:
        return ()


def _agrees(reading: DateReading, date: Edtf, edge: str, vague: bool) -> bool:
    first, last = reading.first_day, reading.last_day
    if edge:
        return _is_end(edge, first - 1, last + 1, date)
    if vague:
        # What is early, to a third of its whole, others may take for longer.
        length = last - first
        first, last = first - length, last + length
    if (date.latest is not None and date.latest < first) or (
        date.earliest is not None and last < date.earliest
    ):
        return False
    ends_are_days = all(
        part is not None and part.precision is Precision.DAY
        for part in (date.start, date.end, reading.start, reading.end)
    )
    if date.shape is Shape.EXTENT and reading.start != reading.end and ends_are_days and not vague:
        return (first, last) == (date.earliest, date.latest)
    return True


def _is_end(edge: str, first: int, last: int, date: Edtf) -> bool:
    """Whether a date does not reach over an end that lies between two days; if that is named, it reaches that far."""
    to_end = edge in ("by", "before")
    reached = date.latest if to_end else date.earliest
    if reached is None:
        return True
    beyond, short = (last < reached, reached < first) if to_end else (reached < first, last < reached)
    is_named = edge in ("by", "since") and date.shape is not Shape.POINT
    return not beyond and not (is_named and short)
