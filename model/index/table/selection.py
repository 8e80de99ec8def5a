"""The rows that meet something, found out chunk by chunk, each chunk when it is needed and once."""

from collections.abc import Callable, Iterator

from pyroaring import BitMap

from model.index.table.postings import Postings

Met = Callable[[Postings, int], BitMap]
"""The ids of a chunk that meet something, of the bitmaps that are given."""


class RowSelection:
    """The ids that meet something, in their order. A *rank* is how many of them stand before an id.

    What one thread has found out is there for its `again` in another: bitmaps never change, and are put in whole.
    """

    def __init__(self, postings: Postings, met: Met, found: dict[int, BitMap] | None = None) -> None:
        self.postings = postings
        self._met = met
        self._found: dict[int, BitMap] = {} if found is None else found
        self._before = [0]
        """How many ids stand before each chunk, of the first chunks."""
        self._first = 0

    def again(self, postings: Postings) -> "RowSelection":
        """The same, for the thread of other postings."""
        return RowSelection(postings, self._met, self._found)

    @property
    def whole(self) -> bool:
        """Whether all chunks have been found out."""
        return len(self._found) == self.postings.chunks

    def chunk(self, number: int) -> BitMap:
        """The ids of a chunk, counted from its first."""
        return self.chunk_by(self.postings, number)

    def chunk_by(self, postings: Postings, number: int) -> BitMap:
        """The same, found out with the postings of whatever thread asks."""
        found = self._found.get(number)
        if found is None:
            found = self._found[number] = self._met(postings, number)
        return found

    def before(self, chunk: int) -> int:
        """How many ids stand before a chunk."""
        while len(self._before) <= chunk:
            self._before.append(self._before[-1] + len(self.chunk(len(self._before) - 1)))
        return self._before[chunk]

    @property
    def total(self) -> int:
        """How many ids there are."""
        return self.before(self.postings.chunks)

    @property
    def least(self) -> int:
        """How many there are in the first chunks that have been found out."""
        return self.before(self._found_first)

    def look_further(self) -> None:
        """Find out one chunk more, after the first ones that have been."""
        if self._found_first < self.postings.chunks:
            self.chunk(self._found_first)

    def first_found(self) -> Iterator[int]:
        """The ids of the first chunks that have been found out."""
        return self.upwards(0, self._found_first * self.postings.store.chunk)

    @property
    def _found_first(self) -> int:
        """How many of the first chunks have been found out, without one that has not."""
        while self._first < self.postings.chunks and self._first in self._found:
            self._first += 1
        return self._first

    def holds(self, number: int) -> bool:
        """Whether an id is among them."""
        if not 0 <= number < self.postings.store.total:
            return False
        chunk, local = divmod(number, self.postings.store.chunk)
        return local in self.chunk(chunk)

    def rank(self, number: int) -> int:
        """How many ids stand before an id, which need not be among them."""
        if number <= 0:
            return 0
        if number >= self.postings.store.total:
            return self.total
        chunk, local = divmod(number, self.postings.store.chunk)
        if not local:
            return self.before(chunk)
        return self.before(chunk) + self.chunk(chunk).rank(local - 1)

    def at(self, position: int, n: int) -> list[int]:
        """At most `n` ids from the one of a rank on."""
        if position < 0:
            position, n = 0, n + position
        found: list[int] = []
        chunk = 0
        while chunk < self.postings.chunks and len(found) < n:
            if position < self.before(chunk + 1):
                here = max(0, position - self.before(chunk))
                first = chunk * self.postings.store.chunk
                some = self.chunk(chunk)[here : here + n - len(found)]
                found += [first + local for local in some]
            chunk += 1
        return found

    def first_from(self, number: int, end: int | None = None) -> int | None:
        """The first id that is not before `number`, and is before `end`."""
        return next(self.upwards(number, end), None)

    def upwards(self, number: int, end: int | None = None) -> Iterator[int]:
        """The ids from `number` on, up to before `end`."""
        size, total = self.postings.store.chunk, self.postings.store.total
        end = total if end is None else min(end, total)
        for chunk in range(max(0, number) // size, -(-end // size)):
            first = chunk * size
            for local in self.chunk(chunk).iter_equal_or_larger(max(0, number - first)):
                if first + local >= end:
                    return
                yield first + local

    def downwards(self, number: int) -> Iterator[int]:
        """The ids before `number`, the last one first."""
        size, total = self.postings.store.chunk, self.postings.store.total
        number = min(number, total)
        for chunk in range((number - 1) // size, -1, -1):
            found = self.chunk(chunk)
            left = found.rank(number - chunk * size - 1)
            for place in range(left - 1, -1, -1):
                yield chunk * size + found[place]

    def within(self, met: Met) -> "RowSelection":
        """Those of them that meet something else too."""
        return RowSelection(
            self.postings, lambda postings, chunk: self.chunk_by(postings, chunk) & met(postings, chunk)
        )

    def without(self, met: Met) -> "RowSelection":
        """Those of them that do not meet something."""
        return RowSelection(
            self.postings, lambda postings, chunk: self.chunk_by(postings, chunk) - met(postings, chunk)
        )
