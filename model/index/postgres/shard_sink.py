"""Shares out a table among its shards: each has a stretch of chunks, the head all that is not of chunks."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from model.dates.units import Zoom
from model.index.postgres.parts import ServerPart
from model.index.postgres.server_schema import PARTED
from model.index.postgres.server_sink import ServerSink
from model.index.postgres.shard import Shard


def shared_out(rows: int, size: int, shards: int) -> tuple[int, list[range]]:
    """How many rows a chunk has, at most `size`, and which chunks each shard has: about as many rows each.

    Where rows are fewer than shards, the last of these have none.
    """
    each = max(1, -(-rows // (size * shards)))
    size = max(1, min(size, -(-rows // (each * shards))))
    chunks = -(-rows // size)
    spans = [range(min(at * each, chunks), min((at + 1) * each, chunks)) for at in range(shards)]
    return size, spans


class ShardSink:
    """See `TableSink`: `head` takes what is not of chunks, each of the `shards` the chunks of its span, of `size` rows.

    All of them before that of `done` are there. Raises StoreFault, which names the shard.
    """

    def __init__(
        self,
        head: ServerSink,
        shards: Sequence[Shard],
        spans: Sequence[range],
        size: int,
        number: int,
        done: Sequence[int],
    ) -> None:
        self._head, self._shards, self._spans, self._size = head, shards, spans, size
        each = zip(shards, spans, done, strict=True)
        self._sinks = [shard.sink(number, size, span, there) for shard, span, there in each]
        self._number = number
        self._chunk = self._dated = 0
        self._days: list[tuple[int, int]] = []
        """Each day with the id of its first row."""

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put rows into a table."""
        if table in PARTED:
            with self._writing() as sink:
                sink.put(table, rows)
            return
        kept = [*rows]
        for row in kept if table == "told" else ():
            if row[0] == "dated":
                self._dated = int(row[1])
        if table == "unit":
            self._days += [(first, day) for zoom, day, first in kept if zoom == Zoom.DAY]
        self._head.put(table, kept)

    def put_texts(self, first: int, texts: list[tuple[str, ...]]) -> None:
        """Keep the words of some texts."""
        with self._writing() as sink:
            sink.put_texts(first, texts)

    def drop_facet(self, column: int) -> None:
        """Take out what was put in of the values of a column."""
        for sink in self._sinks:
            sink.drop_facet(column)

    def end_chunk(self, chunk: int) -> None:
        """Make safe what was put of a chunk."""
        with self._writing() as sink:
            sink.end_chunk(chunk)
        self._chunk = chunk + 1

    def link_versions(self) -> None:
        """Versions are linked when all else is in."""
        self._head.link_versions()

    def finish_parts(self) -> None:
        """Have each shard make its part quick to read, and say that it is there."""
        for shard, sink in zip(self._shards, self._sinks, strict=True):
            if not shard.is_complete(self._number):
                with shard.faults():
                    sink.finish_part()

    def parts(self, rows: int) -> list[ServerPart]:
        """Where the rows are, when all are in."""
        found = []
        for shard, span in zip(self._shards, self._spans, strict=True):
            first, last = span.start * self._size, min(span.stop * self._size, rows)
            if first < last:
                since = self._day_of(first) if first < self._dated else None
                until = self._day_of(min(last, self._dated) - 1) if first < self._dated else None
                found.append(ServerPart(first, last, since, until, shard.address.where))
        return found

    def _day_of(self, number: int) -> int | None:
        """The day of a row that has one."""
        return next((day for first, day in reversed(self._days) if first <= number), None)

    @contextmanager
    def _writing(self) -> Iterator[ServerSink]:
        """What takes the chunk that is being written."""
        at = next(at for at, span in enumerate(self._spans) if self._chunk in span)
        with self._shards[at].faults():
            yield self._sinks[at]
