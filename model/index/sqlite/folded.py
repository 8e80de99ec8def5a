"""The texts of a corpus with their folded words, made bit by bit: tables are filled from them, in the same order.

While they are being made, what there is of them can be looked through: it finds what FTS5 finds in the tables.
"""

from collections.abc import Callable
from dataclasses import dataclass

from model.corpus.corpus import Corpus
from model.index.found import Kind
from model.index.texts import KINDS, Text, texts_of
from model.query.folding import Whole, alternatives, indexed
from model.query.sought import Sought

_COST = 20
"""What it costs to make a text of no letters, in letters."""


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text, and its folded words in one string, each between two spaces."""

    text: Text
    words: str

    @property
    def cost(self) -> int:
        """What it costs to make it, in letters: no text is so short that it costs nothing."""
        return len(self.words) + _COST


class FoldedTexts:
    """All texts of a corpus, each kind in the order of the corpus, as far as they have been made."""

    def __init__(self, corpus: Corpus) -> None:
        self._made: dict[Kind, list[FoldedText]] = {kind: [] for kind in KINDS}
        self._left = {kind: map(_folded, texts_of(corpus, kind)) for kind in KINDS}
        self._whole: set[Kind] = set()

    def made(self, kind: Kind) -> list[FoldedText]:
        """Those of a kind that have been made: the first ones."""
        return self._made[kind]

    def is_whole(self, kind: Kind) -> bool:
        """Whether all of a kind have been made."""
        return kind in self._whole

    def make(self, kind: Kind, letters: int) -> int:
        """Make the next ones of a kind, as many as cost so much; returns what they cost, 0 where none were left."""
        made, cost = self._made[kind], 0
        for folded in self._left[kind]:
            made.append(folded)
            cost += folded.cost
            if cost >= letters:
                return cost
        self._whole.add(kind)
        return cost


def _folded(text: Text) -> FoldedText:
    return FoldedText(text, f" {' '.join(indexed(text.words))} ")


def holds_what_is(sought: Sought) -> Callable[[str], bool]:
    """Tells of the words of a `FoldedText` whether a text holds what is wanted and nothing that is not."""
    wanted = _all_of(sought.wanted)
    unwanted = [_all_of(words) for words in sought.unwanted]
    if not unwanted:
        return wanted
    return lambda words: wanted(words) and not any(holds(words) for holds in unwanted)


def _all_of(typed: str) -> Callable[[str], bool]:
    parts = [[tuple(map(_looked_for, way)) for way in part] for part in alternatives(typed)]
    if len(parts) == 1 and len(parts[0]) == 1 and len(parts[0][0]) == 1:
        # The first letters of a word, as a search begins: of very many texts.
        [[[only]]] = parts
        return lambda words: only in words

    def holds(words: str) -> bool:
        return all(any(all(word in words for word in way) for way in part) for part in parts)

    return holds


def _looked_for(word: str) -> str:
    return f" {word} " if isinstance(word, Whole) else f" {word}"
