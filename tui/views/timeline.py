"""The timeline itself: one row for each event, drawn from a window of the index."""

from tui.state.context import Context
from tui.text.line import Line, Span
from tui.text.wrap import wrap_text
from tui.views.rows import Rows, timeline_title
from tui.views.view import View


class TimelineView(View):
    """Moves by events; what it shows around the selected one follows from the height."""

    name = "timeline"
    footer = ("help", "search", "as of", "conflict", "open", "quit")

    def __init__(self) -> None:
        self._top = self._drawn_top = self._height = 0
        self._made_for: tuple[object, ...] = ()

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """`Timeline 2025`, and which event of how many is selected."""
        total = ctx.reader.counts.total
        year = self._rows.year_at(self._drawn_top) if total else ""
        return timeline_title(total, self._position(ctx) if total else None, year)

    def content(self, ctx: Context, width: int, height: int, roomy: bool) -> list[Line]:
        """The rows around the selected event, from `top` on; `top` moves by half a page when it must."""
        if not ctx.reader.counts.total:
            return [Line((Span(f" {row}"),)) for row in wrap_text(self._why_empty(ctx), width - 2)]
        rows = self._rows_for(ctx, width, roomy)
        position = self._position(ctx)
        if height != self._height:
            # A new height starts afresh, so that the same size always shows the same rows.
            self._height, self._top = height, rows.top_around(position, height)
        self._top = rows.top_that_shows(position, self._top, height)
        # On another day the timeline may be shorter; `top` stays, so that the way back leads to the same screen.
        self._drawn_top = min(self._top, rows.last_top(height))
        return rows.lines(self._drawn_top, height, position, ctx.changed)

    @staticmethod
    def _why_empty(ctx: Context) -> str:
        if ctx.reader.counts.known:
            filter = ctx.phrases.plain(ctx.scene.when.query.text)
            return f"No event matches the filter {filter}. {ctx.key('back')} clears it, {ctx.key('filter')} changes it."
        return ctx.phrases.nothing_known(ctx.archive.steps)

    @staticmethod
    def _position(ctx: Context) -> int:
        return ctx.reader.position_of(ctx.selection.event) or 0

    def _rows_for(self, ctx: Context, width: int, gaps: bool) -> Rows:
        """The rows for a width; they keep what they have drawn until archive, width, day, filter or mark are others."""
        made_for = (ctx.archive, ctx.scene.when, ctx.signs, width, gaps, ctx.scene.mark)
        if self._made_for != made_for:
            self._made_for = made_for
            self._rows = Rows(ctx.reader, ctx.phrases, width, gaps, ctx.scene.mark)
        return self._rows
