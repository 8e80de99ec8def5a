"""Stores of tables that can be broken, or held up, while the screen reads from them."""

import threading
from collections.abc import Sequence
from copy import copy

from pyroaring import BitMap

from model.index.faults import Interrupted, StoreFault
from model.index.table.coded import CodedRow
from model.index.table.memory import MemoryStore

GONE = "rows.db cannot be read any more: the disk is gone; open it again once it is back"


class BreakableStore(MemoryStore):
    """A store that answers nothing once it is `broken`."""

    broken = False

    def _check(self) -> None:
        if self.broken:
            raise StoreFault(GONE)

    def rows(self, first: int, n: int) -> list[CodedRow]:
        """The rows, while they can be read."""
        self._check()
        return super().rows(first, n)

    def rows_at(self, ids: Sequence[int]) -> list[CodedRow]:
        """The same."""
        self._check()
        return super().rows_at(ids)

    def word(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The same for words."""
        self._check()
        return super().word(word, whole, chunk)

    def facet(self, column: int, value: str, chunk: int) -> BitMap:
        """The same for values."""
        self._check()
        return super().facet(column, value, chunk)


class HeldStore(MemoryStore):
    """A store whose words are not given to the threads that count before it is let go on."""

    def __init__(self, *of: object, chunk: int) -> None:
        super().__init__(*of, chunk=chunk)  # type: ignore[arg-type]
        self.go_on = threading.Event()
        self.beside: list[HeldStore] = []
        """Those of other threads, the last one last."""
        self.interrupted = threading.Event()
        self.is_held = False

    def again(self) -> "HeldStore":
        """The same for another thread, which is held up."""
        other = copy(self)
        other.interrupted, other.is_held = threading.Event(), True
        self.beside.append(other)
        return other

    def word(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The rows of a word; beside the screen, once it may be counted."""
        while self.is_held and not self.go_on.wait(0.01):
            if self.interrupted.is_set():
                raise Interrupted
        return super().word(word, whole, chunk)

    def interrupt(self) -> None:
        """End what is waited for."""
        self.interrupted.set()
