"""Making a claim of what is marked: a form with everything that can be suggested, and what is written of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from model.curate.changes import Changes
from model.curate.entry.fields import fields
from model.curate.entry.meant import Meant
from model.curate.entry.offers import offered
from model.curate.entry.passage import Passage
from model.curate.entry.records import changes_for
from model.curate.entry.suggest import begun, followed
from model.curate.saving import NotSaved, save
from model.curate.toml_text import CannotEdit
from model.curate.trial import Mistaken, tried
from model.index.archive import Archive
from tui.actions.marking import without
from tui.actions.reload import carried_over
from tui.actions.select import settled
from tui.state.context import Context
from tui.state.form import Fill, FormLine, Values
from tui.state.outcome import Outcome, Outcomes, Say, TakeUp
from tui.state.scene import Entered
from tui.text.shown import shown

_MOST = 60
"""Characters of what is marked that the form's heading shows."""


def ask_for_claim(ctx: Context, by: int) -> Outcomes:
    """Ask for the fields of a claim of what is marked; where `by` is 2, of the last one's event, by its speaker."""
    marked = ctx.scene.marking
    if marked is None:
        return Say(f"Mark its words first: {ctx.key('mark text')} in the source.")
    if not ctx.archive.files:
        return Say("This corpus was not read from a folder: nothing can be written in it.")
    if ctx.archive.corpus.as_before:
        return Say(f"Mend first what is broken: {ctx.key('findings')} says where.")
    passage = Passage(ctx.archive.corpus, marked.source, marked.span)
    last = ctx.scene.entered if by > 1 else None
    values = begun(passage, last.event, last.speaker) if last is not None else begun(passage)
    return _form(ctx, passage, values)


def _form(ctx: Context, passage: Passage, values: Values) -> Fill:
    ascii_only = ctx.signs.ascii_only

    def review(now: Values) -> list[FormLine]:
        found = fields(Meant(passage, now))
        return [
            FormLine(it.name, shown(it.label, ascii_only), shown(it.answer, ascii_only), it.wrong)
            for it in found
        ]

    def done(then: Context, given: Values | None) -> Outcomes:
        return _written(then, passage, given) if given is not None else Say("Nothing was written.")

    words = shown(" ".join(passage.words.split())[:_MOST], ascii_only)
    return Fill(
        heading=f'Claim: "{words}"',
        values=values,
        review=review,
        follow=lambda now, touched: followed(passage, now, touched),
        offer=lambda name, now: offered(passage, name, now),
        done=done,
    )


def _written(ctx: Context, passage: Passage, values: Values) -> Iterator[Outcome]:
    meant = Meant(passage, values)
    try:
        archive = written(
            ctx.archive, changes_for(meant, ctx.archive.files, records_file(ctx.archive, passage.source))
        )
    except (CannotEdit, Mistaken, NotSaved) as error:
        yield Say(f"Not written: {error}")
        yield _form(ctx, passage, values)
        return
    last = Entered(
        meant.get("event"), meant.speakers.statement or (meant.statement_id if meant.speakers.chain else "")
    )

    def there(before: Context, now: Context) -> Iterator[Outcome]:
        scene = without(carried_over(before, now))
        ctx = now.of(replace(scene, entered=last))
        if meant.id in ctx.corpus.claims:
            yield settled(ctx, replace(ctx.scene, selection=ctx.selector.quote(ctx.selection, meant.id)))
            yield Say(f"Written: {meant.id}.")
        else:
            yield ctx.scene
            yield Say(f"Written: {meant.id}. It was not known yet as of this day.")

    yield TakeUp(archive, there)


def written(archive: Archive, changes: Changes) -> Archive:
    """The archive with a change set, which is written once it is known to bring no error.

    Raises `Mistaken` and `NotSaved`: then nothing was written.
    """
    found = tried(archive, changes)
    save(Path(archive.folder), changes)
    return found


def records_file(archive: Archive, source: str) -> str:
    """The file of the records of a source."""
    name = f"{source}.toml"
    return next(
        file for file in archive.files if file.rpartition("/")[2] == name and file.startswith("sources/")
    )
