"""Of what in a document nothing is made: lit in the source, and walked."""

from collections.abc import Iterator
from dataclasses import replace

from tui.actions.whole import NOT_WHOLE, is_whole
from tui.state.context import Context
from tui.state.marking import Marking
from tui.state.outcome import Outcome, Outcomes, Say


def coverage(ctx: Context, by: int) -> Outcomes:
    """Light in the source of what nothing is made, or no longer."""
    if ctx.scene.gaps is not None:
        return replace(ctx.scene.without_gaps, marking=None)
    source = ctx.source_shown
    if source is None:
        return Say("No source is shown here.")
    if not is_whole(ctx, source):
        return Say(NOT_WHOLE)
    scene = replace(ctx.scene, gaps=source, stance=replace(ctx.scene.stance, pane="source"))
    gaps = ctx.of(scene).gaps
    if not gaps:
        return Say("Something is made of every sentence, date word and reporting verb of this source.")
    return _lit(ctx.of(scene), scene)


def _lit(ctx: Context, scene: object) -> Iterator[Outcome]:
    yield ctx.scene
    yield Say(
        f"Underlined is what nothing is made of.  {ctx.keys['gaps']}  walk it, {ctx.key('coverage')} ends this"
    )


def walk(ctx: Context, by: int) -> Iterator[Outcome]:
    """Mark the next gap, or the one before."""
    gaps, marked = ctx.gaps, ctx.scene.marking
    spans = [gap.span for gap in gaps]
    if marked is not None and marked.span in spans:
        wanted = spans.index(marked.span) + by
    else:
        start = marked.start if marked is not None else ctx.scene.passed or 0
        before = sum(span.start < start for span in spans)
        wanted = before if by > 0 else before - 1
    if ctx.scene.gaps is None or not 0 <= wanted < len(gaps):
        yield Say(f"This is the {'last' if by > 0 else 'first'} gap of this source.")
        return
    gap = gaps[wanted]
    yield replace(ctx.scene, marking=Marking(ctx.scene.gaps, gap.span.start, gap.span.end, taken=True))
    if gap.meaning is not None:
        yield Say(f"{gap.meaning.said}. {gap.meaning.reasoning}")
