"""Making a draft of an event of a coded row."""

from collections.abc import Iterator
from dataclasses import replace

from model.curate.tables.row_draft import DraftOfRow, draft_of_row
from tui.actions.select import settled
from tui.actions.writing import REFUSALS, why_not, write
from tui.state.context import Context
from tui.state.outcome import Outcome, Outcomes, Say
from tui.text.target import EventTarget, RowTarget


def draft_row(ctx: Context, by: int) -> Iterator[Outcome]:
    """Write the row on the card as a draft of an event, with the row as its quote, and go to its card."""
    table, card = ctx.archive.table, ctx.selection.card
    if table is None or not isinstance(card, RowTarget):
        yield Say(f"No row is selected. {ctx.key('move')} and Enter go to one.")
        return
    if why := why_not(ctx):
        yield Say(why)
        return
    archive, row = ctx.archive, table.coded(card.row)
    try:
        made = draft_of_row(archive.whole, archive.files, archive.max_bytes, row, table.meta)
        yield write(ctx, made.changes, lambda now: _at(now, made))
    except REFUSALS as error:
        yield Say(f"Not written: {error}")


def _at(ctx: Context, made: DraftOfRow) -> Outcomes:
    """The card of what was written, as far as it was known; the row stays selected."""
    said = Say(f"Written: {made.event}, a draft. {ctx.key('undo')} takes it back.")
    card = EventTarget(made.event)
    if not ctx.selector.known.has(card):
        return said
    history = ctx.scene.history.leaving(ctx.level())
    selection = ctx.selector.draft(ctx.selection, made.event)
    return settled(ctx, replace(ctx.scene, selection=selection, history=history)), said
