"""The timeline: one row for each event, drawn from a window of the index."""

from textual.events import Click

from model.index.archive import Archive
from tui.messages import EventChosen
from tui.panes.base import Pane
from tui.panes.rows import Rows, timeline_title
from tui.scene import Scene
from tui.text.line import Line, Span
from tui.text.phrases import Phrases
from tui.text.wrap import wrap_text


class TimelinePane(Pane):
    """Moves by events; what it shows around the selected one follows from the height."""

    def __init__(self, archive: Archive, scene: Scene) -> None:
        super().__init__(scene, id="timeline")
        self._timeline = archive.timeline
        self._steps = archive.steps
        self._top = self._drawn_top = self._height = 0
        self._made_for: tuple[Phrases, int, bool] | None = None
        self._shown: list[Line] = []

    def title(self) -> tuple[str, str]:
        """`Timeline 2025`, and which event of how many is selected."""
        year = self._rows(self.size.width).year_at(self._drawn_top)
        return timeline_title(self._timeline, self._position() if self._timeline.total else None, year)

    def content(self, width: int, height: int) -> list[Line]:
        """The rows around the selected event, from `top` on; `top` moves by half a page when it must."""
        if not self._timeline.total:
            return [
                Line((Span(f" {words}"),))
                for words in wrap_text(self.phrases.nothing_known(self._steps), width - 2)
            ]
        rows = self._rows(width)
        position = self._position()
        if height != self._height:
            # A new height starts afresh, so that the same size always shows the same rows.
            self._height, self._top = height, rows.top_around(position, height)
        self._top = rows.top_that_shows(position, self._top, height)
        # On another day the timeline may be shorter; `top` stays, so that the way back leads to the same screen.
        self._drawn_top = min(self._top, rows.last_top(height))
        self._shown = rows.lines(self._drawn_top, height, position, self.scene.changed if self.scene else ())
        return self._shown

    def on_click(self, click: Click) -> None:
        """Choose the event that was clicked."""
        row = self.content_row(click)
        if row is not None and row < len(self._shown) and (target := self._shown[row].target):
            self.post_message(EventChosen(target.id))

    def _position(self) -> int:
        event = self.selection.event
        position = self._timeline.position_of(event) if event is not None else None
        return position if position is not None else 0

    def _rows(self, width: int) -> Rows:
        """The rows for a width; they keep what they have drawn until the width or the as-of day is another."""
        made_for = (self.phrases, width, self.app.size.height >= 30)
        if self._made_for != made_for:
            self._made_for = made_for
            self._made = Rows(self._timeline, *made_for)
        return self._made
