"""Rows of chunks in the order of their days, as they came from a server: for all stores of an import."""

import threading
from collections import OrderedDict
from typing import Any

from model.index.table.file.by_day import Day

_KEPT = 24
"""Lists that are kept, at most 400 KB each."""


class KeptDays:
    """The lists of rows that came last, by chunk and by which day they are in the order of.

    They are of any day that is asked as of, and an import never changes. Asked and told by several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[int, Day], list[Any]] = OrderedDict()

    def of(self, chunk: int, what: Day) -> list[Any] | None:
        """What the table `by_day` has of a chunk; None where that is not here."""
        with self._lock:
            if (found := self._kept.get((chunk, what))) is not None:
                self._kept.move_to_end((chunk, what))
        return found

    def put(self, chunk: int, what: Day, found: list[Any]) -> None:
        """Keep what it has."""
        with self._lock:
            self._kept[chunk, what] = found
            self._kept.move_to_end((chunk, what))
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def before(self, chunk: int, what: Day, most: int) -> int:
        """Of how many chunks that stand directly before this one it is here, at most so many."""
        with self._lock:
            return next((n for n in range(most) if (chunk - n - 1, what) not in self._kept), most)
