"""Widgets that follow what is shown."""

from textual.reactive import reactive

from model.index.faults import Interrupted, StoreFault
from tui.seam.widget import LinesWidget
from tui.state.context import Context
from tui.state.selection import Selection
from tui.text.phrases import Phrases


class Follower(LinesWidget):
    """A widget that follows the context of the screen."""

    context: reactive[Context | None] = reactive(None, repaint=False)
    """What is shown, bound to the screen's."""

    def __init__(self, context: Context, id: str) -> None:
        super().__init__(context.signs, id=id)
        self.set_reactive(Follower.context, context)

    def made_from(self, ctx: Context) -> object:
        """What of a context of one archive the lines are made from: where that is the same, they are too."""
        return ctx

    def watch_context(self, before: Context | None, now: Context | None) -> None:
        """Show what is shown now."""
        if before is None or now is None or self._differ(before, now):
            self.redraw()

    def _differ(self, before: Context, now: Context) -> bool:
        try:
            return before.archive is not now.archive or self.made_from(before) != self.made_from(now)
        except (StoreFault, Interrupted):
            # That is told by whoever draws it.
            return True

    @property
    def ctx(self) -> Context:
        """What is shown; it is there from the first moment on."""
        assert self.context is not None
        return self.context

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.ctx.selection

    @property
    def phrases(self) -> Phrases:
        """How things are said as of the day."""
        return self.ctx.phrases
