"""The first pane: the timeline, or another view of the events."""

from collections.abc import Mapping

from textual.events import Click

from tui.state.context import Context
from tui.state.layout import ROOMY_HEIGHT
from tui.text.found import with_found
from tui.text.line import Line
from tui.views.view import View
from tui.widgets.messages import Chosen, Moved
from tui.widgets.pane import Pane


class TimelinePane(Pane):
    """Shows the view that the scene names."""

    def __init__(self, views: Mapping[str, View], context: Context) -> None:
        super().__init__(context, id="timeline")
        self._views = views
        self._shown: list[Line] = []

    def title(self) -> tuple[str, str]:
        """The view's own."""
        return self._view.title(self.ctx, self.size.width)

    def content(self, width: int, height: int) -> list[Line]:
        """The view's lines."""
        lines = self._view.content(self.ctx, width, height, self.app.size.height >= ROOMY_HEIGHT)
        self._shown = with_found(lines, self.ctx.finder)
        return self._shown

    def wheel(self, by: int) -> None:
        """Move on: what is selected is always in sight, so it goes along."""
        self.post_message(Moved(by))

    def on_click(self, click: Click) -> None:
        """Choose what was clicked."""
        row = self.content_row(click)
        if row is not None and row < len(self._shown) and (target := self._shown[row].target):
            self.post_message(Chosen(target))

    @property
    def _view(self) -> View:
        return self._views[self.ctx.scene.viewed.name]
