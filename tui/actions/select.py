"""Making the next scene of a selection: what every action that walks ends with."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tui.actions.whole import is_whole
from tui.state.context import Context
from tui.state.outcome import Outcome, Say
from tui.state.scene import Scene
from tui.state.selection import Selection


def select(ctx: Context, selection: Selection) -> Iterator[Outcome]:
    """The scene with another selection, as far as that can be shown; a word where the filter hides a part of it."""
    shown = on_timeline(ctx, selection)
    if shown != selection:
        yield Say(f"The filter leaves this event out; its row is not shown. {ctx.key('filter')} changes it.")
    yield with_selection(ctx, shown)


def go(ctx: Context, selection: Selection) -> Iterator[Outcome]:
    """Select something new, so that history leads back to where one was."""
    if selection == ctx.selection:
        return
    history = ctx.scene.history.leaving(ctx.level())
    yield from select(ctx.of(replace(ctx.scene, history=history)), selection)


def with_selection(ctx: Context, selection: Selection) -> Scene:
    """The scene with another selection, as far as it is known as of the scene's day."""
    # What a pane asks for may have been known when it asked, and not on the day that has come since.
    # What a step has changed is marked until one moves on.
    return settled(ctx, replace(ctx.scene, selection=ctx.selector.as_known(selection), since=None))


def say_of(ctx: Context, words: Callable[[Context], str]) -> Say:
    """A sentence on what is shown, which is made anew as more is known of that, and holds for nothing else."""
    when = ctx.scene.when
    return Say(words(ctx), lambda now: words(now) if now.scene.when == when else "")


def settled(ctx: Context, scene: Scene) -> Scene:
    """A scene with the cursor of its view on what is selected in it.

    Nothing is marked, and no gaps are lit, in a source that is not shown, or not the whole of it.
    """
    there = ctx.of(scene)
    followed = there.view.followed(there)
    if followed.gaps is not None and not _shows_all_of(ctx.of(followed), followed.gaps):
        followed = followed.without_gaps
    if followed.marking is not None and not _shows_all_of(ctx.of(followed), followed.marking.source):
        followed = replace(followed, marking=None)
    return followed


def _shows_all_of(ctx: Context, source: str) -> bool:
    return ctx.source_shown == source and is_whole(ctx, source)


def on_timeline(ctx: Context, selection: Selection) -> Selection:
    """The selection where a filter leaves its event out: its card is shown, and the row stays."""
    reader, event = ctx.reader, selection.event
    if not ctx.scene.when.narrowed or event is None or reader.position_of(event) is not None:
        return selection
    if ctx.phrases.state(event) is None:
        return selection
    row = ctx.selection.event
    if reader.position_of(row) is None:
        row = ctx.selector.first().event
    return replace(selection, event=row)
