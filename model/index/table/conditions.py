"""From a filter to the rows that meet it, as algebra on bitmaps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pyroaring import BitMap

from model.index.table.columns import AFTER, BEFORE
from model.index.table.postings import Postings
from model.index.table.selection import Met
from model.query.folding import Whole, alternatives
from model.query.terms import Query, Term

_AT_ONCE = 64
"""Chunks in which terms of values are answered within a key: bitmaps that lie ready cost some microseconds each."""

_WORDS_AT_ONCE = 1
"""Chunks in which words are, whose bitmaps may have to be made."""


@dataclass(frozen=True, slots=True)
class RowCondition:
    """What a row has to meet on a day: all that is `wanted`, and nothing of what is `unwanted`.

    `has_words`: it may take a while to find out.
    """

    day: int
    wanted: tuple[Met, ...] = ()
    unwanted: tuple[Met, ...] = ()
    has_words: bool = False

    def met(self, postings: Postings, chunk: int) -> BitMap:
        """The ids of a chunk that were known, and meet it."""
        return self.of(postings.known(self.day, chunk), postings, chunk)

    def of(self, some: BitMap, postings: Postings, chunk: int) -> BitMap:
        """Those of some ids of a chunk that meet it."""
        found = some
        for wanted in self.wanted:
            if not found:
                break
            found = found & wanted(postings, chunk)
        for unwanted in self.unwanted:
            if not found:
                break
            found = found - unwanted(postings, chunk)
        return found

    def is_met_at_once(self, chunks: int) -> bool:
        """Whether so many chunks are answered so soon that nobody has to be told to wait."""
        return chunks <= (_WORDS_AT_ONCE if self.has_words else _AT_ONCE)


CellsOf = Callable[[str, str], tuple[str, ...]]
"""The folded cells of a value of a key."""


def condition_of(query: Query, day: int, columns: Mapping[str, int], cells_of: CellsOf) -> RowCondition:
    """The condition that a query is as of a day; `columns` are those of its keys."""
    # Words last: where nothing is left by then, they are not looked for.
    terms = sorted(query.terms, key=lambda term: not term.key)
    each = [(term, _met_by(term, columns, cells_of)) for term in terms]
    return RowCondition(
        day,
        tuple(met for term, met in each if not term.negated),
        tuple(met for term, met in each if term.negated),
        any(not term.key for term in terms),
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

    def met(postings: Postings, chunk: int) -> BitMap:
        return BitMap().union(*(postings.facet(column, cell, chunk) for cell in cells))

    return met


def _days(key: str, day: int) -> Met:
    def after(postings: Postings, chunk: int) -> BitMap:
        return postings.lasting(day, chunk) | postings.unending(chunk)

    def before(postings: Postings, chunk: int) -> BitMap:
        return postings.begun(day, chunk)

    return {AFTER: after, BEFORE: before}[key]


def _words(typed: str) -> Met:
    parts = alternatives(typed)

    def met(postings: Postings, chunk: int) -> BitMap:
        found: BitMap | None = None
        for part in parts:
            ways = [_way(way, postings, chunk) for way in part]
            some = ways[0] if len(ways) == 1 else BitMap().union(*ways)
            found = some if found is None else found & some
            if not found:
                return found
        return BitMap() if found is None else found

    return met


def _way(words: tuple[str, ...], postings: Postings, chunk: int) -> BitMap:
    """The rows that hold all of some words."""
    each = [postings.word(str(word), isinstance(word, Whole), chunk) for word in words]
    return each[0] if len(each) == 1 else each[0].intersection(*each[1:])
