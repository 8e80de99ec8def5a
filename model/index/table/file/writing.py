"""Writes the file of a table from its rows in the order of the timeline, in one pass and in constant memory."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from model.index.table.coded import TableMeta
from model.index.table.file.schema import APPLICATION, LAYOUT, PAGE, SCHEMA
from model.index.table.file.staging import StagedRow
from model.index.table.file.table_pass import TablePass
from model.index.table.file.tokens import WordTexts
from model.index.table.order import OWN_PLACE

_WIDTHS = {"row": 8, "by_day": 5, "unending": 2, "facet_value": 5, "facet": 5, "unit": 3, "told": 2}
"""How many columns a table has."""


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
        meta = TablePass(_FileSink(database), meta, chunk).write(rows, written)
        database.executemany("INSERT INTO reject (file, number, raw, why) VALUES (?, ?, ?, ?)", rejects)
        database.executemany("INSERT INTO kept VALUES (?, ?)", kept.items())
        told = {"meta": msgspec.json.encode(meta), "stamp": secrets.token_bytes(16)}
        database.executemany("INSERT INTO told VALUES (?, ?)", told.items())
        database.execute("INSERT INTO told VALUES ('complete', 1)")
        database.execute("COMMIT")
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return meta


class _FileSink:
    """See `TableSink`: the tables of a SQLite database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database, self._words = database, WordTexts()

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put rows into a table."""
        values = ", ".join("?" * _WIDTHS[table])
        self._database.executemany(f"INSERT INTO {table} VALUES ({values})", rows)

    def put_texts(self, first: int, texts: list[tuple[str, ...]]) -> None:
        """Have FTS5 keep the words of some rows."""
        words = [(at, *self._words.of(it)) for at, it in enumerate(texts, first)]
        plain = ((at, some) for at, some, _ in words)
        self._database.executemany("INSERT INTO doc (rowid, words) VALUES (?, ?)", plain)
        inside = ((at, some) for at, _, some in words if some)
        self._database.executemany("INSERT INTO inside (rowid, words) VALUES (?, ?)", inside)

    def drop_facet(self, column: int) -> None:
        """Take out what was put in of the values of a column."""
        self._database.execute('DELETE FROM facet WHERE "column" = ?', (column,))

    def end_chunk(self, chunk: int) -> None:
        """Nothing: all is written in one transaction."""

    def link_versions(self) -> None:
        """Note the versions of each row that has several."""
        self._database.execute(
            f"""INSERT INTO version SELECT first, id FROM row WHERE first IS NOT NULL
                UNION SELECT {OWN_PLACE}, id FROM row WHERE {OWN_PLACE} IN (SELECT first FROM row)"""
        )
