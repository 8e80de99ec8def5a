"""One pass over the rows of a table in the order of the timeline: all that is asked of it later, in constant memory.

Where that is kept is of no concern here: a file and a server are given the same.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, chain, islice
from typing import Any, Protocol

from pyroaring import BitMap

from model.dates.units import Zoom, unit_of
from model.index.table.coded import TableMeta
from model.index.table.file.by_day import ALWAYS, NEVER, Day, of_days
from model.index.table.file.facet_columns import FacetColumns
from model.index.table.file.row_form import RowForm, decode
from model.index.table.file.staging import StagedRow
from model.index.table.order import known_since, later, own_place

_STEP = 1024
"""Rows that are written at once."""


class TableSink(Protocol):
    """Where a pass puts what is kept: the tables of `schema`, by their names, with values in the order of columns."""

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put rows into a table."""

    def put_texts(self, first: int, texts: list[tuple[str, ...]]) -> None:
        """Keep the words of the texts of the rows from id `first` on."""

    def drop_facet(self, column: int) -> None:
        """Take out what was put in of the values of a column."""

    def end_chunk(self, chunk: int) -> None:
        """All that is to be had of a chunk is in."""

    def link_versions(self) -> None:
        """All rows are in: note the versions of each that has several."""


class TablePass:
    """What is carried from row to row. What is put goes to `sink`."""

    def __init__(self, sink: TableSink, meta: TableMeta, chunk: int) -> None:
        self._sink, self._meta, self._chunk = sink, meta, chunk
        self._form = RowForm(meta)
        self._facets = FacetColumns(sink, meta.columns)
        self._busy: int | None = None
        self._dated = 0
        self._units: dict[Zoom, int] = {}
        self._days = {day: array("q") for day in Day}
        self._unending = BitMap()
        self._began, self._over = Counter[int](), Counter[int]()

    def write(self, rows: Iterator[StagedRow], written: Callable[[int], None]) -> TableMeta:
        """Put all rows, in their order; `written` is told how many have been. Returns `meta` as it turned out."""
        first = 0
        while some := list(islice(rows, min(_STEP, self._chunk - first % self._chunk))):
            self._write_rows(first, some)
            self._write_units(first, some)
            self._note_days(first % self._chunk, some)
            first += len(some)
            if first % self._chunk == 0:
                self._end_chunk(first)
            written(first)
        if first % self._chunk:
            self._end_chunk(first)
        faceted = self._facets.end()
        days = sorted(self._began.keys() | self._over.keys())
        if self._meta.downloads > 1:
            self._sink.link_versions()
        told = {
            "dated": self._dated,
            "chunk": self._chunk,
            "known_days": array("q", days).tobytes(),
            "known_rows": array("q", map(self._began.__getitem__, days)).tobytes(),
            "known_over": array("q", map(self._over.__getitem__, days)).tobytes(),
        }
        self._sink.put("told", told.items())
        columns = (replace(it, faceted=at in faceted) for at, it in enumerate(self._meta.columns))
        return replace(self._meta, columns=tuple(columns))

    def _write_rows(self, first: int, some: list[StagedRow]) -> None:
        decoded = [decode(it[-1]) for it in some]
        busy = list(accumulate(chain((self._busy,), map(_last_day, some)), later))
        self._busy = busy.pop()
        rows = (
            (at, *it[4:7], until, it[9], it[3] if it[3] != own_place(*it[4:6]) else None, it[-1])
            for at, (it, until) in enumerate(zip(some, busy, strict=True), first)
        )
        self._sink.put("row", rows)
        self._sink.put_texts(first, list(map(self._form.texts, decoded)))
        self._facets.add(list(zip(*(it[4] for it in decoded), strict=True)))

    def _write_units(self, first: int, some: list[StagedRow]) -> None:
        days: dict[int, int] = {}
        for at, (group, day, *_) in enumerate(some, first):
            if group == 0:
                days.setdefault(day, at)
                self._dated = at + 1
        found = []
        for day, at in days.items():
            for zoom in Zoom:
                unit = unit_of(day, zoom)
                if self._units.get(zoom) != unit:
                    self._units[zoom] = unit
                    found.append((zoom, unit, at))
        self._sink.put("unit", found)

    def _note_days(self, first: int, some: list[StagedRow]) -> None:
        known, firsts, lasts, ends = (self._days[day].append for day in Day)
        for at, row in enumerate(some, first):
            file, day, earliest, latest, until = row[4], *row[6:10]
            since = known_since(self._meta.files[file], day, until)
            known(since)
            ends(NEVER if until is None else until)
            if since != until:
                self._began[since] += 1
                if until is not None:
                    self._over[until] += 1
            last = _last_day(row)
            if last is None:
                firsts(NEVER)
                lasts(NEVER)
                continue
            firsts(ALWAYS if earliest is None else earliest)
            lasts(last)
            if latest is None:
                self._unending.add(at)

    def _end_chunk(self, end: int) -> None:
        chunk = (end - 1) // self._chunk
        self._facets.end_chunk(chunk)
        for what, days in self._days.items():
            if what is not Day.UNTIL or any(day != NEVER for day in days):
                self._sink.put("by_day", [of_days(chunk, what, days)])
            del days[:]
        rows = array("H", self._unending).tobytes()
        self._sink.put("unending", [(chunk, rows)])
        self._unending.clear()
        self._sink.end_chunk(chunk)


def _last_day(row: StagedRow) -> int | None:
    """What is open-ended takes up its first day; None where a row is undated."""
    return row[7] if row[8] is None else row[8]
