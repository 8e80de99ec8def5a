"""What the first pane shows: view after view, or one by its name."""

from tui.actions.changes import last_changes
from tui.actions.find import ask_for_words
from tui.actions.findings import findings
from tui.actions.panes import show_view
from tui.state.context import Context
from tui.state.outcome import Outcomes
from tui.state.scene import Scene


def view(ctx: Context, by: int) -> Scene:
    """Show the next view in the first pane, or the one before."""
    walked = [name for name, it in ctx.views.items() if it.walked(ctx)]
    here = walked.index(ctx.scene.viewed.name) if ctx.scene.viewed.name in walked else 0
    return show_view(ctx, walked[(here + by) % len(walked)])


def show(ctx: Context, by: str) -> Outcomes:
    """Show a view by its name; hits are asked for where there are none, and some have a way back of their own."""
    if by == "search" and ctx.scene.sought is None:
        return ask_for_words(ctx, 1)
    if by == "findings" and ctx.scene.viewed.name != by:
        return findings(ctx, 1)
    if by == "changes" and ctx.scene.viewed.name != by:
        return last_changes(ctx)
    return show_view(ctx, by)
