"""Which characters do not show what is there: they command a terminal, reorder a line, or cannot be seen at all."""

import re
import unicodedata
from functools import lru_cache

_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""General categories (Unicode, UAX 44): controls, bidi marks, lone surrogates, private and unassigned, separators."""

_IGNORABLE = re.compile(
    "[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\ufe00-\\ufe0f\\uffa0\\U000e0000-\\U000e0fff]"
)
"""Default-ignorable code points (Unicode DerivedCoreProperties) that are of no such category: they take no cell."""

MAX_MARKS = 8
"""The most code points of one character with its marks that are shown; more would pile up over neighbouring lines."""


@lru_cache(maxsize=4096)
def is_hidden(character: str) -> bool:
    """Whether one `character` is to be spelled out where text is shown; line ends and tabs are among these."""
    if _IGNORABLE.match(character):
        return True
    return not character.isprintable() and unicodedata.category(character) in _CATEGORIES
