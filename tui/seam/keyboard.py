"""What a keyboard sent, as Textual's messages."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

from tui.terminal.keyboard import ESC, Pasted, Typed


def messages(pieces: Iterable[Typed | Pasted]) -> Iterator[Message]:
    """The messages for what came.

    Textual's parser would take Esc and a letter in haste for Alt and that letter, and type a sequence that it does not
    know. It is given one piece at a time here; those that it makes nothing of are left out.
    """
    for piece in pieces:
        if isinstance(piece, Pasted):
            yield Paste(piece.text)
        elif piece.text == ESC:
            yield Key("escape", ESC)
        else:
            yield from _parsed(piece.text)


class _Parser(XTermParser):
    """Textual's parser for one sequence. Its own cache would keep a thousand parsers, of 3 KB each."""

    _parse_extended_key = lru_cache(maxsize=0)(XTermParser._parse_extended_key.__wrapped__)


def _parsed(sequence: str) -> list[Message]:
    """What Textual makes of one whole sequence, or of one character."""
    try:
        return list(_Parser().feed(sequence))
    except (ValueError, OverflowError):
        # A key beyond Unicode, or a number beyond numbers: no keyboard sends it.
        return []
