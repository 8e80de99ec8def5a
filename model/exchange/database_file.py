"""An SQLite database for people: tables whose columns say what they are, in a table `readme` beside them.

Hidden characters of texts are spelled out, as in CSV.
No name or value from outside is ever a part of a statement: names are ours, or made of letters, digits and underscores,
and values are bound.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from model.exchange.refused import CannotExport
from model.exchange.visible import harmless

Value = str | int | None
ID = "TEXT PRIMARY KEY NOT NULL"
"""The type of a column of ids."""

_AT_ONCE = 1_000
_MOST_COLUMNS = 1_900
"""Below what SQLite takes in a table as it is mostly built (2,000)."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its name, what a row of it is, its columns, and its rows.

    A column has a name, its type with what else SQL says of it, and what stands in it.
    """

    name: str
    about: str
    columns: tuple[tuple[str, str, str], ...]
    rows: Iterable[Sequence[Value]]


def write_database(
    path: Path,
    readme: Iterable[tuple[str, str]],
    tables: Iterable[DataTable],
    after: Callable[[], Iterable[tuple[str, str]]] = tuple,
) -> None:
    """A new database at `path`, with foreign keys that hold. Raises `CannotExport`, whose sentence says why.

    `after` says what else stands in the readme, of which nothing is known before all rows are written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            # Nobody else reads it yet, and what is cut off is taken away.
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            database.execute("CREATE TABLE readme (what TEXT NOT NULL, says TEXT NOT NULL)")
            _tell(database, readme)
            for table in tables:
                _put(database, table)
            _tell(database, after())
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise CannotExport(f"the database cannot be written: {error}") from None


def _tell(database: sqlite3.Connection, readme: Iterable[tuple[str, str]]) -> None:
    for line in readme:
        database.execute("INSERT INTO readme VALUES (?, ?)", [_told(it) for it in line])


def _put(database: sqlite3.Connection, table: DataTable) -> None:
    if len(table.columns) > _MOST_COLUMNS:
        raise CannotExport(
            f"a table of SQLite has no place for {len(table.columns):,} columns; csv and jsonl have"
        )
    said = ", ".join(f'"{name}" {type}' for name, type, _ in table.columns)
    database.execute(f'CREATE TABLE "{table.name}" ({said})')
    database.execute("INSERT INTO readme VALUES (?, ?)", (f"table {table.name}", table.about))
    for name, _, about in table.columns:
        database.execute("INSERT INTO readme VALUES (?, ?)", (f"column {table.name}.{name}", _told(about)))
    put = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'
    rows = iter(table.rows)
    while some := list(islice(rows, _AT_ONCE)):
        database.executemany(put, ([_told(value) for value in row] for row in some))


def _told(value: Value) -> Value:
    """A value as a terminal may show it: people read a database in one."""
    return harmless(value) if isinstance(value, str) else value
