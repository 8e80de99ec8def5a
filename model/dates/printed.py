"""Dates in the words of a source, held against dates that were made of them, by the rules that read typed dates.

Only what is certain is judged: of words that cannot be read, or leave room, nothing is said.
"""

import re
from dataclasses import dataclass, replace

from model.dates.as_written import is_written_so
from model.dates.coarse import is_vague, wholes
from model.dates.edges import Edge, bounded, ending
from model.dates.edtf import Edtf, Precision, Shape
from model.dates.typed.reading import DateReading, one
from model.dates.typed.words import WEEKDAY
from model.dates.worded import COUNTS, core_of, days_of, named, readings

_DEADLINE = re.compile(
    r"\b(?:by|before|(?:no|not) later than|prior to|ahead of|at the latest)\b|이전|전까지|[0-9]일 전에|이내",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pointing:
    """What words name as an end, whether they point `onward` from there or back, and the EDTF that does the same."""

    named: DateReading
    onward: bool
    edtf: str


def names_another(words: str, date: Edtf, best: int | None = None) -> DateReading | None:
    """What printed words name, where that is not the date; None where it may be, or where they cannot be read."""
    core, edge = named(words)
    if date.qualifier or not core or (edge is None and is_written_so(date, core)):
        return None
    found = readings(core, days_of(date, best))
    if not found or any(_agrees(it, date, edge, is_vague(core)) for it in found):
        return None
    return found[0]


def points_away(words: str, date: Edtf, best: int | None = None) -> Pointing | None:
    """Where printed words point from what they name, if the date lies wholly on the other side, or is open there."""
    edge, found = _pointing(words, date, best)
    if edge is not None and found and all(_is_away(edge, it, date) for it in found):
        return _pointed(edge, found[0])
    return None


def only_bounds(words: str, date: Edtf, best: int | None = None) -> Pointing | None:
    """From when or by when printed words say something is, where the date is a day, a month or a year all the same."""
    edge, found = _pointing(words, date, best)
    if edge is None or edge.a_day or date.shape is not Shape.POINT:
        return None
    if found and all(it.start == it.end and it.start.precision <= date.precision for it in found):
        return _pointed(edge, found[0])
    return None


def _pointing(words: str, date: Edtf, best: int | None) -> tuple[Edge | None, list[DateReading]]:
    """Which end of a stretch the words name, and all that this can be; of early May, it is May."""
    core, edge = named(words)
    if edge is None or date.qualified or not core:
        return None, []
    if is_vague(core):
        # What is after late May may still be in May.
        edge = replace(edge, within=True)
    origins = days_of(date, best)
    return edge, wholes(core, origins) or readings(core, origins)


def _is_away(edge: Edge, reading: DateReading, date: Edtf) -> bool:
    if edge.onward:
        ended = not edge.within and date.latest is not None and date.latest <= reading.last_day
        return date.earliest is None or ended
    begun = not edge.within and date.earliest is not None and date.earliest >= reading.first_day
    return date.latest is None or begun


def _pointed(edge: Edge, reading: DateReading) -> Pointing:
    part = ending(edge, reading.start, reading.end)
    assert part is not None, "a reading has both ends"
    return Pointing(reading, edge.onward, bounded(edge, part))


def leads_elsewhere(words: str, date: Edtf, first: int, last: int) -> DateReading | None:
    """What words that count from a day of saying lead to, where that is not the date, whichever day it was said.

    It was said from the day `first` to the day `last`. A day more on either side is allowed for time zones.
    """
    core, edge = core_of(words)
    if date.qualifier or not COUNTS.search(core):
        return None
    found = readings(core, (first - 1, last + 1))
    if not found:
        return None
    earliest, latest = min(it.first_day for it in found), max(it.last_day for it in found)
    # What is after last month has left it.
    before = (edge is None or edge.onward) and date.latest is not None and date.latest < earliest
    after = (edge is None or not edge.onward) and date.earliest is not None and latest < date.earliest
    return next(iter(readings(core, (first,))), found[0]) if before or after else None


def only_bounds_counted(words: str, date: Edtf, first: int, last: int) -> Pointing | None:
    """The same of words that count from a day of saying, from `first` to `last`: `by Friday`, `since last month`."""
    core, edge = core_of(words)
    if edge is None or edge.a_day or date.qualified or date.shape is not Shape.POINT or date.start is None:
        return None
    found = [it for it in readings(core, (first, last)) if it.start == it.end]
    if not found or any(it.start.precision > date.precision for it in found):
        return None
    # On which of more days it was said, the date may tell.
    is_named = any(it.first_day <= date.start.first_day <= it.last_day for it in found)
    return _pointed(edge, one(date.start) if is_named else found[0])


def names_a_day(words: str, date: Edtf, best: int | None) -> bool:
    """Whether words are a date and its weekday and nothing else, so that the weekday is that of the date."""
    if re.fullmatch(rf"(?:on )?(?:{WEEKDAY})|[월화수목금토일]요일", words.strip(), re.IGNORECASE):
        return True
    return bool(readings(named(words)[0], days_of(date, best)))


def is_deadline(words: str) -> bool:
    """Whether words say by when, and not from when till when."""
    return _DEADLINE.search(words) is not None


def _agrees(reading: DateReading, date: Edtf, edge: Edge | None, vague: bool) -> bool:
    first, last = reading.first_day, reading.last_day
    if edge is not None:
        # A ban from May 7 begins that day; of what is until or after it, people differ by one.
        slack = 0 if edge.a_day else 1
        return _is_end(edge, first - slack, last + slack, date)
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


def _is_end(edge: Edge, first: int, last: int, date: Edtf) -> bool:
    """Whether a date does not reach over an end that lies between two days; if that is named, it reaches that far."""
    reached = date.earliest if edge.onward else date.latest
    if reached is None:
        return True
    beyond, short = (
        (last < reached, reached < first) if not edge.onward else (reached < first, last < reached)
    )
    return not beyond and not (edge.named and date.shape is not Shape.POINT and short)
