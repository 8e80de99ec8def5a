"""Making a draft of an event of a coded row."""

from collections.abc import Iterator
from dataclasses import replace

from model.curate.tables.row_draft import DraftOfRow, draft_of_row, linked_event
from model.index.layered.names import row_of_name
from tui.actions.select import settled
from tui.actions.writing import REFUSALS, why_not, write
from tui.state.context import Context
from tui.state.outcome import Outcome, Outcomes, Say
from tui.text.target import EventTarget, RowTarget, TextTarget


def draft_row(ctx: Context, by: int) -> Iterator[Outcome]:
    """Write the row on the card as a draft of an event, with the row as its quote, and go to its card."""
    table, name = ctx.archive.table, _row(ctx)
    if table is None or name is None:
        yield Say("No coded row is selected: a draft is made of one.")
        return
    if why := why_not(ctx):
        yield Say(why)
        return
    archive, row = ctx.archive, table.coded(name)
    try:
        made = draft_of_row(archive.whole, archive.files, archive.max_bytes, row, table.of(name).meta)
        yield write(ctx, made.changes, lambda now: _at(now, made))
    except REFUSALS as error:
        yield Say(f"Not written: {error}")


def can_be_drafted(ctx: Context) -> bool:
    """Whether a row is on the card, or selected, and no event is linked to it yet."""
    table, name = ctx.archive.table, _row(ctx)
    if table is None or name is None:
        return False
    return linked_event(ctx.archive.whole, table.coded(name), table.of(name).meta) is None


def _row(ctx: Context) -> str | None:
    """The row on the card; in the timeline, the one that is selected there, whatever the card is of."""
    now = ctx.selection
    if isinstance(now.card, RowTarget):
        return now.card.row
    is_there = ctx.scene.stance.pane == "timeline" and row_of_name(now.event) is not None
    return now.event if is_there else None


def _at(ctx: Context, made: DraftOfRow) -> Outcomes:
    """The card of what was written, and its words, as far as they were known; the row stays selected."""
    said = Say(f"Written: {made.event}, a draft. {ctx.key('undo')} takes it back.")
    card = EventTarget(made.event)
    if not ctx.selector.known.has(card):
        return said
    history = ctx.scene.history.leaving(ctx.level())
    selection = ctx.selector.draft(ctx.selection, made.event)
    span = ctx.archive.whole.anchors.claims[made.claim]
    words = TextTarget(made.source, span.start, span.end, lit=True)
    if ctx.selector.known.is_published(words):
        selection = replace(selection, place=words)
    return settled(ctx, replace(ctx.scene, selection=selection, history=history)), said
