"""A finished table on a server: see `model.index.table.store.Store`.

What is read is held to its type, as from a file: whoever may write there may be anybody.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from pyroaring import BitMap

from model.dates.units import Zoom
from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.parts import PartLost, Parts, read_parts
from model.index.postgres.parts_asked import PartsAsked
from model.index.postgres.register import Import, newest_import, none_there
from model.index.postgres.server_chunks import ServerChunks, text_of
from model.index.postgres.server_link import LONGEST, Ask, ServerLink
from model.index.postgres.server_rows import ServerRows
from model.index.postgres.server_schema import schema_of, tables_of
from model.index.postgres.server_words import ServerWords
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.file.by_day import Day
from model.index.table.file.packed import damaged, of
from model.index.table.file.row_form import RowForm
from model.index.table.file.told import read_meta, read_steps
from model.index.table.folded_value import folded_value
from model.index.table.order import place_of
from model.index.table.present import away_at
from model.index.table.store import CHUNK, Away, FacetValue
from model.query.sought import Sought

_T = TypeVar("_T")


class ServerStore:
    """See `model.index.table.store.Store`."""

    shared = True

    def __init__(self, address: Address, longest: float = LONGEST, of_import: Import | None = None) -> None:
        self.address, self._longest = address, longest
        own = of_import.link() if of_import is not None else None
        self._link = own or ServerLink(address, longest)
        self._is_first = of_import is None
        try:
            self._import = of_import or self._newest()
            self._link.greet = self._same_import
            at = tables_of(address.table, self._import.number)
            self._at = at
            told = dict(self._link.ask(f"SELECT name, value FROM {at}told"))
        except BaseException:
            self._link.close()
            raise
        self.meta: TableMeta = read_meta(told.get("meta"))
        self.total: int = self.meta.rows
        self.dated, self.chunk = _number(told.get("dated")), _number(told.get("chunk"))
        if not 0 <= self.dated <= self.total or not 0 < self.chunk <= CHUNK:
            raise damaged()
        self._steps = read_steps(*(told.get(f"known_{name}") for name in ("days", "rows", "over")))
        self._units: dict[Zoom, Sequence[tuple[int, int]]] = {}
        parts = self._watch(told.get("parts"))
        self._rows = ServerRows(self._link.ask, at, RowForm(self.meta), self.total, parts)
        self._words = ServerWords(self._link.ask, at, self.chunk, self.total, parts)
        self._chunks = ServerChunks(self._link.ask, self.chunk, self.total, at, self._import.days, parts)

    def again(self) -> "ServerStore":
        """The same store for another thread."""
        return ServerStore(self.address, self._longest, self._import)

    def interrupt(self) -> None:
        """End what another thread waits for."""
        self._link.interrupt()

    def close(self) -> None:
        """Let go of the connection; the one that was opened first lets go of all that nobody uses."""
        if self._is_first:
            self._import.end()
            self._link.close()
        else:
            self._import.give_back(self._link)

    def newer(self) -> bool:
        """Whether another import has taken its place; this one can be read until there is one more."""
        sql = f"SELECT max(number) FROM {schema_of(self.address.table)}.version WHERE complete"
        [(newest,)] = self._ask(sql)
        return bool(newest != self._import.number)

    def rows(self, first: int, n: int) -> Sequence[CodedRow]:
        """The rows with the ids from `first` on, at most `n`."""
        return self._found(lambda: [row for row, _ in self._rows.window(first, n)])

    def rows_at(self, ids: Sequence[int]) -> Sequence[CodedRow]:
        """The rows of some ids, which ascend."""
        return self._found(lambda: [row for row, _ in self._rows.some(ids)])

    def units(self, zoom: Zoom) -> Sequence[tuple[int, int]]:
        """The units that have rows, each with the id of its first row."""
        if zoom not in self._units:
            found = self._ask(
                f"SELECT unit, first FROM {self._at}unit WHERE zoom = ? ORDER BY unit", int(zoom)
            )
            self._units[zoom] = [(of(int, unit), of(int, first)) for unit, first in found]
        return self._units[zoom]

    def busy_until(self, first: int, n: int) -> Sequence[int | None]:
        """Of each of these ids, the last day of all that stands before it."""
        return self._found(lambda: [until for _, until in self._rows.window(first, n)])

    def known_steps(self) -> Sequence[tuple[int, int, int]]:
        """The days on which rows became known or ended, each with how many."""
        return self._steps

    def known(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk that were known on a day, and not over by then."""
        return self._of_chunk(chunk, lambda: self._known(day, chunk))

    def _known(self, day: int, chunk: int) -> BitMap:
        known = self._chunks.of_days(chunk, Day.KNOWN, day + 1, before=True)
        if self.meta.downloads == 1 and not any(over for *_, over in self._steps):
            return known
        return known - self._chunks.of_days(chunk, Day.UNTIL, day + 1, before=True)

    def versions(self, number: int) -> Sequence[int]:
        """The ids of all versions of a row, from the first one on."""
        return self._found(lambda: self._versions(number))

    def _versions(self, number: int) -> Sequence[int]:
        is_away = away_at(self.away(), number) is not None
        found = () if is_away else self._rows.some([number])
        if found and (row := found[0][0]).first is None and row.until is None:
            # The first version, and none came after it.
            return [number]
        at = self._at
        sql = f"SELECT first FROM {at}version WHERE id = ? LIMIT 1"
        own = [(place_of(found[0][0]),)] if found else self._link.ask(sql, number)
        sql = f"SELECT id FROM {at}version WHERE first = ? ORDER BY id"
        ids = [of(int, it) for (first,) in own for (it,) in self._link.ask(sql, first)] or [number]
        ids = [it for it in ids if away_at(self.away(), it) is None]
        each = zip(ids, self._rows.some(ids), strict=True)
        return [it for it, _ in sorted(each, key=lambda it: (it[1][0].file, it[1][0].number))]

    def placed(self, file: int, number: int) -> Sequence[int]:
        """The ids of the rows that stand in a place of a file."""
        return self._found(lambda: self._placed(file, number))

    def _placed(self, file: int, number: int) -> Sequence[int]:
        there = self._parts.condition() if self._parts is not None else ""
        sql = f"SELECT id FROM {self._at}row WHERE number = ? AND file = ?{there} ORDER BY id"
        return [of(int, it) for (it,) in self._link.ask(sql, number, file)]

    def lasting(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose last day is `day` or later."""
        return self._of_chunk(chunk, lambda: self._chunks.of_days(chunk, Day.LAST, day, before=False))

    def unending(self, chunk: int) -> BitMap:
        """The ids of a chunk that have a date without a last day."""
        return self._of_chunk(chunk, lambda: self._chunks.unending(chunk))

    def begun(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose first day is before `day`, or that have a date without one."""
        return self._of_chunk(chunk, lambda: self._chunks.of_days(chunk, Day.FIRST, day, before=True))

    def facet(self, column: int, value: str, chunk: int) -> BitMap:
        """The ids of a chunk whose cell has a value."""
        return self._of_chunk(chunk, lambda: self._chunks.facet(column, folded_value(value), chunk))

    def facets(self, column: int, chunk: int) -> Sequence[tuple[str, BitMap]]:
        """All values of a column in a chunk, each with its ids."""
        return self._found(lambda: [] if self._is_away(chunk) else self._chunks.facets(column, chunk))

    def facet_values(self, column: int) -> Sequence[FacetValue]:
        """The values of a faceted column."""
        sql = f'SELECT value, rows FROM {self._at}facet_value WHERE "column" = ? ORDER BY rows DESC, folded'
        return [FacetValue(text_of(value), of(int, rows)) for value, rows in self._ask(sql, column)]

    def word(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The ids of a chunk with a word."""
        return self._found(lambda: BitMap(self._words.of_chunk(word, whole, chunk)))

    def matching(self, sought: Sought, first: int, n: int) -> Sequence[int]:
        """The first ids that hold what is wanted and nothing that is not."""
        return self._found(lambda: self._words.matching(sought, first, n))

    def word_rows(self, word: str, whole: bool) -> int | None:
        """How many rows have a whole word."""
        return self._found(lambda: self._words.rows(word)) if whole else None

    def words_like(self, beginning: str, most: int) -> Sequence[str]:
        """Words of the table that begin so, in their order."""
        return self._found(lambda: self._words.like(beginning, most))

    def kept(self, name: str) -> bytes | None:
        """A small value kept beside the rows."""
        for (value,) in self._ask(f"SELECT value FROM {self._at}kept WHERE name = ?", name):
            return of(bytes, value)
        return None

    def away(self) -> tuple[Away, ...]:
        """What is on servers that did not answer; nothing, where all is on one."""
        return self._parts.away if self._parts is not None else ()

    def look(self) -> bool:
        """Ask each server."""
        return self._asked.look() if self._asked is not None else False

    def rejects(self, first: int, n: int) -> Iterator[tuple[int, int, str, str]]:
        """Rows that were not taken."""
        sql = f"SELECT file, number, raw, why FROM {self._at}reject WHERE id >= ? AND id < ? ORDER BY id"
        for file, number, raw, why in self._ask(sql, max(first, 0), max(first, 0) + max(n, 0)):
            yield of(int, file), of(int, number), text_of(raw), text_of(why)

    def _ask(self, sql: str, *values: object) -> list[Any]:
        return self._found(lambda: self._link.ask(sql, *values))

    def _of_chunk(self, chunk: int, ask: Callable[[], BitMap]) -> BitMap:
        return self._found(lambda: BitMap() if self._is_away(chunk) else ask())

    def _is_away(self, chunk: int) -> bool:
        return self._parts is not None and self._parts.is_away(chunk)

    def _found(self, ask: Callable[[], _T]) -> _T:
        """An answer; where a part of the table is lost meanwhile, the one without it."""
        with self._link.answering():
            while True:
                try:
                    return ask()
                except PartLost:
                    continue

    def _watch(self, told: object) -> Parts | None:
        """Where the rows are, if they are on several servers, which all stores of the table have in common."""
        if self._import.parts is None:
            self._import.parts = read_parts(told, self.chunk, self.total)
        self._parts = self._import.parts
        self._asked = None
        if self._parts is not None:
            self._asked = PartsAsked(self.address, self._at, self._parts, self.chunk)
            self._link.watch(self._asked)
            self._parted(self._link.ask)
            if self._is_first:
                self._asked.look()
        return self._parts

    def _newest(self) -> Import:
        found = newest_import(self._ask, self.address)
        if found is None:
            raise StoreFault(f"{self.address.short}: {none_there(self._ask, self.address.table)}")
        return found

    def _same_import(self, ask: Ask) -> None:
        """A server that was started again may be another one, or have another table by now."""
        sql = f"SELECT stamp FROM {schema_of(self.address.table)}.version WHERE number = ?"
        if ask(sql, self._import.number) != [(self._import.stamp,)]:
            raise StoreFault(f"{self.address.short}: the table was replaced by another one; open it again")
        if self._import.parts is not None:
            self._parted(ask)

    @staticmethod
    def _parted(ask: Ask) -> None:
        """Have the server leave out parts in which nothing can be found, and have each sum up its own."""
        ask(
            "SELECT set_config('plan_cache_mode', 'force_custom_plan', false), "
            "set_config('enable_partitionwise_aggregate', 'on', false)"
        )


def _number(told: object) -> int:
    try:
        return int(of(bytes, told))
    except ValueError:
        raise damaged() from None
