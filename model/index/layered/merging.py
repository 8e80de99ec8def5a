"""Two readers merged into one timeline: which places the events of a corpus have among the rows of a table.

Nothing is merged as a whole. A curated event stands behind as many rows as have an earlier place in time, which the
table tells at once; so a place among both is found by halving among the events, and a window is two windows.
"""

from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from model.dates.edtf import SortKey
from model.index.layered.names import laid, row_of_name
from model.index.protocol import Reader
from model.index.table.order import last_day_of, later
from model.index.values import Key, TimelineRow

if TYPE_CHECKING:
    # Imported by who has a table.
    from model.index.table.reader import TableReader

_KEPT = 4096
"""Events of which it is kept how many rows stand before them."""


class Merging:
    """The places of the events of `own` and the rows of `table`, in one order; of one place in time, events come first.

    `bounds` keeps the first id of the table that is not before a place in time, which is so on whatever day.
    """

    def __init__(self, own: Reader, table: "TableReader", bounds: dict[SortKey, int]) -> None:
        self.own, self.table = own, table
        self._bounds = bounds
        self._events = own.counts.total
        self.rows_before = lru_cache(maxsize=_KEPT)(self._rows_before)

    def place_of_event(self, position: int) -> int:
        """The place among both of the event at a position of the corpus; after the last one, that after all."""
        return position + self.rows_before(position)

    def place_of_row(self, row: TimelineRow) -> int:
        """The place among both of a row of the table."""
        return row.position + self._events_until(row.key.sort_key)

    def split(self, place: int) -> tuple[int, int]:
        """How many events, and how many rows, stand before a place among both."""
        events = bisect_left(range(self._events), place, key=self.place_of_event)
        return events, place - events

    def is_event(self, place: int) -> bool:
        """Whether an event stands in a place, and not a row."""
        events = self.split(place)[0]
        return events < self._events and self.place_of_event(events) == place

    def before(self, key: Key) -> tuple[int, int]:
        """How many events, and how many rows, stand before a key, which may be of either."""
        events = self.own.before(key, 1)
        return (events[-1].position + 1 if events else 0), self._rows_before_key(key, 0)

    def until(self, key: Key) -> tuple[int, int]:
        """The same, with what has that key."""
        after = self.own.after(key, 1)
        return (after[0].position if after else self._events), self._rows_before_key(key, 1)

    def window(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows of both from a place on."""
        first, n = max(0, first), n + min(0, first)
        if n <= 0:
            return []
        events, rows = self.split(first)
        own, coded = self.own.rows(events, n), self.table.rows(rows, n)
        until = later(self._busy_before(self.own, events, own), self._busy_before(self.table, rows, coded))
        found: list[TimelineRow] = []
        at = of_table = 0
        while len(found) < n and (at < len(own) or of_table < len(coded)):
            is_own = of_table == len(coded) or (
                at < len(own) and own[at].key.sort_key <= coded[of_table].key.sort_key
            )
            row = own[at] if is_own else named(coded[of_table])
            at, of_table = at + is_own, of_table + (not is_own)
            found.append(replace(row, position=first + len(found), busy_until=until))
            until = later(until, last_day_of(row.date))
        return found

    def _rows_before(self, position: int) -> int:
        rows = self.own.rows(position, 1)
        return self.table.rank_of(self._bound(rows[0].key.sort_key)) if rows else self.table.rank_of(None)

    def _bound(self, place: SortKey) -> int:
        if place not in self._bounds:
            self._bounds[place] = self.table.days.id_from(place)
        return self._bounds[place]

    def _rows_before_key(self, key: Key, by: int) -> int:
        name = row_of_name(key.event)
        if name is None:
            return self.table.rank_of(self._bound(key.sort_key))
        return self.table.rank_of(int(name) + by)

    def _events_until(self, sort_key: SortKey) -> int:
        """How many events stand before the rows of a place in time."""
        events = self.own.before(Key(sort_key, laid("")), 1)
        return events[-1].position + 1 if events else 0

    @staticmethod
    def _busy_before(reader: Reader, position: int, rows: list[TimelineRow]) -> int | None:
        """The last day of all that stands before a position of one of the two, of which `rows` are the next."""
        if rows:
            return rows[0].busy_until
        last = reader.rows(position - 1, 1) if position else []
        return later(last[0].busy_until, last_day_of(last[0].date)) if last else None


def named(row: TimelineRow) -> TimelineRow:
    """A row of the table by the name that it has here. It is not marked as new: the steps are those of the corpus."""
    event = laid(row.event)
    return replace(row, event=event, key=Key(row.key.sort_key, event), new=False)
