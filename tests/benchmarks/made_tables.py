"""Files of generated rows, the same for the same seed: as CSV, as tuples, and as a table of SQLite's own."""

import csv
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from model.index.table.coded import CodedRow
from model.index.table.order import sort_key_of
from tests.benchmarks.coded_rows import COLUMNS, Language, coded_rows

FTS5 = "content = '', tokenize = 'ascii', detail = none, columnsize = 0, prefix = '1 2 3'"
"""The options of full text, the same as those of a table of ours."""

_STEP = 10_000

Plain = tuple[int, int, int, int, int | None, str, str, str, str, str, str, str, str]
"""A row as whoever knows only SQL would keep it: its place in the file, three numbers to sort by, the day on which it
became known, and its cells."""


def write_csv(path: Path, count: int, language: Language) -> Path:
    """Write `count` rows under a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([column.name for column in COLUMNS])
        rows.writerows(row.cells for row in coded_rows(count, language))
    return path


def plain(row: CodedRow) -> Plain:
    """A row as a tuple that SQLite takes."""
    group, day, tie = sort_key_of(row.date)
    return (row.number, group, day, tie, row.known, *row.cells)  # type: ignore[return-value]


def batches(rows: Iterable[CodedRow]) -> Iterator[list[Plain]]:
    """All rows as tuples, so many at once that memory stays small."""
    rows = iter(rows)
    while some := list(islice(rows, _STEP)):
        yield [plain(row) for row in some]


def load_plainly(database: sqlite3.Connection, some: list[Plain]) -> None:
    """What `executemany` and FTS5 take to have rows and their full text."""
    database.executemany(f"INSERT INTO row VALUES ({', '.join('?' * len(some[0]))})", some)
    texts = ((row[0], " ".join(row[5:])) for row in some)
    database.executemany("INSERT INTO doc (rowid, words) VALUES (?, ?)", texts)


def empty(path: Path) -> sqlite3.Connection:
    """A database without rows; nothing is kept safe until it is closed, as in ours."""
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "page_size = 8192"):
        database.execute(f"PRAGMA {pragma}")
    cells = ", ".join(column.name for column in COLUMNS)
    database.execute(
        f"CREATE TABLE row (number INTEGER PRIMARY KEY, sort_group, sort_day, sort_tie, known, {cells})"
    )
    database.execute(f"CREATE VIRTUAL TABLE doc USING fts5 (words, {FTS5})")
    return database


def write_plain(path: Path, count: int, language: Language) -> Path:
    """A database of the same rows, in the order of the timeline, with an index on what is filtered by.

    This is what a patient user of `sqlite3` would make: ids are positions, so that full text comes in order of time.
    """
    rows = sorted(coded_rows(count, language), key=lambda row: (*sort_key_of(row.date), row.number))
    with closing(empty(path)) as database:
        database.execute("BEGIN")
        for some in batches(row._replace(number=at) for at, row in enumerate(rows)):
            load_plainly(database, some)
        for column in ("event_type", "source", "known", "sort_day"):
            database.execute(f"CREATE INDEX by_{column} ON row ({column})")
        database.execute("COMMIT")
    return path
