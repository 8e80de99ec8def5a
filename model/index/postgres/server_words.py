"""Which rows have a word, from what a server keeps of each word and chunk. What came is kept: it is asked for again."""

from collections import OrderedDict
from collections.abc import Sequence

from pyroaring import BitMap

from model.index.postgres.parts import Parts
from model.index.postgres.server_link import Ask
from model.index.table.file.packed import damaged, of, read, rows_of
from model.index.table.holding import first_matching
from model.query.folding import LONGEST_WORD
from model.query.sought import Sought

_AHEAD = 8
"""Chunks of which a word is asked for at once: a server may be far away."""
_SHORT = 2
"""Letters of a beginning that may be that of a tenth of all words."""
_KEPT = 512
"""Bitmaps that are kept, at most 8 KB each."""
_LAST = b"\xff"
"""Stands after every text in UTF-8 that goes on."""


class ServerWords:
    """Answers from a server, for a table of so many rows in chunks of so many."""

    def __init__(self, ask: Ask, at: str, chunk: int, total: int, parts: Parts | None = None) -> None:
        self._ask, self._at, self._chunk, self._total, self._parts = ask, at, chunk, total, parts
        self._kept: OrderedDict[tuple[str, bool, int], BitMap] = OrderedDict()

    def of_chunk(self, word: str, whole: bool, chunk: int) -> BitMap:
        """The rows of a chunk with a word, or with one that begins so. Not to be changed."""
        if self._is_away(chunk):
            return BitMap()
        # A word that is as long as any may be the beginning of a longer one.
        asked = (word, whole and len(word) < LONGEST_WORD, chunk)
        if asked not in self._kept:
            self._fetch(*asked)
        self._kept.move_to_end(asked)
        return self._kept[asked]

    def matching(self, sought: Sought, first: int, n: int) -> Sequence[int]:
        """The first `n` ids from `first` on that hold what is wanted and nothing that is not."""
        return first_matching(self._having, sought, first, n, self._total)

    def like(self, beginning: str, most: int) -> list[str]:
        """Words that begin so, in their order."""
        sql = f"SELECT word FROM {self._at}lexeme WHERE word >= ? AND word < ? ORDER BY word LIMIT ?"
        first = beginning.encode()
        return [of(bytes, word).decode() for (word,) in self._ask(sql, first, first + _LAST, most)]

    def rows(self, word: str) -> int:
        """How many rows have a whole word."""
        found = self._ask(f"SELECT rows FROM {self._at}lexeme WHERE word = ?", word.encode())
        return of(int, found[0][0]) if found else 0

    def _fetch(self, word: str, whole: bool, chunk: int) -> None:
        last = -(-self._total // self._chunk)
        ahead = _AHEAD if whole or len(word) > _SHORT else 1
        near = (it for it in range(chunk, min(chunk + ahead, last)) if not self._is_away(it))
        chunks = [it for it in near if (word, whole, it) not in self._kept]
        found: dict[int, BitMap] = {}
        if word.isalnum() and chunks:
            first = word.encode("utf-8", "replace")
            which, values = (
                ("word = ?", [first]) if whole else ("word >= ? AND word < ?", [first, first + _LAST])
            )
            # The words of a beginning may be thousands: as one value they are had in a fifth of the time.
            sql = f"""SELECT chunk, string_agg(counts, ''::bytea), string_agg(rows, ''::bytea)
                      FROM {self._at}word WHERE chunk = ANY(?) AND {which} GROUP BY chunk"""
            for at, counts, data in self._ask(sql, chunks, *values):
                found[of(int, at)] = self._packed(at, of(bytes, counts), of(bytes, data))
        for at in chunks or [chunk]:
            self._kept[word, whole, at] = found.get(at, BitMap())
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _is_away(self, chunk: int) -> bool:
        return self._parts is not None and self._parts.is_away(chunk)

    def _packed(self, chunk: int, counts: bytes, data: bytes) -> BitMap:
        postings = read(counts, data)
        rows = rows_of(postings, 0, len(postings))
        if rows and rows.max() >= min(self._chunk, self._total - chunk * self._chunk):
            raise damaged()
        return rows

    def _having(self, word: str, whole: bool, first: int, end: int) -> BitMap:
        """The ids from `first` to before `end` with a word, less `first`."""
        found = BitMap()
        for chunk in range(first // self._chunk, -(-end // self._chunk)):
            begins = chunk * self._chunk
            inside = BitMap(range(max(first - begins, 0), min(end - begins, self._chunk)))
            some = self.of_chunk(word, whole, chunk) & inside
            found |= some.shift(begins - first) if some else some
        return found
