"""What was found wrong with the corpus: shown from anywhere, and left again to where one was."""

from tui.actions.apart import leave, shown_apart
from tui.actions.select import select
from tui.state.context import Context
from tui.state.outcome import Outcomes, Say
from tui.text.target import FindingTarget
from tui.views.findings import NOTHING_FOUND, FindingsView


def findings(ctx: Context, by: int) -> Outcomes:
    """Show the findings from the first on; from among them, go back to where one was before."""
    if not ctx.archive.corpus.findings:
        return Say(NOTHING_FOUND)
    if ctx.scene.viewed.name == FindingsView.name:
        return leave(ctx, FindingsView.name)
    there = ctx.of(shown_apart(ctx, FindingsView.name))
    return select(there, there.selector.target(there.selection, FindingTarget(0)))
