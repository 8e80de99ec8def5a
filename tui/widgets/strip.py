"""The strip over the panes: where on the whole of time one is."""

from textual.events import Click

from model.dates.units import unit_of
from tui.state.context import Context
from tui.text.line import Line
from tui.text.target import EventTarget
from tui.widgets.follower import Follower
from tui.widgets.messages import Chosen, DaysSought
from tui.widgets.strip_line import Piece, StripLine


class Strip(Follower):
    """One line of bars; a click goes to what was clicked on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="strip")
        self._line = StripLine()
        self._pieces: list[Piece] = []
        self._matched_for: tuple[object, ...] = ()
        self._matched: frozenset[int] = frozenset()

    def lines(self, width: int, height: int) -> list[Line]:
        """The strip at the scene's zoom."""
        ctx = self.ctx
        row = ctx.reader.row_of(self.selection.event)
        date = row.date if row is not None else None
        self._pieces = self._line.pieces(
            ctx.reader, ctx.scene.strip, date, self.phrases, width, self._matches()
        )
        return [Line(tuple(piece.span for piece in self._pieces))]

    def on_click(self, click: Click) -> None:
        """Go to the days under the mouse, or to the first event that has no place among them."""
        x, reader = click.x, self.ctx.reader
        for piece in self._pieces:
            x -= piece.span.cells
            if x >= 0:
                continue
            if piece.days is not None:
                self.post_message(DaysSought(*piece.days))
            elif piece.undated:
                self.post_message(Chosen(EventTarget(reader.rows(reader.days.dated, 1)[0].event)))
            return

    def _matches(self) -> frozenset[int]:
        """The units, at the scene's zoom, in which a search has found something: they stand out."""
        found, zoom, reader = self.ctx.found, self.ctx.scene.strip, self.ctx.reader
        if found is None:
            return frozenset()
        events = [hit.event for hit in found.hits if hit.event]
        made_for = (reader, events, zoom)
        if self._matched_for != made_for:
            rows = reader.rows_among(events)
            days = {day for row in rows for group, day, _ in (row.key.sort_key,) if group == 0}
            self._matched = frozenset(unit_of(day, zoom) for day in days)
            self._matched_for = made_for
        return self._matched
