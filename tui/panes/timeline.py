"""The first pane: the timeline, or another view of the events."""

from textual.events import Click

from tui.layout import ROOMY_HEIGHT
from tui.messages import Chosen, Moved
from tui.panes.base import Pane
from tui.scene import Scene
from tui.text.found import with_found
from tui.text.line import Line
from tui.views.every import Views
from tui.views.view import View


class TimelinePane(Pane):
    """Shows the view that the scene names."""

    def __init__(self, views: Views, scene: Scene) -> None:
        super().__init__(scene, id="timeline")
        self._views = views
        self._shown: list[Line] = []

    def title(self) -> tuple[str, str]:
        """The view's own."""
        return self._view.title(self._scene, self.size.width)

    def content(self, width: int, height: int) -> list[Line]:
        """The view's lines."""
        lines = self._view.content(self._scene, width, height, self.app.size.height >= ROOMY_HEIGHT)
        self._shown = with_found(lines, self._scene.finder)
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
        return self._views[self._scene.view]

    @property
    def _scene(self) -> Scene:
        assert self.scene is not None
        return self.scene
