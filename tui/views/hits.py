"""Hits of a search: what each leads to, and which of them is selected."""

from dataclasses import replace

from model.index.found import Found, Hit, Kind
from model.quotes.span import TextSpan
from tui.state.context import Context
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.target import (
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    QuestionTarget,
    RowTarget,
    SourceTarget,
    Target,
    TextTarget,
)


def target_of(hit: Hit) -> Target:
    """What a hit leads to."""
    match hit.kind:
        case Kind.NAME:
            return EntityTarget(hit.ref)
        case Kind.EVENT | Kind.ROW:
            return EventTarget(hit.ref)
        case Kind.QUESTION:
            return QuestionTarget(hit.ref)
        case Kind.CLAIM:
            return ClaimTarget(hit.ref)
        case Kind.TEXT:
            first = hit.places[0] if hit.places else TextSpan(0, len(hit.text))
            return TextTarget(hit.source, hit.span.start + first.start, hit.span.start + first.end)
        case Kind.DRAFT:
            return _target_of_draft(hit)


def _target_of_draft(hit: Hit) -> Target:
    """Its card; of a claim, which has none, its words in the document."""
    match hit.draft:
        case "event":
            return EventTarget(hit.ref)
        case "source":
            return SourceTarget(hit.ref)
        case "question":
            return QuestionTarget(hit.ref)
        case "conflict":
            return ConflictTarget(hit.ref)
        case _:
            return TextTarget(hit.source, hit.span.start, hit.span.end)


def fits(target: Target, now: Selection) -> bool:
    """Whether what is selected is what was found."""
    match target:
        case TextTarget():
            return now.place == target
        case ClaimTarget(claim):
            return now.place is None and now.quote == claim
        case SourceTarget():
            return now.card == target
        case EventTarget(event):
            return now.place is None and now.card in (target, RowTarget(event))
        case _:
            return now.place is None and now.card == target


def hit_of(ctx: Context) -> int | None:
    """The number of the selected hit: the one that was gone to last where it fits, else the first that does."""
    found, sought = ctx.found, ctx.scene.sought
    if found is None or sought is None:
        return None
    last = sought.hit
    if last is not None and last < len(found.hits) and fits(target_of(found.hits[last]), ctx.selection):
        return last
    fitting = (number for number, hit in enumerate(found.hits) if fits(target_of(hit), ctx.selection))
    return next(fitting, None)


def reached(ctx: Context, number: int) -> tuple[Scene, Selection]:
    """The scene with the cursor on a hit, and the selection that this leads to; there must be such a hit."""
    found, sought = ctx.found, ctx.scene.sought
    assert found is not None and sought is not None, "hits are of a search"
    scene = replace(ctx.scene, sought=replace(sought, hit=number, beyond=""))
    return scene, ctx.selector.target(ctx.selection, target_of(found.hits[number]))


def total_of(found: Found | None) -> str:
    """How many hits there are; `+` where not all are listed, or not all have been found yet."""
    return f"{len(found.hits)}{'+' if found.more or found.counting else ''}" if found is not None else "0"
