"""What comes from a keyboard, told apart: the Esc key, what is pasted, and what a parser of sequences is for."""

import os
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator

from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

MOST_PASTED = 100_000
"""Characters of a paste that are kept: more than any prompt takes."""

PATIENCE = 0.025
"""Seconds in which the rest of a sequence follows its beginning, where `ESCDELAY` does not say otherwise."""

MOST_OF_SEQUENCE = 32
"""Characters of the longest control sequence that Textual's parser reads; it types those that are longer."""

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_BRACKET = re.compile(r"(\x1b\[20[01]~)")
_SEQUENCE = re.compile(r"(\x1b\[(?:\[[A-E]|M.{3}|[0-?]*[ -/]*[@-~])|\x1bO.)", re.DOTALL)
"""CSI and SS3 sequences (ECMA-48), and what is none: function keys of the Linux console, the mouse of old (X10)."""

_UNFINISHED = re.compile(r"\x1b(?:\[\[?|\[[0-?]+[ -/]*|O)?\Z")
"""An Esc, or a sequence without its end."""

_BROKEN = re.compile(r"\x1b\[[0-?]*[ -/]*(?![ -~])")
_INTERRUPT = b"\x03"
_SOON, _LATE = 2, 0.5
"""Up to so many characters of a sequence somebody may have typed; for the rest of more one waits so many seconds."""


def patience() -> float:
    """Seconds to wait for the rest of a sequence: `ESCDELAY`, in milliseconds, as ncurses has it."""
    told = os.environ.get("ESCDELAY", "")
    return int(told) / 1000 if told.isascii() and told.isdigit() and 0 < int(told) < 10_000 else PATIENCE


class Keyboard:
    """Bytes as they come, as messages. Esc is the key whatever follows how soon, and no part of a paste is a key.

    Textual's parser would take Esc and a letter in haste for Alt and that letter, and type a sequence that it does not
    know. It is given one sequence at a time here; those that it makes nothing of are left out. What is no UTF-8
    becomes U+FFFD.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._soon = patience()
        self._held = ""
        self._pasted: list[str] | None = None

    @property
    def waits(self) -> float | None:
        """Seconds to wait for the rest of what was held back; None where nothing was."""
        if not self._held:
            return None
        return self._soon if len(self._held) <= _SOON else _LATE

    def messages(self, data: bytes) -> Iterator[Message]:
        """What has come, in order. Ctrl-C by itself ends a paste that has no end."""
        if data == _INTERRUPT and self._pasted is not None:
            yield from self._told_apart(_END)
        text = self._held + self._decode(data)
        unfinished = _UNFINISHED.search(text)
        self._held = unfinished[0][: MOST_OF_SEQUENCE + 1] if unfinished else ""
        yield from self._told_apart(text[: unfinished.start()] if unfinished else text)

    def rest(self) -> Iterator[Message]:
        """What was held back, when nothing more has come: the key Esc, perhaps with the key after it."""
        held, self._held = self._held, ""
        if self._pasted is not None:
            yield from self._told_apart(held)
        elif held:
            yield Key("escape", "\x1b")
            if len(held) == _SOON:
                yield from _parsed(held[1])

    def _told_apart(self, text: str) -> Iterator[Message]:
        for part in _BRACKET.split(text):
            if self._pasted is None and part != _BEGIN:
                yield from _typed(part)
            elif self._pasted is None:
                self._pasted = []
            elif part == _END:
                yield Paste("".join(self._pasted)[:MOST_PASTED])
                self._pasted = None
            elif part != _BEGIN and sum(map(len, self._pasted)) < MOST_PASTED:
                self._pasted.append(part)


def _typed(text: str) -> Iterator[Message]:
    """The keys and reports in a text that is no paste."""
    for number, piece in enumerate(_SEQUENCE.split(_BROKEN.sub("", text))):
        if number % 2:
            yield from _parsed(piece) if len(piece) <= MOST_OF_SEQUENCE else ()
        else:
            for character in piece:
                yield from (Key("escape", "\x1b"),) if character == "\x1b" else _parsed(character)


def _parsed(sequence: str) -> list[Message]:
    """What Textual makes of one whole sequence, or of one character."""
    try:
        return list(XTermParser().feed(sequence))
    except (ValueError, OverflowError):
        # A key beyond Unicode, or a number beyond numbers: no keyboard sends it.
        return []
