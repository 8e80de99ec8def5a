"""The rows that meet something, found out chunk by chunk, each chunk when it is needed and once."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pyroaring import BitMap

from model.index.table.beginning import Beginning
from model.index.table.bitmaps import Bitmaps

Met = Callable[[Bitmaps, int], BitMap]
"""The ids of a chunk that meet something, of the bitmaps that are given."""


class RowSelection:
    """The ids that meet something, in their order. A *rank* is how many of them stand before an id.

    What one thread has found out is there for its `again` in another: bitmaps never change, and are put in whole.
    `begin` finds the first ids, where that is sooner than to find out a chunk.
    """

    def __init__(
        self,
        bitmaps: Bitmaps,
        met: Met,
        begin: Callable[[], Beginning] | None = None,
        found: dict[int, BitMap] | None = None,
    ) -> None:
        self.bitmaps = bitmaps
        self._met = met
        self._begin = begin
        self._first_ids: tuple[int, ...] = ()
        self._found: dict[int, BitMap] = {} if found is None else found
        self._before = [0]
        """How many ids stand before each chunk, of the first chunks."""
        self._first = 0

    def again(self, bitmaps: Bitmaps) -> "RowSelection":
        """The same, for the thread of other bitmaps."""
        return RowSelection(bitmaps, self._met, None, self._found)

    @property
    def whole(self) -> bool:
        """Whether all chunks have been found out."""
        return len(self._found) == self.bitmaps.chunks

    def chunk(self, number: int) -> BitMap:
        """The ids of a chunk, counted from its first."""
        return self.chunk_by(self.bitmaps, number)

    def chunk_by(self, bitmaps: Bitmaps, number: int) -> BitMap:
        """The same, found out with the bitmaps of whatever thread asks."""
        found = self._found.get(number)
        if found is None:
            found = self._found[number] = self._met(bitmaps, number)
        return found

    def before(self, chunk: int) -> int:
        """How many ids stand before a chunk."""
        while len(self._before) <= chunk:
            self._before.append(self._before[-1] + len(self.chunk(len(self._before) - 1)))
        return self._before[chunk]

    @property
    def total(self) -> int:
        """How many ids there are."""
        return self.before(self.bitmaps.chunks)

    def begin(self) -> None:
        """Find the first ids, where nothing has been found out yet; where they are few, these are all."""
        if self._begin is None or self._found:
            return
        begun, self._begin = self._begin(), None
        self._first_ids = begun.ids
        if begun.is_all:
            size = self.bitmaps.store.chunk
            for chunk in range(self.bitmaps.chunks):
                own = (number - chunk * size for number in begun.ids if number // size == chunk)
                self._found[chunk] = BitMap(own)

    @property
    def least(self) -> int:
        """How many there are in the first chunks that have been found out, or how many first ones are known."""
        return max(self.before(self._found_first), len(self._first_ids))

    def look_further(self) -> None:
        """Find out one chunk more, after the first ones that have been."""
        if self._found_first < self.bitmaps.chunks:
            self.chunk(self._found_first)

    def first_known(self, n: int) -> list[int]:
        """The first ids that are known, at most `n`."""
        if self.before(self._found_first) < len(self._first_ids):
            return [*self._first_ids[:n]]
        return [*islice(self.upwards(0, self._found_first * self.bitmaps.store.chunk), n)]

    @property
    def _found_first(self) -> int:
        """How many of the first chunks have been found out, without one that has not."""
        while self._first < self.bitmaps.chunks and self._first in self._found:
            self._first += 1
        return self._first

    def begun_before(self, number: int) -> tuple[int, ...] | None:
        """The ids before one, where these are among the first ids and no chunk is known yet; else None."""
        if self._found or not self._first_ids or number > self._first_ids[-1]:
            return None
        return self._first_ids[: bisect_left(self._first_ids, number)]

    def holds(self, number: int) -> bool:
        """Whether an id is among them."""
        if not 0 <= number < self.bitmaps.store.total:
            return False
        if (begun := self.begun_before(number)) is not None:
            return self._first_ids[len(begun)] == number
        chunk, local = divmod(number, self.bitmaps.store.chunk)
        return local in self.chunk(chunk)

    def rank(self, number: int) -> int:
        """How many ids stand before an id, which need not be among them."""
        if number <= 0:
            return 0
        if (begun := self.begun_before(number)) is not None:
            return len(begun)
        if number >= self.bitmaps.store.total:
            return self.total
        chunk, local = divmod(number, self.bitmaps.store.chunk)
        if not local:
            return self.before(chunk)
        return self.before(chunk) + self.chunk(chunk).rank(local - 1)

    def near_rank(self, number: int, most_spent: int) -> int | None:
        """The rank of an id, where it is known or found out before the bitmaps have spent so much; else None."""
        if (begun := self.begun_before(number)) is not None:
            return len(begun)
        chunk = min(number, self.bitmaps.store.total) // self.bitmaps.store.chunk
        while self._found_first < chunk:
            if self.bitmaps.spent >= most_spent:
                return None
            self.look_further()
        return self.rank(number)

    def ranks(self, numbers: Iterable[int]) -> list[int]:
        """The ranks of ids, which ascend."""
        size, total = self.bitmaps.store.chunk, self.bitmaps.store.total
        found: list[int] = []
        first, end, before, here = 0, 0, 0, BitMap()
        for number in numbers:
            if number >= total:
                found.append(self.total)
                continue
            if number >= end:
                chunk = number // size
                first, end = chunk * size, (chunk + 1) * size
                before, here = self.before(chunk), self.chunk(chunk)
            found.append(before + here.rank(number - first - 1) if number > first else before)
        return found

    def at(self, position: int, n: int) -> list[int]:
        """At most `n` ids from the one of a rank on."""
        if position < 0:
            position, n = 0, n + position
        self.begin()
        if position + n <= len(self._first_ids):
            return [*self._first_ids[position : position + n]]
        found: list[int] = []
        chunk = 0
        while chunk < self.bitmaps.chunks and len(found) < n:
            if position < self.before(chunk + 1):
                here = max(0, position - self.before(chunk))
                first = chunk * self.bitmaps.store.chunk
                some = self.chunk(chunk)[here : here + n - len(found)]
                found += [first + local for local in some]
            chunk += 1
        return found

    def first_from(self, number: int, end: int | None = None) -> int | None:
        """The first id that is not before `number`, and is before `end`."""
        return next(self.upwards(number, end), None)

    def upwards(self, number: int, end: int | None = None) -> Iterator[int]:
        """The ids from `number` on, up to before `end`."""
        size, total = self.bitmaps.store.chunk, self.bitmaps.store.total
        end = total if end is None else min(end, total)
        for chunk in range(max(0, number) // size, -(-end // size)):
            first = chunk * size
            for local in self.chunk(chunk).iter_equal_or_larger(max(0, number - first)):
                if first + local >= end:
                    return
                yield first + local

    def downwards(self, number: int) -> Iterator[int]:
        """The ids before `number`, the last one first."""
        size, total = self.bitmaps.store.chunk, self.bitmaps.store.total
        number = min(number, total)
        for chunk in range((number - 1) // size, -1, -1):
            found = self.chunk(chunk)
            left = found.rank(number - chunk * size - 1)
            for place in range(left - 1, -1, -1):
                yield chunk * size + found[place]

    def within(self, met: Met) -> "RowSelection":
        """Those of them that meet something else too."""
        return RowSelection(
            self.bitmaps, lambda bitmaps, chunk: self.chunk_by(bitmaps, chunk) & met(bitmaps, chunk)
        )

    def without(self, met: Met) -> "RowSelection":
        """Those of them that do not meet something."""
        return RowSelection(
            self.bitmaps, lambda bitmaps, chunk: self.chunk_by(bitmaps, chunk) - met(bitmaps, chunk)
        )
