"""The rows of a table among the curated events: shown or not, and past them to the next event."""

import shlex
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from model.dates.civil import civil_date
from model.index.features import Feature
from model.index.values import AsOf, own_part
from tui.actions.select import go, say_of, settled
from tui.state.context import Context
from tui.state.layer import next_event as next_own
from tui.state.outcome import Outcome, Outcomes, Say
from tui.state.scene import Scene
from tui.text.numbers import coded_words
from tui.text.shown import cut

if TYPE_CHECKING:
    from model.index.layered.index import LayeredIndex
    from model.index.layered.laid_table import LaidTable

_MOST_TITLE = 32
"""The most cells of the title of a table in a sentence."""


def switch(ctx: Context, by: int) -> Iterator[Outcome]:
    """Show the rows of the tables among the events, those of one, or the events alone; a filter of rows comes back."""
    if Feature.LAYER not in ctx.archive.features:
        yield Say(f"Not here: {Feature.LAYER.lacking}.")
        return
    scene = _shown(ctx, _next(ctx))
    yield scene
    yield say_of(ctx.of(scene), what_is_shown)


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


def _tables(ctx: Context) -> "tuple[LaidTable, ...]":
    return cast("LayeredIndex", ctx.archive.index).tables


def _next(ctx: Context) -> AsOf:
    """What is shown next: after all rows the events alone, then, of several tables, those of each, then all."""
    when, tables = ctx.scene.when, len(_tables(ctx))
    if when.layered and when.only is None:
        return when.own
    alone = -1 if not when.layered or when.only is None else when.only
    only = alone + 1 if tables > 1 and alone + 1 < tables else None
    if when.layered:
        return replace(when, only=only)
    laid = ctx.scene.laid
    query = laid if own_part(laid) == when.query else when.query
    return AsOf(when.day, query, layered=True, only=only)


def _shown(ctx: Context, when: AsOf) -> Scene:
    """The scene with other rows; from a row that is not among them, at the event before it."""
    was, now = ctx.scene.when, ctx.selection
    laid = was.query if was.layered else ctx.scene.laid
    there = ctx.of(replace(ctx.scene, when=when, laid=laid, since=None))
    if there.reader.position_of(now.event) is None:
        position = ctx.reader.position_of(now.event)
        found = (next_own(ctx.reader, position, by) for by in (-1, 1)) if position is not None else ()
        event = next((it for it in found if it is not None), None)
        now = there.selector.event(event) if event is not None else there.selector.first()
    return settled(there, replace(there.scene, selection=there.selector.as_known(now)))


def what_is_shown(ctx: Context) -> str:
    """What is shown by now; where no row was known by the day, from when on rows were."""
    when, tables, rows = ctx.scene.when, _tables(ctx), ctx.key("rows")
    titles = [cut(ctx.phrases.plain(it.title), _MOST_TITLE, ctx.signs.cut) for it in tables]
    if not when.layered:
        which = f"those of {titles[0]} alone" if len(tables) > 1 else "the rows among them again"
        return f"The events alone. {rows} shows {which}."
    counts = ctx.reader.counts
    if when.only is None:
        title, then = titles[0] if len(tables) == 1 else f"{len(tables)} tables", "hides them"
    else:
        is_last = when.only + 1 == len(tables)
        title = f"{titles[when.only]} alone"
        then = "shows all rows" if is_last else f"shows {titles[when.only + 1]}"
    if counts.known_rows:
        events = ctx.keys["own events"]
        return f"{title}: {coded_words(counts)}, dimmed. {rows} {then}, {events} go from event to event."
    first = [it.index.steps[0].day for it in tables if when.only in (None, it.number) and len(it.index.steps)]
    if not first:
        return f"{title}: {'this table has' if len(tables) == 1 or when.only is not None else 'they have'} no row."
    since = "{:04}-{:02}-{:02}".format(*civil_date(min(first)))
    which = "them" if when.only is None and len(tables) > 1 else "it"
    return f"{title}: nothing was known of {which} on this day. :asof {since} has its first rows."
