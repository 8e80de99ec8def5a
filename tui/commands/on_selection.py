"""What commands act on: whether it is there in what is selected. Footer and help name no key that cannot act on it."""

from model.index.layered.names import row_of_name
from tui.actions.delete import deletable
from tui.actions.edit import stands_in_a_file
from tui.state.context import Context
from tui.text.target import ConflictTarget, EntityTarget, EventTarget, QuestionTarget, RowTarget, SourceTarget


def anything(ctx: Context) -> bool:
    """Whatever is selected."""
    return True


def is_selected(ctx: Context) -> bool:
    """An event or a row."""
    return ctx.selection.event is not None


def is_event(ctx: Context) -> bool:
    """An event of which something can be said by quotes: no row, and no draft."""
    now = ctx.selection
    if isinstance(now.card, EventTarget):
        return not ctx.is_draft(now.card)
    return not is_row(ctx) and now.event is not None and row_of_name(now.event) is None


def is_row(ctx: Context) -> bool:
    """A coded row."""
    return isinstance(ctx.selection.card, RowTarget)


def is_lit(ctx: Context) -> bool:
    """A claim whose quote is lit."""
    return ctx.selection.quote is not None and ctx.selection.place is None


def is_lit_or_row(ctx: Context) -> bool:
    """A claim whose quote is lit, or a coded row."""
    return is_lit(ctx) or is_row(ctx)


def can_change(ctx: Context) -> bool:
    """A claim whose quote is lit, or a source that is looked at."""
    now = ctx.selection
    looked_at = now.place is not None if ctx.scene.stance.pane == "source" else None
    return is_lit(ctx) or (isinstance(now.card, SourceTarget) if looked_at is None else looked_at)


def has_quotes(ctx: Context) -> bool:
    """A card with quotes; in the source, a document of which something is quoted."""
    reading = ctx.scene.stance.pane == "source"
    selector = ctx.selector
    return bool((selector.quotes_of_document if reading else selector.quotes_of_card)(ctx.selection))


def is_quoted(ctx: Context) -> bool:
    """A claim, lit or near to the place that is lit."""
    return ctx.selection.quote is not None


def has_source(ctx: Context) -> bool:
    """A document that can be read."""
    return ctx.source_shown is not None


def has_readings(ctx: Context) -> bool:
    """A conflict that is no draft."""
    card = ctx.selection.card
    return isinstance(card, ConflictTarget) and not ctx.is_draft(card)


def is_entity(ctx: Context) -> bool:
    """Somebody or something whose events can be walked."""
    return isinstance(ctx.selection.card, EntityTarget)


def is_looked_for(ctx: Context) -> bool:
    """An event or a question, of which one can have looked for what came of it."""
    return isinstance(ctx.selection.card, EventTarget | QuestionTarget)


def can_delete(ctx: Context) -> bool:
    """A record that can be deleted."""
    return deletable(ctx) is not None


def can_edit(ctx: Context) -> bool:
    """What stands in a file of the corpus, by the line or by the card."""
    return ctx.scene.stance.pane == "detail" or stands_in_a_file(ctx)
