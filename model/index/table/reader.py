"""A reader of a table: what of its rows was known on a day, and meets a query."""

from collections.abc import Collection, Iterator, Set
from functools import cached_property, lru_cache, partial

from model.index.pending import Pending
from model.index.table.counted import TableFacets
from model.index.table.days import TableDays
from model.index.table.density import TableDensity
from model.index.table.find import TableFind
from model.index.table.lanes import TableLanes
from model.index.table.mentions import TableMentions
from model.index.table.selection import RowSelection
from model.index.table.shared import Shared
from model.index.table.timeline_rows import TableRows, event_of, number_of
from model.index.table.vocabulary import TableVocabulary
from model.index.values import AsOf, Counts, Key, TimelineRow
from model.query.language import Readable
from model.query.terms import ALL


class TableReader:
    """See `model.index.protocol.Reader`.

    Which rows meet its query is found out where it is asked for: the first rows need no more than the first chunks.
    """

    def __init__(self, shared: Shared, when: AsOf) -> None:
        self.when = when
        self._shared = shared
        bitmaps, keys, steps = shared.bitmaps, shared.keys, shared.steps
        self.step = steps.until(when.day)
        self._known = steps.rows_until(when.day)
        self.vocabulary = TableVocabulary(keys, when.day)
        self.facets = TableFacets(shared.selections, when.day, when.query)
        self._selection = self.facets.selected(when.query)
        is_all = not when.narrowed and when.day >= bitmaps.all_from and not bitmaps.away
        self._rows = TableRows(self._selection, is_all, steps[self.step - 1].day if self.step > 1 else None)
        self._counts: Counts | None = None
        # One row, that of the selected event, is asked for again and again.
        self._asked: TimelineRow | None = None
        # So are those of all hits, by each who shows them.
        self._among = lru_cache(maxsize=1)(self._rows_among)

    @property
    def counts(self) -> Counts:
        """How many rows there are, as far as that is known."""
        if self._counts is not None:
            return self._counts
        if not self._is_counted():
            # Something is shown before all is counted: where there is a row, the first one is found.
            self._selection.at(0, 1)
            least = self._selection.least
            known = least if self._shared.bitmaps.away else self._known
            return Counts(least, known, 0, 0, 0, least, counting=True)
        # What was known on a day is noted of all; where a part is away, what is left is counted.
        known = self.facets.selected(ALL).total if self._shared.bitmaps.away else self._known
        total = self._selection.total if self.when.narrowed else known
        self._counts = Counts(total, known, 0, 0, 0, self.days.first_from(self.when.day + 1))
        return self._counts

    @property
    def pending(self) -> Pending | None:
        """What finds out the numbers that were asked for and are not known yet."""
        self._is_counted()
        return self.facets.counting.pending

    @cached_property
    def days(self) -> TableDays:
        """Its rows by their days."""
        return TableDays(self._selection, self._shared.units, self._shared.first_ids)

    @cached_property
    def density(self) -> TableDensity:
        """How many of its rows each unit of time has."""
        return TableDensity(self._selection, self._shared.units, self._is_counted)

    @cached_property
    def lanes(self) -> TableLanes:
        """Its rows in lanes."""
        tally = partial(self.facets.tally, query=self.when.query)
        return TableLanes(self._selection, self._rows, self._shared.keys, self.when.day, tally)

    @cached_property
    def find(self) -> TableFind:
        """Full text."""
        return TableFind(
            self._selection,
            self._rows,
            self._shared.keys,
            Readable(self.vocabulary, self._shared.vocabulary),
            self.when,
            self.facets.counting,
        )

    @cached_property
    def mentions(self) -> TableMentions:
        """Who is met in its rows: nobody, since a table says no more than names."""
        return TableMentions()

    def rows(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows from position `first` on."""
        return self._rows.window(first, n)

    def after(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The first `n` rows after a key."""
        return self.rows(self._rank(key, 1) if key is not None else 0, n)

    def before(self, key: Key | None, n: int) -> list[TimelineRow]:
        """The last `n` rows before a key."""
        end = self._rank(key, 0) if key is not None else self._selection.total
        first = max(0, end - n)
        return self.rows(first, end - first)

    def position_of(self, event: str | None) -> int | None:
        """Where a row stands."""
        number = number_of(event)
        if number is None or not self._selection.holds(number):
            return None
        return self._selection.rank(number)

    def version_of(self, event: str | None) -> str | None:
        """The version of its row that is among the rows; itself, if that is."""
        number = number_of(event)
        if number is None or self._selection.holds(number):
            return event if number is not None else None
        store = self._shared.bitmaps.store
        versions = store.versions(number) if 0 <= number < store.total else ()
        return next((event_of(it) for it in versions if self._selection.holds(it)), None)

    def row_of(self, event: str | None) -> TimelineRow | None:
        """The row of that name."""
        if self._asked is None or self._asked.event != event:
            position = self.position_of(event)
            self._asked = self.rows(position, 1)[0] if position is not None else None
        return self._asked

    def rows_among(self, events: Collection[str]) -> list[TimelineRow]:
        """The rows of those names."""
        return [*self._among(tuple(events))]

    def _rows_among(self, events: tuple[str, ...]) -> list[TimelineRow]:
        numbers = {number_of(event) for event in events} - {None}
        return self._rows.of(sorted(it for it in numbers if it is not None and self._selection.holds(it)))

    def in_order(self, events: Collection[str]) -> list[str]:
        """The order of those names."""
        return [row.event for row in self.rows_among(events)]

    def rank_of(self, number: int | None) -> int:
        """How many of its rows stand before an id of the table; before None, all of them."""
        return self._selection.rank(number) if number is not None else self._selection.total

    def next_due(self, position: int, by: int) -> str | None:
        """Nothing is due: a row says what has been coded, and is no plan."""
        return None

    def passed_until(self, position: int) -> tuple[int, int]:
        """None is, for the same reason."""
        return 0, 0

    def changed_since(self, other: AsOf) -> Set[str]:
        """The rows that were not known on the other day."""
        return RowsSince(self._selection, other.day)

    def _is_counted(self) -> bool:
        is_counted = self.facets.is_counted(self.when.query)
        return (not self._shared.bitmaps.away or self.facets.is_counted(ALL)) and is_counted

    def _rank(self, key: Key, by: int) -> int:
        """How many rows stand before a key, and with `by` 1 also the one that has it."""
        number = number_of(key.event)
        assert number is not None, "a key of a table is that of a row"
        return self._selection.rank(number + by)


class RowsSince(Set[str]):
    """The names of the rows of a selection that were not known on a day. To count them goes through all chunks."""

    def __init__(self, selection: RowSelection, day: int) -> None:
        self._selection, self._day = selection, day

    def __contains__(self, event: object) -> bool:
        number = number_of(event) if isinstance(event, str) else None
        return number is not None and self._selection.holds(number) and not self._was_known(number)

    def __iter__(self) -> Iterator[str]:
        return (event_of(number) for number in self._new().upwards(0))

    def __len__(self) -> int:
        return self._new().total

    def _was_known(self, number: int) -> bool:
        bitmaps = self._selection.bitmaps
        chunk, local = divmod(number, bitmaps.store.chunk)
        return local in bitmaps.known(self._day, chunk)

    def _new(self) -> RowSelection:
        return self._selection.without(lambda bitmaps, chunk: bitmaps.known(self._day, chunk))
