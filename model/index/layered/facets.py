"""What other filters would find: of the corpus what its keys ask, of the table what its columns do."""

from collections.abc import Mapping

from model.index.layered.keys import rows_part
from model.index.protocol import Facets
from model.index.values import own_part
from model.query.terms import Query


class LayeredFacets:
    """See `model.index.protocol.Facets`; `count` is of events alone, `rows` of the rows."""

    def __init__(self, own: Facets, table: Facets, keys: Mapping[str, str]) -> None:
        self._own, self._table, self._keys = own, table, keys

    def prepare(self) -> frozenset[str]:
        """Make a part of what counting events needs."""
        return self._own.prepare()

    def count(self, query: Query) -> int | None:
        """How many events meet what of `query` is asked of events."""
        return self._own.count(own_part(query))

    def rows(self, query: Query) -> int | None:
        """How many rows meet what of `query` is asked of rows; None where that is not known yet."""
        return self._table.count(rows_part(query, self._keys))

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key, each with its number of events or, of a column, of rows."""
        if key in self._keys:
            return self._table.counts(self._keys[key], rows_part(query, self._keys))
        return self._own.counts(key, own_part(query))
