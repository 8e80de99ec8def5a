"""The timeline itself: one row for each event, drawn from a window of the index."""

from collections.abc import Sequence
from functools import partial

from model.asof.begun import DraftEvent
from model.index.features import Feature
from tui.state.context import Context
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.line import Line, Span
from tui.text.numbers import no_row_words, noun, timeline_title
from tui.text.target import EventTarget
from tui.text.wrap import wrap_text
from tui.views.first_steps import first_steps
from tui.views.news import news_of
from tui.views.rows import Rows
from tui.views.view import View


class TimelineView(View):
    """Moves by events, then by drafts of them; what it shows around the selected one follows from the height.

    Drafts stand after all that the index has, so that no place and no count is another for them; a filter is for what
    stands.
    """

    name = "timeline"
    about = "all events, by their days"
    about_rows = "all rows, by their days"
    words = ("list", "events")
    footer = ("help", "search", "as of", "conflict", "open", "quit")

    def __init__(self) -> None:
        self._top = self._drawn_top = self._height = 0
        self._made_for: tuple[object, ...] = ()

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """`Timeline 2025`, and which event of how many is selected."""
        counts, position = ctx.reader.counts, self._position(ctx)
        there = ctx.selection.event is not None if counts.counting else position < counts.total
        year = self._rows.year_at(self._drawn_top) if there or counts.total else ""
        return timeline_title(counts, position if there else None, year)

    def content(self, ctx: Context, width: int, height: int, roomy: bool) -> list[Line]:
        """The rows around the selected event, from `top` on; `top` moves by half a page when it must."""
        empty: list[Line] = []
        if not ctx.reader.counts.total:
            # What is begun stands below, and at least one row of it is seen.
            room = height - 1 if _drafts(ctx) else height
            empty = [Line((Span(f" {row}"),)) for row in _fitting(self._why_empty(ctx), width - 2, room)]
            if not _drafts(ctx):
                return empty
            height -= len(empty)
        rows = self._rows_for(ctx, width, roomy)
        position = self._position(ctx)
        if height != self._height:
            # A new height starts afresh, so that the same size always shows the same rows.
            self._height, self._top = height, rows.top_around(position, height)
        self._top = rows.top_that_shows(position, self._top, height)
        # On another day the timeline may be shorter; `top` stays, so that the way back leads to the same screen.
        self._drawn_top = rows.filled(self._top, height)
        return [*empty, *rows.lines(self._drawn_top, height, position, partial(news_of, ctx))]

    def pointed(self, ctx: Context) -> tuple[Scene, Selection]:
        """The event of the selected row, or what is only begun."""
        is_draft = self._position(ctx) >= ctx.reader.counts.total
        return (ctx.scene, ctx.selection) if is_draft else super().pointed(ctx)

    def moved(self, ctx: Context, by: int) -> tuple[Scene, Selection]:
        """The event `by` rows away, or at the end; what is only begun comes after the last one."""
        total, drafts = ctx.reader.counts.total, _drafts(ctx)
        place = max(self._position(ctx) + by, 0)
        if drafts and place >= total:
            place = min(place, total + len(drafts) - 1)
            return ctx.scene, ctx.selector.draft(ctx.selection, drafts[place - total].event.id)
        return ctx.scene, ctx.selector.at(ctx.selection, place)

    @staticmethod
    def _why_empty(ctx: Context) -> tuple[str, ...]:
        """Why there is no row, and what to do; in fewer words where there is no room for all."""
        counts = ctx.reader.counts
        if counts.counting:
            return ("Still counting: nothing is found yet.",)
        if counts.known:
            filter = ctx.phrases.plain(ctx.scene.when.query.text)
            words = f"No {noun(ctx.archive.features)} matches the filter {filter}."
            return (f"{words} {ctx.key('back')} clears it, {ctx.key('filter')} changes it.", words)
        if Feature.ROWS in ctx.archive.features:
            return (no_row_words(is_empty=not ctx.archive.steps),)
        return first_steps(ctx) or (ctx.phrases.nothing_known(ctx.archive.steps),)

    @staticmethod
    def _position(ctx: Context) -> int:
        """The row that is selected; those of drafts are counted on from the last one."""
        card = ctx.selection.card
        names = [it.event.id for it in _drafts(ctx)]
        if isinstance(card, EventTarget) and card.event in names:
            return ctx.reader.counts.total + names.index(card.event)
        return ctx.reader.position_of(ctx.selection.event) or 0

    def _rows_for(self, ctx: Context, width: int, gaps: bool) -> Rows:
        """The rows for a width, with what has been drawn of them, until anything they are drawn from is another."""
        counts = ctx.reader.counts
        made_for = (ctx.archive, ctx.scene.when, counts, ctx.signs, width, gaps, ctx.scene.mark)
        if self._made_for != made_for:
            self._made_for = made_for
            self._rows = Rows(ctx.reader, ctx.phrases, width, gaps, ctx.scene.mark, _drafts(ctx))
        return self._rows


def _fitting(said: Sequence[str], width: int, height: int) -> list[str]:
    """The rows of the first of some words that fit; of the last, as many as there is room for."""
    wrapped = [wrap_text(it, width) for it in said]
    return next((it for it in wrapped if len(it) <= height), wrapped[-1][:height])


def _drafts(ctx: Context) -> Sequence[DraftEvent]:
    """The rows of what is only begun; a filter is for what stands."""
    return [*ctx.drafts.events.values()] if not ctx.scene.when.narrowed else []
