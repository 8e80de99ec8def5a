"""The date that the words of a source name, without what stands around it, read by the rules of typed dates."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from model.dates.edges import Edge, edge_of
from model.dates.edtf import Edtf
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

COUNTS = re.compile(
    r"\b(?:yesterday|today|tomorrow)\b|\b(?:last|next|this) \w|\b(?:ago|in [a-z0-9]+ (?:day|week|month|year)s?)\b"
    r"|오늘|어제|내일|모레|그제|그저께|지난|이번|다음|오는|금주|이달|내달|올해|금년|작년|내년"
    r"|[0-9] ?(?:일|주|주일|개월|달|년) ?[전뒤후]",
    re.IGNORECASE,
)
"""What counts from the day of saying. `the following week`, `이날` count from what was told before."""

_CLOCK = r"(?:at |around |about )?[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.?"
_PART_OF_A_DAY = re.compile(
    rf"^{_CLOCK},? (?:on )?|,? {_CLOCK}$|\s*오[전후] [0-9]{{1,2}}시(?: [0-9]{{1,2}}분)?$|"
    r"(?:in )?the (?:early |late )?(?:morning|afternoon|evening|night) of\s+|\s+(?:morning|afternoon|evening|night)$"
    r"|\s*(?:오전|오후|새벽|아침|저녁|밤)$|^(?:early |late )?on (?:the )?|\s*\((?:현지\s?시[간각]|local time)\)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    rf"(?:(?:last|next|this) (?={_MONTH_NAME}\b)"
    r"|(?:지난|오는|다가오는|이번)\s*(?=[0-9]+\s*[월일])"
    r"|(?:지난해|작년|올해|금년|내년|재작년)\s*(?=[0-9]+\s*월)|(?:지난달|이달|다음\s?달|내달|이번\s?달)\s*(?=[0-9]+\s*일))",
    re.IGNORECASE,
)
"""What counts from the day of saying, before a month or day that is named besides."""

_WEEKDAY_BEFORE = re.compile(rf"(?:on )?(?:{WEEKDAY})\b\.?,?\s+(?=\S*[0-9]|{_MONTH_NAME})", re.IGNORECASE)
_KOREAN_WEEKDAY = re.compile(r"\s*(?:\([월화수목금토일](?:요일)?\)|(?<=일) [월화수목금토일]요일)")


@lru_cache(maxsize=256)
def named(words: str) -> tuple[str, Edge | None]:
    """The date that words name by itself, empty where they name none, and which end of a stretch it is, if any."""
    core, edge = core_of(words)
    # Of 10월 10일 전 an end is already taken, so that it is no count of days.
    counts = COUNTS.search(_AWAY.sub("", words if edge is None else core))
    core = _AWAY.sub("", core, count=1)
    is_named = not counts and _NAMES_A_DATE.search(core)
    return (core, edge) if is_named else ("", None)


@lru_cache(maxsize=256)
def core_of(words: str) -> tuple[str, Edge | None]:
    """The words of a date without what stands around it, and which end of a stretch that makes it, if it does.

    Empty where the words are too long to be a date.
    """
    if len(words) > _LONGEST:
        return "", None
    date, edge = edge_of(re.sub(r"['’]s?$", "", " ".join(words.split())))
    core = _PART_OF_A_DAY.sub("", date)
    if edge is not None and core != date and not edge.within:
        # What is after three o'clock is on that very day.
        edge = replace(edge, within=True, a_day=True)
    core = _KOREAN_WEEKDAY.sub("", core)
    weekday = _WEEKDAY_BEFORE.match(core)
    return core[weekday.end() :] if weekday else core, edge


def days_of(date: Edtf, best: int | None) -> list[int]:
    """The days in whose years and months the words are looked for."""
    return [day for day in dict.fromkeys((best, date.earliest, date.latest)) if day is not None]


def readings(core: str, origins: Iterable[int]) -> list[DateReading]:
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
