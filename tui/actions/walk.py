"""Walking from quote to quote, conflict to conflict, event to event, and back."""

from collections.abc import Iterator
from dataclasses import replace

from model.corpus.records import Conflict
from model.dates.wording import day_medium
from model.index.features import Feature
from tui.actions.select import go, select, settled
from tui.actions.time import as_of
from tui.state.context import Context
from tui.state.history import Level
from tui.state.outcome import Outcome, Outcomes, PutCursor, Say
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.target import EntityTarget


def quote(ctx: Context, by: int) -> Outcomes:
    """Light the next quote of the card or, in the source, of the document."""
    now, reading = ctx.selection, ctx.scene.stance.pane == "source"
    quotes = (ctx.selector.quotes_of_document if reading else ctx.selector.quotes_of_card)(now)
    if now.quote in quotes and 0 <= quotes.index(now.quote) + by < len(quotes):
        return select(ctx, Selection(now.event, now.card, quotes[quotes.index(now.quote) + by]))
    end = "last" if by > 0 else "first"
    more = "" if reading else f" In the source, {ctx.keys['quotes']} walk the whole document."
    return Say(f"This is the {end} quote of the {'document' if reading else 'card'}.{more}")


def event_of_entity(ctx: Context, by: int) -> Outcomes:
    """Go to the next event that the entity on the card has a part in."""
    found = ctx.selector.event_of_entity(ctx.selection, by)
    if found is not None:
        return go(ctx, found)
    if isinstance(ctx.selection.card, EntityTarget):
        return Say(f"No {'later' if by > 0 else 'earlier'} event on this card.")
    return Say(
        f"No entity's card is open. Enter one from a card; then {ctx.key('its events')} walks its events."
    )


def conflict(ctx: Context, by: int) -> Iterator[Outcome]:
    """Show the next conflict, its readings side by side; from an event, its own comes first."""
    found = ctx.selector.next_conflict(ctx.selection, by, _in_order(ctx))
    if found is None:
        where = " under this filter" if ctx.scene.when.narrowed else ""
        yield Say(f"No sources differ as of this day{where}.")
        return
    stance = ctx.scene.stance
    if ctx.scene.place != "conflict":
        stance = stance.inside(ctx.level())
    # History leads back to where one was, not to the conflict's own stance.
    history = ctx.scene.history if found == ctx.selection else ctx.scene.history.leaving(ctx.level())
    scene = replace(ctx.scene, stance=replace(stance, pane="detail", zoomed=True), history=history)
    yield from select(ctx.of(scene), found)


def _in_order(ctx: Context) -> list[Conflict]:
    """The conflicts in the order of their list."""
    return [it.conflict for it in ctx.archive.listed_conflicts(ctx.scene.when)]


def aside(ctx: Context, by: int) -> Outcomes:
    """Go to the left or to the right: further on in the view, or to what stands beside."""
    if ctx.scene.stance.pane == "timeline":
        found = ctx.view.aside(ctx, by)
        if found is not None:
            return Say(found) if isinstance(found, str) else found
    beside = ctx.selector.beside(ctx.selection, by)
    if beside is not None:
        return select(ctx, beside)
    if ctx.scene.place == "conflict":
        return Say(f"This is the {'last' if by > 0 else 'first'} reading.")
    if Feature.CLAIMS not in ctx.archive.features:
        return Say(f"Nothing stands side by side here. {ctx.key('view')} shows lanes.")
    return Say(
        "Nothing stands side by side here. "
        f"{ctx.key('conflict')} shows sources that differ, {ctx.key('view')} lanes."
    )


def history(ctx: Context, by: int) -> Outcomes:
    """Go back to where you were, or forward again."""
    found = ctx.scene.history.stepped(by, ctx.level())
    if found is None:
        return Say("Nothing before this." if by < 0 else "Nothing after this.")
    kept, level = found
    return return_to(ctx.of(replace(ctx.scene, history=kept)), level)


def come_out(ctx: Context, level: Level) -> Iterator[Outcome]:
    """Return to a level that was left by going in; as of the day that it was, where going in has set another."""
    lent, when = ctx.scene.viewed.lent, ctx.scene.when
    if lent is None or level.view == ctx.scene.viewed.name or lent[0] != when.day:
        yield from return_to(ctx, level)
        return
    yield from return_to(ctx.of(replace(as_of(ctx, lent[1]), since=None)), level)
    yield Say(f"As of {day_medium(lent[1])} again.")


def return_to(ctx: Context, level: Level) -> tuple[Scene, PutCursor]:
    """Let all stand as it did at a level, as far as it is known as of the day that it is now."""
    scene = ctx.scene
    stance = replace(scene.stance, pane=level.pane, zoomed=level.zoomed)
    viewed = replace(scene.viewed, name=level.view)
    selection = ctx.selector.as_known(level.selection)
    there = replace(scene, selection=selection, viewed=viewed, stance=stance)
    return settled(ctx, there), PutCursor(level.line)
