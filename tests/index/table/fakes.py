"""Stores that are slow, or fail: what a disk that spins down, or a server far away, does to whoever asks."""

import threading
from dataclasses import dataclass, field
from typing import Any

from model.index.faults import Interrupted, StoreFault
from model.index.table.store import Away, Store

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


@dataclass
class Line:
    """What lies between a table far away and the threads that ask it: closed, nothing comes through; cut, it fails.

    `asked` are the calls that came through, in their order; `away` what of the table cannot be read.
    """

    open: threading.Event = field(default_factory=threading.Event)
    cut: bool = False
    asked: list[str] = field(default_factory=list)
    away: tuple[Away, ...] = ()
    seen: tuple[Away, ...] = ()
    """What was away when it was looked at last, by whatever thread."""

    def __post_init__(self) -> None:
        self.open.set()


class DistantStore(FakeStore):
    """A store whose first one is near, as while it was opened, and each of another thread at the end of a line."""

    LOST = "rows on db.example.org: nobody answers there"

    def __init__(self, store: Store, line: Line, is_near: bool = True) -> None:
        super().__init__(store)
        self._line, self._is_near = line, is_near
        self._interrupted = threading.Event()

    def again(self) -> "DistantStore":
        """Another one, at the end of the line."""
        return DistantStore(self._store.again(), self._line, is_near=False)

    def before(self, name: str) -> None:
        """Wait for the line."""
        if self._is_near:
            return
        self._interrupted.clear()
        while not self._line.open.wait(0.005):
            if self._interrupted.is_set():
                raise Interrupted
        if self._line.cut:
            raise StoreFault(self.LOST)
        self._line.asked.append(name)

    def interrupt(self) -> None:
        """End the waiting."""
        self._interrupted.set()

    def newer(self) -> bool:
        """Nothing newer is there; it is asked for as all else."""
        self.before("newer")
        return False

    def away(self) -> tuple[Away, ...]:
        """What was away when it was looked at last."""
        return self._line.seen

    def look(self) -> bool:
        """Look again."""
        self.before("look")
        before, self._line.seen = self._line.seen, self._line.away
        return before != self._line.seen
