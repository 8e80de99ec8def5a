"""Several readers merged into one timeline: which places the events of a corpus have among the rows of tables.

Nothing is merged as a whole. Each stands behind as many of every other part as have an earlier place in time, which
that part tells at once; so a place among all is found by halving in each part, and a window is a window of each.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from heapq import merge
from sys import maxsize

from model.dates.edtf import SortKey
from model.index.layered.names import table_of_name
from model.index.layered.part import LayerPart, OwnPart, TablePart
from model.index.protocol import Reader
from model.index.table.order import last_day_of, later
from model.index.values import Key, TimelineRow

_KEPT = 4096
"""Of how many it is kept where they stand among all."""


class Merging:
    """The places of the events of a corpus and the rows of tables, in one order.

    Of one place in time, events come first, then the rows of each table in the order of the tables.
    """

    def __init__(self, own: Reader, tables: Sequence[TablePart]) -> None:
        self.own, self.tables = own, tables
        self.parts: tuple[LayerPart, ...] = (OwnPart(own), *tables)
        self._place_of = lru_cache(maxsize=_KEPT)(self._found_place)

    def place_of(self, part: int, position: int) -> int:
        """The place among all of what is at a position of a part; beyond its last one, after all others."""
        return self._place_of(part, position)

    def place_of_row(self, part: int, row: TimelineRow) -> int:
        """The place among all of a row of a part."""
        return row.position + self._others_before(part, row.key.sort_key)

    def split(self, place: int) -> tuple[int, ...]:
        """How many of each part stand before a place among all."""
        counts: list[int] = []
        for part in range(len(self.parts) - 1):
            counts.append(bisect_left(range(place), place, key=lambda at, part=part: self.place_of(part, at)))  # type: ignore[misc]
        return (*counts, place - sum(counts))

    def at(self, place: int) -> tuple[int, int] | None:
        """The part of what stands in a place, and its position there; None where nothing does."""
        if place < 0:
            return None
        for part, position in enumerate(self.split(place)):
            if self.place_of(part, position) == place:
                return part, position
        return None

    def before(self, key: Key, by: int = 0) -> int:
        """How many of all stand before a key, which may be of any part; with `by` 1, also what has that key."""
        own = table_of_name(key.event)
        ranks = (
            it.rank(key, by)
            if it.number == own
            else (it.until if it.number < own else it.before)(key.sort_key)
            for it in self.parts
        )
        return sum(ranks)

    def window(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows of all from a place on."""
        first, n = max(0, first), n + min(0, first)
        if n <= 0:
            return []
        until: int | None = None
        runs: list[list[TimelineRow]] = []
        for part, position in zip(self.parts, self.split(first), strict=True):
            rows = part.reader.rows(position, n)
            until = later(until, _busy_before(part.reader, position, rows))
            runs.append([part.named(row) for row in rows])
        found: list[TimelineRow] = []
        for row in merge(*runs, key=lambda it: it.key):
            found.append(replace(row, position=first + len(found), busy_until=until))
            if len(found) == n:
                break
            until = later(until, last_day_of(row.date))
        return found

    def _found_place(self, part: int, position: int) -> int:
        rows = self.parts[part].reader.rows(position, 1)
        return position + self._others_before(part, rows[0].key.sort_key) if rows else maxsize

    def _others_before(self, part: int, place: SortKey) -> int:
        """How many of the other parts stand before what is of a part in a place in time."""
        earlier = sum(it.until(place) for it in self.parts[:part])
        return earlier + sum(it.before(place) for it in self.parts[part + 1 :])


def _busy_before(reader: Reader, position: int, rows: list[TimelineRow]) -> int | None:
    """The last day of all that stands before a position of a part, of which `rows` are the next."""
    if rows:
        return rows[0].busy_until
    last = reader.rows(position - 1, 1) if position else []
    return later(last[0].busy_until, last_day_of(last[0].date)) if last else None
