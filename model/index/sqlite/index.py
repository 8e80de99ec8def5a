"""The index of a corpus in SQLite, with the last few readers that were asked for."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from model.asof.knowledge import Step
from model.corpus.corpus import Corpus
from model.index.features import CURATED, Feature
from model.index.sqlite.present import Present
from model.index.sqlite.reader import SqliteReader
from model.index.sqlite.store import Store
from model.index.values import AsOf

if TYPE_CHECKING:
    from model.query.vocabulary import Vocabulary

KEPT = 4
"""How many readers are kept: there and back, under two filters."""


class SqliteIndex:
    """See `model.index.protocol.Index`."""

    def __init__(self, corpus: Corpus, before: "SqliteIndex | None" = None) -> None:
        self._store: Store = Store(corpus, before._store if before is not None else None)
        self._kept: OrderedDict[AsOf, SqliteReader] = OrderedDict()

    def changed_to(self, corpus: Corpus) -> "SqliteIndex":
        """The index of another corpus, with what is the same in it taken from here."""
        return SqliteIndex(corpus, self)

    @property
    def features(self) -> frozenset[Feature]:
        """All of a curated corpus."""
        return CURATED

    @property
    def steps(self) -> tuple[Step, ...]:
        """The knowledge dates."""
        return self._store.steps

    @property
    def vocabulary(self) -> "Vocabulary":
        """The values that terms can have on whatever day."""
        return self._store.vocabulary(None)

    def at(self, when: AsOf) -> SqliteReader:
        """The reader of a day and a query, one of those that are kept if it is among them."""
        reader = self._kept.get(when)
        if reader is None:
            # Before it is made, so that the tables of the one that goes are dropped when those of this one come.
            while len(self._kept) >= KEPT:
                self._kept.popitem(last=False)
            reader = self._kept[when] = SqliteReader(Present(self._store, when))
        self._kept.move_to_end(when)
        return reader
