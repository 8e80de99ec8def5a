"""Rows of chunks from a server, as bitmaps: those of days, and those of values."""

from contextlib import suppress
from functools import lru_cache
from typing import Any

from model.index.postgres.server_link import Ask
from model.index.table.file.by_day import Day
from model.index.table.file.chunk_rows import ChunkRows
from model.index.table.file.packed import damaged, of

_DAYS_KEPT = 8
"""Lists of rows by their days that are kept, at most 400 KB each."""


class ServerChunks(ChunkRows):
    """Rows of chunks from a server, whose texts are bytes. What came of days is kept, since it is asked for often."""

    def __init__(self, ask: Ask, chunk: int, total: int, at: str) -> None:
        super().__init__(ask, chunk, total, at)
        self._by_day = lru_cache(_DAYS_KEPT)(self._all_by_day)

    def _days(self, chunk: int, what: Day) -> list[Any]:
        return [(days, ends, len(of(bytes, rows))) for days, ends, rows in self._by_day(chunk, what)]

    def _day_rows(self, chunk: int, what: Day, start: int, end: int) -> bytes:
        [(*_, rows)] = self._by_day(chunk, what)
        return of(bytes, rows)[start:end]

    def _all_by_day(self, chunk: int, what: Day) -> list[Any]:
        """The days of a chunk, where the rows of each end, and all rows: the next day of the chunk asks nothing."""
        sql = f"SELECT days, ends, rows FROM {self._at}by_day WHERE chunk = ? AND what = ?"
        return self._ask(sql, chunk, int(what))

    def _text(self, stored: object) -> str:
        return text_of(stored)

    def _stored(self, text: str) -> object:
        return text.encode("utf-8", "replace")


def text_of(stored: object) -> str:
    """A text that was stored as bytes. StoreFault where these are none."""
    with suppress(UnicodeDecodeError):
        return of(bytes, stored).decode()
    raise damaged()
