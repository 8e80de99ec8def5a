"""From a filter to the rows that meet it, as algebra on bitmaps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from model.index.table.beginning import beginning
from model.index.table.bitmaps import Bitmaps
from model.index.table.columns import AFTER, BEFORE
from model.index.table.selection import Met, RowSelection
from model.query.folding import Whole, alternatives
from model.query.sought import Sought
from model.query.terms import Query, Term

_AT_ONCE = 64
"""Chunks in which terms of values are answered within a key: bitmaps that lie ready cost some microseconds each."""

_WORDS_AT_ONCE = 1
"""Chunks in which words are, whose bitmaps may have to be made."""


@dataclass(frozen=True, slots=True)
class RowCondition:
    """What a row has to meet on a day: all that is `wanted`, and nothing of what is `unwanted`.

    Of words it may take a while to find out. Where some are wanted, they are `sought`, and `rest` is all the rest.
    """

    day: int
    wanted: tuple[Met, ...] = ()
    unwanted: tuple[Met, ...] = ()
    has_words: bool = False
    sought: Sought | None = None
    rest: "RowCondition | None" = None

    def of(self, some: BitMap, bitmaps: Bitmaps, chunk: int) -> BitMap:
        """Those of some ids of a chunk that meet it."""
        found = some
        for wanted in self.wanted:
            if not found:
                break
            found = found & wanted(bitmaps, chunk)
        for unwanted in self.unwanted:
            if not found:
                break
            found = found - unwanted(bitmaps, chunk)
        return found

    def is_met_at_once(self, chunks: int) -> bool:
        """Whether so many chunks are answered so soon that nobody has to be told to wait."""
        return chunks <= (_WORDS_AT_ONCE if self.has_words else _AT_ONCE)


CellsOf = Callable[[str, str], tuple[str, ...]]
"""The folded cells of a value of a key."""


def condition_of(query: Query, day: int, columns: Mapping[str, int], cells_of: CellsOf) -> RowCondition:
    """The condition that a query is as of a day; `columns` are those of its keys."""
    keyed = _condition([term for term in query.terms if term.key], day, columns, cells_of)
    of_words = [term for term in query.terms if not term.key]
    if not of_words:
        return keyed
    unwanted = tuple(term.words for term in of_words if term.negated)
    sought = Sought(query.words, unwanted) if query.words else None
    # Words last: where nothing is left by then, they are not looked for.
    words = _condition(of_words, day, columns, cells_of)
    return RowCondition(
        day, keyed.wanted + words.wanted, keyed.unwanted + words.unwanted, True, sought, keyed
    )


def selected(condition: RowCondition, bitmaps: Bitmaps, among: Met | None = None) -> RowSelection:
    """The rows that meet a condition; of those that they are `among`, if not of all that was known on its day."""

    def some(bitmaps: Bitmaps, chunk: int) -> BitMap:
        return among(bitmaps, chunk) if among is not None else bitmaps.known(condition.day, chunk)

    def met(bitmaps: Bitmaps, chunk: int) -> BitMap:
        return condition.of(some(bitmaps, chunk), bitmaps, chunk)

    sought, rest = condition.sought, condition.rest
    if sought is None or rest is None:
        return RowSelection(bitmaps, met)

    def met_but_for_words(chunk: int) -> BitMap:
        return rest.of(some(bitmaps, chunk), bitmaps, chunk)

    return RowSelection(bitmaps, met, lambda: beginning(bitmaps, sought, met_but_for_words))


def _condition(
    terms: Sequence[Term], day: int, columns: Mapping[str, int], cells_of: CellsOf
) -> RowCondition:
    each = [(term, _met_by(term, columns, cells_of)) for term in terms]
    return RowCondition(
        day,
        tuple(met for term, met in each if not term.negated),
        tuple(met for term, met in each if term.negated),
    )


def _met_by(term: Term, columns: Mapping[str, int], cells_of: CellsOf) -> Met:
    if not term.key:
        return _words(term.words)
    if term.day is not None:
        return _days(term.key, term.day)
    cells = tuple(cell for value in term.values for cell in cells_of(term.key, value))
    return holding(columns[term.key], cells)


def holding(column: int, cells: tuple[str, ...]) -> Met:
    """The rows that have one of some folded cells in a column."""

    def met(bitmaps: Bitmaps, chunk: int) -> BitMap:
        return BitMap().union(*(bitmaps.facet(column, cell, chunk) for cell in cells))

    return met


def _days(key: str, day: int) -> Met:
    def after(bitmaps: Bitmaps, chunk: int) -> BitMap:
        return bitmaps.lasting(day, chunk) | bitmaps.unending(chunk)

    def before(bitmaps: Bitmaps, chunk: int) -> BitMap:
        return bitmaps.begun(day, chunk)

    return {AFTER: after, BEFORE: before}[key]


def _words(typed: str) -> Met:
    parts = alternatives(typed)

    def met(bitmaps: Bitmaps, chunk: int) -> BitMap:
        """The rows of a chunk that hold some way of each part."""
        found: BitMap | None = None
        for part in parts:
            ways = [_way(way, bitmaps, chunk) for way in part]
            some = ways[0] if len(ways) == 1 else BitMap().union(*ways)
            found = some if found is None else found & some
            if not found:
                return found
        return BitMap() if found is None else found

    return met


def _way(words: tuple[str, ...], bitmaps: Bitmaps, chunk: int) -> BitMap:
    """The rows that hold all of some words."""
    each = [bitmaps.word(str(word), isinstance(word, Whole), chunk) for word in words]
    return each[0] if len(each) == 1 else each[0].intersection(*each[1:])
