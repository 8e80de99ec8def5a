"""Stores that are slow, or fail: what a disk that spins down, or a server far away, does to whoever asks."""

import threading
from typing import Any

from model.index.faults import Interrupted, StoreFault
from model.index.table.store import Store

_ASKED = frozenset(
    (
        *(
            "rows",
            "rows_at",
            "units",
            "busy_until",
            "known_steps",
            "known",
            "versions",
            "lasting",
            "unending",
            "begun",
            "facet",
        ),
        *("facet_values", "word", "word_rows", "words_like", "kept", "rejects"),
    )
)
"""The calls of a store that go to its engine."""


class FakeStore:
    """A store between another one and who asks it; `before` is done before each call."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def before(self, name: str) -> None:
        """What happens first."""

    def again(self) -> Store:
        """The same over the same."""
        raise NotImplementedError

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        if name not in _ASKED:
            return found

        def asked(*values: object) -> object:
            self.before(name)
            return found(*values)

        return asked


class SlowStore(FakeStore):
    """Each call takes so many `seconds`, and ends at once where it is interrupted meanwhile."""

    def __init__(self, store: Store, seconds: float) -> None:
        super().__init__(store)
        self._seconds = seconds
        self._interrupted = threading.Event()
        self.calls = 0

    def again(self) -> "SlowStore":
        """Another one, as slow."""
        return SlowStore(self._store.again(), self._seconds)

    def before(self, name: str) -> None:
        """Wait."""
        self.calls += 1
        self._interrupted.clear()
        if self._interrupted.wait(self._seconds):
            raise Interrupted

    def interrupt(self) -> None:
        """End the waiting."""
        self._interrupted.set()


class FailingStore(FakeStore):
    """Each call from the one with the number `nth` on, counted from 1, cannot be answered."""

    SENTENCE = (
        "The table cannot be read any more: the disk it lies on is gone; plug it in and open the table again."
    )

    def __init__(self, store: Store, nth: int) -> None:
        super().__init__(store)
        self._nth = nth
        self.calls = 0

    def again(self) -> "FailingStore":
        """Another one, which fails as soon."""
        return FailingStore(self._store.again(), self._nth - self.calls)

    def fail(self) -> None:
        """Fail from now on."""
        self._nth = 0

    def before(self, name: str) -> None:
        """Fail, when it is time."""
        self.calls += 1
        if self.calls >= self._nth:
            raise StoreFault(self.SENTENCE)
