"""The timeline itself: one row for each event, drawn from a window of the index."""

from model.index.archive import Archive
from tui.commands.every import key
from tui.scene import Scene
from tui.selection import Selection
from tui.text.line import Line, Span
from tui.text.phrases import Phrases
from tui.text.wrap import wrap_text
from tui.views.rows import Rows, timeline_title
from tui.views.view import View


class TimelineView(View):
    """Moves by events; what it shows around the selected one follows from the height."""

    name = "timeline"

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._timeline = archive.timeline
        self._top = self._drawn_top = self._height = 0
        self._made_for: tuple[Phrases, int, bool, str | None] | None = None

    def title(self, scene: Scene, width: int) -> tuple[str, str]:
        """`Timeline 2025`, and which event of how many is selected."""
        year = self._rows.year_at(self._drawn_top) if self._timeline.total else ""
        position = self._position(scene.selection) if self._timeline.total else None
        return timeline_title(self._timeline, position, year)

    def content(self, scene: Scene, width: int, height: int, roomy: bool) -> list[Line]:
        """The rows around the selected event, from `top` on; `top` moves by half a page when it must."""
        if not self._timeline.total:
            words = self._why_empty(scene)
            return [Line((Span(f" {row}"),)) for row in wrap_text(words, width - 2)]
        rows = self._rows_for(scene.phrases, width, roomy, scene.mark)
        position = self._position(scene.selection)
        if height != self._height:
            # A new height starts afresh, so that the same size always shows the same rows.
            self._height, self._top = height, rows.top_around(position, height)
        self._top = rows.top_that_shows(position, self._top, height)
        # On another day the timeline may be shorter; `top` stays, so that the way back leads to the same screen.
        self._drawn_top = min(self._top, rows.last_top(height))
        return rows.lines(self._drawn_top, height, position, scene.changed)

    def _why_empty(self, scene: Scene) -> str:
        if self._timeline.known:
            filter = scene.phrases.plain(self._timeline.filter)
            return (
                f"No event matches the filter {filter}. {key('back')} clears it, {key('filter')} changes it."
            )
        return scene.phrases.nothing_known(self.archive.steps)

    def moved(self, now: Selection, by: int) -> Selection:
        """The event `by` rows away, or at the end."""
        return self.selector.moved(now, by)

    def _position(self, selection: Selection) -> int:
        return self._timeline.position_of(selection.event) or 0

    def _rows_for(self, phrases: Phrases, width: int, gaps: bool, mark: str | None) -> Rows:
        """The rows for a width; they keep what they have drawn until width, as-of day or mark are others."""
        made_for = (phrases, width, gaps, mark)
        if self._made_for != made_for:
            self._made_for = made_for
            self._rows = Rows(self._timeline, *made_for)
        return self._rows
