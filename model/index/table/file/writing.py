"""Writes the file of a table from its rows in the order of the timeline, in one pass and in constant memory."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import msgspec

from model.dates.units import Zoom, unit_of
from model.index.table.coded import TableMeta
from model.index.table.file.facets import Facets
from model.index.table.file.knowing import write_known
from model.index.table.file.rows import RowForm, decode
from model.index.table.file.schema import APPLICATION, LAYOUT, PAGE, SCHEMA
from model.index.table.file.staging import StagedRow
from model.index.table.file.tokens import Words
from model.index.table.store import CHUNK

_STEP = 1024
"""Rows that are written at once; a chunk has a whole number of them."""


def write_table(
    path: Path,
    meta: TableMeta,
    rows: Iterator[StagedRow],
    rejects: Iterator[tuple[int, int, str, str]],
    kept: Mapping[str, bytes],
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
        meta = _Pass(database, meta).write(rows, written)
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

    def __init__(self, database: sqlite3.Connection, meta: TableMeta) -> None:
        self._database, self._meta = database, meta
        self._form, self._words = RowForm(meta), Words()
        self._facets = Facets(database, meta.columns)
        self._file_days = [file.day for file in meta.files]
        self._busy: int | None = None
        self._dated = 0
        self._units: dict[Zoom, int] = {}
        self._known: list[int] = []

    def write(self, rows: Iterator[StagedRow], written: Callable[[int], None]) -> TableMeta:
        first = 0
        while some := list(islice(rows, _STEP)):
            self._write_rows(first, some)
            self._write_units(first, some)
            first += len(some)
            if first % CHUNK == 0:
                self._end_chunk(first)
            written(first)
        if first % CHUNK:
            self._end_chunk(first)
        faceted = self._facets.end()
        self._database.execute("INSERT INTO told VALUES ('dated', ?)", (self._dated,))
        columns = (replace(it, faceted=at in faceted) for at, it in enumerate(self._meta.columns))
        return replace(self._meta, columns=tuple(columns))

    def _write_rows(self, first: int, some: list[StagedRow]) -> None:
        decoded = [decode(it[7]) for it in some]
        words = self._words.of
        busy = self._busy
        values = []
        for at, (_, _, _, file, number, known, last, data) in enumerate(some, first):
            values.append((at, file, number, known, busy, data))
            self._known.append(self._file_day(file) if known is None else known)
            if last is not None and (busy is None or last > busy):
                busy = last
        self._busy = busy
        self._database.executemany("INSERT INTO row VALUES (?, ?, ?, ?, ?, ?)", values)
        texts = ((at, words(self._form.texts(it))) for at, it in enumerate(decoded, first))
        self._database.executemany("INSERT INTO doc (rowid, words) VALUES (?, ?)", texts)
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

    def _end_chunk(self, end: int) -> None:
        chunk = (end - 1) // CHUNK
        self._facets.end_chunk(chunk)
        write_known(self._database, chunk, self._known)
        self._known = []

    def _file_day(self, file: int) -> int:
        """The day on which a file was had: nothing of it was known here before."""
        return self._file_days[file] if file < len(self._file_days) else 0
