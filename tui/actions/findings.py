"""What was found wrong with the corpus: shown from anywhere, and left again to where one was."""

from dataclasses import replace

from tui.actions.panes import looked_at, show_view
from tui.actions.select import select
from tui.actions.walk import return_to
from tui.state.context import Context
from tui.state.outcome import Outcomes, Say
from tui.state.scene import FIRST_VIEW
from tui.text.target import FindingTarget
from tui.views.findings import NOTHING_FOUND, FindingsView


def findings(ctx: Context, by: int) -> Outcomes:
    """Show the findings from the first on; from among them, go back to where one was before."""
    if not ctx.archive.corpus.findings:
        return Say(NOTHING_FOUND)
    if ctx.scene.viewed.name == FindingsView.name:
        return leave(ctx)
    stance = replace(ctx.scene.stance.inside(ctx.level()), pane="timeline", zoomed=False)
    history = ctx.scene.history.leaving(ctx.level())
    scene = replace(looked_at(ctx, FindingsView.name), stance=stance, history=history)
    scene = replace(scene, viewed=replace(scene.viewed, entry=0))
    return select(ctx.of(scene), ctx.selector.target(ctx.selection, FindingTarget(0)))


def leave(ctx: Context) -> Outcomes:
    """Back to the last level that was not among the findings; to the timeline, where one has come out of all."""
    levels = list(ctx.scene.stance.levels)
    while levels:
        if (level := levels.pop()).view != FindingsView.name:
            stance = replace(ctx.scene.stance, levels=tuple(levels))
            return return_to(ctx.of(replace(ctx.scene, stance=stance)), level)
    return show_view(ctx, FIRST_VIEW)
