"""Making a claim of what is marked: a form with everything that can be suggested, and what is written of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from model.curate.changes import Changes
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.fields import fields
from model.curate.entry.offers import offered
from model.curate.entry.passage import Passage
from model.curate.entry.records import changes_for, draft_for
from model.curate.entry.suggest import begun, followed
from tui.actions.edit import open_record
from tui.actions.select import settled
from tui.actions.writing import REFUSALS, records_file, why_not, write
from tui.state.context import Context
from tui.state.field_lines import lines_of
from tui.state.form import Fill, Values
from tui.state.outcome import Outcome, Outcomes, Say
from tui.state.scene import LastEntry, Scene
from tui.text.shown import shown

_Make = Callable[[ClaimEntry, Mapping[str, bytes], str], Changes]

_MOST = 60
"""Characters of what is marked that the form's heading shows."""


def ask_for_claim(ctx: Context, by: int) -> Outcomes:
    """Ask for the fields of a claim of what is marked; where `by` is 2, of the last one's event, by its speaker."""
    marked = ctx.scene.marking
    if marked is None:
        return Say(f"Mark its words first: {ctx.key('mark text')} in the source.")
    if why := why_not(ctx):
        return Say(why)
    passage = Passage(ctx.archive.whole, marked.source, marked.span)
    last = ctx.scene.entered if by > 1 else None
    values = begun(passage, last.event, last.speaker) if last is not None else begun(passage)
    return _form(ctx, passage, values)


def _form(ctx: Context, passage: Passage, values: Values, note: str = "") -> Fill:
    def done(then: Context, given: Values | None) -> Outcomes:
        return (
            _written(then, passage, given, changes_for) if given is not None else Say("Nothing was written.")
        )

    words = shown(" ".join(passage.words.split())[:_MOST], ctx.signs.ascii_only)
    return Fill(
        heading=f'Claim: "{words}"',
        values=values,
        review=lambda now: lines_of(fields(ClaimEntry(passage, now)), ctx.signs),
        follow=lambda now, touched: followed(passage, now, touched),
        offer=lambda name, now: offered(passage, name, now),
        done=done,
        note=note,
        edit=lambda then, given: _edited(then, passage, given),
    )


def _written(
    ctx: Context, before: Passage, values: Values, make: _Make, edits: bool = False
) -> Iterator[Outcome]:
    """Write the claim; `edits`: and open it in the editor. Where that cannot be, the form says why."""
    passage = before.within(ctx.archive.whole)
    if passage is None:
        yield Say("Not written: the text has changed meanwhile. Mark its words again.")
        return
    entry = ClaimEntry(passage, values)

    def there(now: Context) -> tuple[Outcome, Outcome]:
        return _at(now, entry), open_record(now, "claim", entry.id) if edits else Say(_said(now, entry))

    try:
        changes = make(entry, ctx.archive.files, records_file(ctx.archive, passage.source))
        yield write(ctx, changes, there)
    except REFUSALS as error:
        yield _form(ctx, passage, values, f"Not written: {error}")


def _edited(ctx: Context, passage: Passage, values: Values) -> Outcomes:
    """Write what there is, as a draft where not all of it is right, and open it."""
    whole = not any(it.wrong for it in fields(ClaimEntry(passage, values)))
    return _written(ctx, passage, values, changes_for if whole else draft_for, edits=True)


def _at(ctx: Context, meant: ClaimEntry) -> Scene:
    """The scene with what was written, where it can be seen."""
    new = meant.statement_id if meant.speakers.chain else ""
    scene = replace(ctx.scene, entered=LastEntry(meant.get("event"), meant.speakers.statement or new))
    if meant.id not in ctx.corpus.claims:
        return scene
    return settled(ctx.of(scene), replace(scene, selection=ctx.selector.quote(ctx.selection, meant.id)))


def _said(ctx: Context, entry: ClaimEntry) -> str:
    if entry.id in ctx.corpus.claims:
        return f"Written: {entry.id}."
    if entry.id not in ctx.archive.corpus.claims:
        return f"Written: {entry.id}, a draft like what it is of."
    return f"Written: {entry.id}. It was not known yet as of this day."
