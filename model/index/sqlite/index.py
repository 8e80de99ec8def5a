"""The index of a corpus in SQLite, with the last few readers that were asked for."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from model.asof.knowledge import Step
from model.corpus.corpus import Corpus
from model.index.features import CURATED, Feature
from model.index.sqlite.present import Present
from model.index.sqlite.reader import SqliteReader
from model.index.sqlite.store import CorpusStore
from model.index.values import AsOf

if TYPE_CHECKING:
    from model.index.protocol import Index
    from model.query.vocabulary import Vocabulary

KEPT = 4
"""How many readers are kept: there and back, under two filters."""


class SqliteIndex:
    """See `model.index.protocol.Index`."""

    def __init__(self, corpus: Corpus, store: CorpusStore | None = None) -> None:
        self._store = store or CorpusStore.of(corpus)
        self._kept: OrderedDict[AsOf, SqliteReader] = OrderedDict()

    def changed_to(self, corpus: Corpus) -> "SqliteIndex":
        """The index of another corpus, with what is the same in it taken from here."""
        return SqliteIndex(corpus, CorpusStore.of(corpus, self._store))

    def prepare_as(self, other: "Index") -> None:
        """Make the tables of texts and tags, if the other one has them."""
        if isinstance(other, SqliteIndex):
            self._store.prepare_as(other._store)

    @classmethod
    def restored(cls, corpus: Corpus, steps: tuple[Step, ...], image: bytes) -> "SqliteIndex":
        """The index of a corpus from its `steps` and `image`. Raises `sqlite3.DatabaseError` for other bytes."""
        return cls(corpus, CorpusStore.restored(corpus, steps, image))

    @property
    def image(self) -> bytes:
        """Its tables as bytes, as they were made: nothing that was asked for since is in them."""
        return self._store.built.image

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
