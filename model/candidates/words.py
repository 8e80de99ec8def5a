"""What wordings have in common: runs of words, of which those count that few have."""

import unicodedata
from collections.abc import Iterable, Sequence

from model.quotes.folding import fold
from model.quotes.words import WORD

RUN = 4
"""Words of a run. Names and stock phrases mostly have two or three; a run of four that few have is seldom written twice
by chance (Broder 1997, "On the resemblance and containment of documents", takes four words a shingle too)."""

SHORT = frozenset(
    ("a", "an", "and", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "he", "her", "his", "in",
     "is", "it", "its", "not", "of", "on", "or", "she", "that", "the", "their", "they", "this", "to", "was", "were",
     "which", "who", "will", "with", "would")
)  # fmt: skip
"""Words that tell nothing of what is spoken of."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded for comparing: quotation marks and dashes alike, no case, no punctuation.

    What a hyphen joins is several words: "Ryong-hae" is written "Ryong hae" elsewhere.
    """
    folded = unicodedata.normalize("NFKC", fold(text).text).casefold()
    words = (word for it in WORD.finditer(folded) for word in it.group().split("-"))
    return tuple(word for word in words if any(letter.isalnum() for letter in word))


def runs_of(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Each run of `RUN` words that stand together; none of fewer words."""
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def telling(words: Iterable[str]) -> frozenset[str]:
    """The words that tell of something, without the ends by which English words are bent."""
    return frozenset(_stem(word) for word in words if word not in SHORT)


def _stem(word: str) -> str:
    for end in ("'s", "ing", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word.removesuffix(end)
    return word
