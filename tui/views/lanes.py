"""The lanes: a time axis, and under it one event a row, grouped by strand, entity, source or status."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from model.dates.civil import civil_date
from model.dates.edtf import Part, Precision
from model.dates.units import Zoom, unit_of
from model.dates.wording import range_words
from model.index.protocol import Reader
from model.index.values import AsOf, GroupedBy, Grouping
from model.query.spelling import quoted
from tui.state.context import Context
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.line import MUTE, Line, Span
from tui.text.numbers import noun
from tui.text.wrap import wrap_text
from tui.views.axis import Axis, axis_around
from tui.views.lane_entries import LaneEntries
from tui.views.lane_page import LanePage
from tui.views.view import View

_PRECISION = {
    Zoom.DAY: Precision.DAY,
    Zoom.MONTH: Precision.MONTH,
    Zoom.YEAR: Precision.YEAR,
    Zoom.DECADE: Precision.YEAR,
}

NO_GROUPING = "No column of this table has values that many rows share: there are no lanes."
"""Why there are none."""

_KEYS: dict[GroupedBy | None, str] = {Grouping.ENTITY: "who"}
"""The filter keys of groupings that are called otherwise; the lanes of columns are called by their keys."""

_PANNED = 3
"""Columns by which the axis goes aside."""


@dataclass(frozen=True, slots=True)
class _Followed:
    """What the axis was drawn for, and around which `day` it was.

    `asked` are the day and the scale of the scene, `seen` the event, the as-of day with the filter and the width.
    """

    asked: tuple[int | None, Zoom]
    seen: tuple[str | None, AsOf, int]
    day: int


class LanesView(View):
    """Moves by events, lane after lane. A folded lane is one entry: how its events lie in time."""

    name = "lanes"
    about = "how events lie in time, by strand, entity, source or status"
    about_rows = "how rows lie in time, by the values of a column"
    words = ("gantt", "chart")
    footer = ("help", "time", "scale", "grouping", "fold", "back")
    whole = True

    def __init__(self) -> None:
        self._top = 0
        self._axis: Axis | None = None
        self._followed: _Followed | None = None
        self._entries: LaneEntries | None = None
        self._axis_key: tuple[object, ...] = ()

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """`Lanes by strand`, and what a column is, from when to when."""
        if self._axis is None:
            return "Lanes", ""
        lanes = ctx.scene.viewed.lanes
        fine = _PRECISION[lanes.scale]
        first, last = (Part(*civil_date(day)).coarsened(fine) for day in (self._axis.first, self._axis.last))
        by = lanes.by_of(ctx.reader.lanes.groupings)
        return (
            f"Lanes by {by}" if by is not None else "Lanes",
            f"{lanes.scale.word}s, {range_words(first, last)} ",
        )

    def content(self, ctx: Context, width: int, height: int, roomy: bool) -> list[Line]:
        """The axis, and the lanes around the selected event."""
        axis = self._axis_of(ctx, width)
        draw = LanePage(ctx, axis)
        entries = self._entries_of(ctx)
        if entries.by is None or not entries.lanes:
            words = f"No {noun(ctx.archive.features)} is shown." if entries.by is not None else NO_GROUPING
            return [draw.axis(), *(Line((Span(f" {row}", MUTE),)) for row in wrap_text(words, width - 2))]
        entry = entries.entry_of(ctx.selection.event, ctx.scene.viewed.entry)
        # Each lane before it has its heading too.
        selected = entry + entries.lane_at(entry) + 1
        rows = height - 1
        # The first line is always a heading: of its lane where the lane begins further up.
        if not self._top < selected < self._top + rows:
            self._top = selected - rows // 2
        total = entries.starts[-1] + len(entries.lanes)
        self._top = max(0, min(self._top, total - rows))
        if self._top + 1 in {start + number for number, start in enumerate(entries.starts[:-1])}:
            # A heading of which no row can be seen would be one too many.
            self._top += 1
        return [draw.axis(), *_window(draw, entries, self._top, min(rows, total - self._top))]

    def moved(self, ctx: Context, by: int) -> tuple[Scene, Selection]:
        """The event `by` rows further on, through the lanes."""
        entries = self._entries_of(ctx)
        if not entries.lanes:
            return ctx.scene, ctx.selection
        entry = entries.moved(ctx.selection.event, ctx.scene.viewed.entry, by)
        event = entries.event_at(entry)
        scene = replace(ctx.scene, viewed=replace(ctx.scene.viewed, entry=entry))
        return scene, ctx.selector.event(event) if event is not None else ctx.selection

    def followed(self, ctx: Context) -> Scene:
        """The scene with the cursor on the selected event: of its places in the lanes, on the nearest."""
        viewed = ctx.scene.viewed
        entry = LaneEntries(ctx.reader, viewed.lanes).entry_of(ctx.selection.event, viewed.entry)
        return replace(ctx.scene, viewed=replace(viewed, entry=entry))

    def aside(self, ctx: Context, by: int) -> Scene | str | None:
        """Later times, or earlier ones, unless no event is beyond those that the axis shows."""
        axis, viewed = self._axis_of(ctx, ctx.view_width), ctx.scene.viewed
        edge = unit_of(axis.last if by > 0 else axis.first, viewed.lanes.scale) + (by > 0)
        if not ctx.reader.density.units(viewed.lanes.scale, edge, by, _PANNED):
            return f"Nothing is {'later' if by > 0 else 'earlier'} than what the axis shows."
        column = min(len(axis.columns) - 1, max(0, self._middle(axis) + by * _PANNED))
        lanes = replace(viewed.lanes, around=axis.columns[column].first)
        return replace(ctx.scene, viewed=replace(viewed, lanes=lanes))

    def term(self, ctx: Context) -> str:
        """The filter that shows the lane with the cursor alone: `strand:strand-victory-day`."""
        entries = self._entries_of(ctx)
        lane = entries.lane_of(ctx.selection.event, ctx.scene.viewed.entry)
        key = _KEYS.get(entries.by, str(entries.by))
        return f"{key}:{quoted(lane)}" if lane else ""

    def _entries_of(self, ctx: Context) -> LaneEntries:
        """The entries as the scene has them; the last ones are kept."""
        kept, lanes = self._entries, ctx.scene.viewed.lanes
        if kept is None or not kept.lanes or (kept.reader, kept.settings) != (ctx.reader, lanes):
            self._entries = LaneEntries(ctx.reader, lanes)
        assert self._entries is not None
        return self._entries

    def _axis_of(self, ctx: Context, width: int) -> Axis:
        """The axis around where it was left; around the selected event, where that has been chosen since and is off."""
        lanes, when, event = ctx.scene.viewed.lanes, ctx.scene.when, ctx.selection.event
        asked = lanes.around, lanes.scale
        followed = self._followed
        if followed is None or followed.asked != asked:
            day = lanes.around if lanes.around is not None else when.day
            # Panned, it may well leave the event behind.
            moved = followed is None or followed.asked[1] != lanes.scale
        else:
            day, moved = followed.day, followed.seen != (event, when, width)
        axis = self._axis_around(ctx, day, width)
        if moved and (near := _off(ctx.reader, event, axis)) is not None:
            day = near
            axis = self._axis_around(ctx, day, width)
        self._followed = _Followed(asked, (event, when, width), day)
        return axis

    def _axis_around(self, ctx: Context, day: int, width: int) -> Axis:
        """The axis around a day; the one that was drawn last is kept."""
        scale = ctx.scene.viewed.lanes.scale
        key = (ctx.archive, ctx.scene.when, ctx.reader.pending is None, day, scale, width)
        if self._axis is None or self._axis_key != key:
            self._axis_key, self._axis = key, axis_around(day, ctx.reader.density, scale, width)
        return self._axis

    @staticmethod
    def _middle(axis: Axis) -> int:
        return int(len(axis.columns) * 0.4)


def _window(draw: LanePage, entries: LaneEntries, top: int, count: int) -> list[Line]:
    """Lines `top` to `top + count` of all lanes."""
    lines: list[Line] = []
    lanes, starts = entries.lanes, entries.starts
    tops = [start + number for number, start in enumerate(starts)]
    number = min(bisect_right(tops, top) - 1, len(lanes) - 1)
    while len(lines) < count and number < len(lanes):
        lane, skipped = lanes[number], top + len(lines) - tops[number]
        if skipped == 0 or not lines:
            lines.append(draw.heading(lane))
            skipped = max(skipped, 0) + 1
        if len(lines) < count:
            left = min(count - len(lines), starts[number + 1] - starts[number] - (skipped - 1))
            lines += draw.rows(lane, skipped - 1, left) if left > 0 else []
        number += 1
    return lines


def _off(reader: Reader, event: str | None, axis: Axis) -> int | None:
    """The nearest day of an event no day of which is on the axis; None of one that is on it, or has no date."""
    row = reader.row_of(event)
    if row is None or row.date is None:
        return None
    first, last = row.date.earliest, row.date.latest
    if first is not None and first > axis.last:
        return first
    return last if last is not None and last < axis.first else None
