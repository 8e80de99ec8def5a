"""What only the lanes have: how they are grouped, and which are folded."""

from dataclasses import replace
from typing import Any

from tui.actions.select import settled
from tui.state.context import Context
from tui.state.outcome import Outcomes, Say
from tui.state.scene import Scene
from tui.views.lane_entries import LaneEntries
from tui.views.lanes import NO_GROUPING


def with_lanes(scene: Scene, **changes: Any) -> Scene:
    """The scene with other lanes; `changes` are fields of `LaneSettings`."""
    return replace(scene, viewed=replace(scene.viewed, lanes=replace(scene.viewed.lanes, **changes)))


def grouping(ctx: Context, by: int) -> Outcomes:
    """Group the lanes by something else."""
    if ctx.scene.place != "lanes":
        return _not_in_lanes(ctx, f"{ctx.key('grouping')} groups the lanes by something else.")
    order = ctx.reader.lanes.groupings
    now = ctx.scene.viewed.lanes.by_of(order)
    if now is None:
        return Say(NO_GROUPING)
    grouped = with_lanes(ctx.scene, by=order[(order.index(now) + by) % len(order)], folded=frozenset())
    return settled(ctx, grouped)


def fold(ctx: Context, by: str) -> Outcomes:
    """Fold the lane of the selected event (`by` is "one") or every lane ("all"); what is folded already, unfold."""
    keys = dict(zip(("one", "all"), ctx.keys["fold"].split(), strict=False))
    if ctx.scene.place != "lanes":
        does = "folds a lane" if by == "one" else "folds all lanes"
        return _not_in_lanes(ctx, f"{keys[by]} {does}.")
    entries = LaneEntries(ctx.reader, ctx.scene.viewed.lanes)
    folded = entries.settings.folded
    if by == "all":
        lanes = frozenset(lane.id for lane in entries.lanes)
        return settled(ctx, with_lanes(ctx.scene, folded=frozenset[str]() if lanes <= folded else lanes))
    lane = entries.lane_of(ctx.selection.event, ctx.scene.viewed.entry)
    return settled(ctx, with_lanes(ctx.scene, folded=folded ^ {lane})) if lane is not None else None


def _not_in_lanes(ctx: Context, what: str) -> Say:
    return Say(f"{what} {ctx.key('view')} shows them.")
