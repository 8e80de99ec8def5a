"""A time axis of columns: one for each day, month, year or decade, empty stretches folded, the rest at both ends."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.dates.civil import civil_date
from model.dates.units import Zoom, first_day_of, last_day_of, month_name, unit_of, unit_words
from model.index.protocol import Density

WIDE, COLUMN, NARROW_COLUMN = 100, 7, 5
"""From which width on, how wide and how narrow columns are; one with a longer label is as wide as that and a blank."""

_FOLD = 4
_WORDS, _MORE_WORDS = 11, 15
"""Cells in which the date of what is earlier or later than the axis is said."""

WIDTH_WITH_WORDS, ROOMY = 60, 140
"""The widths from which on there is room for such dates, and for all of almost any of them."""

_BEFORE = 0.4
"""The part of the room that what is earlier gets, where there is more on both sides than fits."""


@dataclass(frozen=True, slots=True)
class AxisColumn:
    """The days of one unit, or of a folded run of them, at `x`, `cells` wide."""

    first: int
    last: int
    label: str
    folded: bool
    cells: int
    x: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """Columns from `first` to `last` day; `earlier` and `later` are the cells where signs of all else stand."""

    columns: tuple[AxisColumn, ...]
    earlier: int
    later: int
    width: int

    @property
    def first(self) -> int:
        """Day number of its first day."""
        return self.columns[0].first

    @property
    def last(self) -> int:
        """Day number of its last day."""
        return self.columns[-1].last

    def x_of(self, day: int) -> int:
        """The cell of a day, or of what is earlier or later."""
        if day < self.first:
            return self.earlier
        return self.later if day > self.last else self.start_of(day)

    def start_of(self, day: int) -> int:
        """The cell of a day that is on the axis."""
        column = self.column_of(day)
        if column.folded:
            return column.x + 1
        return column.x + (day - column.first) * (column.cells - 1) // (column.last - column.first + 1)

    def column_of(self, day: int) -> AxisColumn:
        """The column of a day that is on the axis."""
        return self.columns[bisect_right(self.columns, day, key=lambda column: column.first) - 1]

    @property
    def words(self) -> int:
        """The cells of such a date."""
        return _MORE_WORDS if self.width >= ROOMY else _WORDS

    @property
    def has_words(self) -> bool:
        """Whether there is room for dates at both ends."""
        return self.width >= WIDTH_WITH_WORDS


def axis_around(day: int, density: Density, scale: Zoom, width: int) -> Axis:
    """The axis of a width in which a day stands, filled from what events there are on both sides of it."""
    words = (_MORE_WORDS if width >= ROOMY else _WORDS) if width >= WIDTH_WITH_WORDS else 0
    earlier = words + 2 if words else 1
    left, later = earlier + 2, width - words - 3
    least = COLUMN if width >= WIDE else NARROW_COLUMN
    room = max(later - left - 1, least)
    unit = unit_of(day, scale)
    before = list(_run(density.units(scale, unit, -1, room), unit, scale))[::-1]
    after = [(unit, unit), *_run(density.units(scale, unit + 1, 1, room), unit, scale)]
    columns = list(_labelled([*before, *after], scale, least))
    past, ahead = columns[: len(before)][::-1], columns[len(before) :]
    kept = _fitting(past, max(room * _BEFORE, room - _cells(ahead)))[::-1]
    kept += _fitting(ahead, room - _cells(kept))
    kept = kept or ahead[:1]
    while len(kept) > 1 and (kept[0].folded or kept[-1].folded):
        kept.pop(0 if kept[0].folded else -1)
    stretches = [(unit_of(column.first, scale), unit_of(column.last, scale)) for column in kept]
    all_of_past = not before or kept[0].first == columns[0].first
    found = _filled(stretches, unit, scale, least, room, all_of_past)
    return Axis(tuple(_placed(found, left)), earlier, later, width)


_Stretch = tuple[int, int]
"""The first and last unit of a column; different ones are folded."""


def _run(units: Sequence[int], start: int, scale: Zoom) -> Iterator[_Stretch]:
    """The columns from `start` (left out) over units that have events, forwards or backwards."""
    here = start
    for unit in units:
        way = 1 if unit > here else -1
        first, last = min(here, unit) + 1, max(here, unit) - 1
        # What ends on the day after the last event is seen to end there.
        seen = 1 if scale is Zoom.DAY else 0
        if last - first >= seen + 1:
            yield from [*((first, first) for _ in range(seen)), (first + seen, last)][::way]
        else:
            yield from [(empty, empty) for empty in range(first, last + 1)][::way]
        yield unit, unit
        here = unit


def _filled(
    stretches: list[_Stretch], unit: int, scale: Zoom, least: int, room: int, both_sides: bool
) -> list[AxisColumn]:
    """The columns of these units and, where there is room, of those around or after them; never more than fit.

    That of `unit` is always among them.
    """
    columns = list(_labelled(stretches, scale, least))
    while len(columns) > 1 and _cells(columns) > room:
        if stretches[-1][0] > unit:
            stretches = stretches[:-1]
        else:
            first = next(at for at, (here, last) in enumerate(stretches) if at and here == last)
            stretches, both_sides = stretches[first:], False
        columns = list(_labelled(stretches, scale, least))
    if both_sides:
        first, spare = stretches[0][0], (room - _cells(columns)) // (2 * least)
        stretches = [*((unit, unit) for unit in range(first - spare, first)), *stretches]
        columns = list(_labelled(stretches, scale, least))
    fitting = columns
    while _cells(columns) <= room:
        fitting, following = columns, stretches[-1][1] + 1
        stretches = [*stretches, (following, following)]
        columns = list(_labelled(stretches, scale, least))
    return fitting


def _cells(columns: list[AxisColumn]) -> int:
    return sum(column.cells for column in columns)


def _labelled(stretches: list[_Stretch], scale: Zoom, least: int) -> Iterator[AxisColumn]:
    """The columns, not yet in their places, `least` cells or wider; the first, and each after a fold, named in full."""
    opening, year = True, None
    for first, last in stretches:
        folded = first != last
        here = civil_date(first_day_of(first, scale))[0]
        label = "" if folded else _label(first, scale, opening)
        if scale is Zoom.DAY and opening and year not in (None, here):
            label = unit_words(first, scale)
        year = year if folded else here
        cells = _FOLD if folded else max(least, len(label) + 1)
        yield AxisColumn(first_day_of(first, scale), last_day_of(last, scale), label, folded, cells)
        opening = folded


def _label(unit: int, scale: Zoom, opening: bool) -> str:
    """A unit's name, without the month or year that the one before says; `opening` where there is none before."""
    if scale is Zoom.DAY:
        _, month, day = civil_date(unit)
        return f"{day} {month_name(month - 1)}" if opening or day == 1 else str(day)
    if scale is Zoom.MONTH:
        return unit_words(unit, scale) if opening or unit % 12 == 0 else month_name(unit)
    return unit_words(unit, scale)


def _fitting(columns: list[AxisColumn], room: float) -> list[AxisColumn]:
    kept: list[AxisColumn] = []
    for column in columns:
        room -= column.cells
        if room < 0:
            break
        kept.append(column)
    return kept


def _placed(columns: list[AxisColumn], x: int) -> Iterator[AxisColumn]:
    for column in columns:
        yield replace(column, x=x)
        x += column.cells
