"""Changing what is there: the fields of the lit claim, or of a source, in a form."""

from model.curate.entry.change import ClaimChange
from model.curate.entry.change import begun as begun_claim
from model.curate.entry.source import SourceEntry
from model.curate.entry.source import begun as begun_source
from model.curate.entry.values import Values
from model.curate.toml_text import CannotEdit
from model.index.archive import Archive
from tui.actions.entering import Entering, ask
from tui.actions.writing import records_file, why_not
from tui.state.context import Context
from tui.state.outcome import Outcomes, Say
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
    there = lit in ctx.archive.whole.claims and ctx.selection.place is None
    if lit is None or not there:
        return Say(f"No quote is lit. {ctx.keys['quotes']} light one.")
    return Say(why) if (why := why_not(ctx)) else _claim_form(ctx, lit)


def _claim_form(ctx: Context, name: str) -> Outcomes:
    def was(archive: Archive) -> Values:
        return begun_claim(archive.whole, archive.whole.claims[name])

    def read(archive: Archive, values: Values) -> ClaimChange:
        corpus = archive.whole
        if name not in corpus.claims or name not in corpus.anchors.claims:
            raise CannotEdit(f'the claim "{name}" is no longer there')
        return ClaimChange(corpus, corpus.claims[name], values)

    quote = ctx.phrases.quote(ctx.archive.whole.claims[name])
    words = shown(" ".join(quote.split())[:_MOST], ctx.signs.ascii_only)
    form = Entering(
        heading=f'{name}: "{words}"',
        read=read,
        changes=lambda it, archive: it.changes(archive.files, records_file(archive, it.claim.source)),
        then=lambda now, it: (now.scene, Say(f"Changed: {name}.")),
        was=was,
    )
    return ask(ctx, form, was(ctx.archive))


def _source(ctx: Context) -> str | None:
    """The source that is looked at as such: by its card, or as a text of which nothing is lit."""
    place, card = ctx.selection.place, ctx.selection.card
    if ctx.scene.stance.pane == "source":
        return place.source if place is not None else None
    return card.source if isinstance(card, SourceTarget) else None


def _source_form(ctx: Context, name: str) -> Outcomes:
    def read(archive: Archive, values: Values | None = None) -> SourceEntry:
        """The record as it is now, with what is typed; where nothing is yet, with what it says."""
        corpus = archive.whole
        if name not in corpus.sources:
            raise CannotEdit(f'the source "{name}" is no longer there')
        source = corpus.sources[name]
        drafts = (it for it in archive.corpus.drafts if (it.kind, it.record.id) == ("source", name))
        draft = next(drafts, None)
        typed = values if values is not None else begun_source(corpus, source, draft)
        return SourceEntry(corpus, source, draft, typed, archive.files.get(_file(archive, name), b""))

    def was(archive: Archive) -> Values:
        return read(archive).values

    form = Entering(
        heading=f"Source {name}",
        read=read,
        changes=lambda it, archive: it.changes(archive.files, _file(archive, name)),
        then=lambda now, it: (now.scene, Say(f"Changed: {name}.")),
        was=was,
    )
    return ask(ctx, form, was(ctx.archive))


def _file(archive: Archive, source: str) -> str:
    return records_file(archive, source, new=True)
