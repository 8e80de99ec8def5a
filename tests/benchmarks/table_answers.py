"""What a table answers, without a screen, beside the same asked of `sqlite3`: the same rows, full text and indexes."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from model.dates.civil import day_number
from model.index.archive import Archive
from model.index.table.file.file_store import open_store
from model.index.table.index import TableIndex
from model.index.table.opening import archive_of_table
from model.index.values import AsOf
from tests.benchmarks.figures import RAW, Figure

TRIES = 5
ROWS = 50

ANSWERED = "answer: {}"
COUNTS = ANSWERED.format("total and facet counts under a filter")

_TODAY = day_number(2026, 1, 1)
_KEYS = ("event-type", "admin1", "source")
_COLUMNS = ("event_type", "admin1", "source")

Work = Callable[[int], object]
"""Is given which try it is, so that nothing is asked twice."""


def answers(table: Path, plain: Path, size: int, word: str) -> Iterator[Figure]:
    """The median milliseconds of each answer, of ours and of SQL; the two take turns."""
    archive = archive_of_table(TableIndex(open_store(table)), None, _TODAY)
    # Both read what is there and are never asked to write.
    raw = sqlite3.connect(f"{plain.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    theirs = _sql(raw, size, word)
    for what, own in _own(archive, table, size, word).items():
        times: dict[str, list[float]] = {"": [], RAW: []}
        for number in range(TRIES):
            times[""].append(_timed(own, number))
            times[RAW].append(_timed(theirs[what], number))
        yield Figure(ANSWERED.format(what), size, statistics.median(times[""]))
        yield Figure(ANSWERED.format(what), size, statistics.median(times[RAW]), who=RAW)
    raw.close()


def _own(archive: Archive, table: Path, size: int, word: str) -> dict[str, Work]:
    last = archive.default.day

    def filtered(text: str, number: int) -> AsOf:
        # Another day each time: nothing that was answered before is of any use.
        when = AsOf(last - number)
        return AsOf(when.day, archive.read(text, when))

    def counts(number: int) -> None:
        reader = archive.at(filtered(word, number))
        facets, query = reader.facets, reader.when.query
        while True:
            asked = [facets.count(query), *(facets.counts(key, query) for key in _KEYS)]
            if (pending := reader.pending) is None:
                break
            for _ in pending.run():
                pass
        assert asked[0] is not None

    reader = archive.at(archive.default)
    return {
        "opened, and the first rows": lambda number: _first_rows(table),
        "rows in the middle": lambda number: reader.rows(size // 2 + number, ROWS),
        "the last rows": lambda number: reader.before(None, ROWS + number),
        "rows from a date on": lambda number: reader.rows(
            reader.days.first_from(day_number(1990 + number, 6, 1)), ROWS
        ),
        "first hits of a word": lambda number: archive.at(AsOf(last - number)).find.of(word),
        "first rows of a value": lambda number: archive.at(filtered("event-type:launch", number)).rows(
            0, ROWS
        ),
        "first rows as of a day": lambda number: archive.at(AsOf(last - 3000 - number)).rows(0, ROWS),
        "total and facet counts under a filter": counts,
    }


def _first_rows(table: Path) -> None:
    store = open_store(table)
    store.rows(0, ROWS)
    store.close()


def _sql(raw: sqlite3.Connection, size: int, word: str) -> dict[str, Work]:
    def all_of(sql: str, *values: object) -> list[tuple[object, ...]]:
        return raw.execute(sql, values).fetchall()

    rows = f"ORDER BY number LIMIT {ROWS}"
    holding = f'"{word}"*'
    met = "number IN (SELECT rowid FROM doc WHERE doc MATCH ?) AND known <= ?"

    def counts(number: int) -> None:
        asked = holding, _TODAY - number
        all_of(f"SELECT count(*) FROM row WHERE {met}", *asked)
        for column in _COLUMNS:
            all_of(f"SELECT {column}, count(*) FROM row WHERE {met} GROUP BY {column}", *asked)

    def opened(number: int) -> None:
        other = sqlite3.connect(raw.execute("PRAGMA database_list").fetchone()[2])
        other.execute(f"SELECT * FROM row {rows}").fetchall()
        other.close()

    return {
        "opened, and the first rows": opened,
        "rows in the middle": lambda number: all_of(
            f"SELECT * FROM row WHERE number >= ? {rows}", size // 2 + number
        ),
        "the last rows": lambda number: all_of(
            f"SELECT * FROM row ORDER BY number DESC LIMIT {ROWS + number}"
        ),
        "rows from a date on": lambda number: all_of(
            f"SELECT * FROM row WHERE sort_group = 0 AND sort_day >= ? ORDER BY sort_day, number LIMIT {ROWS}",
            day_number(1990 + number, 6, 1),
        ),
        "first hits of a word": lambda number: all_of(
            "SELECT row.* FROM doc JOIN row ON number = doc.rowid WHERE doc MATCH ? AND known <= ?"
            f" ORDER BY doc.rowid LIMIT {ROWS}",
            holding,
            _TODAY - number,
        ),
        "first rows of a value": lambda number: all_of(
            f"SELECT * FROM row WHERE event_type = 'launch' AND known <= ? {rows}", _TODAY - number
        ),
        "first rows as of a day": lambda number: all_of(
            f"SELECT * FROM row WHERE known <= ? {rows}", _TODAY - 3000 - number
        ),
        "total and facet counts under a filter": counts,
    }


def _timed(work: Work, number: int) -> float:
    begun = time.perf_counter()
    work(number)
    return (time.perf_counter() - begun) * 1000
