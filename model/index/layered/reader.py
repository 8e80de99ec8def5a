"""A reader of a corpus and of the tables that lie under it."""

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property, reduce
from itertools import chain

from model.index.layered.days import LayeredDays
from model.index.layered.density import LayeredDensity
from model.index.layered.facets import LayeredFacets
from model.index.layered.find import LayeredFind
from model.index.layered.keys import RowKeys
from model.index.layered.lanes import LayeredLanes
from model.index.layered.merging import Merging
from model.index.layered.names import laid, row_of_name, table_of_name
from model.index.layered.part import TablePart
from model.index.layered.vocabulary import LayeredVocabulary
from model.index.pending import Pending
from model.index.protocol import Density, Mentions, Reader
from model.index.values import AsOf, Counts, Key, TimelineRow


class LayeredReader:
    """See `model.index.protocol.Reader`: the events that one reader has, and the rows that others have, in one order.

    What is counted of claims (contested, due), steps, and who is met are of the events alone.
    """

    def __init__(self, when: AsOf, own: Reader, tables: Sequence[tuple[TablePart, RowKeys]]) -> None:
        self.when = when
        self.own = own
        self.step = own.step
        self._tables = tuple(part for part, _ in tables)
        self._merging = Merging(own, self._tables)
        self.facets = LayeredFacets(own.facets, [(part.reader.facets, keys) for part, keys in tables])
        self.vocabulary = LayeredVocabulary(own.vocabulary, [it.reader.vocabulary for it in self._tables])
        self._asked: TimelineRow | None = None

    @property
    def counts(self) -> Counts:
        """How many events and rows there are, together, and how many of these are rows."""
        own, tables = self.own.counts, [it.reader.counts for it in self._tables]
        rows, known = sum(it.total for it in tables), sum(it.known for it in tables)
        return Counts(
            total=own.total + rows,
            known=own.known + known,
            contested=own.contested,
            due=own.due,
            unanswered=own.unanswered,
            first_ahead=own.first_ahead + sum(it.first_ahead for it in tables),
            counting=any(it.counting for it in tables),
            rows=rows,
            known_rows=known,
        )

    @property
    def pending(self) -> Pending | None:
        """What finds out the numbers of rows, of one table after the other."""
        pending = (it.reader.pending for it in self._tables)
        return next((it for it in pending if it is not None), None)

    @cached_property
    def days(self) -> LayeredDays:
        """All by their days."""
        return LayeredDays(self._merging)

    @cached_property
    def density(self) -> Density:
        """How many of all each unit of time has."""
        tables = (it.reader.density for it in self._tables)
        return reduce(LayeredDensity, tables, self.own.density)

    @cached_property
    def lanes(self) -> LayeredLanes:
        """The lanes of the corpus, and one of the rows of each table."""
        return LayeredLanes(self._merging)

    @cached_property
    def find(self) -> LayeredFind:
        """Full text of all."""
        return LayeredFind(self._merging)

    @property
    def mentions(self) -> Mentions:
        """Who is met in the events."""
        return self.own.mentions

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows from position `first` on."""
        return self._merging.window(first, n)

    def after(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The first `n` rows after a key."""
        return self.rows(self._merging.before(key, 1) if key is not None else 0, n)

    def before(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The last `n` rows before a key."""
        end = self._merging.before(key) if key is not None else self._end()
        first = max(0, end - n)
        return self.rows(first, end - first)

    def position_of(self, event: str | None) -> int | None:
        """Where an event or a row stands."""
        if row_of_name(event) is None:
            position = self.own.position_of(event)
            return self._merging.place_of(0, position) if position is not None else None
        part, name = self._part_of(event)
        row = part.reader.row_of(name) if part is not None else None
        if part is None or row is None:
            return None
        return self._merging.place_of_row(self._tables.index(part) + 1, row)

    def version_of(self, event: str | None) -> str | None:
        """The version of a row that is shown; an event itself, if it is."""
        if row_of_name(event) is None:
            return self.own.version_of(event)
        part, name = self._part_of(event)
        version = part.reader.version_of(name) if part is not None else None
        return laid(version, part.number) if part is not None and version is not None else None

    def _part_of(self, event: str | None) -> tuple[TablePart | None, str]:
        """The table that a row is in, of those that are shown, and its name there."""
        number = table_of_name(event or "")
        part = next((it for it in self._tables if it.number == number), None)
        return part, row_of_name(event) or ""

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of that name."""
        if self._asked is None or self._asked.event != event:
            position = self.position_of(event)
            self._asked = self.rows(position, 1)[0] if position is not None else None
        return self._asked

    def rows_among(self, events: Collection[str]) -> list[TimelineRow]:
        """The rows of those names."""
        found: list[TimelineRow] = []
        for number, part in enumerate(self._merging.parts):
            names = [name for it in events if (name := part.own_name(it)) is not None]
            rows = part.reader.rows_among(names) if names else []
            places = (self._merging.place_of_row(number, row) for row in rows)
            found += [replace(part.named(row), position=at) for at, row in zip(places, rows, strict=True)]
        return sorted(found, key=lambda row: row.position)

    def in_order(self, events: Collection[str]) -> list[str]:
        """The order of those names."""
        return [row.event for row in self.rows_among(events)]

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
        return _All(own, {it.number: it.reader.changed_since(other) for it in self._tables})

    def _end(self) -> int:
        return self.own.counts.total + sum(it.reader.rank_of(None) for it in self._tables)

    def _first_event(self, position: int) -> int:
        """The first event that is not before a place, by its position in the corpus."""
        return self._merging.split(max(position, 0))[0] if position >= 0 else -1

    def _last_event(self, position: int) -> int:
        """The last event up to a place."""
        return self._merging.split(position + 1)[0] - 1 if position >= 0 else -1


class _All(Set[str]):
    """Events and rows that changed. To count them goes through all rows."""

    def __init__(self, own: Set[str], rows: dict[int, Set[str]]) -> None:
        self._own, self._rows = own, rows

    def __contains__(self, event: object) -> bool:
        if not isinstance(event, str):
            return False
        name = row_of_name(event)
        return event in self._own if name is None else name in self._rows.get(table_of_name(event), ())

    def __iter__(self) -> Iterator[str]:
        rows = ((laid(it, table) for it in some) for table, some in self._rows.items())
        yield from chain(self._own, *rows)

    def __len__(self) -> int:
        return len(self._own) + sum(map(len, self._rows.values()))
