"""Which rows have a word, by FTS5: always those of a stretch of ids, so that first ones are had soon.

FTS5 answers a beginning of a word from the words of the whole table, whatever stretch is asked for, unless it has an
index of beginnings of that length. So a longer one is asked for as the words that begin so and, where these are many,
once.
"""

import sys
from array import array
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from pyroaring import BitMap

from model.index.table.holding import first_matching
from model.query.folding import LONGEST_WORD, has_inside
from model.query.sought import Sought

Ask = Callable[..., list[Any]]
"""Asks the database, with values; the rows."""

_LAST = chr(sys.maxunicode)
"""Stands after every word."""
_TABLES = {"doc": 3, "inside": 1}
"""The tables of words, and how long the beginnings are of which they have an index."""
_FEW = 64
"""So many words are asked for one by one."""
_AT_ONCE = 1_000
"""So many ids are read without giving Python's lock away: whoever answers a key may wait for it."""

_LISTED = "SELECT term FROM temp.{table}_word WHERE term >= ?1 AND term < ?2 LIMIT ?3"
"""Lists words, for which FTS5 reads all rows of each."""
_STEPPED = """
    WITH RECURSIVE step (word) AS (
        SELECT (SELECT term FROM temp.{table}_place WHERE term >= ?1 LIMIT 1)
        UNION ALL
        SELECT (SELECT term FROM temp.{table}_place WHERE term >= step.word || char(1) LIMIT 1)
        FROM step WHERE step.word < ?2 LIMIT ?3
    )
    SELECT word FROM step WHERE word >= ?1 AND word < ?2"""
"""Looks one word up after the other, and reads the first row of each: of words that have many, far cheaper."""


class WordRows:
    """Answers from a connection; what was dear is kept, since a filter is asked for again and again."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._match = lru_cache(maxsize=256)(self._match_of)
        self._stretch = lru_cache(maxsize=128)(self._in_stretch)
        self._whole_table = lru_cache(maxsize=8)(self._in_whole_table)

    def having(self, word: str, whole: bool, first: int, end: int) -> BitMap:
        """The ids from `first` to before `end` with a word, or one that begins so, less `first`."""
        return BitMap(self._stretch(word, whole, first, end))

    def _in_stretch(self, word: str, whole: bool, first: int, end: int) -> BitMap:
        found = BitMap()
        if not word.isalnum() or first >= end:
            return found
        for table in ("inside",) if has_inside(word) else _TABLES:
            match = self._match(table, word, whole)
            if match is None:
                some = self._whole_table(table, word) & BitMap(range(first, end))
                found |= some.shift(-first) if some else some
            elif match:
                found |= self._ids(table, match, first, end)
        return found

    def matching(self, sought: Sought, first: int, n: int, total: int) -> Sequence[int]:
        """The first `n` ids from `first` on, below `total`, that hold what is wanted and nothing that is not."""
        return first_matching(self.having, sought, first, n, total)

    def like(self, beginning: str, most: int) -> list[str]:
        """Words that begin so, in their order."""
        found = chain.from_iterable(self._words(table, beginning, most) for table in _TABLES)
        return sorted(set(found))[:most]

    def _match_of(self, table: str, word: str, whole: bool) -> str | None:
        """What to ask FTS5 for, nothing where no word is so; None where it is better asked once for the whole table."""
        if whole and len(word) < LONGEST_WORD:
            return f'"{word}"'
        if len(word) <= _TABLES[table]:
            return f'"{word}"*'
        words = self._words(table, word, _FEW + 1)
        return " OR ".join(f'"{it}"' for it in words) if len(words) <= _FEW else None

    def _words(self, table: str, beginning: str, most: int) -> list[str]:
        sql = (_STEPPED if most <= _FEW + 1 else _LISTED).format(table=table)
        found = self._ask(sql, beginning, beginning + _LAST, most)
        # Who wrote the file may have had no words in mind.
        return [word[:LONGEST_WORD] for (word,) in found if isinstance(word, str) and word.isalnum()]

    def _in_whole_table(self, table: str, word: str) -> BitMap:
        found = self._ask(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", f'"{word}"*')
        return BitMap(array("I", (it for (it,) in found if 0 <= it < 1 << 32)))

    def _ids(self, table: str, match: str, first: int, end: int) -> BitMap:
        # As one text they are had in little more than half the time that rows take.
        sql = f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ? AND rowid >= ? AND rowid < ?"
        [(found,)] = self._ask(sql, match, first, end)
        ids = array("I")
        texts = found.split(",") if found else ()
        for begin in range(0, len(texts), _AT_ONCE):
            ids.extend(map(int, texts[begin : begin + _AT_ONCE]))
        return BitMap(ids).shift(-first)
