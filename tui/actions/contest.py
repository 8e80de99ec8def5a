"""Setting two claims against each other: one is marked, then another, and a form says in what they differ."""

from collections.abc import Iterator
from dataclasses import replace

from model.curate.changes import changed_files
from model.curate.entry.conflict import ConflictEntry, begun
from model.curate.placing import appended
from tui.actions.select import settled
from tui.actions.writing import REFUSALS, why_not, write
from tui.state.context import Context
from tui.state.field_lines import lines_of
from tui.state.form import Fill, Values
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
            Say(f"This claim is marked. Light the other one, then {ctx.key('contest')} again."),
        )
    if first == lit:
        return replace(ctx.scene, contest=None), Say("No claim is marked now.")
    return replace(ctx.scene, contest=None), _form(ctx, first, lit, begun(ctx.archive.whole, first, lit))


def _form(ctx: Context, first: str, second: str, values: Values, note: str = "") -> Fill:
    corpus = ctx.archive.whole

    def done(now: Context, given: Values | None) -> Outcomes:
        return (
            _written(now, ConflictEntry(now.archive.whole, first, second, given))
            if given is not None
            else None
        )

    return Fill(
        heading=f"Conflict between {first} and {second}",
        values=values,
        review=lambda now: lines_of(ConflictEntry(corpus, first, second, now).fields(), ctx.signs),
        follow=lambda now, touched: now,
        offer=lambda name, now: ConflictEntry(corpus, first, second, now).offered(name),
        done=done,
        note=note,
    )


def _written(ctx: Context, meant: ConflictEntry) -> Iterator[Outcome]:
    files = ctx.archive.files

    def there(now: Context) -> tuple[Outcome, Say]:
        if meant.id not in now.corpus.conflicts:
            return now.scene, Say(f"Written: {meant.id}. As of this day, not all of it was known.")
        scene = replace(now.scene, selection=now.selector.conflict(now.selection, meant.id))
        return settled(now.of(scene), scene), Say(f"Written: {meant.id}.")

    try:
        after = appended(files.get(_FILE), "conflict", meant.record())
        yield write(ctx, changed_files(files, {**files, _FILE: after}), there)
    except REFUSALS as error:
        yield _form(ctx, meant.first, meant.second, meant.values, f"Not written: {error}")
