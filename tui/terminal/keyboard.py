"""What comes from a keyboard, told apart: the Esc key, what is pasted, and what a parser of sequences is for."""

import os
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator

from textual.events import Key, Paste

MOST_PASTED = 100_000
"""Characters of a paste that are kept: more than any prompt takes."""

PATIENCE = 0.025
"""Seconds in which the rest of a sequence follows its beginning, where `ESCDELAY` does not say otherwise."""

MOST_OF_SEQUENCE = 64
"""Characters of a control sequence that are kept; the longest that a keyboard or a mouse sends has half of them."""

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_BRACKET = re.compile(r"(\x1b\[20[01]~)")
_KEY = re.compile(r"(\x1b)(?![\[O])")
"""Esc where it begins no CSI and no SS3: the key, and then another one. Nothing is asked that is answered otherwise."""

_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*)?\Z")
"""An Esc, or a control sequence (ECMA-48) without its end."""

_NONSENSE = re.compile(rf"\x1b\[[0-?]{{{MOST_OF_SEQUENCE},}}[ -/]*[@-~]?|\x1b\[[0-?]*[ -/]*(?![ -~])")
"""Sequences that are longer than any, or that break off."""

_INTERRUPT = b"\x03"


def patience() -> float:
    """Seconds to wait for the rest of a sequence: `ESCDELAY`, in milliseconds, as ncurses has it."""
    told = os.environ.get("ESCDELAY", "")
    return int(told) / 1000 if told.isascii() and told.isdigit() and 0 < int(told) < 10_000 else PATIENCE


class Keyboard:
    """Bytes as they come: as the events of the Esc key and of pastes, and as text for Textual's parser of sequences.

    That would take Esc and a letter in haste for Alt and that letter, and an Esc in what is pasted for a key. What is
    no UTF-8 becomes U+FFFD.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._held = ""
        self._pasted: list[str] | None = None

    @property
    def waits(self) -> bool:
        """Whether something was held back, of which the next bytes tell what it is."""
        return bool(self._held)

    def pieces(self, data: bytes) -> Iterator[Key | Paste | str]:
        """What has come, in order. Ctrl-C by itself ends a paste that has no end."""
        if data == _INTERRUPT and self._pasted is not None:
            yield from self._told_apart(_END)
        text = self._held + self._decode(data)
        unfinished = _UNFINISHED.search(text)
        self._held = unfinished[0][:MOST_OF_SEQUENCE] if unfinished else ""
        yield from self._told_apart(text[: unfinished.start()] if unfinished else text)

    def rest(self) -> Iterator[Key | Paste | str]:
        """What was held back, when nothing more has come: the key Esc, perhaps with the key [."""
        held, self._held = self._held, ""
        if self._pasted is not None:
            yield from self._told_apart(held)
        elif held:
            yield Key("escape", "\x1b")
            if held == "\x1b[":
                yield "["

    def _told_apart(self, text: str) -> Iterator[Key | Paste | str]:
        for part in _BRACKET.split(text):
            if self._pasted is None and part != _BEGIN:
                for piece in filter(None, _KEY.split(_NONSENSE.sub("", part))):
                    yield Key("escape", piece) if piece == "\x1b" else piece
            elif part == _BEGIN:
                self._pasted = []
            elif part == _END:
                yield Paste("".join(self._pasted or ())[:MOST_PASTED])
                self._pasted = None
            elif self._pasted is not None and sum(map(len, self._pasted)) < MOST_PASTED:
                self._pasted.append(part)
