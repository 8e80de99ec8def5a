"""What is asked for with the mouse: widgets say what was clicked, the screen does what keys would do."""

from collections.abc import Callable

from textual import on

from tui.actions import marking, panes, time
from tui.seam.base_screen import SeamScreen
from tui.state.context import Context
from tui.state.outcome import Outcomes
from tui.widgets.messages import Chosen, DaysSought, Dragged, Entered, Moved


class ClickedScreen(SeamScreen):
    """A screen that obeys the mouse."""

    def now(self) -> Context:
        """The context of this moment."""
        raise NotImplementedError

    def answer(self, asked: Callable[[], Outcomes]) -> None:
        """Apply what comes of something that was `asked`."""
        raise NotImplementedError

    @on(Chosen)
    def _choose(self, message: Chosen) -> None:
        self.answer(lambda: panes.choose(self.now(), message.target))

    @on(Moved)
    def _move_on(self, message: Moved) -> None:
        self.answer(lambda: panes.move_view(self.now(), message.by))

    @on(Entered)
    def _enter(self, message: Entered) -> None:
        if (lit := message.lit) is not None:
            self.answer(lambda: panes.light(self.now(), lit))
        self.answer(lambda: panes.follow(self.now(), message.target))

    @on(Dragged)
    def _mark(self, message: Dragged) -> None:
        self.answer(lambda: marking.dragged(self.now(), message.place))

    @on(DaysSought)
    def _seek(self, message: DaysSought) -> None:
        self.answer(lambda: time.seek(self.now(), message.first, message.last))
