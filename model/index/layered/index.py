"""The index of a corpus with a table of coded rows under it."""

from collections import OrderedDict
from collections.abc import Sequence

from model.asof.knowledge import Step
from model.corpus.corpus import Corpus
from model.dates.edtf import SortKey
from model.index.features import CURATED, Feature
from model.index.layered.keys import keys_of_rows, rows_part
from model.index.layered.names import laid, row_of_name
from model.index.layered.reader import LayeredReader
from model.index.layered.vocabulary import LayeredVocabulary
from model.index.protocol import CuratedIndex, Reader
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.index import TableIndex
from model.index.table.store import Store
from model.index.values import AsOf

_KEPT = 4
"""How many readers are kept."""


class LayeredIndex:
    """See `model.index.protocol.CuratedIndex`. Asked `AsOf.layered`, it has the rows of the table among the events."""

    def __init__(
        self, own: CuratedIndex, table: TableIndex, bounds: dict[SortKey, int] | None = None
    ) -> None:
        self._own, self._table = own, table
        self._keys = keys_of_rows(table.vocabulary)
        # Where places in time are in the table, whatever the day and the filter.
        self._bounds = bounds if bounds is not None else {}
        self._kept: OrderedDict[AsOf, LayeredReader] = OrderedDict()
        self._generation = table.generation

    @property
    def features(self) -> frozenset[Feature]:
        """Those of the corpus, and that a table lies under it."""
        return CURATED | {Feature.LAYER}

    @property
    def steps(self) -> Sequence[Step]:
        """The knowledge dates of the corpus."""
        return self._own.steps

    @property
    def vocabulary(self) -> LayeredVocabulary:
        """The values that terms can have on whatever day, of both."""
        return LayeredVocabulary(self._own.vocabulary, self._table.vocabulary)

    @property
    def meta(self) -> TableMeta:
        """What there is to say of the table."""
        return self._table.meta

    @property
    def store(self) -> Store:
        """What the rows are read from."""
        return self._table.store

    @property
    def rows_from(self) -> int | None:
        """The day on which the first row was known; None where there is none."""
        return self._table.steps[0].day if len(self._table.steps) else None

    def coded(self, event: str) -> CodedRow:
        """The row of that name among the events. Raises `KeyError` where there is none."""
        return self._table.coded(row_of_name(event) or "")

    def all_coded(self, events: Sequence[str]) -> Sequence[CodedRow]:
        """The rows of those names among the events. Raises `KeyError` where there is no row of one."""
        return self._table.all_coded([row_of_name(it) or "" for it in events])

    def called(self, row: str, day: int) -> list[str]:
        """The names among the events of the rows that are called so, as the table has them by a day."""
        return [laid(it) for it in self._table.called(row, day)]

    def versions(self, event: str, day: int) -> list[CodedRow]:
        """The versions of a row that were known by a day, from the first one on."""
        return self._table.versions(row_of_name(event) or "", day)

    def standing(self, event: str, day: int) -> CodedRow | None:
        """The version of a row that the table had on a day."""
        return self._table.standing(row_of_name(event) or "", day)

    def at(self, when: AsOf) -> Reader:
        """The reader of a day and a query, with the rows or without them."""
        if not when.layered:
            return self._own.at(when)
        if self._generation != (now := self._table.generation):
            # Other rows of the table can be read by now.
            self._generation, self._bounds = now, {}
            self._kept.clear()
        reader = self._kept.get(when)
        if reader is None:
            while len(self._kept) >= _KEPT:
                self._kept.popitem(last=False)
            table = self._table.at(AsOf(when.day, rows_part(when.query, self._keys)))
            own = self._own.at(when.own)
            reader = LayeredReader(when, own, table, self._bounds, self._keys, self.meta.title)
            self._kept[when] = reader
        self._kept.move_to_end(when)
        return reader

    def changed_to(self, corpus: Corpus) -> "LayeredIndex":
        """The same table under another corpus."""
        return LayeredIndex(self._own.changed_to(corpus), self._table, self._bounds)

    def prepare_as(self, other: CuratedIndex) -> None:
        """Make what was made of another index because it was asked for."""
        self._own.prepare_as(other._own if isinstance(other, LayeredIndex) else other)
