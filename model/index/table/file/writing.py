"""Writes the file of a table from its rows in the order of the timeline, in one pass and in constant memory."""

import os
import secrets
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import accumulate, chain, islice
from pathlib import Path

import msgspec
from pyroaring import BitMap

from model.dates.units import Zoom, unit_of
from model.index.table.coded import TableMeta
from model.index.table.file.by_day import ALWAYS, NEVER, Day, write_days
from model.index.table.file.facet_columns import FacetColumns
from model.index.table.file.row_form import RowForm, decode
from model.index.table.file.schema import APPLICATION, LAYOUT, PAGE, SCHEMA
from model.index.table.file.staging import StagedRow
from model.index.table.file.tokens import WordTexts
from model.index.table.order import OWN_PLACE, known_since, later, own_place

_STEP = 1024
"""Rows that are written at once."""


def write_table(
    path: Path,
    meta: TableMeta,
    rows: Iterator[StagedRow],
    rejects: Iterator[tuple[int, int, str, str]],
    kept: Mapping[str, bytes],
    chunk: int,
    written: Callable[[int], None],
) -> TableMeta:
    """Write a file; `written` is told how many rows are in. Returns `meta` with its columns as they turned out to be.

    Nothing may be at `path`. Raises sqlite3.Error and OSError.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # Nobody opens the file before it is whole, and one that is not is thrown away.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            database.execute(f"PRAGMA {pragma}")
        database.execute(f"PRAGMA page_size = {PAGE}")
        database.execute("PRAGMA cache_size = -4000")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {LAYOUT}")
        database.execute("BEGIN")
        for statement in SCHEMA:
            database.execute(statement)
        meta = _Pass(database, meta, chunk).write(rows, written)
        database.executemany("INSERT INTO reject (file, number, raw, why) VALUES (?, ?, ?, ?)", rejects)
        database.executemany("INSERT INTO kept VALUES (?, ?)", kept.items())
        told = {"meta": msgspec.json.encode(meta), "stamp": secrets.token_bytes(16)}
        database.executemany("INSERT INTO told VALUES (?, ?)", told.items())
        database.execute("INSERT INTO told VALUES ('complete', 1)")
        database.execute("COMMIT")
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return meta


class _Pass:
    """What is carried from row to row."""

    def __init__(self, database: sqlite3.Connection, meta: TableMeta, chunk: int) -> None:
        self._database, self._meta, self._chunk = database, meta, chunk
        self._form, self._words = RowForm(meta), WordTexts()
        self._facets = FacetColumns(database, meta.columns)
        self._busy: int | None = None
        self._dated = 0
        self._units: dict[Zoom, int] = {}
        self._days = {day: array("q") for day in Day}
        self._unending = BitMap()
        self._began, self._over = Counter[int](), Counter[int]()

    def write(self, rows: Iterator[StagedRow], written: Callable[[int], None]) -> TableMeta:
        """Write all rows, in their order; `written` is told how many have been."""
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
        self._link_versions()
        told = {
            "dated": self._dated,
            "chunk": self._chunk,
            "known_days": array("q", days).tobytes(),
            "known_rows": array("q", map(self._began.__getitem__, days)).tobytes(),
            "known_over": array("q", map(self._over.__getitem__, days)).tobytes(),
        }
        self._database.executemany("INSERT INTO told VALUES (?, ?)", told.items())
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
        self._database.executemany("INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        words = [(at, *self._words.of(self._form.texts(it))) for at, it in enumerate(decoded, first)]
        texts = ((at, plain) for at, plain, _ in words)
        self._database.executemany("INSERT INTO doc (rowid, words) VALUES (?, ?)", texts)
        texts = ((at, inside) for at, _, inside in words if inside)
        self._database.executemany("INSERT INTO inside (rowid, words) VALUES (?, ?)", texts)
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
        self._database.executemany("INSERT INTO unit VALUES (?, ?, ?)", found)

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

    def _link_versions(self) -> None:
        """Write down the versions of each row that has several."""
        sql = f"""INSERT INTO version SELECT first, id FROM row WHERE first IS NOT NULL
                  UNION SELECT {OWN_PLACE}, id FROM row WHERE {OWN_PLACE} IN (SELECT first FROM row)"""
        if self._meta.downloads > 1:
            self._database.execute(sql)

    def _end_chunk(self, end: int) -> None:
        chunk = (end - 1) // self._chunk
        self._facets.end_chunk(chunk)
        for what, days in self._days.items():
            if what is not Day.UNTIL or any(day != NEVER for day in days):
                write_days(self._database, chunk, what, days)
            del days[:]
        rows = array("H", self._unending).tobytes()
        self._database.execute("INSERT INTO unending VALUES (?, ?)", (chunk, rows))
        self._unending.clear()


def _last_day(row: StagedRow) -> int | None:
    """What is open-ended takes up its first day; None where a row is undated."""
    return row[7] if row[8] is None else row[8]
