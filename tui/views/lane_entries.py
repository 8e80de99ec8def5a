"""The entries of the lanes: the events of open lanes, lane after lane, and folded lanes as one entry each."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from model.index.protocol import Reader
from model.index.values import GroupedBy, Lane
from tui.state.scene import LaneSettings


@dataclass(frozen=True)
class LaneEntries:
    """The entries as of a reader, grouped and folded as the settings say; they count from 0."""

    reader: Reader
    settings: LaneSettings

    @cached_property
    def by(self) -> GroupedBy | None:
        """What they are grouped by; None where that can be nothing."""
        return self.settings.by_of(self.reader.lanes.groupings)

    @cached_property
    def lanes(self) -> Sequence[Lane]:
        """The lanes, in order."""
        return self.reader.lanes.of(self.by) if self.by is not None else ()

    @cached_property
    def starts(self) -> list[int]:
        """The first entry of each lane and, last, the number of all."""
        folded = self.settings.folded
        return [0, *accumulate(1 if lane.id in folded else lane.events for lane in self.lanes)]

    def lane_at(self, entry: int) -> int:
        """The number of the lane that an entry is of."""
        return min(bisect_right(self.starts, entry) - 1, len(self.lanes) - 1)

    def entry_of(self, event: str | None, near: int | None) -> int:
        """The entry of an event: where it stands in several lanes, the one nearest to the entry `near`."""
        position = self.reader.position_of(event)
        if position is None or self.by is None:
            return 0
        numbers = {lane.id: number for number, lane in enumerate(self.lanes)}
        entries = [
            self.starts[numbers[lane]] + (0 if lane in self.settings.folded else nth)
            for lane, nth in self.reader.lanes.places_of(position, self.by)
        ]
        return min(entries, key=lambda entry: abs(entry - (near or 0)), default=0)

    def event_at(self, entry: int) -> str | None:
        """The event of an entry; of a folded lane, its first."""
        number = self.lane_at(entry)
        rows = self.reader.lanes.rows(self.lanes[number], entry - self.starts[number], 1)
        return rows[0].event if rows else None

    def lane_of(self, event: str | None, near: int | None) -> str | None:
        """The lane in which an event is looked at, None where there is no lane."""
        return self.lanes[self.lane_at(self.entry_of(event, near))].id if self.lanes else None

    def moved(self, event: str | None, near: int | None, by: int) -> int:
        """The entry `by` further on, through the lanes; an event that stands in two of them is passed once."""
        wanted = entry = self.entry_of(event, near)
        way = 1 if by > 0 else -1
        last = self.starts[-1] - 1
        wanted = min(max(entry + by, 0), last)
        while self.event_at(wanted) == event and 0 <= wanted + way <= last and wanted != entry:
            wanted += way
        return wanted
