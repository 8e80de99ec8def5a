"""From rows of a table to rows of the timeline."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import pairwise

from model.asof.word import Word
from model.corpus.vocabulary import Status
from model.index.table.bitmaps import Bitmaps
from model.index.table.coded import CodedRow
from model.index.table.far_store import far
from model.index.table.order import known_from, last_day_of, later, sort_key_of
from model.index.table.present import away_at
from model.index.table.selection import RowSelection
from model.index.values import Key, TimelineRow

_DIGITS = 10

_FEW = 8
"""Rows that are read to see how long they last."""

_BLOCK = 64
"""Rows that are asked for together where the table is far away."""

_AHEAD = 2
"""Windows before and after the one that is shown that are there before anybody asks, where the table is far away."""

_LEAST_AHEAD = 40
"""Rows of such a window at least: who asks for one row will draw those around it."""


def event_of(number: int) -> str:
    """The name by which a row goes: its id, so that names order as ids do."""
    return f"{number:0{_DIGITS}d}"


def number_of(event: str | None) -> int | None:
    """The id of a row by its name; None where no row can be called so."""
    if event is None or len(event) != _DIGITS or not (event.isascii() and event.isdigit()):
        return None
    return int(event)


class TableRows:
    """Rows of a selection, of which `is_all` says whether it is the whole table, as they stand in the timeline.

    `new_on` is the day of the current step, None where that brought nothing new.
    """

    def __init__(self, selection: RowSelection, is_all: bool, new_on: int | None) -> None:
        self._selection = selection
        self._store = selection.bitmaps.store
        self._is_all = is_all
        self._new_on = new_on
        self._far = far(self._store)
        self._coded_at = lru_cache(maxsize=1)(self._store.rows_at)

    def window(self, first: int, n: int) -> list[TimelineRow]:
        """At most `n` rows from position `first` on."""
        first, n = max(0, first), n + min(0, first)
        if self._far is None or n <= 0:
            return self._read(first, n)
        n = min(n, self._store.total - first)
        blocks = range(first // _BLOCK, (first + n - 1) // _BLOCK + 1)
        for block in blocks:
            # All that is missing is asked for before one is waited for.
            self._far.expect((self, block), self._finding(block))
        rows = [row for block in blocks for row in self._far.answer((self, block), self._finding(block))]
        self._look_ahead(first, n)
        start = first - blocks.start * _BLOCK
        return rows[start : start + n]

    def _look_ahead(self, first: int, n: int) -> None:
        """Have the rows around a window fetched, as far as it is known that there are any."""
        around = _AHEAD * max(n, _LEAST_AHEAD)
        end = min(first + n + around, self._store.total if self._is_all else self._selection.least)
        here = range(max(first - around, 0) // _BLOCK, -(-end // _BLOCK))
        # Those that are nearest come first.
        for block in sorted(here, key=lambda it: abs(it * _BLOCK + _BLOCK // 2 - first - n // 2)):
            assert self._far is not None
            self._far.expect((self, block), self._finding(block))

    def _finding(self, block: int) -> Callable[[Bitmaps], list[TimelineRow]]:
        """What finds the rows of a block, with the bitmaps of whatever thread."""

        def find(bitmaps: Bitmaps) -> list[TimelineRow]:
            again = TableRows(self._selection.again(bitmaps), self._is_all, self._new_on)
            return again._read(block * _BLOCK, _BLOCK)

        return find

    def _read(self, first: int, n: int) -> list[TimelineRow]:
        numbers = self._selection.at(first, n) if n > 0 else []
        if not numbers:
            return []
        rows = self._coded(numbers)
        until = self._busy_until(numbers, rows)
        each = zip(numbers, rows, until, strict=True)
        return [self._row(at, *it) for at, it in enumerate(each, first)]

    def of(self, numbers: Sequence[int]) -> list[TimelineRow]:
        """The rows of some ids of the selection, which ascend; what stands before each is not looked at."""
        ranks, rows = map(self._selection.rank, numbers), self.coded(numbers)
        return [self._row(*it, None) for it in zip(ranks, numbers, rows, strict=True)]

    def coded(self, numbers: Sequence[int]) -> Sequence[CodedRow]:
        """Rows by their ids, which ascend. What a search has found is asked for as hits, and again as rows."""
        return self._coded_at(tuple(numbers))

    def _coded(self, numbers: Sequence[int]) -> Sequence[CodedRow]:
        if numbers[-1] - numbers[0] == len(numbers) - 1:
            return self._store.rows(numbers[0], len(numbers))
        return self._store.rows_at(numbers)

    def _busy_until(self, numbers: Sequence[int], rows: Sequence[CodedRow]) -> Iterator[int | None]:
        if self._is_all:
            yield from self._store.busy_until(numbers[0], len(numbers))
            return
        until = busy_before(self._selection, numbers[0])
        yield until
        for row, _ in pairwise(rows):
            until = later(until, last_day_of(row.date))
            yield until

    def _row(self, position: int, number: int, row: CodedRow, busy_until: int | None) -> TimelineRow:
        event = event_of(number)
        sort_key = sort_key_of(row.date)
        return TimelineRow(
            key=Key(sort_key, event),
            position=position,
            event=event,
            title=row.title,
            date=row.date,
            dated_by=None,
            group=sort_key[0],
            word=Word.CODED,
            status=Status.OCCURRED,
            claim="",
            who="",
            contested=False,
            origins=0,
            new=self._new_on is not None and known_from(row, self._store.meta) == self._new_on,
            estimated=False,
            busy_until=busy_until,
        )


def may_last(bitmaps: Bitmaps, number: int, day: int) -> bool:
    """Whether any row of the table that stands before an id may last until a day; where not, none is to be read."""
    until = bitmaps.store.busy_until(number, 1) if away_at(bitmaps.away, number) is None else ()
    return not until or (until[0] is not None and until[0] >= day)


def busy_before(selection: RowSelection, number: int) -> int | None:
    """The last day of all rows of a selection that stand before an id; None where none has one."""
    bitmaps = selection.bitmaps
    store = bitmaps.store
    if (begun := selection.begun_before(number)) is not None:
        return reduce(later, (last_day_of(row.date) for row in store.rows_at(begun)), None)
    number = min(number, bitmaps.undated_from)
    before = next(selection.downwards(number), None)
    until = last_day_of(store.rows(before, 1)[0].date) if before is not None else None
    if until is None:
        return None
    for chunk in range((number - 1) // store.chunk, -1, -1):
        if not may_last(bitmaps, min((chunk + 1) * store.chunk, number), until + 1):
            break
        until = _longest(selection, chunk, number - chunk * store.chunk, until)
    return until


def _longest(selection: RowSelection, chunk: int, end: int, until: int) -> int:
    """The last day of the rows of a chunk before `end`, where that is later than `until`."""
    bitmaps = selection.bitmaps
    store, here = bitmaps.store, selection.chunk(chunk)
    while True:
        longer = here & bitmaps.lasting(until + 1, chunk)
        many = longer.rank(end - 1) if longer else 0
        if not many:
            return until
        # Of a few of them the longest: not many are longer than that, and of these a few again.
        some = [chunk * store.chunk + longer[at] for at in range(0, many, -(-many // _FEW))]
        until = max(day for row in store.rows_at(some) if (day := last_day_of(row.date)) is not None)
