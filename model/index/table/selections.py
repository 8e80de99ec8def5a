"""The selections of a table by day and query: what was found out for a filter while it was typed, its reader has."""

from collections import OrderedDict

from model.index.table.bitmaps import Bitmaps
from model.index.table.conditions import RowCondition, condition_of, selected
from model.index.table.selection import RowSelection
from model.index.table.vocabulary import TableKeys
from model.query.terms import Query

_KEPT = 16
"""How many are kept: those of a filter while it is being typed, and of where one was before."""


class Selections:
    """The rows that were known on a day and meet a query, and their condition, of the queries that were asked last.

    All readers have them in common: bitmaps never change, so what one has found out holds for the others.
    """

    def __init__(self, bitmaps: Bitmaps, keys: TableKeys) -> None:
        self.bitmaps, self.keys = bitmaps, keys
        self._kept: OrderedDict[tuple[int, Query], tuple[RowSelection, RowCondition]] = OrderedDict()

    def of(self, day: int, query: Query) -> tuple[RowSelection, RowCondition]:
        """The rows of a day that meet a query, as far as they have been found out."""
        asked = day, query
        if asked not in self._kept:
            condition = condition_of(query, day, self.keys.columns, self.keys.folded)
            self._kept[asked] = selected(condition, self.bitmaps), condition
        self._kept.move_to_end(asked)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[asked]
