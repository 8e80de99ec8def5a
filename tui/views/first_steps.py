"""What to do first in a corpus of which nothing is claimed yet, with the keys for it."""

from tui.state.context import Context


def first_steps(ctx: Context) -> str:
    """The way from a source to its first claim; empty where something is claimed, and where nothing can be written."""
    whole, drafts = ctx.archive.whole, ctx.archive.corpus.drafts
    if whole.claims or ctx.read_only or not ctx.archive.files:
        return ""
    if not whole.texts:
        return "Nothing is claimed yet, and there is no source: dprk-tui add-source FOLDER FILE adds one."
    place = ctx.selection.place
    if place is None:
        return ""
    into, mark, claim = ctx.keys["pane"].split()[-1], ctx.key("mark text"), ctx.key("claim")
    begun = any((it.kind, it.record.id) == ("source", place.source) for it in drafts)
    first = f" First say who printed it, and when: {into}, then {claim}." if begun else ""
    return (
        f"Nothing is claimed yet.{first} {into} goes into the source, {mark} marks a sentence there, "
        f"{claim} makes a claim of it."
    )
