"""Rows by their days, one after the other."""

from collections.abc import Sequence

from model.corpus.corpus import Corpus
from model.dates.units import Zoom, unit_of
from model.index.values import Nearest, TimelineRow


class MemoryDays:
    """See `model.index.protocol.Days`."""

    def __init__(self, known: Corpus, rows: Sequence[TimelineRow]) -> None:
        self._known = known
        self._rows = [row for row in rows if row.group == 0]
        self._days = [row.key.sort_key[1] for row in self._rows]
        self.dated = len(self._rows)

    def day_at(self, position: int) -> int | None:
        """The day by which a row is placed."""
        return self._days[position] if 0 <= position < self.dated else None

    def first_from(self, day: int) -> int:
        """The position of the first row on `day` or later."""
        return next((at for at, own in enumerate(self._days) if own >= day), self.dated)

    def next_unit(self, position: int, zoom: Zoom, by: int) -> int | None:
        """The first row of the next unit."""
        units = [unit_of(day, zoom) for day in self._days]
        here = units[position] if position < self.dated else None
        if by > 0:
            return next((at for at, unit in enumerate(units) if here is not None and unit > here), None)
        before = [unit for unit in units if here is None or unit < here]
        return units.index(before[-1]) if before else None

    def nearest(self, first: int, last: int) -> Nearest | None:
        """The row that answers best to some days."""
        inside = [row for row in self._rows if first <= row.key.sort_key[1] <= last]
        before = [row for row in self._rows if row.key.sort_key[1] < first]
        after = [row for row in self._rows if row.key.sort_key[1] > last]
        if inside:
            whole = [row for row in inside if _ends(row) <= last]
            return _nearest(min(whole, key=self._fitness) if whole else inside[0], inside=True)
        lasting = [row for row in before if _ends(row) >= first]
        if lasting:
            return _nearest(lasting[-1], around=True)
        if before and after:
            day, later = before[-1].key.sort_key[1], after[0].key.sort_key[1]
            later_is_nearer = later - last < first - day
        else:
            later_is_nearer = not before
        if later_is_nearer:
            return _nearest(after[0]) if after else None
        return _nearest(next(row for row in before if row.key.sort_key[1] == before[-1].key.sort_key[1]))

    def _fitness(self, row: TimelineRow) -> tuple[int, int, bool, int]:
        """What happens on a day before what lasts from then on or happens by then, a whole before its parts."""
        _, day, tie = row.key.sort_key
        wholes = {(other.event, other.key.sort_key[1]) for other in self._rows}
        return day, -tie, (self._known.events[row.event].part_of, day) in wholes, row.position


def _ends(row: TimelineRow) -> int:
    assert row.date is not None
    last = row.date.latest if row.date.latest is not None else row.date.earliest
    assert last is not None
    return last


def _nearest(row: TimelineRow, inside: bool = False, around: bool = False) -> Nearest:
    return Nearest(row.position, row.key.sort_key[1], inside, around)
