"""The dates of the corpus format: a subset of EDTF (ISO 8601-2:2019, Library of Congress 2019-02-04).

Accepted, and nothing else:

- a year, month or day: `2025`, `2025-05`, `2025-05-09`, with astronomical years `-9999` to `9999` (`0000` is
  1 BC); years of five to twelve digits with a prefix, without month: `Y12000`, `Y-10000`;
- the qualifiers `?` uncertain, `~` approximate, `%` both, after the whole of such a date;
- intervals `A/B`, `A/..`, `../B`: lasts from A to B, either of which may have a qualifier of its own;
- sets `[A..B]`, `[A..]`, `[..B]`: happens once, somewhere inside.

The specification is silent on long years inside intervals and sets. Implementations refuse them, and so does
this module.
The rest of EDTF is refused by name (`model.dates.refusal`), never misread.
"""

import re
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import lru_cache

from model.dates.civil import day_number, days_in_month

MAX_LENGTH = 64
"""The most characters that a date can have; the longest of the subset has 26."""

UNDATED_KEY = (2, 0, 0)
"""Where something without any date sorts: after every `Edtf.sort_key`."""

SortKey = tuple[int, int, int]
"""Group (0 dated, 1 no last day, 2 undated), day number, tie (0 windows, 1 extents, 2 points)."""


class EdtfError(ValueError):
    """A text is no date of the subset. Its message is one sentence: what is wrong, what would be right."""


class Shape(Enum):
    """How a date lies in time."""

    POINT = "point"
    """One year, month or day."""
    EXTENT = "extent"
    """An interval: lasts from its start to its end."""
    WINDOW = "window"
    """A set: happens once, somewhere between its start and its end."""


class Precision(IntEnum):
    """How fine a part of a date is; a finer one is greater."""

    YEAR = 0
    MONTH = 1
    DAY = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A year, a month of a year, or a day of a month. `day` is None wherever `month` is."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """The finest unit that is stated."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def first_day(self) -> int:
        """Day number of the first day that the part covers."""
        return day_number(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> int:
        """Day number of the last day that the part covers."""
        month = self.month or 12
        return day_number(self.year, month, self.day or days_in_month(self.year, month))

    def coarsened(self, precision: Precision) -> "Part":
        """The part said no finer than `precision`."""
        if self.precision <= precision:
            return self
        return Part(self.year, self.month if precision is Precision.MONTH else None)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date of the subset, as read by `parse`.

    `start` and `end` are None where the date is open, never both; of a point they are the same. `qualifier`
    is "", "?", "~" or "%", and "" unless the date is a point; `ends` are those of the start and the end of an interval.
    `earliest` and `latest` are the day numbers of its first and last possible day, None where open; a qualifier does
    not widen them.
    """

    text: str
    shape: Shape
    start: Part | None
    end: Part | None
    qualifier: str
    earliest: int | None
    latest: int | None
    ends: tuple[str, str] = ("", "")

    @property
    def qualified(self) -> bool:
        """Whether any of it is uncertain or approximate."""
        return bool(self.qualifier or any(self.ends))

    @property
    def precision(self) -> Precision:
        """The precision of its coarsest part."""
        return min(part.precision for part in (self.start, self.end) if part is not None)

    @property
    def single_day(self) -> int | None:
        """The day number if the bounds are one full day, qualified or not; else None."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def sort_part(self) -> Part:
        """The part that places the date on the timeline: a window's end, any other's start, unless open."""
        first, second = (self.end, self.start) if self.shape is Shape.WINDOW else (self.start, self.end)
        part = first or second
        assert part is not None
        return part

    @property
    def sort_year(self) -> int:
        """The astronomical year of the day in `sort_key`."""
        return self.sort_part.year

    @property
    def sort_key(self) -> SortKey:
        """Order on the timeline: points and extents by first day, windows by last; see `SortKey`."""
        if self.shape is Shape.WINDOW:
            if self.latest is not None:
                return (0, self.latest, 0)
            return (1, self.sort_part.first_day, 0)
        day = self.latest if self.earliest is None else self.earliest
        assert day is not None
        return (0, day, 1 if self.shape is Shape.EXTENT else 2)

    def contains(self, day: int) -> bool:
        """Whether a day number lies within the bounds; an open side has none."""
        after_start = self.earliest is None or self.earliest <= day
        return after_start and (self.latest is None or day <= self.latest)


_PART = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?|Y(-?[1-9][0-9]{4,11})")


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read a date of the subset. EdtfError, naming the EDTF feature or the mistake, on anything else."""
    found = _date(text)
    if found is None:
        from model.dates.refusal import explain

        raise EdtfError(explain(text, MAX_LENGTH, lambda part: _date(part) is not None))
    return found


def _date(text: str) -> Edtf | None:
    """The date that `text` is; None where it is none of the subset."""
    if len(text) > MAX_LENGTH:
        return None
    if text.startswith("[") and text.endswith("]"):
        return _span(text, Shape.WINDOW, text[1:-1].split(".."), "")
    if "/" in text:
        return _span(text, Shape.EXTENT, text.split("/"), "..")
    return _point(text)


def _point(text: str) -> Edtf | None:
    qualifier = text[-1:] if text.endswith(("?", "~", "%")) else ""
    part = _part(text.removesuffix(qualifier))
    if part is None:
        return None
    first = part.first_day
    # Of a day there is one number: big tables have many of them in memory.
    last = first if part.day else part.last_day
    return Edtf(text, Shape.POINT, part, part, qualifier, first, last)


def _span(text: str, shape: Shape, sides: list[str], opened: str) -> Edtf | None:
    """An interval or a set of two `sides`, none a long year, at most one the text `opened`."""
    if len(sides) != 2 or sides[0] == sides[1] == opened:
        return None
    qualifiers = [side[-1:] if side.endswith(("?", "~", "%")) else "" for side in sides]
    if shape is Shape.EXTENT:
        sides = [
            side.removesuffix(mark) if side != f"{opened}{mark}" else side
            for side, mark in zip(sides, qualifiers, strict=True)
        ]
    start, end = (None if side.startswith("Y") else _part(side) for side in sides)
    if (start is None and sides[0] != opened) or (end is None and sides[1] != opened):
        return None
    earliest = start.first_day if start else None
    if earliest is not None and end and end.first_day < earliest:
        return None
    ends = (qualifiers[0], qualifiers[1])
    return Edtf(text, shape, start, end, "", earliest, end.last_day if end else None, ends)


def _part(text: str) -> Part | None:
    found = _PART.fullmatch(text)
    if found is None:
        return None
    short_year, month, day, long_year = found.groups()
    if long_year is not None:
        return Part(int(long_year))
    if short_year == "-0000":
        return None
    part = Part(int(short_year), int(month) if month else None, int(day) if day else None)
    return part if _exists(part) else None


def _exists(part: Part) -> bool:
    if part.month is None:
        return True
    if not 1 <= part.month <= 12:
        return False
    return part.day is None or 1 <= part.day <= days_in_month(part.year, part.month)
