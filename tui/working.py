"""Finding out beside the screen what a view waits for: a thread works, keys are answered, late answers are dropped."""

import threading
from collections.abc import Callable
from typing import Any

from textual import on
from textual.message import Message

from model.index.archive import Archive
from tui.actions.select import settled
from tui.clicked import ClickedScreen
from tui.state.beside import Task
from tui.state.context import Context

STEPS = 20
"""How often it is said how far the work has come."""


class Progress(Message):
    """So many steps of so many are done, by a `work`; None of it is left where it is all kept."""

    def __init__(self, work: "Work", done: tuple[int, int] | None) -> None:
        super().__init__()
        self.work = work
        self.done = done


class Failed(Message):
    """The work fell over something."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Work:
    """Doing a task for an archive as of a day, until it is done or has been stopped."""

    def __init__(
        self,
        task: Task,
        archive: Archive,
        day: int,
        post: Callable[[Message], object],
        give_way: Callable[[], None],
    ) -> None:
        self.of = (task, archive, day)
        self._post = post
        # Whoever answers a key comes first.
        self._give_way = give_way
        self._stopped = threading.Event()
        # A daemon: nothing is to be finished when the program ends.
        threading.Thread(target=self._run, name="working", daemon=True).start()

    def stop(self) -> None:
        """Leave it."""
        self._stopped.set()

    def _run(self) -> None:
        try:
            self._find_out(*self.of)
        except Exception as error:
            # A thread that falls over something would write it on the screen.
            self._post(Failed(error))

    def _find_out(self, task: Task, archive: Archive, day: int) -> None:
        self._give_way()
        if self._stopped.is_set():
            return
        total = task.steps(archive, day)
        found: list[Any] = []
        for part in task.find(archive, day):
            if self._stopped.is_set():
                return
            found.append(part)
            if len(found) % max(1, total // STEPS) == 0:
                self._post(Progress(self, (len(found), total)))
            self._give_way()
        task.keep(archive, day, found)
        self._post(Progress(self, None))


class WorkingScreen(ClickedScreen):
    """A screen that has found out beside it what its view waits for, and leaves that once nobody waits any more."""

    _work: Work | None = None

    working: tuple[int, int] | None = None
    """How far that has come."""

    def renew(self) -> None:
        """Show the scene once more: more is known of it."""
        raise NotImplementedError

    def watch_context(self, ctx: Context | None) -> None:
        """Begin, go on or stop, as what is shown has it."""
        task = ctx.view.waits(ctx) if ctx is not None else None
        wanted = (task, ctx.archive, ctx.scene.when.day) if ctx is not None and task is not None else None
        if self._work is not None and self._work.of != wanted:
            self._work.stop()
            self._work, self.working = None, None
            if ctx is not None and ctx.working is not None:
                # It was shown as going on.
                self.call_next(self.renew)
        if self._work is None and wanted is not None:
            self._work = Work(*wanted, self.post_message, self.answering.wait)

    @on(Progress)
    def _show_progress(self, message: Progress) -> None:
        # What was stopped may have been on its way already.
        if message.work is not self._work:
            return
        self.working = message.done
        self.renew()
        ctx = self.now()
        if ctx.view.waits(ctx) is None and ctx.scene.stance.pane == "timeline":
            # There was nothing to put the cursor on before.
            self.answer(lambda: settled(ctx, ctx.scene))

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        raise message.error
