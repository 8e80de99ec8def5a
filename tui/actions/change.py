"""Changing what is there: the fields of the lit claim, in a form."""

from collections.abc import Iterator

from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.curate.entry.change import ClaimChange, begun
from tui.actions.writing import REFUSALS, records_file, why_not, write
from tui.state.context import Context
from tui.state.field_lines import lines_of
from tui.state.form import Fill, Values
from tui.state.outcome import Outcome, Outcomes, Say
from tui.text.shown import shown

_MOST = 60
"""Characters of the quote that the heading shows."""


def ask_for_change(ctx: Context, by: int) -> Outcomes:
    """Ask for the fields of the lit claim as they are to be."""
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
