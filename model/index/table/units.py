"""The units of time that a table has rows in, of all its rows: what a selection has of them follows from ranks."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from model.dates.units import Zoom, group_of
from model.index.table.far_store import far, units_of
from model.index.table.store import Store


@dataclass(frozen=True, slots=True)
class ZoomUnits:
    """The `units` of a zoom that have rows, ascending, with the first id of each; `end` is after the last."""

    units: tuple[int, ...]
    firsts: tuple[int, ...]
    end: int

    def first_of(self, unit: int) -> int:
        """The first id in a unit or a later one; `end` where there is none."""
        at = bisect_left(self.units, unit)
        return self.firsts[at] if at < len(self.firsts) else self.end

    def of(self, number: int) -> int | None:
        """The unit of a row; None of one that has no day."""
        return self.units[bisect_right(self.firsts, number) - 1] if 0 <= number < self.end else None


class TableUnits:
    """The units of each zoom, asked of the store when they are first needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: dict[Zoom, ZoomUnits] = {}
        self._groups: dict[Zoom, tuple[int, ...]] = {}

    def at_hand(self, zoom: Zoom) -> ZoomUnits | None:
        """The units of a zoom, where nobody has to be asked for them."""
        table = far(self._store)
        is_here = zoom in self._made or (table is not None and table.has(units_of(zoom)))
        return self.of(zoom) if is_here else None

    def of(self, zoom: Zoom) -> ZoomUnits:
        """The units of a zoom."""
        if zoom not in self._made:
            found = self._store.units(zoom)
            units, firsts = tuple(unit for unit, _ in found), tuple(first for _, first in found)
            self._made[zoom] = ZoomUnits(units, firsts, self._store.dated)
        return self._made[zoom]

    def groups(self, zoom: Zoom) -> tuple[int, ...]:
        """The group of each unit of a zoom."""
        if zoom not in self._groups:
            self._groups[zoom] = tuple(group_of(unit, zoom) for unit in self.of(zoom).units)
        return self._groups[zoom]
