"""The mark of a row with news: what it says of the step just taken."""

from model.asof.word import Word
from model.index.values import TimelineRow
from tui.state.context import Context


def news_of(ctx: Context, row: TimelineRow) -> str:
    """The mark of an event or a coded row by the last step, "" where that did nothing to it.

    A coded row becomes known by a step forward. On the way back it is one that says something else later, or is gone
    by then: nothing of it is new.
    """
    signs = ctx.signs
    changed = row.event in ctx.changed
    if changed and (row.word is not Word.CODED or (_is_back(ctx) and not row.new)):
        return signs.changed
    return signs.new if row.new or changed else ""


def _is_back(ctx: Context) -> bool:
    since = ctx.scene.since
    return since is not None and since.day > ctx.scene.when.day
