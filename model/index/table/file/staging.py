"""Where rows wait in the order in which they came: a file beside the one to be, which survives that the program ends.

It is of one import: of other files, or read in another way, it is begun anew.
"""

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from model.index.table.coded import CodedRow
from model.index.table.file.row_form import RowForm
from model.index.table.file.schema import APPLICATION
from model.index.table.order import place_of, sort_key_of

_SCHEMA = """
CREATE TABLE staged (
    sort_group INTEGER, sort_day INTEGER, sort_tie INTEGER, place INTEGER, file INTEGER, number INTEGER,
    known INTEGER, earliest INTEGER, latest INTEGER, until INTEGER, data BLOB
);
CREATE TABLE reject (file INTEGER, number INTEGER, raw TEXT, why TEXT, PRIMARY KEY (file, number)) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value);
"""
_INSERT = "INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_STEP, _SAFE = 512, 16_384
"""Rows that are put in at once, and after how many they are made safe."""

StagedRow = tuple[int, int, int, int, int, int, int | None, int | None, int | None, int | None, bytes]
"""The sort key, the place of its first version, file and number, the day on which it became known, its first and its
last day, the one on which it was over, and the rest, packed."""


class Staging:
    """The file `path`, of the import that `signature` stands for. Raises sqlite3.Error."""

    def __init__(self, path: Path, signature: bytes, form: RowForm) -> None:
        self.path = path
        self._form = form
        self.database = sqlite3.connect(path, isolation_level=None, timeout=0)
        self.database.execute("PRAGMA locking_mode = EXCLUSIVE")
        self.database.execute("PRAGMA cache_size = -4000")
        self.database.execute("BEGIN EXCLUSIVE")
        self.resumed = self._is_of(signature)
        if not self.resumed:
            self._begin_anew(signature)
        self._at_start = self._safe = self._last_numbers()
        self._last = dict(self._safe)
        self._highest: tuple[int, ...] = (0, 0, 0, -1, 0, 0)
        self._ascending = bool(self._state("ascending"))
        if self._ascending and self.resumed:
            top = self.database.execute(f"SELECT {_KEY} FROM staged ORDER BY rowid DESC LIMIT 1").fetchone()
            self._highest = top or self._highest
        self._unsafe = 0
        self.whole = True

    def add(self, rows: Iterable[CodedRow]) -> None:
        """Put rows in, but those that were safe when this began."""
        self.whole = False
        if self.resumed:
            rows = (row for row in rows if row.number > self._at_start.get(row.file, 0))
        rows = iter(rows)
        while some := list(islice(rows, _STEP)):
            staged = list(map(self._staged, some))
            self.database.executemany(_INSERT, staged)
            self._watch(staged)
            self._unsafe += len(some)
            for row in some:
                ahead = self._last.get(row.file, 0) > row.number
                self._last[row.file] = max(row.number, self._last.get(row.file, 0))
            if self._unsafe >= _SAFE and not ahead:
                self.save()
        self.whole = True
        if self._unsafe >= _SAFE:
            self.save()

    def reject(self, file: int, number: int, raw: str, why: str) -> None:
        """Put in a row that was not taken."""
        self.whole = False
        values = (file, number, *(it.encode("utf-8", "replace").decode() for it in (raw, why)))
        self.database.execute("INSERT OR REPLACE INTO reject VALUES (?, ?, ?, ?)", values)
        self._last[file] = max(number, self._last.get(file, 0))
        self._unsafe += 1

    def begin_revising(self) -> None:
        """From now on nothing is made safe any more, and no order is known."""
        self.whole = self._ascending = False

    def put_before(self, rows: Iterable[CodedRow]) -> None:
        """Put in the rows of the table that is there, as they are."""
        self.database.executemany(_INSERT, map(self._staged, rows))

    def resume_at(self, file: int) -> int:
        """The number of the last row of a file that is safe, 0 where none is."""
        return self._safe.get(file, 0)

    def save(self) -> None:
        """Make safe what is in."""
        self._set("ascending", int(self._ascending))
        self.database.execute("COMMIT")
        self._safe, self._unsafe = dict(self._last), 0
        self.database.execute("BEGIN")

    def counts(self) -> tuple[int, int]:
        """How many rows are in, and how many that were not taken."""
        rows, rejected = self.database.execute(
            "SELECT (SELECT count(*) FROM staged), (SELECT count(*) FROM reject)"
        ).fetchone()
        return rows, rejected

    def in_order(self, waiting: Callable[[], None]) -> Generator[StagedRow, None, None]:
        """All rows in the order of the timeline; `waiting` is called now and then while they are sorted."""
        order = "rowid" if self._ascending else _KEY
        raised: list[BaseException] = []

        def called() -> bool:
            try:
                waiting()
            except BaseException as problem:  # it would be lost on its way through SQLite
                raised.append(problem)
            return bool(raised)

        self.database.set_progress_handler(called, 1_000_000)
        try:
            yield from self.database.execute(f"SELECT * FROM staged ORDER BY {order}")
        except sqlite3.OperationalError:
            if raised:
                raise raised[0] from None
            raise
        finally:
            self.database.set_progress_handler(None, 0)

    def rejects(self) -> Iterator[tuple[int, int, str, str]]:
        """What was not taken, by file and number."""
        yield from self.database.execute("SELECT * FROM reject ORDER BY file, number")

    def close(self) -> None:
        """Let go of it; what was not made safe is gone."""
        self.database.close()

    def remove(self) -> None:
        """Take the file away."""
        self.close()
        for path in (self.path, self.path.with_name(f"{self.path.name}-journal")):
            with suppress(FileNotFoundError):
                path.unlink()

    def _staged(self, row: CodedRow) -> StagedRow:
        date = row.date
        group, day, tie = sort_key_of(date)
        first, last = (None, None) if date is None else (date.earliest, date.latest)
        place, packed = place_of(row), self._form.packed(row)
        return group, day, tie, place, row.file, row.number, row.known, first, last, row.until, packed

    def _watch(self, staged: list[StagedRow]) -> None:
        """Find out whether rows come in the order of the timeline: then nothing is to be sorted."""
        if self._ascending:
            keys = [self._highest, *(it[:6] for it in staged)]
            self._ascending = all(map(tuple.__le__, keys, keys[1:]))
            self._highest = keys[-1]

    def _is_of(self, signature: bytes) -> bool:
        try:
            return self._state("signature") == signature
        except sqlite3.DatabaseError:
            return False

    def _begin_anew(self, signature: bytes) -> None:
        self.database.execute("ROLLBACK")
        self.database.close()
        self.remove()
        self.database = sqlite3.connect(self.path, isolation_level=None, timeout=0)
        self.database.execute("PRAGMA locking_mode = EXCLUSIVE")
        self.database.executescript(f"PRAGMA application_id = {APPLICATION};{_SCHEMA}")
        self.database.execute("BEGIN EXCLUSIVE")
        self._set("signature", signature)
        self._set("ascending", 1)

    def _state(self, name: str) -> object:
        found = self.database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def _set(self, name: str, value: object) -> None:
        self.database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def _last_numbers(self) -> dict[int, int]:
        return dict(
            self.database.execute(
                """SELECT file, max(number) FROM (
                    SELECT file, number FROM staged UNION ALL SELECT file, number FROM reject) GROUP BY file"""
            )
        )


_KEY = "sort_group, sort_day, sort_tie, place, file, number"
