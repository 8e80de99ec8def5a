"""What other filters would find: of the corpus what its keys ask, of each table what its columns do."""

from collections import Counter
from collections.abc import Sequence

from model.index.layered.keys import RowKeys, rows_part
from model.index.protocol import Facets
from model.index.values import own_part
from model.query.terms import Query


class LayeredFacets:
    """See `model.index.protocol.Facets`; `count` is of events alone, `rows` of the rows of all tables.

    Each table comes with the keys of its columns.
    """

    def __init__(self, own: Facets, tables: Sequence[tuple[Facets, RowKeys]]) -> None:
        self._own, self._tables = own, tables

    def prepare(self) -> frozenset[str]:
        """Make a part of what counting events needs."""
        return self._own.prepare()

    def count(self, query: Query) -> int | None:
        """How many events meet what of `query` is asked of events."""
        return self._own.count(own_part(query))

    def rows(self, query: Query) -> int | None:
        """How many rows meet what of `query` is asked of rows; None where that is not known yet."""
        # All are asked, so that all are found out.
        counts = [it.count(rows_part(query, keys)) for it, keys in self._tables]
        known = [it for it in counts if it is not None]
        return sum(known) if len(known) == len(counts) else None

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key, each with its number of events or, of a column, of rows."""
        having = [(it, keys) for it, keys in self._tables if key in keys]
        if not having:
            return self._own.counts(key, own_part(query))
        found = Counter[str]()
        for table, keys in having:
            found.update(dict(table.counts(keys[key], rows_part(query, keys))))
        return sorted(found.items(), key=lambda it: (-it[1], it[0]))
