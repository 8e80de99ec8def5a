"""Counting beside the screen what a reader does not know yet: a thread counts, keys are answered, late news dropped."""

import threading
from collections.abc import Callable

from textual import on
from textual.message import Message

from model.index.faults import Interrupted, StoreFault, faults_told
from model.index.pending import Pending
from model.index.protocol import Reader
from tui.state.context import Context
from tui.working import STEPS, WorkingScreen


class News(Message):
    """More is known of what is counted: all of it (`done`), or no more will be, and `why`."""

    def __init__(self, count: "Count", done: bool = False, why: str = "") -> None:
        super().__init__()
        self.count = count
        self.done = done
        self.why = why


class Count:
    """Counting for a reader, until all that is pending is known or it has been stopped."""

    def __init__(
        self,
        reader: Reader,
        pending: Pending,
        post: Callable[[Message], object],
        give_way: Callable[[], None],
    ) -> None:
        self.reader = reader
        self.running = True
        self._pending = pending
        self._post = post
        # Whoever answers a key comes first.
        self._give_way = give_way
        self._stopped = threading.Event()
        # A daemon: nothing is to be finished when the program ends.
        threading.Thread(target=self._run, name="counting", daemon=True).start()

    def stop(self) -> None:
        """Leave it."""
        self._stopped.set()
        self._pending.stop()

    def _run(self) -> None:
        self._give_way()
        if self._stopped.is_set():
            return
        try:
            for number, _ in enumerate(self._pending.run(), 1):
                if self._stopped.is_set():
                    return
                if number % max(1, self._pending.steps // STEPS) == 0:
                    self._post(News(self))
                self._give_way()
        except Interrupted:
            return
        except StoreFault as fault:
            # It counts as running: the same would only fail once more.
            self._post(News(self, why=str(fault)))
        else:
            self._post(News(self, done=True))


class CountingScreen(WorkingScreen):
    """A screen that has counted beside it what its reader does not know, and leaves that once another is read from."""

    _count: Count | None = None

    counted = 0
    """How often more has been counted of what is shown."""

    def say(self, words: str) -> None:
        """Put a sentence into the footer."""
        raise NotImplementedError

    def news(self) -> None:
        """Show what is shown once more, and answer once more what is typed: more is known of it."""
        raise NotImplementedError

    def watch_context(self, ctx: Context | None) -> None:
        """Count, go on or stop, as what is shown has it; what that asks for is known once it has been drawn."""
        super().watch_context(ctx)
        self.call_next(self.count)

    def count(self) -> None:
        """Begin to count what has been asked for and is not known, unless that is under way."""
        with faults_told(self.say):
            self._count_for(self.now().reader)

    def _count_for(self, reader: Reader) -> None:
        count = self._count
        if count is not None and count.reader is not reader:
            count.stop()
            self._count = count = None
        if (count is None or not count.running) and (pending := reader.pending) is not None:
            self._count = Count(reader, pending, self.post_message, self.answering.wait)

    @on(News)
    def _show_counted(self, message: News) -> None:
        # What was stopped may have been on its way already.
        if message.count is not self._count:
            return
        if message.done:
            message.count.running = False
        self.counted += 1
        self.news()
        if message.why:
            self.say(message.why)
