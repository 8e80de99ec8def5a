"""Rows of a chunk as bitmaps: those of days, and those of values. What is read is held to the chunk."""

from functools import lru_cache
from typing import Any

from pyroaring import BitMap

from model.index.table.file.by_day import Day, rows_before
from model.index.table.file.packed import damaged, listed, of, read, rows_of
from model.index.table.file.word_rows import Ask


class ChunkRows:
    """Answers from a connection, for chunks of so many rows of a table of `total`; names of tables begin with `at`."""

    def __init__(self, ask: Ask, chunk: int, total: int, at: str = "") -> None:
        self._ask, self._chunk, self._total, self._at = ask, chunk, total, at
        self._number = lru_cache(maxsize=64)(self._number_of)

    def of_days(self, chunk: int, what: Day, day: int, before: bool) -> BitMap:
        """The rows with a day before `day`, or those with that one or a later."""
        for days, ends, length in self._days(chunk, what):
            size, end = of(int, length), 2 * rows_before(day, of(bytes, days), of(bytes, ends))
            start, end = (0, end) if before else (end, size)
            if start >= end:
                return BitMap()
            if what is Day.KNOWN and end == size:
                return self._inside(chunk, BitMap(range(size // 2)))
            # The rows are most of it: they are only read where the day parts the chunk.
            return self._inside(chunk, listed(self._day_rows(chunk, what, start, end)))
        return BitMap()

    def _days(self, chunk: int, what: Day) -> list[Any]:
        """The days of a chunk, where the rows of each end, and the bytes of all rows; one at most."""
        sql = f"SELECT days, ends, length(rows) FROM {self._at}by_day WHERE chunk = ? AND what = ?"
        return self._ask(sql, chunk, int(what))

    def _day_rows(self, chunk: int, what: Day, start: int, end: int) -> bytes:
        """The bytes from `start` to before `end` of the rows of a chunk by their days."""
        sql = f"SELECT substr(rows, ?, ?) FROM {self._at}by_day WHERE chunk = ? AND what = ?"
        [(rows,)] = self._ask(sql, start + 1, end - start, chunk, int(what))
        return of(bytes, rows)

    def unending(self, chunk: int) -> BitMap:
        """The rows that have a date without a last day."""
        for (rows,) in self._ask(f"SELECT rows FROM {self._at}unending WHERE chunk = ?", chunk):
            return self._inside(chunk, listed(of(bytes, rows)))
        return BitMap()

    def facet(self, column: int, value: str, chunk: int) -> BitMap:
        """The rows with a folded value."""
        sql = f'SELECT counts, rows FROM {self._at}facet WHERE "column" = ? AND chunk = ? AND number = ?'
        for counts, rows in self._ask(sql, column, chunk, self._number(column, value)):
            return self._packed(chunk, counts, rows)
        return BitMap()

    def facets(self, column: int, chunk: int) -> list[tuple[str, BitMap]]:
        """The folded values of a column, each with its rows."""
        sql = f"""SELECT folded, counts, facet.rows FROM {self._at}facet AS facet
                  JOIN {self._at}facet_value AS facet_value USING ("column", number)
                  WHERE facet."column" = ? AND chunk = ? ORDER BY folded"""
        found = self._ask(sql, column, chunk)
        return [(self._text(value), self._packed(chunk, counts, rows)) for value, counts, rows in found]

    def _number_of(self, column: int, value: str) -> int:
        sql = f'SELECT number FROM {self._at}facet_value WHERE "column" = ? AND folded = ?'
        for (number,) in self._ask(sql, column, self._stored(value)):
            return of(int, number)
        return -1

    def _text(self, stored: object) -> str:
        return of(str, stored)

    def _stored(self, text: str) -> object:
        return text

    def _packed(self, chunk: int, counts: object, rows: object) -> BitMap:
        found = read(of(bytes, counts), of(bytes, rows))
        return self._inside(chunk, rows_of(found, 0, len(found)))

    def _inside(self, chunk: int, rows: BitMap) -> BitMap:
        """The rows, which are rows of a chunk."""
        if rows and rows.max() >= min(self._chunk, self._total - chunk * self._chunk):
            raise damaged()
        return rows
