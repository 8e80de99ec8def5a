"""How many rows meet other filters, and which values they have."""

from collections.abc import Mapping

from model.index.table.conditions import RowCondition
from model.index.table.counting import Counting, selecting, tallying
from model.index.table.selection import RowSelection
from model.index.table.selections import Selections
from model.query.terms import Query

_TALLIES_KEPT = 64
"""Of how many keys and filters the counts of values are kept."""

_BITMAPS_AT_ONCE = 5_000
"""How many bitmaps of values may be counted within a key."""


class TableFacets:
    """See `model.index.protocol.Facets`, and all else that is counted of rows that were known on one day.

    The selection of its reader's `own` query is kept as long as it is itself.
    """

    def __init__(self, selections: Selections, day: int, own: Query) -> None:
        self._selections, self._day = selections, day
        self._bitmaps, self._keys = selections.bitmaps, selections.keys
        self.counting = Counting(self._bitmaps.store)
        self._own = {own: selections.of(day, own)}
        self._tallies: dict[tuple[str, Query], Mapping[str, int]] = {}

    def prepare(self) -> frozenset[str]:
        """Nothing has to be made first: what takes long is counted beside (`Reader.pending`)."""
        return frozenset()

    def count(self, query: Query) -> int | None:
        """How many rows of the day meet a query."""
        return self.selected(query).total if self.is_counted(query) else None

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key among the rows that meet a query, most rows first."""
        tally = (self.tally(key, query) if key in self._keys.columns else None) or {}
        found = [(value, rows) for value, rows in tally.items() if value and rows]
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def selected(self, query: Query) -> RowSelection:
        """The rows that meet a query, as far as they have been found out."""
        return self._selected(query)[0]

    def is_counted(self, query: Query) -> bool:
        """Whether it is known at once which rows meet a query; if not, it is to be found out."""
        selection, condition = self._selected(query)
        selection.begin()
        bitmaps = self._bitmaps
        # How many were known on a day is noted of all, not of what can be read.
        is_noted = not query.terms and (not bitmaps.away or self._day >= bitmaps.all_from)
        known = selection.whole or is_noted or condition.is_met_at_once(bitmaps.chunks)
        if not known:
            self.counting.want(query, selecting(selection))
        return known

    def tally(self, key: str, query: Query) -> Mapping[str, int] | None:
        """How many rows that meet a query have each value of a key, also none ("").

        None where that is not known yet: then it is to be found out.
        """
        asked = key, query
        if asked in self._tallies:
            return self._tallies[asked]
        cells = self._keys.cells(key)
        if not query.terms and self._day >= self._bitmaps.all_from and not self._bitmaps.away:
            rows = {value: of_value.rows for value, of_value in cells.items()}
            return rows | {"": self._bitmaps.store.total - sum(rows.values())}
        cells_of = {value: of_value.folded for value, of_value in cells.items()}
        job = tallying(self.selected(query), self._keys.columns[key], cells_of, self._tallies, asked)
        while len(self._tallies) > _TALLIES_KEPT:
            self._tallies.pop(next(iter(self._tallies)))
        if not self.is_counted(query) or len(cells) * self._bitmaps.chunks > _BITMAPS_AT_ONCE:
            self.counting.want(asked, job)
            return None
        for _ in job.run(self._bitmaps):
            pass
        return self._tallies[asked]

    def _selected(self, query: Query) -> tuple[RowSelection, RowCondition]:
        return self._own.get(query) or self._selections.of(self._day, query)
