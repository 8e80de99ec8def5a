"""Rows by units of time, counted one by one."""

from collections import Counter
from collections.abc import Sequence

from model.dates.units import Zoom, group_of, unit_of
from model.index.values import Group, TimelineRow


class MemoryDensity:
    """See `model.index.protocol.Density`."""

    def __init__(self, rows: Sequence[TimelineRow]) -> None:
        self._days = [row.key.sort_key[1] for row in rows if row.group == 0]

    def most(self, zoom: Zoom) -> int:
        """The events of the fullest unit."""
        return max(self._counted(zoom).values(), default=0)

    def groups(self, zoom: Zoom, group: int, by: int, n: int) -> list[Group]:
        """Groups that have events, from one on or before it."""
        held: dict[int, list[int]] = {}
        for unit in self._counted(zoom):
            held.setdefault(group_of(unit, zoom), []).append(unit)
        found = [Group(number, units[0] if len(units) == 1 else None) for number, units in held.items()]
        return [it for it in sorted(found, key=_number)[::by] if (it.number >= group) is (by > 0)][:n]

    def units(self, zoom: Zoom, unit: int, by: int, n: int) -> list[int]:
        """Units that have events, from one on or before it."""
        return [it for it in sorted(self._counted(zoom))[::by] if (it >= unit) is (by > 0)][:n]

    def between(self, zoom: Zoom, first: int, last: int) -> dict[int, int]:
        """The units that have events, with how many."""
        return {unit: events for unit, events in self._counted(zoom).items() if first <= unit <= last}

    def _counted(self, zoom: Zoom) -> Counter[int]:
        return Counter(unit_of(day, zoom) for day in self._days)


def _number(group: Group) -> int:
    return group.number
