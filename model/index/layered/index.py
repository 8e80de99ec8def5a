"""The index of a corpus with tables of coded rows under it."""

from collections import OrderedDict
from collections.abc import Sequence

from model.asof.knowledge import Step
from model.corpus.corpus import Corpus
from model.index.features import CURATED, Feature
from model.index.layered.keys import keys_of_rows, rows_part
from model.index.layered.laid_table import LaidTable
from model.index.layered.names import table_of_name
from model.index.layered.reader import LayeredReader
from model.index.layered.vocabulary import LayeredVocabulary
from model.index.protocol import CuratedIndex, Reader
from model.index.table.coded import CodedRow
from model.index.values import AsOf

_KEPT = 4
"""How many readers are kept."""


class LayeredIndex:
    """See `model.index.protocol.CuratedIndex`. Asked `AsOf.layered`, it has the rows of the tables among the events.

    Asked `AsOf.only`, those of the table of that number alone.
    """

    def __init__(self, own: CuratedIndex, tables: Sequence[LaidTable]) -> None:
        self._own, self.tables = own, tuple(tables)
        self._keys = [keys_of_rows(it.index.vocabulary) for it in tables]
        self._kept: OrderedDict[tuple[AsOf, tuple[int, ...]], LayeredReader] = OrderedDict()
        """By what was asked, and by the generation of each table: of one of before, other rows could be read."""

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
        """The values that terms can have on whatever day, of all."""
        return LayeredVocabulary(self._own.vocabulary, [it.index.vocabulary for it in self.tables])

    @property
    def rows_from(self) -> int | None:
        """The day on which the first row was known; None where there is none."""
        return min((it.index.steps[0].day for it in self.tables if len(it.index.steps)), default=None)

    def of(self, event: str) -> LaidTable:
        """The table that a row is in, by its name among the events. Raises `KeyError` where there is none."""
        number = table_of_name(event)
        if not 0 <= number < len(self.tables):
            raise KeyError(event)
        return self.tables[number]

    def coded(self, event: str) -> CodedRow:
        """The row of that name among the events. Raises `KeyError` where there is none."""
        return self.of(event).coded(event)

    def versions(self, event: str, day: int) -> list[CodedRow]:
        """The versions of a row that were known by a day, from the first one on."""
        return self.of(event).versions(event, day)

    def standing(self, event: str, day: int) -> CodedRow | None:
        """The version of a row that the table had on a day."""
        return self.of(event).standing(event, day)

    def at(self, when: AsOf) -> Reader:
        """The reader of a day and a query, with the rows or without them."""
        if not when.layered:
            return self._own.at(when)
        asked = when, tuple(it.index.generation for it in self.tables)
        reader = self._kept.get(asked)
        if reader is None:
            while len(self._kept) >= _KEPT:
                self._kept.popitem(last=False)
            tables = [
                (it.part(AsOf(when.day, rows_part(when.query, keys))), keys)
                for it, keys in zip(self.tables, self._keys, strict=True)
                if when.only in (None, it.number)
            ]
            reader = self._kept[asked] = LayeredReader(when, self._own.at(when.own), tables)
        self._kept.move_to_end(asked)
        return reader

    def changed_to(self, corpus: Corpus) -> "LayeredIndex":
        """The same tables under another corpus."""
        return LayeredIndex(self._own.changed_to(corpus), self.tables)

    def prepare_as(self, other: CuratedIndex) -> None:
        """Make what was made of another index because it was asked for."""
        self._own.prepare_as(other._own if isinstance(other, LayeredIndex) else other)
