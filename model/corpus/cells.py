"""How many cells of a terminal a text takes, as far as a curator has to know it: for the checks of what is too long.

The screen measures what it draws by itself, and finer (flags, families, selectors); a test holds the two together.
"""

import unicodedata
from functools import lru_cache

_WIDE = frozenset({"W", "F"})
_NONE = frozenset({"Mn", "Me", "Cf"})
_INNER_JAMO = range(0x1160, 0x1200)
"""Vowels and final consonants of Hangul, which join the letter before them."""

CUT = "\u22ef"
"""Stands for what is cut off, in one cell."""


def cells(text: str) -> int:
    """The cells that a text takes on a line; an ellipsis is shown as three dots."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def cut(text: str, most: int) -> str:
    """The text in at most `most` cells, with a mark where something is cut off."""
    if cells(text) <= most:
        return text
    room, kept = most - 1, ""
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        kept += character
    return kept + CUT


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if character == "\u2026":
        return 3
    if unicodedata.category(character) in _NONE or ord(character) in _INNER_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
