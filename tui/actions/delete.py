"""Deleting what is selected, once what hangs on it was shown."""

from collections.abc import Iterator
from pathlib import Path

from model.curate.deletion import Deletion, deletion_of
from model.curate.toml_text import CannotEdit
from tui.actions.writing import REFUSALS, why_not, write
from tui.state.context import Context
from tui.state.outcome import Ask, Choice, Choices, Outcome, Outcomes, Say
from tui.text.line import MUTE, TEXT, Line, Span
from tui.text.phrases import counted
from tui.text.shown import shown
from tui.text.target import (
    ConflictTarget,
    EntityTarget,
    EventTarget,
    ListTarget,
    QuestionTarget,
    SourceTarget,
)

_YES = ("y", "yes")


def delete(ctx: Context, by: int) -> Outcomes:
    """Ask whether the lit claim (in the source) or the card's record is to go, with what hangs on it."""
    if why := why_not(ctx):
        return Say(why)
    found = deletable(ctx)
    if found is None:
        return Say("Nothing is selected that could be deleted.")
    kind, name = found
    try:
        deletion = deletion_of(Path(ctx.archive.folder), kind, name, ctx.archive.max_bytes)
    except CannotEdit as error:
        return Say(f"Not deleted: {error}")
    return _asked(ctx, kind, name, deletion)


def deletable(ctx: Context) -> tuple[str, str] | None:
    """The kind and the id of what is selected and can be deleted; None where nothing can."""
    if ctx.scene.stance.pane == "source" and ctx.selection.place is None and ctx.selection.quote is not None:
        return "claim", ctx.selection.quote
    match ctx.selection.card:
        case EventTarget(event):
            return "event", event
        case EntityTarget(entity):
            return "entity", entity
        case ConflictTarget(conflict):
            return "conflict", conflict
        case QuestionTarget(question):
            return "question", question
        case ListTarget(name):
            return "list", name
        case SourceTarget(source):
            return "source", source
        case _:
            return None


def _asked(ctx: Context, kind: str, name: str, deletion: Deletion) -> Ask:
    hanging = tuple(_hanging(ctx, deletion))
    with_it = f" and {counted(len(deletion.goes), 'record')} with it" if deletion.goes else ""
    heading = shown(f'Delete the {kind} "{name}"{with_it}? Type yes.', ctx.signs.ascii_only)

    def choose(typed: str) -> Choices:
        known = typed.strip().lower() in (*_YES, "")
        return Choices(heading, hanging, "" if known else f"{heading} Esc leaves all as it is.")

    def done(now: Context, typed: str | None) -> Outcomes:
        if typed is None or typed.strip().lower() not in _YES:
            return Say("Nothing was deleted.")
        return _deleted(now, kind, name, deletion)

    return Ask(mark="delete? ", hints=("yes",), lead="type", done=done, choose=choose)


def _hanging(ctx: Context, deletion: Deletion) -> Iterator[Choice]:
    for goes in deletion.goes:
        yield _line(ctx, f'{goes.kind} "{goes.record.id}"', goes.why)
    for stays in deletion.stays:
        fields = " and ".join(field.label for field in stays.fields)
        yield _line(ctx, f'{stays.kind} "{stays.was.id}"', f"stays, with less in {fields}")


def _line(ctx: Context, name: str, what: str) -> Choice:
    ascii_only = ctx.signs.ascii_only
    return Choice(
        Line((Span(shown(name, ascii_only), TEXT), Span(f"  {shown(what, ascii_only)}", MUTE))), "yes"
    )


def _deleted(ctx: Context, kind: str, name: str, deletion: Deletion) -> Iterator[Outcome]:
    key = ctx.key("undo")
    words = f'The {kind} "{name}" is deleted. {key} takes that back.'
    if why := why_not(ctx):
        yield Say(f"Not deleted: {why}")
        return
    try:
        yield write(ctx, deletion.changes, lambda now: (now.scene, Say(words)))
    except REFUSALS as error:
        yield Say(f"Not deleted: {error}")
