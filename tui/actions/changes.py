"""What changed from a day to a day: shown from anywhere, and left again to where one was."""

from collections.abc import Iterator
from dataclasses import replace

from model.dates.wording import day_medium
from tui.actions.apart import leave, shown_apart
from tui.actions.select import select
from tui.actions.time import as_of
from tui.state.context import Context
from tui.state.outcome import Ask, Outcome, Outcomes
from tui.text.target import Target
from tui.views.changes import ChangesView


def changes(ctx: Context, by: int) -> Outcomes:
    """Show what changed: right after a step what that step brought, else since a day that is asked for.

    From there, go back to where one was before.
    """
    if ctx.scene.viewed.name == ChangesView.name:
        return leave(ctx, ChangesView.name)
    first = _stepped_from(ctx)
    return _shown(ctx, first, ctx.scene.when.day) if first is not None else _asked(ctx)


def last_changes(ctx: Context) -> Outcomes:
    """Show what changed since the step before."""
    day = ctx.scene.when.day
    return _shown(ctx, ctx.archive.day_before(day), day)


def _stepped_from(ctx: Context) -> int | None:
    """The day from which on the step just taken brought something; None where none was taken.

    A step back leads to a day that an earlier step led to: what came after that day is not known on it.
    """
    since, day, step_from = ctx.scene.since, ctx.scene.when.day, ctx.archive.step_from
    if since is None:
        return None
    if step_from(since.day, 1) == day:
        return since.day
    return ctx.archive.day_before(day) if step_from(since.day, -1) == day else None


def _asked(ctx: Context) -> Ask:
    # Imported here: what reads typed dates is slow to import, and few starts need it.
    from tui.prompt.since import SinceAnswers

    day = ctx.scene.when.day
    since = ctx.archive.day_before(day)
    asking = SinceAnswers(since, day, ctx.archive.today, ctx.signs)
    before = day_medium(since)

    def done(now: Context, typed: str | None) -> Outcomes:
        if typed is None:
            return None
        meant = asking.parsed(typed)
        return _shown(now, meant.first, meant.last)

    return Ask(
        mark="changed since ",
        hints=("30 april", "30 april to 5 may", "-1w"),
        offered=before if asking.parsed(before).first == since else "",
        done=done,
        answer=asking.answer,
        wrong=asking.what_is_right,
    )


def _shown(ctx: Context, first: int, last: int) -> Iterator[Outcome]:
    """Show what changed from a day to a later one, as of that."""
    there = ctx.of(shown_apart(ctx, ChangesView.name))
    before = ctx.scene.when.day
    if last != before:
        there = there.of(as_of(there, last))
    viewed = replace(there.scene.viewed, since=first, lent=(last, before) if last != before else None)
    there = there.of(replace(there.scene, viewed=viewed))
    entries: list[Target] = ChangesView().entries(there)
    selection = there.selector.target(there.selection, entries[0]) if entries else there.selection
    yield from select(there, selection)
