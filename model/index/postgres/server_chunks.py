"""Rows of chunks from a server, as bitmaps: those of days, and those of values."""

from contextlib import suppress
from typing import Any

from model.index.postgres.kept_days import KeptDays
from model.index.postgres.parts import Parts
from model.index.postgres.server_link import Ask
from model.index.table.file.by_day import Day
from model.index.table.file.chunk_rows import ChunkRows
from model.index.table.file.packed import damaged, of

_AHEAD = 4
"""Chunks of which days are asked for at once, at most: a server may be far away."""


class ServerChunks(ChunkRows):
    """Rows of chunks from a server, whose texts are bytes. What came of days is kept, since it is asked for often."""

    def __init__(
        self, ask: Ask, chunk: int, total: int, at: str, kept: KeptDays, parts: Parts | None = None
    ) -> None:
        super().__init__(ask, chunk, total, at)
        self._kept, self._parts, self._end = kept, parts, -(-total // chunk)

    def _days(self, chunk: int, what: Day) -> list[Any]:
        return [(days, ends, len(of(bytes, rows))) for days, ends, rows in self._by_day(chunk, what)]

    def _day_rows(self, chunk: int, what: Day, start: int, end: int) -> bytes:
        [(*_, rows)] = self._by_day(chunk, what)
        return of(bytes, rows)[start:end]

    def _by_day(self, chunk: int, what: Day) -> list[Any]:
        """The days of a chunk, where the rows of each end, and all rows: the next day of the chunk asks nothing."""
        found = self._kept.of(chunk, what)
        return self._asked(chunk, what) if found is None else found

    def _asked(self, chunk: int, what: Day) -> list[Any]:
        # Who wants one chunk has that alone; who goes through all of them waits for more and more at once.
        ahead = max(1, self._kept.before(chunk, what, _AHEAD))
        near = range(chunk, max(min(chunk + ahead, self._end), chunk + 1))
        found: dict[int, list[Any]] = {
            it: []
            for it in near
            if it == chunk or not (self._is_away(it) or self._kept.of(it, what) is not None)
        }
        sql = f"SELECT chunk, days, ends, rows FROM {self._at}by_day WHERE chunk = ANY(?) AND what = ?"
        for at, *days in self._ask(sql, [*found], int(what)):
            found.get(at, []).append(tuple(days))
        for at, days in found.items():
            self._kept.put(at, what, days)
        return found[chunk]

    def _is_away(self, chunk: int) -> bool:
        return self._parts is not None and self._parts.is_away(chunk)

    def _text(self, stored: object) -> str:
        return text_of(stored)

    def _stored(self, text: str) -> object:
        return text.encode("utf-8", "replace")


def text_of(stored: object) -> str:
    """A text that was stored as bytes. StoreFault where these are none."""
    with suppress(UnicodeDecodeError):
        return of(bytes, stored).decode()
    raise damaged()
