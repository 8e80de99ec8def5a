"""Full text of all: what a corpus finds, and under it the rows of the tables in their order in time."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from model.index.found import MOST_OF_A_KIND, Beyond, Found, Hit, Kind
from model.index.layered.merging import Merging
from model.index.layered.names import laid, table_of_name
from model.index.layered.part import TablePart
from model.index.protocol import Find
from model.index.table.timeline_rows import event_of
from model.index.values import Key
from model.query.terms import QueryError


class LayeredFind:
    """See `model.index.protocol.Find`. Terms that one of them does not know are asked of the others alone."""

    def __init__(self, merging: Merging) -> None:
        self._own, self._tables = merging.own.find, merging.tables

    def of(self, typed: str) -> Found:
        """What `typed` finds."""
        return self._all(lambda find: find.of(typed))

    def begin(self, typed: str, letters: int) -> Found:
        """The first of these, as far as they are found at once."""
        return self._all(lambda find: find.begin(typed, letters))

    def prepare(self) -> bool:
        """Do a small part of what finding needs once; of a table, that is not done before it is asked."""
        return self._own.prepare()

    def nearest(self, typed: str) -> str:
        """A known word for words that find nothing, of the corpus before the tables."""
        found = (it.nearest(typed) for it in (self._own, *(it.reader.find for it in self._tables)))
        return next(filter(None, found), "")

    def beyond(self, typed: str, event: str | None, by: int) -> Beyond | None:
        """The next row that is a hit, after a row or before it, or the first (last) of all; None where none is."""
        found = [(it, self._beyond(it, typed, event, by)) for it in self._tables]
        there = [(it, beyond) for it, beyond in found if beyond is not None]
        if not there:
            return None
        places = [self._key(it, beyond.hit.event) for it, beyond in there]
        best = places.index(min(places) if by > 0 else max(places))
        # Before what comes next stands what each table has before its own next one; before what came last, also that.
        ranks = [
            beyond.rank + (by < 0 and at != best) if beyond.rank is not None else None
            for at, (_, beyond) in enumerate(there)
        ]
        totals = [self._total(it, typed) for it in self._tables]
        if by > 0:
            ranks += [self._total(it, typed) for it, beyond in found if beyond is None]
        table, beyond = there[best]
        return Beyond(_of_row(beyond.hit, table.number), _sum(ranks), _sum(totals))

    def _beyond(self, table: TablePart, typed: str, event: str | None, by: int) -> Beyond | None:
        """The next hit of one table, after a row that may be of another one."""
        name = table.own_name(event)
        if event is not None and name is None:
            place, owner = self._place(event).sort_key, table_of_name(event)
            # Of one place in time, rows of a later table come after it.
            number = table.first_from(place) if table.number > owner else table.first_after(place)
            number -= by > 0
            name = event_of(number) if number >= 0 else None
        try:
            return table.reader.find.beyond(typed, name, by)
        except QueryError:
            return None

    def _place(self, event: str) -> Key:
        """The place of a row of whatever table."""
        table = next(it for it in self._tables if it.own_name(event) is not None)
        return self._key(table, table.own_name(event) or "")

    @staticmethod
    def _key(table: TablePart, name: str) -> Key:
        return Key(table.reader.days.place_of(int(name)), laid(name, table.number))

    @staticmethod
    def _total(table: TablePart, typed: str) -> int | None:
        try:
            last = table.reader.find.beyond(typed, None, -1)
        except QueryError:
            return 0
        return last.total if last is not None else 0

    def _all(self, ask: Callable[[Find], Found]) -> Found:
        rows = [*self._of_tables(ask)]
        try:
            own = ask(self._own)
        except QueryError:
            if not rows:
                raise
            own = Found(rows[0].typed, rows[0].finder)
        hits = self._in_time(rows)
        listed = hits[:MOST_OF_A_KIND]
        more = {Kind.ROW} if len(hits) > len(listed) or any(it.more for it in rows) else set[Kind]()
        return replace(
            own,
            hits=(*own.hits, *listed),
            more=own.more | more,
            hidden=own.hidden + sum(it.hidden for it in rows),
            counting=own.counting or any(it.counting for it in rows),
        )

    def _of_tables(self, ask: Callable[[Find], Found]) -> Iterator[Found]:
        """What each table finds, as hits of rows."""
        for table in self._tables:
            try:
                found = ask(table.reader.find)
            except QueryError:
                continue
            yield replace(found, hits=tuple(_of_row(it, table.number) for it in found.hits))

    def _in_time(self, found: list[Found]) -> list[Hit]:
        hits = [hit for it in found for hit in it.hits]
        if sum(bool(it.hits) for it in found) > 1:
            hits.sort(key=lambda hit: self._place(hit.event))
        return hits


def _of_row(hit: Hit, table: int) -> Hit:
    return hit.called(Kind.ROW, laid(hit.event, table))


def _sum(numbers: list[int | None]) -> int | None:
    known = [it for it in numbers if it is not None]
    return sum(known) if len(known) == len(numbers) else None
