"""The strip over the panes: where on the whole of time one is."""

from textual.events import Click

from model.dates.units import unit_of
from model.index.archive import Archive
from tui.messages import Chosen, Sought
from tui.panes.base import Follower
from tui.scene import Scene
from tui.strip_line import Piece, StripLine
from tui.text.line import Line, Target


class Strip(Follower):
    """One line of bars; a click goes to what was clicked on."""

    def __init__(self, archive: Archive, scene: Scene) -> None:
        super().__init__(scene, id="strip")
        self._archive = archive
        self._line = StripLine(archive.timeline)
        self._pieces: list[Piece] = []
        self._matched_for: tuple[object, ...] = ()
        self._matched: frozenset[int] = frozenset()

    def lines(self, width: int, height: int) -> list[Line]:
        """The strip at the scene's zoom."""
        assert self.scene is not None
        timeline = self._archive.timeline
        row = timeline.row_of(self.selection.event)
        date = row.date if row is not None else None
        self._pieces = self._line.pieces(self.scene.strip, date, self.phrases, width, self._matches())
        return [Line(tuple(piece.span for piece in self._pieces))]

    def on_click(self, click: Click) -> None:
        """Go to the days under the mouse, or to the first event that has no place among them."""
        x, timeline = click.x, self._archive.timeline
        for piece in self._pieces:
            x -= piece.span.cells
            if x >= 0:
                continue
            if piece.days is not None:
                self.post_message(Sought(*piece.days))
            elif piece.undated:
                self.post_message(Chosen(Target("event", timeline.rows(timeline.days.dated, 1)[0].event)))
            return

    def _matches(self) -> frozenset[int]:
        """The units, at the scene's zoom, in which a search has found something: they stand out."""
        assert self.scene is not None
        found, zoom, timeline = self.scene.found, self.scene.strip, self._archive.timeline
        if found is None:
            return frozenset()
        made_for = (found, zoom, self.phrases)
        if self._matched_for != made_for:
            self._matched_for = made_for
            positions = {timeline.position_of(hit.event) for hit in found.hits if hit.event} - {None}
            days = {timeline.days.day_at(position) for position in positions if position is not None}
            self._matched = frozenset(unit_of(day, zoom) for day in days if day is not None)
        return self._matched
