"""What is said when the screen opens."""

from tui.actions.layer import what_is_shown
from tui.state.context import Context
from tui.text.first_words import first_words


def first_said(ctx: Context, width: int) -> str:
    """The keys that matter, in `width` cells; where tables lie under the corpus and show no row, why they do not."""
    counts = ctx.reader.counts
    if ctx.scene.when.layered and not counts.known_rows:
        return what_is_shown(ctx)
    return first_words(ctx.keys, width, ctx.archive.features, is_empty=not counts.known)
