"""What comes from a keyboard, told apart: characters, control sequences, and what is pasted."""

import os
import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass

from tui.terminal.layouts import latin_keys

MOST_PASTED = 100_000
"""Characters of a paste that are kept: more than any prompt takes."""

PATIENCE = 0.025
"""Seconds in which the rest of a sequence follows its beginning, where `ESCDELAY` does not say otherwise."""

MOST_OF_SEQUENCE = 32
"""Characters of the longest control sequence that is passed on: no key, no mouse and no report needs more."""

ESC = "\x1b"

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

_KEY = re.compile(r"\x1b\[(\d+)(?::\d*)?(?::(\d*))?((?:;(\d*))?.*)u", re.DOTALL)
"""A key of kitty's protocol: its code, with Shift, in the standard layout; then modifiers and the text it types."""

_CHORDS = 2 | 4 | 8 | 16 | 32
"""The modifiers with which a key types nothing: all but Shift and the locks."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One character, or one whole control sequence; `ESC` alone is the Esc key."""

    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted in one go, as it came."""

    text: str


def patience() -> float:
    """Seconds to wait for the rest of a sequence: `ESCDELAY`, in milliseconds, as ncurses has it."""
    told = os.environ.get("ESCDELAY", "")
    return int(told) / 1000 if told.isascii() and told.isdigit() and 0 < int(told) < 10_000 else PATIENCE


class Keyboard:
    """Bytes as they come, in pieces. Esc is the key whatever follows how soon, and no part of a paste is a key.

    What is no UTF-8 becomes U+FFFD. A key pressed with Ctrl is the Latin one at its place, whatever the layout.
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

    def pieces(self, data: bytes) -> Iterator[Typed | Pasted]:
        """What has come, in order. Ctrl-C by itself ends a paste that has no end."""
        if data == _INTERRUPT and self._pasted is not None:
            yield from self._told_apart(_END)
        text = self._held + self._decode(data)
        unfinished = _UNFINISHED.search(text)
        self._held = unfinished[0][: MOST_OF_SEQUENCE + 1] if unfinished else ""
        yield from self._told_apart(text[: unfinished.start()] if unfinished else text)

    def rest(self) -> Iterator[Typed | Pasted]:
        """What was held back, when nothing more has come: the key Esc, perhaps with the key after it."""
        held, self._held = self._held, ""
        if self._pasted is not None:
            yield from self._told_apart(held)
        elif held:
            yield Typed(ESC)
            if len(held) == _SOON:
                yield Typed(held[1])

    def _told_apart(self, text: str) -> Iterator[Typed | Pasted]:
        for part in _BRACKET.split(text):
            if self._pasted is None and part != _BEGIN:
                yield from _typed(part)
            elif self._pasted is None:
                self._pasted = []
            elif part == _END:
                yield Pasted("".join(self._pasted)[:MOST_PASTED])
                self._pasted = None
            elif part != _BEGIN and sum(map(len, self._pasted)) < MOST_PASTED:
                self._pasted.append(part)


def _typed(text: str) -> Iterator[Typed]:
    """The keys and reports in a text that is no paste."""
    for number, piece in enumerate(_SEQUENCE.split(_BROKEN.sub("", text))):
        if not number % 2:
            yield from map(Typed, piece)
        elif len(piece) <= MOST_OF_SEQUENCE:
            yield Typed(_KEY.sub(_in_latin, piece))


def _in_latin(key: re.Match[str]) -> str:
    """A key as if there were no other layouts: with Ctrl it is the one at its place in the standard layout."""
    code, standard, rest, modifiers = key.groups()
    number = int(code)
    if 0x7F < number <= sys.maxunicode and (int(modifiers or "1") - 1) & _CHORDS:
        latin = chr(int(standard)) if standard and 0x20 < int(standard) < 0x7F else latin_keys(chr(number))
        number = ord(latin) if len(latin) == 1 else number
    return f"{ESC}[{number}{rest}u"
