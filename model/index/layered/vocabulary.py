"""What may stand in a filter where a table lies under a corpus: the keys of both, each saying of which it is."""

from collections.abc import Iterator, Mapping

from model.index.layered.keys import keys_of_rows
from model.query.values import Value, Values
from model.query.vocabulary import Vocabulary


class LayeredVocabulary(Vocabulary):
    """The keys of a corpus, asked of its events; those of a table, asked of its rows; days, asked of both."""

    def __init__(self, own: Vocabulary, table: Vocabulary) -> None:
        self._own, self._table = own, table
        self._keys = keys_of_rows(table)
        of_rows = {here: f"{table.about[there]}; rows only" for here, there in self._keys.items()}
        self.about: Mapping[str, str] = {**own.about, **of_rows}
        self.dates = own.dates
        self.ways = own.ways
        self.apart: Mapping[str, str] = {
            key: why for key, why in table.apart.items() if key not in self.about
        } | dict(own.apart)
        back = {there: here for here, there in self._keys.items()}
        self.also = {
            name: back[key] for name, key in table.also.items() if key in back and name not in own.about
        }

    def matching(self, key: str, typed: str) -> list[Value]:
        """The values of a key that `typed` means."""
        return self._of(key).matching(self._keys.get(key, key), typed)

    def __getitem__(self, key: str) -> Values:
        return self._of(key)[self._keys.get(key, key)]

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from self._keys

    def __len__(self) -> int:
        return len(self._own) + len(self._keys)

    def _of(self, key: str) -> Vocabulary:
        return self._table if key in self._keys else self._own
