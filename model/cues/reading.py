"""What the words of one date mean, by the rules for typed dates: the readings, and the likeliest of several."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from model.cues.korean import HANGUL
from model.dates.civil import civil_date
from model.dates.edtf import Edtf, Part
from model.dates.typed.korean import in_english
from model.dates.typed.read import read
from model.dates.typed.reading import DateReading, one
from model.dates.typed.words import normal

FAR = 90
"""Days from which on a sentence that looks ahead, or back, decides between two years; below, the nearer is meant."""

_JUCHE = re.compile(r"주체\s?[0-9]{2,3}\s?\(\s?([0-9]{4})\s?\)\s?년")
_BESIDE = re.compile(r"\s*\((?:[A-Za-z.]+|[월화수목금토일](?:요일)?)\)$")
_AND = re.compile(r"\s+and\s+(?=(?:the\s+)?[0-9])")


@dataclass(frozen=True, slots=True)
class Context:
    """What the words of a date are read in.

    `origin` is the day, by number, that they count from, and `said` names it; `told` is the date told of before them,
    None where there is none; `ahead` says whether the sentence looks ahead (`model.cues.tense`).
    """

    origin: int
    said: str
    told: Edtf | None = None
    ahead: bool | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """A date in EDTF, None where the words do not give one, and how it was arrived at, in a sentence."""

    edtf: str | None
    why: str


def whole(words: str, context: Context) -> Meant:
    """A date that is printed in full."""
    found = readings(in_words(words, context.origin), context.origin)
    if not found:
        return Meant(None, "Printed, and no day of the calendar.")
    found = tuple(it for it in found if it.start.year > 999) or found
    if len({(it.start, it.end) for it in found}) > 1:
        said = " or ".join(it.words.partition(", a ")[0] for it in found)
        return Meant(None, f"It can be {said}.")
    return Meant(text_of(found[0], _FROM_TO.search(words) is not None), "Printed in full.")


def in_words(words: str, origin: int) -> str:
    """The words of a date as the rules for typed dates know them, in English and in one line."""
    words = re.sub(r"(?i)(?<=[a-z])-(?=century)", " ", words)
    plain = _AND.sub(" to ", _BESIDE.sub("", _JUCHE.sub(r"\1년", " ".join(words.split()))))
    return in_english(normal(plain), origin) if HANGUL.search(plain) else plain


def readings(words: str, origin: int) -> tuple[DateReading, ...]:
    """All that some words can mean, seen from a day; nothing where the rules make no sense of them."""
    try:
        return read(words, origin)
    except ValueError:
        return ()


_FROM_TO = re.compile(r"[0-9월일]\s?(?:[-–—~∼〜]|부터|에서)\s?[0-9]|\s(?:to|and|through|until|till)\s")
"""In the words of one date: from the first day or month to the last."""


def nearest(words: str, context: Context) -> Meant:
    """A day, a month or a stretch of them without a year: that of the year in which it lies nearest to the origin."""
    english = in_words(words, context.origin)
    here = civil_date(context.origin)[0]
    found = [
        reading
        for year in (here - 1, here, here + 1)
        for reading in readings(f"{english} {year}", context.origin)
        if reading.start.year == year and reading.start.month is not None
    ]
    return _chosen(found, context, "The year is not printed", _FROM_TO.search(words) is not None)


def nearest_of_month(words: str, context: Context) -> Meant:
    """A day without its month, as `8일` and `on the 15th`: the nearest to the origin."""
    day = int(re.sub(r"\D", "", normal(in_words(words, context.origin))) or 0)
    year, month, _ = civil_date(context.origin)
    found: list[DateReading] = []
    for by in (-1, 0, 1):
        months = year * 12 + month - 1 + by
        found += readings(f"{months // 12:04}-{months % 12 + 1:02}-{day:02}", context.origin)
    return _chosen(found, context, "The month is not printed")


def _chosen(found: Iterable[DateReading], context: Context, missing: str, lasts: bool = False) -> Meant:
    by_distance = sorted(dict.fromkeys(found), key=lambda it: (_distance(it, context.origin), it.first_day))
    if not by_distance:
        return Meant(None, f"{missing}, and none near {context.said} fits.")
    best, way = by_distance[0], "the one nearest to"
    if _distance(best, context.origin) > FAR and context.ahead is not None:
        ahead = context.ahead
        fitting = [it for it in by_distance if (it.last_day >= context.origin) is ahead]
        best, way = (fitting or by_distance)[0], "the next one after" if ahead else "the last one before"
    return Meant(text_of(best, lasts), f"{missing}; this is {way} {context.said}.")


def _distance(reading: DateReading, origin: int) -> int:
    if reading.first_day <= origin <= reading.last_day:
        return 0
    return abs((reading.first_day + reading.last_day) // 2 - origin)


def text_of(reading: DateReading, lasts: bool = False) -> str:
    """A reading in EDTF: a date, or a stretch in which something happens once or, if it `lasts`, from end to end."""
    if reading.start == reading.end:
        return part_text(reading.start)
    start, end = part_text(reading.start), part_text(reading.end)
    return f"{start}/{end}" if lasts else f"[{start}..{end}]"


def part_text(part: Part) -> str:
    """EDTF of a year, a month or a day."""
    return one(part).typed
