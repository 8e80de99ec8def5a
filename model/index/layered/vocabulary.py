"""What may stand in a filter where tables lie under a corpus: the keys of all, each saying of which it is."""

from collections.abc import Iterator, Mapping, Sequence

from model.index.layered.keys import RowKeys, keys_of_rows
from model.index.table.vocabulary import value_id
from model.query.values import Value, Values
from model.query.vocabulary import Vocabulary


class LayeredVocabulary(Vocabulary):
    """The keys of a corpus, asked of its events; those of tables, asked of their rows; days, asked of all.

    A key that several tables have is asked of each of them.
    """

    def __init__(self, own: Vocabulary, tables: Sequence[Vocabulary]) -> None:
        self._own = own
        self._tables: list[tuple[Vocabulary, RowKeys]] = [(it, keys_of_rows(it)) for it in tables]
        about, apart, also = dict[str, str](), dict[str, str](), dict[str, str]()
        for table, keys in reversed(self._tables):
            about |= {here: f"{table.about[there]}; rows only" for here, there in keys.items()}
            apart |= table.apart
            back = {there: here for here, there in keys.items()}
            also |= {name: back[key] for name, key in table.also.items() if key in back}
        self._keys = dict.fromkeys(key for _, keys in self._tables for key in keys)
        self.about: Mapping[str, str] = {**own.about, **{key: about[key] for key in self._keys}}
        self.dates = own.dates
        self.ways = own.ways
        self.apart: Mapping[str, str] = {
            key: why for key, why in apart.items() if key not in self.about
        } | dict(own.apart)
        self.also = {name: key for name, key in also.items() if name not in own.about}

    def matching(self, key: str, typed: str) -> list[Value]:
        """The values of a key that `typed` means."""
        if key not in self._keys:
            return self._own.matching(key, typed)
        found = (it for table, there in self._having(key) for it in table.matching(there, typed))
        by_id = {it.id: it for it in found}
        # What is written whole in one table means that in all.
        whole = by_id.get(value_id(typed))
        return [whole] if whole is not None else [*by_id.values()]

    def __getitem__(self, key: str) -> Values:
        if key not in self._keys:
            return self._own[key]
        values = [table[there] for table, there in self._having(key)]
        return values[0] if len(values) == 1 else {name: it for some in values for name, it in some.items()}

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from self._keys

    def __len__(self) -> int:
        return len(self._own) + len(self._keys)

    def _having(self, key: str) -> Iterator[tuple[Vocabulary, str]]:
        """The tables that have a key, each with the name that it has there."""
        return ((table, keys[key]) for table, keys in self._tables if key in keys)
