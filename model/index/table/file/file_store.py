"""A finished table in one SQLite file: see `model.index.table.store.Store`.

The file may come from anybody: whatever is read from it is held to its type, and what is not as it must be is damage.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pyroaring import BitMap

from model.dates.units import Zoom
from model.index.table.coded import CodedRow
from model.index.table.file.by_day import Day
from model.index.table.file.chunk_rows import ChunkRows
from model.index.table.file.connecting import opened, unreadable
from model.index.table.file.held import HeldFile
from model.index.table.file.packed import of
from model.index.table.file.row_form import RowForm
from model.index.table.file.told import read_meta, read_steps
from model.index.table.file.word_rows import WordRows
from model.index.table.folded_value import folded_value
from model.index.table.order import OWN_PLACE
from model.index.table.store import CHUNK, Away, FacetValue, Interrupted, StoreFault
from model.query.sought import Sought

_ROW = "file, number, known, data, until, first"


def open_store(path: Path) -> "FileStore":
    """The table in a file. StoreFault, with one sentence, where it is none that can be read."""
    return FileStore(path)


class FileStore:
    """See `model.index.table.store.Store`."""

    shared = False

    def __init__(self, path: Path, stamp: bytes | None = None) -> None:
        self._path = path
        self._database = opened(path)
        self._file = HeldFile(path)
        self._running = self._ended = False
        self._units: dict[Zoom, Sequence[tuple[int, int]]] = {}
        self._steps: Sequence[tuple[int, int, int]] | None = None
        self._words = WordRows(self._all)
        try:
            with self._answering():
                told = dict(
                    self._all(
                        "SELECT name, value FROM told WHERE name IN ('meta', 'stamp', 'dated', 'chunk')"
                    )
                )
                self.meta = read_meta(told.get("meta"))
                self.total: int = self.meta.rows
                self._stamp = of(bytes, told.get("stamp"))
                self.dated: int = of(int, told.get("dated"))
                self.chunk: int = of(int, told.get("chunk"))
                last = self._all("SELECT max(id) FROM row")[0][0]
                if (
                    not 0 <= self.dated <= self.total
                    or not 0 < self.chunk <= CHUNK
                    or (-1 if last is None else last) != self.total - 1
                ):
                    raise _missing()
            if stamp is not None and stamp != self._stamp:
                raise StoreFault("the table was replaced by another one; open it again")
        except StoreFault as problem:
            self._database.close()
            raise StoreFault(_with_path(path, problem)) from problem
        self._form = RowForm(self.meta)
        self._chunks = ChunkRows(self._all, self.chunk, self.total)

    def again(self) -> "FileStore":
        """The same store for another thread."""
        self._refuse_changed()
        return FileStore(self._path, self._stamp)

    def newer(self) -> bool:
        """A file is one person's, who knows what is put in its place."""
        return False

    def interrupt(self) -> None:
        """End what another thread waits for."""
        if self._running:
            self._ended = True
            self._database.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def rows(self, first: int, n: int) -> Sequence[CodedRow]:
        """The rows with the ids from `first` on, at most `n`."""
        with self._answering():
            return [self._row(it) for it in self._window(_ROW, first, n)]

    def rows_at(self, ids: Sequence[int]) -> Sequence[CodedRow]:
        """The rows of some ids, which ascend."""
        with self._answering():
            # As one text: a statement may have only so many values.
            among = "id IN (SELECT value FROM json_each(?))"
            found = self._all(
                f"SELECT {_ROW} FROM row WHERE {among} ORDER BY id", f"[{','.join(map(str, ids))}]"
            )
            if len(found) != len(ids):
                raise _missing()
            return [self._row(it) for it in found]

    def units(self, zoom: Zoom) -> Sequence[tuple[int, int]]:
        """The units that have rows, each with the id of its first row."""
        if zoom not in self._units:
            with self._answering():
                found = self._all("SELECT unit, first FROM unit WHERE zoom = ? ORDER BY unit", int(zoom))
                self._units[zoom] = [(of(int, unit), of(int, first)) for unit, first in found]
        return self._units[zoom]

    def busy_until(self, first: int, n: int) -> Sequence[int | None]:
        """Of each of these ids, the last day of all that stands before it."""
        with self._answering():
            found = self._window("busy_until", first, n)
            return [None if day is None else of(int, day) for (day,) in found]

    def known_steps(self) -> Sequence[tuple[int, int, int]]:
        """The days on which rows became known or ended, each with how many."""
        if self._steps is None:
            with self._answering():
                told = dict(self._all("SELECT name, value FROM told WHERE name LIKE 'known_%'"))
                names = ("known_days", "known_rows", "known_over")
                self._steps = read_steps(*map(told.get, names))
        return self._steps

    def known(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk that were known on a day, and not over by then."""
        with self._answering():
            known = self._chunks.of_days(chunk, Day.KNOWN, day + 1, before=True)
            return known - self._chunks.of_days(chunk, Day.UNTIL, day + 1, before=True)

    def versions(self, number: int) -> Sequence[int]:
        """The ids of all versions of a row, from the first one on."""
        with self._answering():
            sql = f"""SELECT id FROM row WHERE id IN (SELECT version.id FROM version JOIN row
                          ON version.first = coalesce(row.first, {OWN_PLACE}) WHERE row.id = ?)
                      ORDER BY file, number"""
            return [of(int, it) for (it,) in self._all(sql, number)] or [number]

    def placed(self, file: int, number: int) -> Sequence[int]:
        """The ids of the rows that stand in a place of a file."""
        with self._answering():
            sql = "SELECT id FROM row WHERE number = ? AND file = ? ORDER BY id"
            return [of(int, it) for (it,) in self._all(sql, number, file)]

    def lasting(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose last day is `day` or later."""
        with self._answering():
            return self._chunks.of_days(chunk, Day.LAST, day, before=False)

    def unending(self, chunk: int) -> BitMap:
        """The ids of a chunk that have a date without a last day."""
        with self._answering():
            return self._chunks.unending(chunk)

    def begun(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose first day is before `day`, or that have a date without one."""
        with self._answering():
            return self._chunks.of_days(chunk, Day.FIRST, day, before=True)

    def facet(self, column: int, value: str, chunk: int) -> BitMap:
        """The ids of a chunk whose cell has a value."""
        with self._answering():
            return self._chunks.facet(column, folded_value(value), chunk)

    def facets(self, column: int, chunk: int) -> Sequence[tuple[str, BitMap]]:
        """All values of a column in a chunk, each with its ids."""
        with self._answering():
            return self._chunks.facets(column, chunk)

    def facet_values(self, column: int) -> Sequence[FacetValue]:
        """The values of a faceted column."""
        with self._answering():
            found = self._all(
                'SELECT value, rows FROM facet_value WHERE "column" = ? ORDER BY rows DESC, folded', column
            )
            return [FacetValue(of(str, value), of(int, rows)) for value, rows in found]

    def word(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The ids of a chunk with a word."""
        with self._answering():
            first = chunk * self.chunk
            return self._words.having(word, whole, first, min(first + self.chunk, self.total))

    def matching(self, sought: Sought, first: int, n: int) -> Sequence[int]:
        """The first ids that hold what is wanted and nothing that is not."""
        with self._answering():
            return self._words.matching(sought, first, n, self.total)

    def word_rows(self, word: str, whole: bool) -> int | None:
        """Nothing is known without counting."""
        return None

    def words_like(self, beginning: str, most: int) -> Sequence[str]:
        """Words of the table that begin so, in their order."""
        with self._answering():
            return self._words.like(beginning, most)

    def kept(self, name: str) -> bytes | None:
        """A small value kept beside the rows."""
        with self._answering():
            for (value,) in self._all("SELECT value FROM kept WHERE name = ?", name):
                return of(bytes, value)
            return None

    def away(self) -> tuple[Away, ...]:
        """Nothing: it is one file."""
        return ()

    def look(self) -> bool:
        """Nothing becomes another."""
        return False

    def rejects(self, first: int, n: int) -> Iterator[tuple[int, int, str, str]]:
        """Rows that were not taken."""
        with self._answering():
            found = self._all(
                "SELECT file, number, raw, why FROM reject ORDER BY id LIMIT ? OFFSET ?",
                max(n, 0),
                max(first, 0),
            )
        for file, number, raw, why in found:
            yield of(int, file), of(int, number), of(str, raw), of(str, why)

    def _row(self, values: tuple[Any, ...]) -> CodedRow:
        file, number, known, data, until, first = values
        return self._form.row(
            of(int, file), of(int, number), _or_none(known), of(bytes, data), _or_none(until), _or_none(first)
        )

    def _window(self, columns: str, first: int, n: int) -> list[Any]:
        """Columns of the rows with the ids from `first` on, of which none is missing."""
        first, end = max(first, 0), min(first + n, self.total)
        found = self._all(f"SELECT {columns} FROM row WHERE id >= ? AND id < ? ORDER BY id", first, end)
        if len(found) != max(end - first, 0):
            raise StoreFault("the table is damaged: rows are missing; import it again")
        return found

    def _all(self, sql: str, *values: object) -> list[Any]:
        if self._ended:
            raise Interrupted
        return self._database.execute(sql, values).fetchall()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Say in one sentence why there is no answer."""
        self._ended, self._running = False, True
        try:
            self._refuse_changed()
            yield
            # What was written meanwhile may be in the answer.
            self._refuse_changed()
        except (sqlite3.Error, UnicodeDecodeError) as problem:
            if self._ended:
                raise Interrupted from None
            self._refuse_changed()
            raise unreadable(self._path, problem) from problem
        except StoreFault:
            self._refuse_changed()
            raise
        finally:
            self._running = False

    def _refuse_changed(self) -> None:
        if self._file.is_changed():
            raise StoreFault(f"{self._path}: the table was changed; open it again")


def _missing() -> StoreFault:
    return StoreFault("the table is damaged: rows are missing; import it again")


def _or_none(value: object) -> int | None:
    return None if value is None else of(int, value)


def _with_path(path: Path, problem: StoreFault) -> str:
    said = str(problem)
    return said if said.startswith(str(path)) else f"{path}: {said}"
