"""What is asked for with the mouse: widgets say what was clicked, the screen does what keys would do."""

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

    def obey(self, outcomes: Outcomes) -> None:
        """Apply what comes of a command."""
        raise NotImplementedError

    @on(Chosen)
    def _choose(self, message: Chosen) -> None:
        self.obey(panes.choose(self.now(), message.target))

    @on(Moved)
    def _move_on(self, message: Moved) -> None:
        self.obey(panes.move_view(self.now(), message.by))

    @on(Entered)
    def _enter(self, message: Entered) -> None:
        if message.lit is not None:
            self.obey(panes.light(self.now(), message.lit))
        self.obey(panes.follow(self.now(), message.target))

    @on(Dragged)
    def _mark(self, message: Dragged) -> None:
        self.obey(marking.dragged(self.now(), message.place))

    @on(DaysSought)
    def _seek(self, message: DaysSought) -> None:
        self.obey(time.seek(self.now(), message.first, message.last))
