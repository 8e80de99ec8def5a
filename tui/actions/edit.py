"""Opening a record where it stands, in the person's own editor."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from model.asof.searches import made_on, searches_for
from model.asof.visible import visible_claims
from model.curate.where import Spot, spot_of
from model.dates.wording import day_medium
from tui.settings.editor import OTHERWISE, command_for, editor_in
from tui.state.context import Context
from tui.state.outcome import Ask, Choice, Choices, LendTerminal, OpenLine, Outcomes, Say
from tui.text.card_names import card_name
from tui.text.line import MUTE, Line, Span
from tui.text.shown import cut, shown
from tui.text.target import (
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    FindingTarget,
    ListTarget,
    OriginTarget,
    QuestionTarget,
    RowTarget,
    SourceTarget,
    Target,
    TextTarget,
    UnopenedTarget,
)

_Named = tuple[str, Spot]


def edit(ctx: Context, by: int) -> Outcomes:
    """Open what is selected: the line under the card's cursor, the lit quote's claim, else the card's record."""
    if ctx.scene.stance.pane == "detail":
        return OpenLine()
    return opened(ctx, _selected(ctx))


def stands_in_a_file(ctx: Context) -> bool:
    """Whether what is selected stands in a file of the corpus: the lit claim in the source, else the card's record."""
    return bool(ctx.archive.folder) and not isinstance(_selected(ctx), RowTarget | None)


def _selected(ctx: Context) -> Target | None:
    now = ctx.selection
    if ctx.scene.stance.pane == "source" and now.quote is not None and now.place is None:
        return ClaimTarget(now.quote)
    return now.card


def opened(ctx: Context, target: Target | None) -> Outcomes:
    """Open the record of a target; where there are several places, ask which."""
    if not ctx.archive.folder:
        return Say("This corpus was not read from a folder.")
    if isinstance(target, RowTarget | UnopenedTarget):
        # It stands in no file of the corpus; what links to it does.
        target = None
    places = list(_places(ctx, target or ctx.selection.card))
    if not places:
        return Say("Nothing that is selected stands in a file.")
    return _open(ctx, places[0][1]) if len(places) == 1 else _which(ctx, places)


def _places(ctx: Context, target: Target | None) -> Iterator[_Named]:
    match target:
        case EventTarget(event):
            phrases = ctx.naming(target)
            yield from _place(ctx, "event", event, f"the event: {phrases.title(event)}")
            yield from _claims_of(ctx, target)
            yield from _searches(ctx, "event", event)
        case EntityTarget(entity):
            yield from _place(ctx, "entity", entity, ctx.phrases.name(entity))
        case ConflictTarget(conflict):
            yield from _place(ctx, "conflict", conflict, card_name(target, ctx.phrases))
        case QuestionTarget(question):
            yield from _place(ctx, "question", question, card_name(target, ctx.naming(target)))
            yield from _searches(ctx, "question", question)
        case ListTarget(name):
            yield from _place(ctx, "list", name, card_name(target, ctx.phrases))
        case SourceTarget(source) | TextTarget(source):
            yield from _place(ctx, "source", source, card_name(SourceTarget(source), ctx.telling(source)))
        case ClaimTarget(claim) | OriginTarget(claim=claim):
            yield from _place(ctx, "claim", claim, f'"{ctx.phrases.quote(ctx.corpus.claims[claim])}"')
        case FindingTarget(number):
            finding = ctx.archive.corpus.findings[number]
            yield "the finding", Spot(finding.file, max(1, finding.line))


def _claims_of(ctx: Context, card: EventTarget) -> Iterator[_Named]:
    """What is said of an event, the newest first; of what is only begun, all that is begun of it."""
    phrases = ctx.naming(card)
    if ctx.is_draft(card):
        claims = [*phrases.corpus.claims_of_event.get(card.event, ())]
    else:
        claims = [it.claim for it in visible_claims(ctx.corpus, card.event, ctx.scene.when.day)]
    for claim in claims:
        yield from _place(ctx, "claim", claim.id, f'"{phrases.quote(claim)}"')


def _searches(ctx: Context, kind: str, name: str) -> Iterator[_Named]:
    """The searches for what came of an event or a question, which have no card of their own."""
    for search in searches_for(ctx.corpus, kind, name, ctx.scene.when.day):
        yield from _place(ctx, "search", search.id, f"the search of {day_medium(made_on(search))}")


def _place(ctx: Context, kind: str, id: str, name: str) -> Iterator[_Named]:
    spot = spot_of(ctx.archive.files, kind, id)
    if spot is not None:
        yield name, spot


def _which(ctx: Context, places: list[_Named]) -> Ask:
    choices = tuple(
        Choice(
            Line(
                (
                    Span(cut(shown(name, ctx.signs.ascii_only), 60, ctx.signs.cut)),
                    Span(f"  {_said(spot)}", MUTE),
                )
            ),
            _said(spot),
        )
        for name, spot in places
    )
    spots = {_said(spot): spot for _, spot in places}

    def choose(typed: str) -> Choices:
        wanted = typed.lower().split()
        found = [it for it in choices if all(word in it.line.text.lower() for word in wanted)]
        return Choices("Which of them?", tuple(found))

    def done(now: Context, typed: str | None) -> Outcomes:
        return _open(now, spots[typed]) if typed in spots else None

    return Ask(mark="edit ", hints=("a word of it",), lead="type", done=done, choose=choose, picks=True)


def open_record(ctx: Context, kind: str, id: str) -> Say | LendTerminal:
    """Open the record of a kind and an id."""
    spot = spot_of(ctx.archive.files, kind, id)
    return _open(ctx, spot) if spot is not None else Say(f'There is no {kind} "{id}" in the files.')


def _open(ctx: Context, spot: Spot) -> Say | LendTerminal:
    file = Path(ctx.archive.folder) / spot.file
    editor = editor_in(os.environ)
    if not editor:
        typed = shlex.join(command_for(OTHERWISE, file, spot.line))
        return Say(f"$EDITOR is not set. In another terminal: {typed}")
    try:
        return LendTerminal(tuple(command_for(editor, file, spot.line)))
    except ValueError as error:
        return Say(f"$EDITOR cannot be read: {error}")


def _said(spot: Spot) -> str:
    return f"{spot.file}:{spot.line}"
