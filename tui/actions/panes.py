"""How the panes stand: which one is focused, which one has the whole body, what the first one shows, in and out."""

from collections.abc import Iterator
from dataclasses import replace

from tui.actions import edit, marking
from tui.actions.filter import all_shown, also
from tui.actions.layer import how_to_open
from tui.actions.select import go, select, settled
from tui.actions.walk import come_out
from tui.state.context import Context
from tui.state.outcome import (
    EnterPane,
    MovePane,
    NextTheme,
    OpenLine,
    Outcome,
    Outcomes,
    PaneEffect,
    Quit,
    Redraw,
    Say,
    SeekQuote,
    ShowHelp,
    ShowPalette,
    StartMark,
)
from tui.state.scene import FIRST_VIEW, PANES, Scene
from tui.state.selection import Selection
from tui.text.target import (
    ClaimTarget,
    FilterTarget,
    FindingTarget,
    RawTarget,
    Target,
    TextTarget,
    UnopenedTarget,
)


def move(ctx: Context, by: int) -> Outcomes:
    """Go up or down: in the first pane by the entries of its view, elsewhere as the pane sees fit."""
    return move_view(ctx, by) if ctx.scene.stance.pane == "timeline" else MovePane(by)


def move_view(ctx: Context, by: int) -> Outcomes:
    """Go on by entries of the view in the first pane, whichever pane is focused."""
    scene, selection = ctx.view.moved(ctx, by)
    return select(ctx.of(scene), selection)


def page(ctx: Context, by: float) -> Outcomes:
    """Go up or down by pages."""
    return move(ctx, round(by * ctx.page))


def edge(ctx: Context, by: int) -> Outcomes:
    """Go to the first or the last line."""
    return move(ctx, by * 10**9)


def focus(ctx: Context, name: str) -> Scene:
    """Focus a pane by its name; Esc leads back to where it did before."""
    return replace(ctx.scene, stance=replace(ctx.scene.stance, pane=name))


def pane(ctx: Context, by: str) -> Scene:
    """Go to a pane by its name; in the first one, outside of the others, nothing is left to back out of."""
    scene = focus(ctx, by)
    return replace(scene, stance=replace(scene.stance, levels=())) if by == "timeline" else scene


def next_pane(ctx: Context, by: int) -> Scene:
    """Go to the next pane, or the one before."""
    return pane(ctx, PANES[(PANES.index(ctx.scene.stance.pane) + by) % len(PANES)])


def zoom(ctx: Context, by: int) -> Scene | Say:
    """Give the focused pane the whole body, or put it back; what Enter has given it, Esc takes."""
    stance = ctx.scene.stance
    entered = stance.pane != "timeline" and any(not level.zoomed for level in stance.levels)
    if ctx.layout.stacked and stance.zoomed and entered:
        return Say(f"It has the whole screen already. {ctx.key('back')} goes back.")
    return replace(ctx.scene, stance=replace(stance, zoomed=not stance.zoomed))


def enter(ctx: Context, by: int) -> Outcomes:
    """Go in: to the card, or to what the pane's line leads to."""
    stance = ctx.scene.stance
    if stance.pane != "timeline":
        return EnterPane()
    # The few lines of a stacked card are for looking at; to work in it takes the screen.
    zoomed = stance.zoomed or ctx.layout.stacked
    inside = replace(stance.inside(ctx.level()), pane=ctx.view.leads_to(ctx), zoomed=zoomed)
    return replace(ctx.scene, stance=inside)


def came_of(ctx: Context, effect: PaneEffect, found: Target | Say | None) -> Outcomes:
    """What a pane has come to: by moving, a quote to be lit; by being entered, what its line leads to."""
    if isinstance(effect, OpenLine):
        return edit.opened(ctx, found if not isinstance(found, Say) else None)
    if isinstance(found, Say) or found is None:
        return found
    if isinstance(effect, StartMark):
        return marking.begun(ctx, found) if isinstance(found, TextTarget) else None
    if isinstance(effect, MovePane):
        return light(ctx, found) if isinstance(found, ClaimTarget | TextTarget) else None
    return follow(ctx, found)


def follow(ctx: Context, target: Target) -> Iterator[Outcome]:
    """Go where a line of the card leads, or from a sentence of the source to its event."""
    now, stance = ctx.selection, ctx.scene.stance
    if isinstance(target, FilterTarget):
        yield from also(ctx, target.term)
        return
    if isinstance(target, UnopenedTarget):
        yield Say(how_to_open(ctx, target.table))
        return
    if stance.pane != "detail":
        # The event is seen beside the sentence, or in its place.
        if stance.zoomed or ctx.layout.tabbed:
            stance = replace(stance, pane="detail")
        yield from _gone(ctx, ctx.selector.target(now, target), replace(ctx.scene, stance=stance))
        return
    inside = stance.inside(ctx.level())
    reading = replace(ctx.scene, stance=replace(inside, pane="source"))
    if isinstance(target, RawTarget):
        yield reading
    elif isinstance(target, TextTarget):
        yield from _gone(ctx, ctx.selector.text(now, target), reading)
        yield SeekQuote()
    elif isinstance(target, ClaimTarget) and not isinstance(now.card, FindingTarget):
        # The card stays: what is asked for is the sentence. From there, Enter leads to its event.
        yield from _gone(ctx, Selection(now.event, now.card, target.claim), reading)
        yield SeekQuote()
    else:
        yield from _gone(ctx, ctx.selector.target(now, target), replace(ctx.scene, stance=inside))


def _gone(ctx: Context, selection: Selection, scene: Scene) -> Iterator[Outcome]:
    """Go to a selection in a scene that stands in another way; the way back leads to where one was."""
    if selection == ctx.selection:
        yield scene
    else:
        yield from select(ctx.of(replace(scene, history=scene.history.leaving(ctx.level()))), selection)


def choose(ctx: Context, target: Target) -> Outcomes:
    """Select what an entry of the first pane leads to."""
    return go(ctx, ctx.selector.target(ctx.selection, target))


def light(ctx: Context, target: ClaimTarget | TextTarget) -> Outcomes:
    """Light a quote, or other words; the card stays as it is."""
    now = ctx.selection
    if isinstance(target, TextTarget):
        return select(ctx, replace(now, place=target))
    return select(ctx, Selection(now.event, now.card, target.claim))


def out(ctx: Context, by: int) -> Outcomes:
    """Back out one level.

    That is out of what is marked, to where one went in, of the zoomed pane, the pane, the view, the search, the filter.
    """
    scene, stance, here = ctx.scene, ctx.scene.stance, ctx.level()
    if scene.marking is not None and stance.pane == "source":
        return marking.without(scene)
    if scene.gaps is not None and stance.pane == "source":
        return scene.without_gaps
    levels = list(stance.levels)
    while levels:
        if (level := levels.pop()) != here:
            left = replace(scene, stance=replace(stance, levels=tuple(levels)))
            return come_out(ctx.of(left), level)
    # What is left of them leads nowhere else.
    stance = replace(stance, levels=())
    ctx = ctx.of(replace(scene, stance=stance))
    if stance.zoomed and not ctx.view.whole:
        where = "timeline" if ctx.layout.stacked else stance.pane
        return replace(scene, stance=replace(stance, pane=where, zoomed=False))
    if stance.pane != "timeline":
        return pane(ctx, "timeline")
    if scene.viewed.name != FIRST_VIEW:
        return show_view(ctx, FIRST_VIEW)
    if scene.sought is not None:
        return replace(ctx.scene, sought=None)
    return all_shown(ctx) if scene.when.narrowed else _outermost(ctx)


def _outermost(ctx: Context) -> Say:
    return Say(f"This is the outermost level. {ctx.key('quit')} quits.")


def show_view(ctx: Context, name: str) -> Scene:
    """Show a view in the first pane, which is focused then; some take the whole body."""
    shown = looked_at(ctx, name)
    stance = replace(shown.stance, zoomed=ctx.views[name].whole)
    there = ctx.of(replace(shown, stance=stance))
    there = ctx.of(pane(there, "timeline"))
    there = ctx.of(settled(there, there.view.opened(there)))
    return _of_one_selection(there)


def _of_one_selection(ctx: Context) -> Scene:
    """The scene with the card of the line on which the view's cursor stands: the panes follow it. The row stays."""
    scene, selection = ctx.view.pointed(ctx)
    if selection.card == ctx.selection.card:
        return ctx.scene
    return settled(ctx, replace(scene, selection=replace(selection, event=ctx.selection.event)))


def looked_at(ctx: Context, name: str) -> Scene:
    """The scene with another view in the first pane; lanes are entered around the selected event."""
    reader, viewed = ctx.reader, ctx.scene.viewed
    position = reader.position_of(ctx.selection.event)
    day = reader.days.day_at(position) if position is not None else None
    lanes = replace(viewed.lanes, around=day)
    return replace(ctx.scene, viewed=replace(viewed, name=name, lanes=lanes, entry=None))


def show_help(ctx: Context, by: str) -> Outcomes:
    """Show the keys of where one is, or what the signs mean."""
    return ShowHelp(signs=by == "signs")


def show_palette(ctx: Context, by: int) -> Outcomes:
    """Find a command by typing part of what it does."""
    return ShowPalette()


def next_theme(ctx: Context, by: int) -> Outcomes:
    """Draw in the next theme."""
    return NextTheme()


def redraw(ctx: Context, by: int) -> Outcomes:
    """Draw all anew."""
    return Redraw()


def leave(ctx: Context, by: int) -> Outcomes:
    """End the program."""
    return Quit()
