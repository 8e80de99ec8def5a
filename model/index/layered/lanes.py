"""The lanes of a corpus, and one more for the rows of each table that lies under it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from model.index.layered.merging import Merging
from model.index.layered.names import is_lane_of_rows, lane_of, table_of_name
from model.index.protocol import LaneRows
from model.index.values import GroupedBy, Lane, TimelineRow


class LayeredLanes:
    """See `model.index.protocol.LaneRows`: as the corpus has them, those of rows last, each under its table's title."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        self._own: LaneRows = merging.own.lanes

    @property
    def groupings(self) -> Sequence[GroupedBy]:
        """What lanes can be of."""
        return self._own.groupings

    def of(self, grouping: GroupedBy) -> list[Lane]:
        """The lanes of a grouping."""
        tables = ((it, it.reader.counts.total) for it in self._merging.tables)
        coded = (Lane(lane_of(it.number), rows, grouping, it.title) for it, rows in tables if rows)
        return [*self._own.of(grouping), *coded]

    def rows(self, lane: Lane, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows of a lane from its row `first` on."""
        part, merging = self._part(lane), self._merging
        if not part:
            own = self._own.rows(lane, first, n)
            return [replace(row, position=merging.place_of(0, row.position)) for row in own]
        it = merging.parts[part]
        return [
            replace(it.named(row), position=merging.place_of_row(part, row))
            for row in it.reader.rows(first, n)
        ]

    def places_of(self, position: int, grouping: GroupedBy) -> list[tuple[str, int]]:
        """The lanes of a row, and its place in each."""
        found = self._merging.at(position)
        if found is None:
            return []
        part, at = found
        if not part:
            return self._own.places_of(at, grouping)
        return [(lane_of(self._merging.parts[part].number), at)]

    def counts(self, lane: Lane, borders: Sequence[int]) -> list[int]:
        """How many rows of a lane stand before, between and after positions."""
        part = self._part(lane)
        split = [self._merging.split(border)[part] for border in borders]
        if not part:
            return self._own.counts(lane, split)
        total = self._merging.parts[part].reader.counts.total
        return [after - before for before, after in pairwise([0, *split, total])]

    def _part(self, lane: Lane) -> int:
        """The part that a lane is of: 0 for the events."""
        if not is_lane_of_rows(lane.id):
            return 0
        numbers = [it.number for it in self._merging.parts]
        return numbers.index(table_of_name(lane.id))
