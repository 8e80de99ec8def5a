"""Which columns have few values, and which rows have each: found out while rows are written.

Every column is tried; one that turns out to have very many values, or long ones, is dropped.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from model.index.table.coded import Column, Meaning
from model.index.table.file.packed import grouped
from model.index.table.folded_value import folded_value

MOST = 2000
"""The most values of a column that can be filtered by; each is had by two rows or more, on average."""
_LONGEST = 100
"""Characters of such a value."""
_NEVER = frozenset((Meaning.DATE, Meaning.END, Meaning.KNOWN, Meaning.ID))
"""What has a better way to be asked for."""


class FacetSink(Protocol):
    """Where what is found out is put."""

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put rows into `facet` or `facet_value`."""

    def drop_facet(self, column: int) -> None:
        """Take out what was put into `facet` of a column."""


class _Values(dict[str, int]):
    """The number of each cell's value; `written` has the values as they were written first."""

    def __init__(self) -> None:
        self.written: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._longest = 0

    def __missing__(self, cell: str) -> int:
        value = folded_value(cell)
        number = self[cell] = self._numbers.setdefault(value, len(self._numbers))
        self.written.setdefault(value, cell)
        self._longest = max(self._longest, len(cell))
        return number

    @property
    def too_many(self) -> bool:
        """Whether there are too many of them, or ways to write them, or one that is too long."""
        return len(self.written) > MOST or len(self) > 4 * MOST or self._longest > _LONGEST


class _Facet:
    """A column while rows come: its values, the rows of the chunk by their numbers, and how many rows each has."""

    def __init__(self) -> None:
        self.values = _Values()
        self.numbers = array("I")
        self.counts = Counter[int]()


class FacetColumns:
    """Takes the cells of all rows, in order, and puts what there is of them into the tables.

    Where some columns are said to be faceted, these are, unless they have too many values; else all are tried.
    """

    def __init__(self, sink: FacetSink, columns: Sequence[Column]) -> None:
        self._sink = sink
        self._told = any(it.faceted for it in columns)
        tried = (it.faceted if self._told else it.meaning not in _NEVER for it in columns)
        self._facets = {at: _Facet() for at, it in enumerate(tried) if it}

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
            found = []
            for at, number in enumerate(there):
                found.append((column, chunk, number, *postings.some(at, at + 1)))
                facet.counts[number] += postings.counts[at] + 1
            self._sink.put("facet", found)
            facet.numbers = array("I")

    def end(self) -> frozenset[int]:
        """Write down the values; returns the columns that have few."""
        for column, facet in list(self._facets.items()):
            values = facet.values.written
            if not self._told and not _shared(values, facet.counts):
                self._drop(column)
                continue
            rows = (
                (column, number, value, written, facet.counts[number])
                for number, (value, written) in enumerate(values.items())
            )
            self._sink.put("facet_value", rows)
        return frozenset(self._facets)

    def _drop(self, column: int) -> None:
        del self._facets[column]
        self._sink.drop_facet(column)


def _shared(values: Mapping[str, str], counts: Counter[int]) -> bool:
    """Whether rows share values: each that says something is had by two, on average."""
    with_value = [counts[number] for number, value in enumerate(values) if value]
    return bool(with_value) and 2 * len(with_value) <= sum(with_value)
