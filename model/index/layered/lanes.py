"""The lanes of a corpus, and one more for the rows that lie under it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from model.index.layered.merging import Merging, named
from model.index.layered.names import ROWS
from model.index.protocol import LaneRows
from model.index.values import GroupedBy, Lane, TimelineRow


class LayeredLanes:
    """See `model.index.protocol.LaneRows`: as the corpus has them, that of the rows last, under the table's title."""

    def __init__(self, merging: Merging, title: str) -> None:
        self._merging, self._title = merging, title
        self._own: LaneRows = merging.own.lanes

    @property
    def groupings(self) -> Sequence[GroupedBy]:
        """What lanes can be of."""
        return self._own.groupings

    def of(self, grouping: GroupedBy) -> list[Lane]:
        """The lanes of a grouping."""
        rows = self._merging.table.counts.total
        own = [*self._own.of(grouping)]
        return [*own, Lane(ROWS, rows, grouping, self._title)] if rows else own

    def rows(self, lane: Lane, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows of a lane from its row `first` on."""
        merging = self._merging
        if lane.id != ROWS:
            own = self._own.rows(lane, first, n)
            return [replace(row, position=merging.place_of_event(row.position)) for row in own]
        return [
            replace(named(row), position=merging.place_of_row(row)) for row in merging.table.rows(first, n)
        ]

    def places_of(self, position: int, grouping: GroupedBy) -> list[tuple[str, int]]:
        """The lanes of a row, and its place in each."""
        if position < 0:
            return []
        events, rows = self._merging.split(position)
        if self._merging.is_event(position):
            return self._own.places_of(events, grouping)
        return [(ROWS, rows)] if self._merging.table.rows(rows, 1) else []

    def counts(self, lane: Lane, borders: Sequence[int]) -> list[int]:
        """How many rows of a lane stand before, between and after positions."""
        split = [self._merging.split(border) for border in borders]
        if lane.id != ROWS:
            return self._own.counts(lane, [events for events, _ in split])
        rows = [rows for _, rows in split]
        return [after - before for before, after in pairwise([0, *rows, self._merging.table.counts.total])]
