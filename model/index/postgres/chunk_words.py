"""The words of the rows of a chunk, each with its rows: what a server has instead of full text of its own."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain

from model.index.table.file.packed import grouped
from model.index.table.file.tokens import folded_piece, pieces
from model.query.folding import LONGEST_WORD

_KEPT = 200_000
"""Pieces of texts whose words are kept: pieces come again and again."""


class ChunkWords:
    """Takes the texts of rows, and gives each of their words with its rows when a chunk has all."""

    def __init__(self) -> None:
        self._clear()

    def add(self, row: int, texts: Sequence[str]) -> None:
        """Take the texts of a row of the chunk."""
        before = len(self._groups)
        for text in texts:
            self._groups.extend(chain.from_iterable(map(self._pieces.__getitem__, pieces(text))))
        self._rows.extend([row] * (len(self._groups) - before))

    def end(self, chunk: int) -> Iterator[tuple[int, bytes, bytes, bytes]]:
        """What the table `word` has of a chunk, which is over."""
        found = grouped([(self._groups, self._rows)])
        for word, at in sorted((word.encode(), at) for word, at in self._pieces.numbers.items()):
            yield (chunk, word, *found.some(at, at + 1))
        self._clear()

    def _clear(self) -> None:
        self._pieces = _Pieces()
        self._groups, self._rows = array("I"), array("H")


class _Pieces(dict[str, tuple[int, ...]]):
    """The numbers of the words of each piece; `numbers` has those of all words, the first of which is 0."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __missing__(self, piece: str) -> tuple[int, ...]:
        if len(self) >= _KEPT:
            self.clear()
        words = (word[:LONGEST_WORD] for words in folded_piece(piece) for word in words.split())
        found = self[piece] = tuple([self.numbers.setdefault(word, len(self.numbers)) for word in words])
        return found
