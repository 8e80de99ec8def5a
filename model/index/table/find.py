"""Searching a table: rows that hold all words, in the order of time, chunk by chunk until there are enough."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from pyroaring import BitMap

from model.corpus.suggest import did_you_mean
from model.index.found import MOST_OF_A_KIND, Beyond, Found, Hit, Kind, LateHit, Sight
from model.index.hits import terms_in
from model.index.table.bitmaps import Bitmaps
from model.index.table.coded import CodedRow
from model.index.table.conditions import condition_of, selected
from model.index.table.counting import Counting, selecting
from model.index.table.selection import RowSelection
from model.index.table.timeline_rows import TableRows, event_of, number_of
from model.index.table.vocabulary import TableKeys
from model.index.values import AsOf
from model.query.folding import Finder, words
from model.query.language import Readable
from model.query.sought import Sought, sought
from model.query.terms import Query, Term
from model.query.twins import in_ascii

_KEPT = 4
"""How many searches are kept."""

_NEAR = 2_000
"""Words among which a near one is sought: those that begin with the same letters."""

_SHORTEST = 4
"""Letters of the shortest word that is offered instead of one that finds nothing."""

_TRIED = 8
"""Words of which it is looked up whether they were known."""

_STEP = 50_000
"""How many letters one step of getting ready may cost."""


@dataclass(frozen=True)
class TableSearch:
    """What was typed: what finds its words in a text, and the rows that meet it.

    `shown` are rows of the reader, `hidden` those that its filter leaves out, if there is one.
    """

    finder: Finder
    shown: RowSelection
    hidden: RowSelection | None = None


class TableFind:
    """See `model.index.protocol.Find`.

    `own` is the selection of the reader, `rows` are its rows, `readable` what can be written in a filter of its day. A
    word is looked for in title and cells, all words in one row. What is not found within a key is looked for beside it,
    by `counting`.
    """

    def __init__(
        self,
        own: RowSelection,
        rows: TableRows,
        keys: TableKeys,
        readable: Readable,
        when: AsOf,
        counting: Counting,
    ) -> None:
        self._own, self._rows, self._keys, self._readable, self._when = own, rows, keys, readable, when
        self._counting = counting
        self._kept: OrderedDict[str, TableSearch] = OrderedDict()

    def of(self, typed: str) -> Found:
        """The first of the rows that `typed` finds, and whether there are more."""
        return self._found(typed, None)

    def begin(self, typed: str, letters: int) -> Found:
        """The first of them, as far as they are found at that price."""
        return self._found(typed, self._own.bitmaps.spent + letters)

    def prepare(self) -> bool:
        """Look further for what was typed last; returns whether nothing of that is left."""
        search = next(reversed(self._kept.values()), None)
        return search is None or self._look(search, self._own.bitmaps.spent + _STEP)

    def beyond(self, typed: str, event: str | None, by: int) -> Beyond | None:
        """The next hit after a row (before: `by` is -1), however many there are; without a row, the first (last) one.

        Raises `QueryError`.
        """
        search, number = self._search(typed), number_of(event)
        if by > 0:
            found = search.shown.first_from(number + 1 if number is not None else 0)
        else:
            end = number if number is not None else self._own.bitmaps.store.total
            found = next(search.shown.downwards(end), None)
        if found is None:
            return None
        rank = search.shown.near_rank(found, self._own.bitmaps.spent + _STEP)
        if not search.shown.whole:
            self._counting.want((typed, "shown"), selecting(search.shown))
        total = search.shown.total if search.shown.whole else None
        return Beyond(self._hits([found], search.finder)[0], rank, total)

    def nearest(self, typed: str) -> str:
        """A word of what was known that was probably meant."""
        like = self._own.bitmaps.store.words_like
        for word in words(typed):
            if any(map(self._is_known, like(word, _TRIED))):
                continue
            terms = [term for term in like(word[:2], _NEAR) if len(term) >= _SHORTEST]
            for _ in range(_TRIED):
                near = did_you_mean(word, terms)
                meant = next((term for term in terms if f'"{term}"' in near), None)
                if meant is None:
                    break
                if self._is_known(meant):
                    return near
                terms.remove(meant)
        return ""

    def _found(self, typed: str, most_spent: int | None) -> Found:
        search = self._search(typed)
        is_whole = self._look(search, most_spent)
        if not is_whole:
            self._counting.want((typed, "shown"), selecting(search.shown))
            if search.hidden is not None:
                self._counting.want((typed, "hidden"), selecting(search.hidden))
        numbers = search.shown.first_known(MOST_OF_A_KIND + 1)
        more = frozenset({Kind.EVENT} if len(numbers) > MOST_OF_A_KIND else ())
        hidden = min(search.hidden.least, MOST_OF_A_KIND) if search.hidden is not None and is_whole else 0
        hits = self._hits(numbers[:MOST_OF_A_KIND], search.finder)
        return Found(typed, search.finder, tuple(hits), more, hidden, counting=not is_whole)

    def _search(self, typed: str) -> TableSearch:
        if typed not in self._kept:
            self._kept[typed] = self._made(typed)
        self._kept.move_to_end(typed)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[typed]

    def _made(self, typed: str) -> TableSearch:
        known = self._readable.known
        headers = (it for it, key in known.also.items() if key in known.about)
        query = terms_in(in_ascii(typed), {*known.about, *headers}, lambda: self._readable)
        asked = sought(in_ascii(typed)) if query is None else Sought(query.words)
        finder = Finder(asked.wanted)
        if query is None:
            wanted = [Term("", asked.wanted)] if finder.words else []
            query = Query("", (*wanted, *(Term("", it, negated=True) for it in asked.unwanted)))
        own, day = self._own, self._when.day
        if not query.terms:
            return TableSearch(finder, RowSelection(own.bitmaps, lambda bitmaps, chunk: BitMap()))
        condition = condition_of(query, day, self._keys.columns, self._keys.folded)

        def left_out(bitmaps: Bitmaps, chunk: int) -> BitMap:
            return bitmaps.known(day, chunk) - own.chunk_by(bitmaps, chunk)

        others = selected(condition, own.bitmaps, left_out) if self._when.narrowed else None
        return TableSearch(finder, selected(condition, own.bitmaps, own.chunk_by), others)

    def _look(self, search: TableSearch, most_spent: int | None) -> bool:
        """Look through one chunk after the other, until there is enough or so much was spent; whether there is."""
        for selection, enough in ((search.shown, MOST_OF_A_KIND + 1), (search.hidden, MOST_OF_A_KIND)):
            if selection is not None:
                selection.begin()
            while selection is not None and selection.least < enough and not selection.whole:
                if most_spent is not None and self._own.bitmaps.spent >= most_spent:
                    return False
                selection.look_further()
        return True

    def _is_known(self, word: str) -> bool:
        """Whether a word stands in a row that was known."""
        bitmaps = self._own.bitmaps
        return any(
            bitmaps.word(word, True, chunk).intersect(bitmaps.known(self._when.day, chunk))
            for chunk in range(bitmaps.chunks)
        )

    def _hits(self, numbers: Sequence[int], finder: Finder) -> list[Hit]:
        rows = zip(numbers, self._rows.coded(numbers), strict=True)
        return [LateHit(Kind.EVENT, event_of(it), partial(_sight, row, finder)) for it, row in rows]


def _sight(row: CodedRow, finder: Finder) -> Sight:
    """The title, or else the first cell, in which all words stand; or else in which one does."""
    texts = (row.title, *row.cells)
    text = next((it for it in texts if finder.all_in(it)), None)
    if text is None:
        text = next((it for it in texts if finder.places(it)), row.title)
    return text, finder.places(text)
