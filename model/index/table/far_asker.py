"""A thread that asks a table far away: what a key waits for first, then what the next keys may want."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from typing import Any, cast

from model.index.faults import Interrupted, StoreFault
from model.index.table.bitmaps import Bitmaps
from model.index.table.coded import CodedRow
from model.index.table.far_answers import FarAnswers
from model.index.table.store import Away, Store

LOOKED_AFTER = 2.0
"""Seconds after which a server that was lost, or a part of a table that is away, is looked for again."""

Find = Callable[[Bitmaps], Any]
"""Finds something out, with the bitmaps of whatever thread."""


class FarAsker:
    """Finds out with a store of its own (`again` opens it) what is wanted, into `answers`.

    `news` is called, in this thread, when something came that nobody waited for any longer, and when `lost` or `away`
    became another: `lost` is why nothing is answered at all, empty while all is well. While all is well and nothing is
    wanted, the thread sleeps.
    """

    def __init__(self, again: Callable[[], Store], answers: FarAnswers, news: Callable[[], object]) -> None:
        self.lost = ""
        self.away: tuple[Away, ...] = ()
        self._again, self._answers, self._news = again, answers, news
        self._bitmaps: Bitmaps | None = None
        self._change = threading.Condition()
        self._wanted: OrderedDict[Hashable, Find] = OrderedDict()
        self._expected: OrderedDict[Hashable, Find] = OrderedDict()
        self._late: set[Hashable] = set()
        """What somebody waited for in vain, and is told of when it is here."""
        self._running: Hashable = None
        self._is_for_key = self._is_over = False
        # A daemon: nothing is to be finished when the program ends.
        threading.Thread(target=self._run, name="far table", daemon=True).start()

    def want(self, what: Hashable, find: Find, seconds: float) -> None:
        """Have something found out next, and wait for it so long at most."""
        with self._change:
            if self.lost:
                return
            self._expected.pop(what, None)
            # Also where it is being found out: that may be ended.
            self._wanted.setdefault(what, find)
            self._change.notify_all()
            if not self._change.wait_for(lambda: what in self._answers or self.lost, seconds) and (
                what in self._wanted or what == self._running
            ):
                # Else it was dropped meanwhile: who waits is told of that, and asks again.
                self._late.add(what)

    @property
    def is_awaited(self) -> bool:
        """Whether something is late still, and its coming will be told."""
        return bool(self._late)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is asked for, nor will be."""
        return not (self._wanted or self._expected or self._running)

    def expect(self, what: Hashable, find: Find) -> None:
        """Have something found out once nothing is wanted; of what was expected, the last few are."""
        with self._change:
            if self.lost or what == self._running or what in self._wanted:
                return
            self._expected[what] = find
            while len(self._expected) > _EXPECTED:
                self._expected.popitem(last=False)
            self._change.notify_all()

    def drop(self) -> None:
        """Forget what is wanted, and end what of it is being found out; who still wants something is to ask again."""
        with self._change:
            self._wanted.clear()
            self._late.clear()
            ends, own = self._running is not None and self._is_for_key, self._bitmaps
        if ends and own is not None:
            own.store.interrupt()
        self._news()

    def close(self) -> None:
        """End the thread, soon."""
        with self._change:
            self._is_over = True
            self._change.notify_all()
            own = self._bitmaps
        if own is not None:
            own.store.interrupt()

    def _run(self) -> None:
        while True:
            job = self._next()
            if self._is_over:
                break
            if job is None:
                self._look_again()
            else:
                self._do(*job)
        if self._bitmaps is not None:
            self._bitmaps.store.close()

    def _next(self) -> tuple[Hashable, Find] | None:
        """What is to be found out; None at the end, and when it is time to look for what was lost."""
        with self._change:
            waits = LOOKED_AFTER if self.lost or self.away else None
            if not self._change.wait_for(lambda: self._wanted or self._expected or self._is_over, waits):
                return None
            # What is expected comes after what the last key has drawn: both threads have one processor between them.
            self._change.wait_for(lambda: self._wanted or self._is_over, _DRAWN_WITHIN)
            if self._is_over or not (self._wanted or self._expected):
                # What was expected may have been wanted meanwhile, and given up.
                return None
            self._is_for_key = bool(self._wanted)
            what, find = (self._wanted or self._expected).popitem(last=False)
            self._running = what
            return what, find

    def _do(self, what: Hashable, find: Find) -> None:
        if what in self._answers:
            # It was found out already while it was wanted once more.
            with self._change:
                self._running = None
            return
        try:
            found = find(self._own())
        except Interrupted:
            with self._change:
                self._running = None
            return
        except Exception as problem:
            # Whoever asked falls over it, as if it had been found out there.
            found = problem
        if self._see_what_is_away():
            # It is of a table that was another while it was found out; whoever wants it asks again.
            with self._change:
                self._running = None
        elif isinstance(found, StoreFault) and self._is_lost():
            self._lose(str(found))
        else:
            self._came(what, found)

    def _own(self) -> Bitmaps:
        if self._bitmaps is None:
            self._bitmaps = Bitmaps(cast("Store", _Filling(self._again(), self._answers)))
        return self._bitmaps

    def _came(self, what: Hashable, found: object) -> None:
        self._answers.put(what, found)
        with self._change:
            self._running = None
            was_late = what in self._late
            self._late.discard(what)
            self._change.notify_all()
        if was_late:
            self._news()

    def _lose(self, why: str) -> None:
        with self._change:
            is_news = why != self.lost
            self.lost, self._running = why, None
            self._wanted.clear()
            self._expected.clear()
            self._late.clear()
            self._change.notify_all()
        if is_news:
            self._news()

    def _is_lost(self) -> bool:
        """Whether the server answers nothing at all: else a fault is the answer to one question."""
        try:
            self._own().store.newer()
        except StoreFault:
            return True
        except Interrupted:
            pass
        return False

    def _look_again(self) -> None:
        if self.lost:
            if not self._is_lost():
                with self._change:
                    self.lost = ""
                self._news()
            return
        with suppress(StoreFault, Interrupted):
            self._own().store.look()
            self._see_what_is_away()

    def _see_what_is_away(self) -> bool:
        """Whether it is something else than before: then nothing that came is of use any more."""
        if self._bitmaps is None or (away := self._bitmaps.store.away()) == self.away:
            return False
        self._bitmaps = Bitmaps(self._bitmaps.store)
        self._answers.clear()
        with self._change:
            self.away = away
            self._wanted.clear()
            self._expected.clear()
            self._late.clear()
        self._news()
        return True


_DRAWN_WITHIN = 0.02
"""Seconds in which what comes of a key is drawn, as a rule."""

_EXPECTED = 16
"""How many things are expected at a time: those around where one is now."""


class _Filling:
    """A store whose rows are kept among the answers, whatever they were asked for."""

    def __init__(self, store: Store, answers: FarAnswers) -> None:
        self._store, self._answers = store, answers

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def rows(self, first: int, n: int) -> Sequence[CodedRow]:
        """Rows, as the store has them."""
        rows = self._store.rows(first, n)
        self._answers.put_rows(enumerate(rows, max(first, 0)))
        return rows

    def rows_at(self, ids: Sequence[int]) -> Sequence[CodedRow]:
        """The same."""
        rows = self._store.rows_at(ids)
        self._answers.put_rows(zip(ids, rows, strict=True))
        return rows
