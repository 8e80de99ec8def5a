"""How many events and rows each unit of time has."""

from model.dates.units import Zoom
from model.index.protocol import Density
from model.index.values import Group

_MANY = 1 << 30
_FIRST = -(1 << 40)
"""Before all units."""


class LayeredDensity:
    """See `model.index.protocol.Density`; while rows are counted, that of the events alone."""

    def __init__(self, own: Density, table: Density) -> None:
        self._own, self._table = own, table

    def most(self, zoom: Zoom) -> int:
        """The rows of the fullest unit, which is the fullest one of the table or one with an event."""
        units = self._own.units(zoom, _FIRST, 1, _MANY)
        both = self.between(zoom, units[0], units[-1]) if units else {}
        return max((self._table.most(zoom), *(both[unit] for unit in units)))

    def groups(self, zoom: Zoom, group: int, by: int, n: int) -> list[Group]:
        """Groups that have rows, from one on or before it."""
        found: dict[int, Group] = {}
        for it in (*self._own.groups(zoom, group, by, n), *self._table.groups(zoom, group, by, n)):
            before = found.get(it.number)
            only = it.only if before is None or before.only == it.only else None
            found[it.number] = Group(it.number, only)
        return sorted(found.values(), key=lambda it: it.number, reverse=by < 0)[:n]

    def units(self, zoom: Zoom, unit: int, by: int, n: int) -> list[int]:
        """Units that have rows, from one on or before it."""
        both = {*self._own.units(zoom, unit, by, n), *self._table.units(zoom, unit, by, n)}
        return sorted(both, reverse=by < 0)[:n]

    def between(self, zoom: Zoom, first: int, last: int) -> dict[int, int]:
        """The units from `first` to `last` that have rows, with how many."""
        own, table = self._own.between(zoom, first, last), self._table.between(zoom, first, last)
        return {unit: own.get(unit, 0) + table.get(unit, 0) for unit in sorted(own.keys() | table.keys())}
