"""A table of coded rows in a list: every answer counted anew, as simply as it can be said.

It is slow, and there to be right: tests hold the engines against it. Small tables may be shown from it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, islice

from pyroaring import BitMap

from model.dates.edtf import Edtf, SortKey
from model.dates.units import Zoom, unit_of
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.folded_value import folded_value
from model.index.table.order import known_from, last_day_of, later, place_of, sort_key_of
from model.index.table.store import CHUNK, Away, FacetValue
from model.query.folding import alternatives, indexed, stands_for
from model.query.sought import Sought


class MemoryStore:
    """See `model.index.table.store.Store`. `rows` may stand in any order; which columns are faceted, `meta` says."""

    shared = False

    def __init__(
        self,
        meta: TableMeta,
        rows: Iterable[CodedRow],
        kept: dict[str, bytes] | None = None,
        rejects: Sequence[tuple[int, int, str, str]] = (),
        chunk: int = CHUNK,
    ) -> None:
        self._rows = sorted(rows, key=_order)
        self._words = [frozenset(_words(row)) for row in self._rows]
        self._kept, self._rejects = kept or {}, rejects
        self.chunk = chunk
        self.total = len(self._rows)
        self.dated = sum(sort_key_of(row.date)[0] == 0 for row in self._rows)
        read = self.total + len(rejects) + meta.same
        self.meta = replace(meta, read=read, rows=self.total, rejected=len(rejects))

    def again(self) -> "MemoryStore":
        """Itself: nothing in it changes."""
        return self

    def newer(self) -> bool:
        """Nothing takes its place."""
        return False

    def interrupt(self) -> None:
        """Nothing here is waited for."""

    def close(self) -> None:
        """Nothing is open."""

    def rows(self, first: int, n: int) -> list[CodedRow]:
        """The rows with the ids from `first` on."""
        return self._rows[max(0, first) : max(0, first + n)]

    def rows_at(self, ids: Sequence[int]) -> list[CodedRow]:
        """The rows of some ids."""
        return [self._rows[at] for at in ids]

    def units(self, zoom: Zoom) -> list[tuple[int, int]]:
        """The units that have rows, each with the id of its first row."""
        units = [unit_of(sort_key_of(row.date)[1], zoom) for row in self._rows[: self.dated]]
        return [(unit, units.index(unit)) for unit in dict.fromkeys(units)]

    def busy_until(self, first: int, n: int) -> list[int | None]:
        """Of each of these ids, the last day of all that stands before it."""
        until: list[int | None] = [None, *accumulate((last_day_of(row.date) for row in self._rows), later)]
        return until[: self.total][max(0, first) : max(0, first + n)]

    def known_steps(self) -> list[tuple[int, int, int]]:
        """The days on which rows became known or ended, each with how many."""
        spans = [(self._known(row), row.until) for row in self._rows]
        began = Counter(day for day, until in spans if day != until)
        ended = Counter(until for day, until in spans if until is not None and day != until)
        return [(day, began[day], ended[day]) for day in sorted(began.keys() | ended.keys())]

    def known(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk that were known on a day, and not over by then."""
        return self._holding(chunk, lambda at: self._stood(self._rows[at], day))

    def versions(self, number: int) -> list[int]:
        """The ids of all versions of a row, from the first one on."""
        place = place_of(self._rows[number])
        found = [at for at, row in enumerate(self._rows) if place_of(row) == place]
        return sorted(found, key=lambda at: (self._rows[at].file, self._rows[at].number))

    def placed(self, file: int, number: int) -> list[int]:
        """The ids of the rows that stand in a place of a file."""
        return [at for at, row in enumerate(self._rows) if (row.file, row.number) == (file, number)]

    def lasting(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose last day is `day` or later."""
        return self._dated(chunk, lambda date: (last_day_of(date) or 0) >= day)

    def unending(self, chunk: int) -> BitMap:
        """The ids of a chunk that have a date without a last day."""
        return self._dated(chunk, lambda date: date.latest is None)

    def begun(self, day: int, chunk: int) -> BitMap:
        """The ids of a chunk whose first day is before `day`, or that have a date without one."""
        return self._dated(chunk, lambda date: date.earliest is None or date.earliest < day)

    def facet(self, column: int, value: str, chunk: int) -> BitMap:
        """The ids of a chunk whose cell has a value."""
        wanted = folded_value(value)
        return self._holding(chunk, lambda at: folded_value(self._rows[at].cells[column]) == wanted)

    def facets(self, column: int, chunk: int) -> list[tuple[str, BitMap]]:
        """All values of a column in a chunk, each with its ids."""
        values = {folded_value(row.cells[column]) for row in self._rows}
        found = [(value, self.facet(column, value, chunk)) for value in sorted(values)]
        return [(value, rows) for value, rows in found if rows]

    def facet_values(self, column: int) -> list[FacetValue]:
        """The values of a column, most rows first."""
        cells: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._rows:
            cells[folded_value(row.cells[column])].append(row.cells[column])
        ranked = sorted(cells.items(), key=lambda item: (-len(item[1]), item[0]))
        return [FacetValue(written[0], len(written)) for _, written in ranked]

    def word(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The ids of a chunk with a word, or with one that begins so."""
        return self._holding(chunk, lambda at: _has(self._words[at], word, whole))

    def matching(self, sought: Sought, first: int, n: int) -> list[int]:
        """The first ids that hold what is wanted and nothing that is not."""
        wanted = [at for at in range(first, self.total) if _holds(self._words[at], sought.wanted)]
        return [at for at in wanted if not any(_holds(self._words[at], words) for words in sought.unwanted)][
            :n
        ]

    def word_rows(self, word: str, whole: bool) -> int | None:
        """How many rows have a whole word; of a beginning, that has to be counted."""
        return sum(word in words for words in self._words) if whole else None

    def words_like(self, beginning: str, most: int) -> list[str]:
        """Words that begin so."""
        found = {word for words in self._words for word in words if word.startswith(beginning)}
        return sorted(found)[:most]

    def kept(self, name: str) -> bytes | None:
        """A small value kept beside the rows."""
        return self._kept.get(name)

    def away(self) -> tuple[Away, ...]:
        """Nothing: it is all here."""
        return ()

    def look(self) -> bool:
        """Nothing becomes another."""
        return False

    def rejects(self, first: int, n: int) -> Iterator[tuple[int, int, str, str]]:
        """Rows that were not taken."""
        return islice(self._rejects, first, first + n)

    def _known(self, row: CodedRow) -> int:
        return known_from(row, self.meta)

    def _stood(self, row: CodedRow, day: int) -> bool:
        return self._known(row) <= day and (row.until is None or day < row.until)

    def _dated(self, chunk: int, holds: Callable[[Edtf], bool]) -> BitMap:
        dates = [row.date for row in self._rows]
        return self._holding(chunk, lambda at: (date := dates[at]) is not None and holds(date))

    def _holding(self, chunk: int, holds: Callable[[int], bool]) -> BitMap:
        first = chunk * self.chunk
        last = min(first + self.chunk, self.total)
        return BitMap(at - first for at in range(first, last) if holds(at))


def _order(row: CodedRow) -> tuple[SortKey, int, int, int]:
    return sort_key_of(row.date), place_of(row), row.file, row.number


def _words(row: CodedRow) -> Iterator[str]:
    for text in (row.title, *row.cells):
        yield from indexed(text)


def _holds(have: frozenset[str], typed: str) -> bool:
    def found(words: Iterable[str]) -> bool:
        return all(any(stands_for(own, word) for own in have) for word in words)

    return all(any(found(way) for way in part) for part in alternatives(typed))


def _has(words: frozenset[str], word: str, whole: bool) -> bool:
    return word in words if whole else any(own.startswith(word) for own in words)
