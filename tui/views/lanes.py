"""The lanes: a time axis, and under it one event a row, grouped by strand, entity, source or status."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from model.dates.civil import civil_date
from model.dates.edtf import Part, Precision
from model.dates.units import Zoom, unit_of
from model.dates.wording import range_words
from model.index.archive import Archive
from model.index.values import Lane
from tui.scene import Lanes, Scene
from tui.selection import Selection
from tui.text.line import Line
from tui.views.axis import Axis, axis_around
from tui.views.lane_page import LanePage
from tui.views.view import View

_PRECISION = {
    Zoom.DAY: Precision.DAY,
    Zoom.MONTH: Precision.MONTH,
    Zoom.YEAR: Precision.YEAR,
    Zoom.DECADE: Precision.YEAR,
}

_PANNED = 3
"""Columns by which the axis goes aside."""


def _around(scene: Scene, day: int) -> Scene:
    return replace(scene, lanes=replace(scene.lanes, around=day))


@dataclass(frozen=True, slots=True)
class _Followed:
    """What the axis was drawn for, and around which `day` it was.

    `asked` are the day and the scale of the scene, `seen` the event, the version of the timeline and the width.
    """

    asked: tuple[int | None, Zoom]
    seen: tuple[str | None, int, int]
    day: int


class LanesView(View):
    """Moves by events, lane after lane. A folded lane is one entry: how its events lie in time."""

    name = "lanes"
    whole = True

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._timeline = archive.timeline
        self._as = Lanes()
        self._top = self._entry = 0
        self._axis: Axis | None = None
        self._followed: _Followed | None = None
        self._axis_for = lru_cache(maxsize=4)(self._axis_afresh)
        self._starts_of = lru_cache(maxsize=4)(self._starts_afresh)

    def title(self, scene: Scene, width: int) -> tuple[str, str]:
        """`Lanes by strand`, and what a column is, from when to when."""
        if self._axis is None:
            return "Lanes", ""
        fine = _PRECISION[scene.lanes.scale]
        first, last = (Part(*civil_date(day)).coarsened(fine) for day in (self._axis.first, self._axis.last))
        return f"Lanes by {scene.lanes.by}", f"{scene.lanes.scale.word}s, {range_words(first, last)} "

    def content(self, scene: Scene, width: int, height: int, roomy: bool) -> list[Line]:
        """The axis, and the lanes around the selected event."""
        self._as = scene.lanes
        self._axis = axis = self._axis_of(scene, width)
        draw = LanePage(self._timeline, scene, axis)
        starts, lanes = self._starts(), self._lanes()
        if not lanes:
            return [draw.axis()]
        self._entry = self._entry_of(scene.selection)
        number = self._lane_at(self._entry)
        # Each lane before it has its heading too.
        selected = self._entry + number + 1
        rows = height - 1
        # The first line is always a heading: of its lane where the lane begins further up.
        if not self._top < selected < self._top + rows:
            self._top = selected - rows // 2
        total = starts[-1] + len(lanes)
        self._top = max(0, min(self._top, total - rows))
        if self._top + 1 in {start + number for number, start in enumerate(starts[:-1])}:
            # A heading of which no row can be seen would be one too many.
            self._top += 1
        return [draw.axis(), *self._window(draw, self._top, min(rows, total - self._top))]

    def moved(self, now: Selection, by: int) -> Selection:
        """The event `by` rows further on, through the lanes; an event that stands in two of them is passed once."""
        starts = self._starts()
        if not self._lanes():
            return now
        wanted = entry = self._entry_of(now)
        way = 1 if by > 0 else -1
        wanted = min(max(entry + by, 0), starts[-1] - 1)
        while (
            (event := self._event_at(wanted)) == now.event
            and 0 <= wanted + way < starts[-1]
            and wanted != entry
        ):
            wanted += way
        self._entry = wanted
        return self.selector.event(event) if event is not None else now

    def lane_of(self, now: Selection) -> str | None:
        """The lane in which the selected event is looked at."""
        lanes = self._lanes()
        return lanes[self._lane_at(self._entry_of(now))].id if lanes else None

    def lane_ids(self) -> list[str]:
        """All lanes, in their order."""
        return [lane.id for lane in self._lanes()]

    def aside(self, scene: Scene, by: int) -> Scene | str | None:
        """Later times, or earlier ones, unless no event is beyond those that the axis shows."""
        axis, density, scale = self._axis, self._timeline.density, scene.lanes.scale
        if axis is None:
            return None
        edge = unit_of(axis.last if by > 0 else axis.first, scale) + (by > 0)
        if not density.units(scale, edge, by, _PANNED):
            return f"Nothing is {'later' if by > 0 else 'earlier'} than what the axis shows."
        column = min(len(axis.columns) - 1, max(0, self._middle(axis) + by * _PANNED))
        return _around(scene, axis.columns[column].first)

    # Entries: events of open lanes, folded lanes

    def _lanes(self) -> Sequence[Lane]:
        return self._timeline.lanes.of(self._as.by, self._timeline.day)

    def _starts(self) -> Sequence[int]:
        return self._starts_of(tuple(self._lanes()), self._as.folded)

    @staticmethod
    def _starts_afresh(lanes: tuple[Lane, ...], folded: frozenset[str]) -> list[int]:
        """The first entry of each lane and, last, the number of all."""
        return [0, *accumulate(1 if lane.id in folded else lane.events for lane in lanes)]

    def _lane_at(self, entry: int) -> int:
        return min(bisect_right(self._starts(), entry) - 1, len(self._lanes()) - 1)

    def _entry_of(self, now: Selection) -> int:
        """The entry of the selected event: where it stands in several lanes, the one last looked at."""
        position = self._timeline.position_of(now.event)
        if position is None:
            return 0
        numbers = {lane.id: number for number, lane in enumerate(self._lanes())}
        starts = self._starts()
        entries = [
            starts[numbers[lane]] + (0 if lane in self._as.folded else nth)
            for lane, nth in self._timeline.lanes.places_of(position)
        ]
        return min(entries, key=lambda entry: abs(entry - self._entry), default=0)

    def _event_at(self, entry: int) -> str | None:
        number = self._lane_at(entry)
        rows = self._timeline.lane_rows(self._lanes()[number].id, entry - self._starts()[number], 1)
        return rows[0].event if rows else None

    # Lines

    def _window(self, draw: LanePage, top: int, count: int) -> list[Line]:
        """Lines `top` to `top + count` of all lanes."""
        lines: list[Line] = []
        lanes, starts = self._lanes(), self._starts()
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

    def _axis_of(self, scene: Scene, width: int) -> Axis:
        """The axis around where it was left; around the selected event, where that has been chosen since and is off."""
        lanes, version, event = scene.lanes, self._timeline.version, scene.selection.event
        asked = lanes.around, lanes.scale
        followed = self._followed
        if followed is None or followed.asked != asked:
            day = lanes.around if lanes.around is not None else self._timeline.day
            # Panned, it may well leave the event behind.
            moved = followed is None or followed.asked[1] != lanes.scale
        else:
            day, moved = followed.day, followed.seen != (event, version, width)
        axis = self._axis_for(version, day, lanes.scale, width)
        if moved and (near := self._off(event, axis)) is not None:
            day = near
            axis = self._axis_for(version, day, lanes.scale, width)
        self._followed = _Followed(asked, (event, version, width), day)
        return axis

    def _off(self, event: str | None, axis: Axis) -> int | None:
        """The nearest day of an event no day of which is on the axis; None of one that is on it, or has no date."""
        row = self._timeline.row_of(event)
        if row is None or row.date is None:
            return None
        first, last = row.date.earliest, row.date.latest
        if first is not None and first > axis.last:
            return first
        return last if last is not None and last < axis.first else None

    def _axis_afresh(self, version: int, around: int, scale: Zoom, width: int) -> Axis:
        return axis_around(around, self._timeline.density, scale, width)

    @staticmethod
    def _middle(axis: Axis) -> int:
        return int(len(axis.columns) * 0.4)
