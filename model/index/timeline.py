"""The reader that the screen shares, as long as the screen has no scene that names its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.index.values import AsOf, Counts, Grouping, Lane, TimelineRow
from model.query.terms import ALL, Query

if TYPE_CHECKING:
    from model.index.found import Found
    from model.index.protocol import Days, Density, Facets, Index, Mentions, Reader
    from model.query.vocabulary import Vocabulary


class Timeline:
    """The reader of `when`, which changes. `version` is another number whenever the rows may be others."""

    def __init__(self, index: "Index", when: AsOf) -> None:
        self._index = index
        self.version = 0
        self._show(when)

    def _show(self, when: AsOf) -> None:
        self.when = when
        self.reader: Reader = self._index.at(when)
        self.version += 1
        self.lanes = SharedLanes(self.reader)

    def go_to(self, day: int) -> None:
        """Show what could be known on `day`."""
        self._show(AsOf(day, self.when.query))

    def narrow(self, query: Query | None) -> None:
        """Show only what meets `query`."""
        self._show(AsOf(self.when.day, query if query is not None and query.terms else ALL))

    @property
    def day(self) -> int:
        """Its day."""
        return self.when.day

    @property
    def filter(self) -> str:
        """Its filter as it was written."""
        return self.when.query.text

    @property
    def counts(self) -> Counts:
        """How many events there are."""
        return self.reader.counts

    @property
    def total(self) -> int:
        """All rows."""
        return self.counts.total

    @property
    def known(self) -> int:
        """All events of the day."""
        return self.counts.known

    @property
    def contested(self) -> int:
        """Rows that are contested."""
        return self.counts.contested

    @property
    def due(self) -> int:
        """Rows that are due."""
        return self.counts.due

    @property
    def first_ahead(self) -> int:
        """The first position ahead."""
        return self.counts.first_ahead

    @property
    def step(self) -> int:
        """The number of the knowledge step."""
        return self.reader.step

    @property
    def days(self) -> "Days":
        """Its rows by their days."""
        return self.reader.days

    @property
    def density(self) -> "Density":
        """Its rows by units."""
        return self.reader.density

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        """Rows from a position on."""
        return self.reader.rows(first, n)

    def lane_rows(self, lane: str, first: int, n: int) -> list[TimelineRow]:
        """Rows of a lane of the grouping last asked for."""
        return self.lanes.rows(lane, first, n)

    def position_of(self, event: str | None) -> int | None:
        """Where an event stands."""
        return self.reader.position_of(event)

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of an event."""
        return self.reader.row_of(event)

    def due_from(self, position: int, by: int) -> str | None:
        """The next event that is due."""
        return self.reader.next_due(position, by)

    def changed_since(self, day: int) -> frozenset[str]:
        """What changed since another day."""
        return self.reader.changed_since(AsOf(day))


class SharedLanes:
    """The lanes of the grouping that was last asked for."""

    def __init__(self, reader: "Reader") -> None:
        self._reader = reader
        self._grouping = Grouping.STRAND

    def of(self, grouping: Grouping, day: int) -> Sequence[Lane]:
        """The lanes of a grouping."""
        assert day == self._reader.when.day
        self._grouping = grouping
        return self._reader.lanes.of(grouping)

    def rows(self, lane: str, first: int, n: int) -> list[TimelineRow]:
        """Rows of a lane."""
        return self._reader.lanes.rows(Lane(lane, 0, self._grouping), first, n)

    def places_of(self, position: int) -> list[tuple[str, int]]:
        """The lanes of a row, and where in them it stands."""
        return self._reader.lanes.places_of(position, self._grouping)

    def counts(self, lane: str, borders: Sequence[int]) -> list[int]:
        """Rows of a lane before, between and after positions."""
        return self._reader.lanes.counts(Lane(lane, 0, self._grouping), borders)


@dataclass(frozen=True)
class Searching:
    """Full text of what the timeline shows."""

    timeline: Timeline

    def of(self, typed: str) -> "Found":
        """What `typed` finds."""
        return self.timeline.reader.find.of(typed)

    def nearest(self, typed: str) -> str:
        """A word that was probably meant."""
        return self.timeline.reader.find.nearest(typed)


@dataclass(frozen=True)
class Finding:
    """What is found among what the timeline shows."""

    index: "Index"
    timeline: Timeline

    @property
    def vocabulary(self) -> "Vocabulary":
        """The values of the corpus."""
        return self.index.vocabulary

    @property
    def facets(self) -> "Facets":
        """Counts of other filters."""
        return self.timeline.reader.facets

    @property
    def mentions(self) -> "Mentions":
        """Who is met."""
        return self.timeline.reader.mentions

    @property
    def searching(self) -> Searching:
        """Full text."""
        return Searching(self.timeline)

    def read(self, text: str, saved: Mapping[str, str] | None = None) -> Query:
        """The filter that `text` writes."""
        from model.query.language import read

        return read(text, self.vocabulary, saved)

    def narrow(self, query: Query | None) -> None:
        """Show only what meets `query`."""
        self.timeline.narrow(query)
