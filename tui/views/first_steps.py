"""What to do first in a corpus of which nothing is claimed yet, with the keys for it."""

from tui.state.context import Context


def first_steps(ctx: Context) -> tuple[str, ...]:
    """The way from a source to its first claim, in ever fewer words; empty where something is claimed.

    Where nothing can be written, it is the way to what there is to read.
    """
    whole = ctx.archive.whole
    if whole.claims or not ctx.archive.files:
        return ()
    place, into = ctx.selection.place, ctx.keys["pane"].split()[-1]
    nothing = "Nothing is claimed yet."
    if place is None:
        return _without_source(ctx) if not whole.texts else ()
    if ctx.read_only:
        return f"{nothing} {into} goes into the source, to read it.", f"{nothing} {into}: read.", nothing
    mark, claim = ctx.key("mark text"), ctx.key("claim")
    drafts = ctx.archive.corpus.drafts
    begun = any((it.kind, it.record.id) == ("source", place.source) for it in drafts)
    first = f" First say who printed it, and when: {into}, then {claim}." if begun else ""
    whole_way = f"{into} goes into the source, {mark} marks a sentence there, {claim} makes a claim of it."
    return (
        f"{nothing}{first} {whole_way}",
        f"{nothing}{first}" if begun else f"{nothing} {into} reads, {mark} marks, {claim} claims.",
        f"{nothing} {into} {claim}: source." if begun else f"{nothing} {into} {mark} {claim}",
        nothing,
    )


def _without_source(ctx: Context) -> tuple[str, ...]:
    nothing = "Nothing is claimed yet, and there is no source"
    if ctx.read_only:
        return f"{nothing}.", "There is no source yet."
    return (
        f"{nothing}: dprk-tui add-source FOLDER FILE adds one.",
        "No source yet: dprk-tui add-source FOLDER FILE.",
        "There is no source yet.",
    )
