"""The index of a table of coded rows, over whatever store it lies in."""

from collections import OrderedDict
from collections.abc import Sequence

from model.index.features import CODED, Feature
from model.index.table.bitmaps import Bitmaps
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.order import known_from
from model.index.table.reader import TableReader
from model.index.table.row_names import rows_called
from model.index.table.shared import Shared
from model.index.table.steps import TableSteps
from model.index.table.store import Store
from model.index.table.timeline_rows import event_of, number_of
from model.index.table.vocabulary import TableVocabulary
from model.index.values import AsOf

_KEPT = 4
"""How many readers are kept: there and back, under two filters."""


class TableIndex:
    """See `model.index.protocol.Index`; asked by one thread, as its store is."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._generation = 0
        self._shared = Shared.of(Bitmaps(store))
        self._kept: OrderedDict[AsOf, TableReader] = OrderedDict()
        self._called: dict[str, tuple[int, ...]] = {}

    @property
    def features(self) -> frozenset[Feature]:
        """Rows as they stood in their files, and nothing of what is made of claims."""
        return CODED

    @property
    def meta(self) -> TableMeta:
        """What there is to say of the table."""
        return self.store.meta

    @property
    def title(self) -> str:
        """What it is called."""
        return self.meta.title

    @property
    def tables(self) -> "tuple[TableIndex, ...]":
        """Itself."""
        return (self,)

    def of(self, event: str) -> "TableIndex":
        """Itself."""
        return self

    @property
    def steps(self) -> TableSteps:
        """The days on which rows became known."""
        return self._shared.steps

    @property
    def vocabulary(self) -> TableVocabulary:
        """What terms can be on whatever day."""
        return self._shared.vocabulary

    @property
    def generation(self) -> int:
        """Counts up each time `Store.away` has become another: readers made before are of what could be read then."""
        self._renew()
        return self._generation

    def at(self, when: AsOf) -> TableReader:
        """The reader of a day and a query, one of those that are kept if it is among them."""
        self._renew()
        reader = self._kept.get(when)
        if reader is None:
            while len(self._kept) >= _KEPT:
                self._kept.popitem(last=False)
            reader = self._kept[when] = TableReader(self._shared, when)
        self._kept.move_to_end(when)
        return reader

    def _renew(self) -> None:
        """Keep nothing that was found out while other rows could be read."""
        if self.store.away() != self._shared.bitmaps.away:
            self._shared = Shared.of(Bitmaps(self.store))
            self._kept.clear()
            self._called.clear()
            self._generation += 1

    def coded(self, event: str) -> CodedRow:
        """The row of that name as it was coded. Raises `KeyError` where there is none."""
        number = number_of(event)
        rows = self.store.rows(number, 1) if number is not None else ()
        if not rows:
            raise KeyError(event)
        return rows[0]

    def all_coded(self, events: Sequence[str]) -> Sequence[CodedRow]:
        """The rows of those names, ascending. Raises `KeyError` where there is no row of one."""
        numbers = [number for it in events if (number := number_of(it)) is not None]
        rows = self.store.rows_at(numbers)
        if len(rows) != len(events):
            raise KeyError(*events)
        return rows

    def called(self, row: str, day: int) -> tuple[str, ...]:
        """The names of the rows that are called so, as the table has or last had them by a day."""
        if row not in self._called:
            # Few are ever asked for: those that curators have linked to their events.
            self._called[row] = rows_called(self.store, row)
        shown = (self._by(number, day) for number in self._called[row])
        return tuple(dict.fromkeys(event_of(number) for number in shown if number is not None))

    def _by(self, number: int, day: int) -> int | None:
        """The version of a row that stands on a day, else the last that was known by then."""
        ids = sorted(self.store.versions(number))
        known = [
            (row.until is None or day < row.until, row.file, row.number, at)
            for at, row in zip(ids, self.store.rows_at(ids), strict=True)
            if (since := known_from(row, self.meta)) <= day and since != row.until
        ]
        return max(known)[-1] if known else None

    def versions(self, event: str, day: int) -> list[CodedRow]:
        """The versions of the row of that name that were known by a day, from the first one on."""
        number = number_of(event)
        ids = self.store.versions(number) if number is not None else ()
        rows = self.store.rows_at(sorted(ids))
        known = (row for row in rows if (since := known_from(row, self.meta)) <= day and since != row.until)
        return sorted(known, key=lambda row: (row.file, row.number))

    def standing(self, event: str, day: int) -> CodedRow | None:
        """The version of the row of that name that the table had on a day."""
        versions = self.versions(event, day)
        return next((row for row in versions if row.until is None or day < row.until), None)
