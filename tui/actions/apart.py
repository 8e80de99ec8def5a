"""Views with a key of their own, which stand apart from those that one walks: shown from anywhere, and left again."""

from dataclasses import replace

from tui.actions.panes import looked_at, show_view
from tui.actions.walk import come_out
from tui.state.context import Context
from tui.state.outcome import Outcomes
from tui.state.scene import FIRST_VIEW, Scene


def shown_apart(ctx: Context, name: str) -> Scene:
    """The scene with a view in the first pane, at its first entry; Esc and history lead back to where one was."""
    stance = replace(ctx.scene.stance.inside(ctx.level()), pane="timeline", zoomed=False)
    history = ctx.scene.history.leaving(ctx.level())
    scene = replace(looked_at(ctx, name), stance=stance, history=history)
    return replace(scene, viewed=replace(scene.viewed, entry=0))


def leave(ctx: Context, name: str) -> Outcomes:
    """Back to the last level that was not in the view; to the timeline, where one has come out of all."""
    levels = list(ctx.scene.stance.levels)
    while levels:
        if (level := levels.pop()).view != name:
            stance = replace(ctx.scene.stance, levels=tuple(levels))
            return come_out(ctx.of(replace(ctx.scene, stance=stance)), level)
    return show_view(ctx, FIRST_VIEW)
