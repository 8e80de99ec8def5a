"""Changing what is there: the fields of the lit claim, in a form."""

from collections.abc import Iterator
from dataclasses import replace

from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.curate.entry.change import ClaimChange, begun
from model.curate.entry.source import SourceEntry, followed
from model.curate.entry.source import begun as begun_source
from tui.actions.writing import REFUSALS, records_file, why_not, write
from tui.state.context import Context
from tui.state.field_lines import lines_of
from tui.state.form import Fill, Values
from tui.state.outcome import Outcome, Outcomes, Say
from tui.text.shown import shown
from tui.text.target import SourceTarget

_MOST = 60
"""Characters of the quote that the heading shows."""


def ask_for_change(ctx: Context, by: int) -> Outcomes:
    """Ask for the fields of the lit claim as they are to be; where a source is looked at, for those of the source."""
    source = _source(ctx)
    if source is not None:
        return Say(why) if (why := why_not(ctx)) else _source_form(ctx, source)
    lit = ctx.selection.quote
    claim = ctx.archive.whole.claims.get(lit) if lit is not None and ctx.selection.place is None else None
    if claim is None:
        return Say(f"No quote is lit. {ctx.keys['quotes']} light one.")
    return Say(why) if (why := why_not(ctx)) else _form(ctx, claim, begun(ctx.archive.whole, claim))


def _form(ctx: Context, claim: Claim, values: Values, note: str = "") -> Fill:
    corpus: Corpus = ctx.archive.whole

    def done(now: Context, given: Values | None) -> Outcomes:
        return _written(now, ClaimChange(now.archive.whole, claim, given)) if given is not None else None

    words = shown(" ".join(ctx.phrases.quote(claim).split())[:_MOST], ctx.signs.ascii_only)
    return Fill(
        heading=f'{claim.id}: "{words}"',
        values=values,
        review=lambda now: lines_of(ClaimChange(corpus, claim, now).fields(), ctx.signs),
        follow=lambda now, touched: ClaimChange(corpus, claim, now).followed(touched),
        offer=lambda name, now: ClaimChange(corpus, claim, now).offered(name),
        done=done,
        note=note,
    )


def _written(ctx: Context, change: ClaimChange) -> Iterator[Outcome]:
    if not change.differing:
        yield Say("Nothing was changed.")
        return
    name = change.claim.id
    try:
        file = records_file(ctx.archive, change.claim.source)
        changes = change.changes(ctx.archive.files, file)
        yield write(ctx, changes, lambda now: (now.scene, Say(f"Changed: {name}.")))
    except REFUSALS as error:
        yield _form(ctx, change.claim, change.values, f"Not written: {error}")


def _source(ctx: Context) -> str | None:
    """The source that is looked at as such: by its card, or as a text of which nothing is lit."""
    place, card = ctx.selection.place, ctx.selection.card
    if ctx.scene.stance.pane == "source":
        return place.source if place is not None else None
    return card.source if isinstance(card, SourceTarget) else None


def _source_form(ctx: Context, source: str, values: Values | None = None, note: str = "") -> Fill:
    entry = _entry(ctx, source, values)

    def done(now: Context, given: Values | None) -> Outcomes:
        return _source_written(now, source, given) if given is not None else None

    return Fill(
        heading=f"Source {source}",
        values=entry.values,
        review=lambda now: lines_of(replace(entry, values=now).fields(), ctx.signs),
        follow=followed,
        offer=lambda name, now: replace(entry, values=now).offered(name),
        done=done,
        note=note,
    )


def _entry(ctx: Context, source: str, values: Values | None) -> SourceEntry:
    whole = ctx.archive.whole
    draft = next(
        (it for it in ctx.archive.corpus.drafts if (it.kind, it.record.id) == ("source", source)), None
    )
    typed = values if values is not None else begun_source(whole, whole.sources[source], draft)
    return SourceEntry(whole, whole.sources[source], draft, typed)


def _source_written(ctx: Context, source: str, values: Values) -> Iterator[Outcome]:
    try:
        changes = _entry(ctx, source, values).changes(
            ctx.archive.files, records_file(ctx.archive, source, new=True)
        )
        if not changes:
            yield Say("Nothing was changed.")
            return
        yield write(ctx, changes, lambda now: (now.scene, Say(f"Changed: {source}.")))
    except REFUSALS as error:
        yield _source_form(ctx, source, values, f"Not written: {error}")
