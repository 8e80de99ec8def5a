"""The bitmaps of a store, of which the last ones that were asked for are kept."""

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property, lru_cache, partial

from pyroaring import BitMap

from model.index.table.present import away_in, first_id
from model.index.table.store import Store

_KEPT = 256
"""How many bitmaps are kept of each kind: those of a few terms of a few millions of rows, at most 8 KB each."""

WHENEVER = 1 << 62
"""A day after all others, as of which all that ever was is there."""

_CALL = 500
"""What it costs to ask for the bitmaps of a word, in letters that are looked through."""


class Bitmaps:
    """Bitmaps by chunk, which nobody may change. One is for one thread, as its store is.

    `spent` is what was spent on words till now, in letters that would have been looked through meanwhile: a bitmap of a
    value lies ready, that of a word may have to be made. `away` is what could not be read when they were begun with: no
    row of it is known.
    """

    def __init__(self, store: Store) -> None:
        self.store, self.away = store, store.away()
        self.spent = 0
        self.chunks = -(-store.total // store.chunk)
        steps = store.known_steps()
        self.all_from = _all_from(steps, store.total)
        """The day from which on all rows are known: `WHENEVER`, where some are over by then."""
        kept = partial(_kept, _KEPT)
        self._known: Callable[[int, int], BitMap] = kept(store.known)
        self.lasting: Callable[[int, int], BitMap] = kept(store.lasting)
        self.begun: Callable[[int, int], BitMap] = kept(store.begun)
        self.unending: Callable[[int], BitMap] = kept(store.unending)
        self.facet: Callable[[int, str, int], BitMap] = kept(store.facet)
        self.word: Callable[[str, bool, int], BitMap] = kept(self._word)

    def known(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk that were known on a day, and not over by then."""
        size = self.size(chunk)
        found = self._known(day, chunk) if day < self.all_from else BitMap(range(size))
        return found - away_in(self.away, chunk * self.store.chunk, size) if self.away else found

    def size(self, chunk: int) -> int:
        """How many rows a chunk has."""
        return min(self.store.chunk, self.store.total - chunk * self.store.chunk)

    @cached_property
    def undated_from(self) -> int:
        """The first id of what has no date at all."""
        return first_id(self.away, range(self.store.dated, self.store.total), self._is_undated)

    def _is_undated(self, number: int) -> bool:
        return self.store.rows(number, 1)[0].date is None

    def _word(self, word: str, whole: bool, chunk: int) -> BitMap:
        found = self.store.word(word, whole, chunk)
        self.spent += _CALL + len(found)
        return found


def _kept(most: int, ask: Callable[..., BitMap]) -> Callable[..., BitMap]:
    remembered = lru_cache(maxsize=most)(ask)

    def answer(*asked: Hashable) -> BitMap:
        return remembered(*asked)

    return answer


def _all_from(steps: Sequence[tuple[int, int, int]], total: int) -> int:
    is_over = any(ended for *_, ended in steps) or sum(began for _, began, _ in steps) < total
    return WHENEVER if is_over else steps[-1][0] if steps else 0
