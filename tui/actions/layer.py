"""The rows of a table among the curated events: shown or not, and past them to the next event."""

import shlex
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from model.dates.civil import civil_date
from model.index.features import Feature
from model.index.values import own_part
from tui.actions.select import go, settled
from tui.state.context import Context
from tui.state.layer import next_event as next_own
from tui.state.outcome import Outcome, Outcomes, Say
from tui.state.scene import Scene
from tui.text.numbers import coded_words
from tui.text.shown import cut

if TYPE_CHECKING:
    from model.index.layered.index import LayeredIndex

_MOST_TITLE = 32
"""The most cells of the title of a table in a sentence."""


def switch(ctx: Context, by: int) -> Iterator[Outcome]:
    """Show the rows of the table among the events, or the events alone; a filter of rows comes back with them."""
    if Feature.LAYER not in ctx.archive.features:
        yield Say(f"Not here: {Feature.LAYER.lacking}.")
        return
    scene = _without(ctx) if ctx.scene.when.layered else _with(ctx)
    yield scene
    yield Say(_said(ctx.of(scene)))


def next_event(ctx: Context, by: int) -> Outcomes:
    """Go to the next curated event, past all rows between, or to the one before."""
    position = ctx.reader.position_of(ctx.selection.event)
    event = next_own(ctx.reader, position if position is not None else -1, by)
    if event is None:
        return Say(f"No {'later' if by > 0 else 'earlier'} event is curated.")
    return go(ctx, ctx.selector.event(event))


def how_to_open(ctx: Context, table: str) -> str:
    """How a table that is not open is opened, as a sentence."""
    folder = shlex.quote(ctx.archive.folder) if ctx.archive.folder else "CORPUS"
    title = cut(ctx.phrases.plain(table), _MOST_TITLE, ctx.signs.cut)
    return f'"{title}" is not open; --with TABLE.db opens it: dprk-tui {folder} --with TABLE.db'


def _with(ctx: Context) -> Scene:
    when, laid = ctx.scene.when, ctx.scene.laid
    query = laid if own_part(laid) == when.query else when.query
    return settled(ctx, replace(ctx.scene, when=replace(when, query=query, layered=True), since=None))


def _without(ctx: Context) -> Scene:
    """The scene of the events alone; from a row, at the event before it."""
    when, now = ctx.scene.when, ctx.selection
    there = ctx.of(replace(ctx.scene, when=when.own, laid=when.query, since=None))
    if there.reader.position_of(now.event) is None:
        position = ctx.reader.position_of(now.event)
        found = (next_own(ctx.reader, position, by) for by in (-1, 1)) if position is not None else ()
        event = next((it for it in found if it is not None), None)
        now = there.selector.event(event) if event is not None else there.selector.first()
    return settled(there, replace(there.scene, selection=there.selector.as_known(now)))


def _said(ctx: Context) -> str:
    """What is shown by now; where no row was known by the day, from when on rows were."""
    rows = ctx.key("rows")
    if not ctx.scene.when.layered:
        return f"The events alone. {rows} shows the rows among them again."
    index, counts = cast("LayeredIndex", ctx.archive.index), ctx.reader.counts
    title = ctx.phrases.plain(index.meta.title)
    if counts.known_rows:
        events = ctx.keys["own events"]
        return f"{title}: {coded_words(counts)}, dimmed. {events} go from event to event, {rows} hides them."
    if (day := index.rows_from) is None:
        return f"{title}: this table has no row."
    year, month, of_month = civil_date(day)
    return f"{title}: nothing was known of it on this day. :asof {year:04}-{month:02}-{of_month:02} has its first rows."
