"""The words of the rows of a chunk, each with its rows: what a server has instead of full text of its own."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from model.index.table.file.packed import grouped
from model.index.table.file.tokens import WordTexts
from model.query.folding import LONGEST_WORD

_PARTED = {at: chr(at).lower() if chr(at).isalnum() else " " for at in range(128)}
"""What plain English is parted and folded by, as FTS5 does it."""


class ChunkWords:
    """Takes the texts of rows, and gives each of their words with its rows when a chunk has all."""

    def __init__(self) -> None:
        self._texts = WordTexts()
        self._clear()

    def add(self, row: int, texts: Sequence[str]) -> None:
        """Take the texts of a row of the chunk."""
        plain, inside = self._texts.of(texts)
        words = [*plain.translate(_PARTED).split(), *inside.split()]
        self._groups.extend([self._numbers[word] for word in words])
        self._rows.extend([row] * len(words))

    def end(self, chunk: int) -> Iterator[tuple[int, bytes, bytes, bytes]]:
        """What the table `word` has of a chunk, which is over."""
        found = grouped([(self._groups, self._rows)])
        for word, at in sorted((word.encode(), at) for word, at in self._numbers.items()):
            yield (chunk, word, *found.some(at, at + 1))
        self._clear()

    def _clear(self) -> None:
        self._numbers: _Numbers = _Numbers()
        self._groups, self._rows = array("I"), array("H")


class _Numbers(defaultdict[str, int]):
    """The number of each word; of one that is too long, that of its beginning."""

    def __missing__(self, word: str) -> int:
        if len(word) > LONGEST_WORD:
            return self[word[:LONGEST_WORD]]
        number = self[word] = len(self)
        return number
