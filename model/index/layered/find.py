"""Full text of both: what a corpus finds, and under it the rows."""

from collections.abc import Callable
from dataclasses import replace

from model.index.found import Beyond, Found, Hit, Kind
from model.index.layered.names import laid, row_of_name
from model.index.protocol import Find
from model.index.table.of_rows import FindInRows
from model.query.terms import QueryError


class LayeredFind:
    """See `model.index.protocol.Find`. Terms that one of the two does not know are asked of the other one alone."""

    def __init__(self, own: Find, table: FindInRows) -> None:
        self._own, self._table = own, table

    def of(self, typed: str) -> Found:
        """What `typed` finds."""
        return self._both(lambda find: find.of(typed))

    def begin(self, typed: str, letters: int) -> Found:
        """The first of these, as far as they are found at once."""
        return self._both(lambda find: find.begin(typed, letters))

    def prepare(self) -> bool:
        """Do a small part of what finding needs once; of the table, that is not done before it is asked."""
        return self._own.prepare()

    def nearest(self, typed: str) -> str:
        """A known word for words that find nothing, of the corpus before the table."""
        return self._own.nearest(typed) or self._table.nearest(typed)

    def beyond(self, typed: str, event: str | None, by: int) -> Beyond | None:
        """The next row that is a hit, after a row or before it, or the first (last) of all; None where none is."""
        try:
            there = self._table.beyond(typed, row_of_name(event), by)
        except QueryError:
            return None
        return replace(there, hit=_of_row(there.hit)) if there is not None else None

    def _both(self, ask: Callable[[Find], Found]) -> Found:
        try:
            own = ask(self._own)
        except QueryError as error:
            try:
                return _of_rows(ask(self._table))
            except QueryError:
                raise error from None
        try:
            table = _of_rows(ask(self._table))
        except QueryError:
            return own
        return replace(
            own,
            hits=(*own.hits, *table.hits),
            more=own.more | table.more,
            hidden=own.hidden + table.hidden,
            counting=own.counting or table.counting,
        )


def _of_rows(found: Found) -> Found:
    """The hits of a table, as those of rows."""
    hits = tuple(map(_of_row, found.hits))
    return replace(found, hits=hits, more=frozenset(Kind.ROW for _ in found.more))


def _of_row(hit: Hit) -> Hit:
    return replace(hit, kind=Kind.ROW, ref=laid(hit.ref), event=laid(hit.event))
