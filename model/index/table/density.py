"""How many rows of a selection each unit of time has: the differences of ranks."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from model.dates.units import Zoom
from model.index.table.selection import RowSelection
from model.index.table.units import TableUnits
from model.index.values import Group


class Counted:
    """The `units` of a zoom that have rows, how many `rows` each has, the `most` of all, and the `groups` of units.

    Made of `each` unit with its group and its rows.
    """

    def __init__(self, each: Sequence[tuple[int, int, int]]) -> None:
        self.units, self.rows = [unit for unit, _, _ in each], [rows for _, _, rows in each]
        self.most = max(self.rows, default=0)
        groups = ((number, [*own]) for number, own in groupby(each, itemgetter(1)))
        self.groups = [Group(number, own[0][0] if len(own) == 1 else None) for number, own in groups]


NOTHING = Counted(())


class TableDensity:
    """See `model.index.protocol.Density`. While `is_counted` says no, nothing is there."""

    def __init__(self, selection: RowSelection, units: TableUnits, is_counted: Callable[[], bool]) -> None:
        self._selection, self._units = selection, units
        self._is_counted = is_counted
        self._made: dict[Zoom, Counted] = {}

    def most(self, zoom: Zoom) -> int:
        """The rows of the fullest unit."""
        return self._counted(zoom).most

    def groups(self, zoom: Zoom, group: int, by: int, n: int) -> list[Group]:
        """Groups that have rows, from one on or before it."""
        groups = self._counted(zoom).groups
        at = bisect_left(groups, group, key=lambda it: it.number)
        return groups[at : at + n] if by > 0 else groups[max(0, at - n) : at][::-1]

    def units(self, zoom: Zoom, unit: int, by: int, n: int) -> list[int]:
        """Units that have rows, from one on or before it."""
        units = self._counted(zoom).units
        at = bisect_left(units, unit)
        return units[at : at + n] if by > 0 else units[max(0, at - n) : at][::-1]

    def between(self, zoom: Zoom, first: int, last: int) -> dict[int, int]:
        """The units from `first` to `last` that have rows, with how many."""
        units, rows = self._counted(zoom).units, self._counted(zoom).rows
        begin, end = bisect_left(units, first), bisect_left(units, last + 1)
        return dict(zip(units[begin:end], rows[begin:end], strict=True))

    def _counted(self, zoom: Zoom) -> Counted:
        if not self._is_counted():
            return NOTHING
        if zoom not in self._made:
            of_all = self._units.of(zoom)
            ranks = self._selection.ranks((*of_all.firsts, of_all.end))
            each = zip(of_all.units, self._units.groups(zoom), pairwise(ranks), strict=True)
            self._made[zoom] = Counted(
                [(unit, group, after - before) for unit, group, (before, after) in each if after > before]
            )
        return self._made[zoom]
