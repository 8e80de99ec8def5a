"""Setting two claims against each other: one is marked, then another, and a form says in what they differ."""

from dataclasses import replace

from model.curate.changes import Changes, changed_files
from model.curate.entry.conflict import ConflictEntry, begun
from model.curate.entry.values import Values
from model.curate.placing import appended
from model.curate.toml_text import CannotEdit
from model.index.archive import Archive
from tui.actions.entering import Entering, ask
from tui.actions.select import settled
from tui.actions.writing import why_not
from tui.state.context import Context
from tui.state.form import Fill
from tui.state.outcome import Outcome, Outcomes, Say

_FILE = "conflicts.toml"


def contest(ctx: Context, by: int) -> Outcomes:
    """Mark the lit claim to be set against another; once one is marked, ask in what the lit one differs from it."""
    if why := why_not(ctx):
        return Say(why)
    lit, first = ctx.selection.quote, ctx.scene.contest
    if lit is None or ctx.selection.place is not None:
        return Say(f"No quote is lit. {ctx.keys['quotes']} light one.")
    if first is None or first not in ctx.archive.whole.claims:
        return (
            replace(ctx.scene, contest=lit),
            Say(f"Against {lit}: light another claim, then {ctx.key('contest')} again."),
        )
    if first == lit:
        return replace(ctx.scene, contest=None), Say("No claim waits for another one now.")
    return replace(ctx.scene, contest=None), conflict_form(ctx, first, lit)


def conflict_form(ctx: Context, first: str, second: str) -> Fill:
    """Ask in what two claims differ, with what is suggested for that."""

    def read(archive: Archive, values: Values) -> ConflictEntry:
        claims = archive.whole.claims
        missing = next((it for it in (first, second) if it not in claims), None)
        if missing is not None:
            raise CannotEdit(f'the claim "{missing}" is no longer there')
        return ConflictEntry(archive.whole, first, second, values)

    form = Entering(
        heading=f"Conflict between {first} and {second}", read=read, changes=_changes, then=_written
    )
    return ask(ctx, form, begun(ctx.archive.whole, first, second))


def _changes(meant: ConflictEntry, archive: Archive) -> Changes:
    after = appended(archive.files.get(_FILE), "conflict", meant.record())
    return changed_files(archive.files, {**archive.files, _FILE: after})


def _written(ctx: Context, meant: ConflictEntry) -> tuple[Outcome, Say]:
    if meant.id not in ctx.corpus.conflicts:
        return ctx.scene, Say(f"Written: {meant.id}. As of this day, not all of it was known.")
    scene = replace(ctx.scene, selection=ctx.selector.conflict(ctx.selection, meant.id))
    return settled(ctx.of(scene), scene), Say(f"Written: {meant.id}.")
