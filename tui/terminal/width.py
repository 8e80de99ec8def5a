"""How many cells a text takes in a terminal: as Rich has it, but for vowels that stand beside their letter.

Rich gives a cluster the width of its first letter. Most terminals ask the C library of each character by itself, which
gives a spacing mark (Unicode category Mc, as the vowels of Devanagari and its kin) a cell of its own. Where terminals
still disagree, nothing may rest on it: see `is_steady`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

_FLAGS = range(0x1F1E6, 0x1F200)
"""Regional indicators, of which two make a flag."""

_APART = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u25fc\u2801-\u28ff"
    "\u3001-\u3020\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""What most text is made of: Latin letters, typographic and drawn marks, kana, Han and syllables of Hangul."""

WIDE = "\u3000"
"""Of these, what comes after it takes two cells, and what comes before it one."""

_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Variation selectors, which may make a sign an emoji of two cells."""


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii():
        return len(text)
    if is_apart(text):
        return len(text) + sum(map(WIDE.__lt__, text))
    return cell_len(text) + (_beside(text) if len(text) > 1 else 0)


def is_apart(text: str) -> bool:
    """Whether each code point is a cluster of its own, which needs no tables to be told; False where that is unsure."""
    return _APART.fullmatch(text) is not None


def graphemes(text: str) -> Iterable[tuple[int, int, int]]:
    """The grapheme clusters of a text: code points, first and after the last, and cells of each."""
    if is_apart(text):
        return ((at, at + 1, 1 + (character > WIDE)) for at, character in enumerate(text))
    return [
        (first, last, width + _beside(text[first:last]) if last - first > 1 else width)
        for first, last, width in split_graphemes(text)[0]
    ]


@lru_cache(maxsize=2048)
def is_simple(cluster: str) -> bool:
    """Whether every terminal gives the cluster one cell: ASCII, or a character of East-Asian width N, Na or H."""
    if cluster.isascii():
        return True
    return (
        len(cluster) == 1
        and unicodedata.east_asian_width(cluster) in {"N", "Na", "H"}
        and unicodedata.category(cluster) != "Mc"
        and ord(cluster) not in _FLAGS
        and cell_len(cluster) == 1
    )


@lru_cache(maxsize=2048)
def is_steady(cluster: str) -> bool:
    """Whether terminals agree with us how wide it is, but for those that make all ambiguous characters wide.

    They do of a letter with its accents; not of vowels beside it, flags, families, or what a selector makes wide.
    """
    first, rest = cluster[:1], cluster[1:]
    return (
        (not first or (ord(first) not in _FLAGS and unicodedata.category(first) != "Mc"))
        and all(unicodedata.category(mark) in {"Mn", "Me"} for mark in rest)
        and not any(mark in _SELECTORS for mark in rest)
    )


def _beside(text: str) -> int:
    """How many of its characters are spacing marks."""
    return sum(unicodedata.category(character) == "Mc" for character in text)
