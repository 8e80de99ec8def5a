"""The rows of a table in lanes: those of one value of a column in one, what has none in the last."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from model.index.table.conditions import holding
from model.index.table.grouping import groupings_of
from model.index.table.selection import RowSelection
from model.index.table.timeline_rows import TableRows
from model.index.table.vocabulary import TableKeys, value_id
from model.index.values import REST, ColumnGrouping, GroupedBy, Lane, TimelineRow

Tally = Callable[[str], Mapping[str, int] | None]


class TableLanes:
    """See `model.index.protocol.LaneRows`."""

    def __init__(
        self, selection: RowSelection, rows: TableRows, keys: TableKeys, day: int, tally: Tally
    ) -> None:
        self._selection, self._rows = selection, rows
        self._keys, self._day, self._tally = keys, day, tally
        self._made: dict[GroupedBy, list[Lane]] = {}
        self._kept: dict[tuple[GroupedBy, str], RowSelection] = {}

    @cached_property
    def groupings(self) -> tuple[ColumnGrouping, ...]:
        """The columns with few enough values, the most telling one first."""
        columns = self._selection.bitmaps.store.meta.columns
        meanings = {key: columns[at].meaning for key, at in self._keys.columns.items()}
        return tuple(map(ColumnGrouping, groupings_of(self._keys, meanings, self._day)))

    def of(self, grouping: GroupedBy) -> list[Lane]:
        """The lanes of a column, most rows first; none while they are counted."""
        if grouping not in self._made:
            tally = self._tally(grouping.value)
            if tally is None:
                return []
            lanes = [self._lane(grouping, value, rows) for value, rows in tally.items() if rows]
            self._made[grouping] = sorted(lanes, key=lambda lane: (lane.id == REST, -lane.events, lane.id))
        return self._made[grouping]

    def rows(self, lane: Lane, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows of a lane from its row `first` on."""
        return self._rows.of(self._held(lane.grouping, lane.id).at(first, n))

    def places_of(self, position: int, grouping: GroupedBy) -> list[tuple[str, int]]:
        """The lane of a row, and its place in it."""
        numbers = self._selection.at(position, 1) if position >= 0 else []
        return [
            (value, self._held(grouping, value).rank(number))
            for number in numbers
            for value in (self._value_of(number, grouping),)
        ]

    def counts(self, lane: Lane, borders: Sequence[int]) -> list[int]:
        """How many rows of a lane stand before, between and after positions."""
        held = self._held(lane.grouping, lane.id)
        ranks = [held.rank(self._number_at(border)) for border in borders]
        return [after - before for before, after in pairwise([0, *ranks, held.total])]

    def _lane(self, grouping: GroupedBy, value: str, rows: int) -> Lane:
        written = self._keys.written(grouping.value, value, self._day) if value != REST else None
        return Lane(value, rows, grouping, " ".join((written or "").split()))

    def _number_at(self, position: int) -> int:
        """The id of a row; after the last one, after all ids."""
        return next(iter(self._selection.at(position, 1)), self._selection.bitmaps.store.total)

    def _value_of(self, number: int, grouping: GroupedBy) -> str:
        [row] = self._selection.bitmaps.store.rows(number, 1)
        return value_id(row.cells[self._keys.columns[grouping.value]])

    def _held(self, grouping: GroupedBy, value: str) -> RowSelection:
        """The rows of a lane."""
        if (grouping, value) not in self._kept:
            key = grouping.value
            cells = self._keys.folded(key, value) if value != REST else self._keys.without(key)
            self._kept[grouping, value] = self._selection.within(holding(self._keys.columns[key], cells))
        return self._kept[grouping, value]
