"""What is merged into one timeline: the events of a corpus, and the rows of each table, each in its own order."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from model.dates.edtf import SortKey
from model.index.layered.names import laid, row_of_name, table_of_name
from model.index.protocol import Reader
from model.index.values import Key, TimelineRow

if TYPE_CHECKING:
    # Imported by who has a table.
    from model.index.table.reader import TableReader

OWN = -1
"""The number of the part that has the curated events; tables are counted from 0."""


class LayerPart(Protocol):
    """One of the parts of a timeline, whose positions and names are its own."""

    @property
    def number(self) -> int:
        """The number of its table; `OWN` for the events."""

    @property
    def reader(self) -> Reader:
        """What answers for it."""

    def named(self, row: TimelineRow) -> TimelineRow:
        """One of its rows, by the name that it has among all."""

    def own_name(self, event: str | None) -> str | None:
        """The name that one of all has in it; None where it is of another part."""

    def before(self, place: SortKey) -> int:
        """How many of it stand before a place in time."""

    def until(self, place: SortKey) -> int:
        """The same, with those in that place."""

    def rank(self, key: Key, by: int) -> int:
        """How many of it stand before one of its own keys; with `by` 1, also what has that key."""


@dataclass(frozen=True, eq=False)
class OwnPart:
    """The curated events."""

    reader: Reader
    number: int = OWN

    def named(self, row: TimelineRow) -> TimelineRow:
        """As it is."""
        return row

    def own_name(self, event: str | None) -> str | None:
        """The same; None of a row."""
        return event if row_of_name(event) is None else None

    def before(self, place: SortKey) -> int:
        """How many events stand before a place in time."""
        return self.rank(Key(place, ""), 0)

    def until(self, place: SortKey) -> int:
        """The same, with those in that place."""
        return self.rank(Key(place, laid("")), 0)

    def rank(self, key: Key, by: int) -> int:
        """How many events stand before a key, or up to it."""
        if by:
            after = self.reader.after(key, 1)
            return after[0].position if after else self.reader.counts.total
        events = self.reader.before(key, 1)
        return events[-1].position + 1 if events else 0


@dataclass(frozen=True, eq=False)
class TablePart:
    """The rows of a table."""

    reader: "TableReader"
    number: int
    title: str

    def named(self, row: TimelineRow) -> TimelineRow:
        """By the name that it has here. It is not marked as new: the steps are those of the corpus."""
        event = laid(row.event, self.number)
        return replace(row, event=event, key=Key(row.key.sort_key, event), new=False)

    def before(self, place: SortKey) -> int:
        """How many rows stand before a place in time."""
        return self.reader.rank_of(self.first_from(place))

    def until(self, place: SortKey) -> int:
        """The same, with those in that place."""
        return self.reader.rank_of(self.first_after(place))

    def rank(self, key: Key, by: int) -> int:
        """How many rows stand before a key, or up to it."""
        return self.reader.rank_of(int(row_of_name(key.event) or 0) + by)

    def first_from(self, place: SortKey) -> int:
        """The first id that does not stand before a place in time."""
        return self.reader.days.id_from(place)

    def first_after(self, place: SortKey) -> int:
        """The first id after all in a place in time."""
        group, day, within = place
        return self.first_from((group, day, within + 1))

    def own_name(self, event: str | None) -> str | None:
        """The name that a row has in this table; None where it is of another one, or an event."""
        return row_of_name(event) if event is not None and table_of_name(event) == self.number else None
