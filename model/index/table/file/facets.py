"""Which columns have few values, and which rows have each: found out while rows are written.

Every column is tried; one that turns out to have very many values, or long ones, is dropped.
"""

import sqlite3
from array import array
from collections.abc import Sequence

from model.index.table.coded import Column, Meaning
from model.index.table.facet_value import folded
from model.index.table.file.packed import grouped

MOST = 2000
"""The most values of a column that can be filtered by; each is had by two rows or more, on average."""
_LONGEST = 100
"""Characters of such a value."""
_NEVER = frozenset((Meaning.DATE, Meaning.END, Meaning.KNOWN, Meaning.ID))
"""What has a better way to be asked for."""


class _Values(dict[str, int]):
    """The number of each cell's value; 0 is that of an empty one. `written` has the values as they were written first."""

    def __init__(self) -> None:
        self.written: dict[str, str] = {}
        self.longest = 0
        self._numbers = {"": 0}

    def __missing__(self, cell: str) -> int:
        value = folded(cell)
        number = self[cell] = self._numbers.setdefault(value, len(self._numbers))
        if number == len(self.written) + 1:
            self.written[value] = " ".join(cell.split())
        self.longest = max(self.longest, len(cell))
        return number

    @property
    def too_many(self) -> bool:
        """Whether there are too many of them, or ways to write them, or one that is too long."""
        return len(self.written) > MOST or len(self) > 4 * MOST or self.longest > _LONGEST


class _Facet:
    """A column while rows come: its values, and those of the rows of the chunk."""

    def __init__(self) -> None:
        self.values = _Values()
        self.numbers = array("I")
        self.counts = array("Q")


class Facets:
    """Takes the cells of all rows, in order, and puts what there is of them into the tables."""

    def __init__(self, database: sqlite3.Connection, columns: Sequence[Column]) -> None:
        self._database = database
        self._facets = {at: _Facet() for at, it in enumerate(columns) if it.meaning not in _NEVER}

    def add(self, columns: Sequence[Sequence[str]]) -> None:
        """Add some rows, given by their columns."""
        for at, facet in list(self._facets.items()):
            facet.numbers.extend(map(facet.values.__getitem__, columns[at]))
            if facet.values.too_many:
                self._drop(at)

    def end_chunk(self, chunk: int) -> None:
        """Write down the rows of a chunk, which has all of its rows now."""
        for column, facet in self._facets.items():
            there = sorted(set(facet.numbers))
            place = dict(zip(there, range(len(there)), strict=True))
            groups = array("I", map(place.__getitem__, facet.numbers))
            postings = grouped([(groups, array("H", range(len(groups))))])
            facet.counts.extend(array("Q", bytes(8 * (len(facet.values.written) + 1 - len(facet.counts)))))
            found = []
            for at, number in enumerate(there):
                count, rows = postings.some(at, at + 1)
                if number:
                    found.append((column, number, chunk, count, rows))
                facet.counts[number] += postings.counts[at] + 1
            self._database.executemany("INSERT INTO facet VALUES (?, ?, ?, ?, ?)", found)
            facet.numbers = array("I")

    def end(self) -> frozenset[int]:
        """Write down the values; returns the columns that have few."""
        for column, facet in list(self._facets.items()):
            values = facet.values.written
            if not values or 2 * len(values) > sum(facet.counts[1:]):
                self._drop(column)
                continue
            self._database.executemany(
                "INSERT INTO facet_value VALUES (?, ?, ?, ?, ?)",
                (
                    (column, number, value, written, facet.counts[number])
                    for number, (value, written) in enumerate(values.items(), 1)
                ),
            )
        return frozenset(self._facets)

    def _drop(self, column: int) -> None:
        del self._facets[column]
        self._database.execute('DELETE FROM facet WHERE "column" = ?', (column,))
