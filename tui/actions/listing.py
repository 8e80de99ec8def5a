"""Making a list as printed of what is marked: its kind, whether it is complete, and its names in order."""

from dataclasses import replace

from model.curate.changes import Changes
from model.curate.entry.printed_list import ListingEntry, begun
from model.curate.entry.values import Values
from model.index.archive import Archive
from tui.actions.entering import Entering, ask
from tui.actions.passage import marked_passage, still_there
from tui.actions.select import settled
from tui.actions.writing import records_file
from tui.state.context import Context
from tui.state.outcome import Outcome, Outcomes, Say


def ask_for_list(ctx: Context, by: int) -> Outcomes:
    """Ask for the fields of a list of the names that are marked, of the selected event."""
    passage = marked_passage(ctx)
    if isinstance(passage, Say):
        return passage

    def read(archive: Archive, given: Values) -> ListingEntry:
        return ListingEntry(still_there(passage, archive), given)

    form = Entering(
        heading=f"A list as {ctx.telling(passage.source).source(passage.source)} prints it",
        read=read,
        changes=_changes,
        then=_written,
        left="Nothing was written.",
    )
    return ask(ctx, form, begun(passage, ctx.selection.event))


def _changes(meant: ListingEntry, archive: Archive) -> Changes:
    return meant.changes(archive.files, records_file(archive, meant.passage.source))


def _written(ctx: Context, meant: ListingEntry) -> tuple[Outcome, Say] | Say:
    if meant.id not in ctx.corpus.lists:
        return Say(f"Written: {meant.id}. As of this day, its document was not known yet.")
    scene = replace(ctx.scene, selection=ctx.selector.printed_list(ctx.selection, meant.id))
    return settled(ctx.of(scene), scene), Say(f"Written: {meant.id}.")
