"""A reader of a corpus and of the table that lies under it."""

from collections.abc import Collection, Iterator, Mapping, Set
from functools import cached_property
from typing import TYPE_CHECKING

from model.dates.edtf import SortKey
from model.index.layered.days import LayeredDays
from model.index.layered.density import LayeredDensity
from model.index.layered.facets import LayeredFacets
from model.index.layered.find import LayeredFind
from model.index.layered.lanes import LayeredLanes
from model.index.layered.merging import Merging
from model.index.layered.names import laid, row_of_name
from model.index.layered.vocabulary import LayeredVocabulary
from model.index.pending import Pending
from model.index.protocol import Mentions, Reader
from model.index.values import AsOf, Counts, Key, TimelineRow

if TYPE_CHECKING:
    # Imported by who has a table.
    from model.index.table.reader import TableReader


class LayeredReader:
    """See `model.index.protocol.Reader`: the events that one reader has, and the rows that another has, in one order.

    What is counted of claims (contested, due), steps, and who is met are of the events alone.
    """

    def __init__(
        self,
        when: AsOf,
        own: Reader,
        table: "TableReader",
        bounds: dict[SortKey, int],
        keys: Mapping[str, str],
        title: str,
    ) -> None:
        self.when = when
        self.own = own
        self.step = own.step
        self._table, self._title = table, title
        self._merging = Merging(own, table, bounds)
        self.facets = LayeredFacets(own.facets, table.facets, keys)
        self.vocabulary = LayeredVocabulary(own.vocabulary, table.vocabulary)
        self._asked: TimelineRow | None = None

    @property
    def counts(self) -> Counts:
        """How many events and rows there are, together, and how many of these are rows."""
        own, table = self.own.counts, self._table.counts
        return Counts(
            total=own.total + table.total,
            known=own.known + table.known,
            contested=own.contested,
            due=own.due,
            unanswered=own.unanswered,
            first_ahead=own.first_ahead + table.first_ahead,
            counting=table.counting,
            rows=table.total,
            known_rows=table.known,
        )

    @property
    def pending(self) -> Pending | None:
        """What finds out the numbers of rows."""
        return self._table.pending

    @cached_property
    def days(self) -> LayeredDays:
        """Both by their days."""
        return LayeredDays(self._merging)

    @cached_property
    def density(self) -> LayeredDensity:
        """How many of both each unit of time has."""
        return LayeredDensity(self.own.density, self._table.density)

    @cached_property
    def lanes(self) -> LayeredLanes:
        """The lanes of the corpus, and one of the rows."""
        return LayeredLanes(self._merging, self._title)

    @cached_property
    def find(self) -> LayeredFind:
        """Full text of both."""
        return LayeredFind(self.own.find, self._table.find)

    @property
    def mentions(self) -> Mentions:
        """Who is met in the events."""
        return self.own.mentions

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows from position `first` on."""
        return self._merging.window(first, n)

    def after(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The first `n` rows after a key."""
        return self.rows(sum(self._merging.until(key)) if key is not None else 0, n)

    def before(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The last `n` rows before a key."""
        end = sum(self._merging.before(key)) if key is not None else self._end()
        first = max(0, end - n)
        return self.rows(first, end - first)

    def position_of(self, event: str | None) -> int | None:
        """Where an event or a row stands."""
        if (name := row_of_name(event)) is not None:
            row = self._table.row_of(name)
            return self._merging.place_of_row(row) if row is not None else None
        position = self.own.position_of(event)
        return self._merging.place_of_event(position) if position is not None else None

    def version_of(self, event: str | None) -> str | None:
        """The version of a row that is shown; an event itself, if it is."""
        if (name := row_of_name(event)) is None:
            return self.own.version_of(event)
        version = self._table.version_of(name)
        return laid(version) if version is not None else None

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of that name."""
        if self._asked is None or self._asked.event != event:
            position = self.position_of(event)
            self._asked = self.rows(position, 1)[0] if position is not None else None
        return self._asked

    def rows_among(self, events: Collection[str]) -> list[TimelineRow]:
        """The rows of those names."""
        found = (self.row_of(event) for event in dict.fromkeys(events))
        return sorted((row for row in found if row is not None), key=lambda row: row.position)

    def next_event(self, position: int, by: int) -> str | None:
        """The next curated event after `position` (before it: `by` is -1); None where there is no other."""
        rows = self.own.rows(self._last_event(position) + 1 if by > 0 else self._first_event(position) - 1, 1)
        return rows[0].event if rows else None

    def next_due(self, position: int, by: int) -> str | None:
        """The next event that is due; no row is."""
        at = self._last_event(position) if by > 0 else self._first_event(position)
        return self.own.next_due(at, by)

    def passed_until(self, position: int) -> tuple[int, int]:
        """How many events up to a place are due, and how many are unanswered."""
        return self.own.passed_until(self._last_event(position))

    def changed_since(self, other: AsOf) -> Set[str]:
        """The events whose state is another than on the other day, and the rows that were not known on it."""
        own = self.own.changed_since(other.own)
        return _Both(own, self._table.changed_since(other))

    def _end(self) -> int:
        return self.own.counts.total + self._table.rank_of(None)

    def _first_event(self, position: int) -> int:
        """The first event that is not before a place, by its position in the corpus."""
        return self._merging.split(max(position, 0))[0] if position >= 0 else -1

    def _last_event(self, position: int) -> int:
        """The last event up to a place."""
        return self._merging.split(position + 1)[0] - 1 if position >= 0 else -1


class _Both(Set[str]):
    """Events and rows that changed. To count them goes through all rows."""

    def __init__(self, own: Set[str], rows: Set[str]) -> None:
        self._own, self._rows = own, rows

    def __contains__(self, event: object) -> bool:
        name = row_of_name(event) if isinstance(event, str) else None
        return event in self._own if name is None else name in self._rows

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from map(laid, self._rows)

    def __len__(self) -> int:
        return len(self._own) + len(self._rows)
