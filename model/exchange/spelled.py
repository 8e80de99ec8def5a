"""The characters of a text that must not be written as they are, spelled out in the way of the format."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from model.quotes.hidden import MAX_MARKS, is_hidden

_TO_LOOK_AT = re.compile(r"[^\t\n\r\x20-\x7e]+")
_CARRIES_NONE = ' "'
"""What a mark must not sit on: it would change what stands before the text."""


def spelled(text: str, spell: Callable[[str], str]) -> str:
    """`text` with `spell` of what is hidden, of marks that nothing carries, and of those that pile up too high.

    Line ends and tabs are left as they are. Nothing gets lost: as many marks as the screen shows of a character stay.
    """

    def looked_at(found: re.Match[str]) -> str:
        before = text[found.start() - 1 : found.start()]
        return "".join(_pieces(found[0], spell, carried=before not in ("", *_CARRIES_NONE)))

    return _TO_LOOK_AT.sub(looked_at, text)


def code_point(character: str) -> str:
    """`<U+202E>`."""
    return f"<U+{ord(character):04X}>"


def _pieces(run: str, spell: Callable[[str], str], carried: bool) -> list[str]:
    pieces, marks = [], 0
    for character in run:
        if is_hidden(character):
            pieces.append(spell(character))
            carried = False
        elif _is_mark(character):
            marks += 1
            pieces.append(character if carried and marks < MAX_MARKS else spell(character))
        else:
            pieces.append(character)
            carried, marks = not character.isspace(), 0
    return pieces


@lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    """Whether it is drawn over the character before it (Mn and Me: Unicode, UAX 44)."""
    return unicodedata.category(character) in ("Mn", "Me")
