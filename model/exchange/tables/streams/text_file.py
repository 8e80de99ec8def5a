"""A file of text, looked through once, then read line by line: its encoding, its line ends, what is odd in it."""

import codecs
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from model.exchange.tables.encoding import guessed_encoding, known_encoding
from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.lines import MOST_LINE, as_utf8, batches, pieces, without_mark
from model.exchange.tables.streams.stream import RowTally, SourceFile

_MOST_SAMPLED = 200_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ANYTHING = "latin-1"
"""In which each byte is a character, so that nothing is lost of a line that is of no encoding."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of text: `encoding` is that of its lines, `other` that of lines which are not of it."""

    source: SourceFile
    encoding: str
    other: str
    wide: bool
    said: tuple[str, ...]

    def lines(self, tally: RowTally) -> Iterator[str]:
        """Its lines, with their ends, from the beginning. Lines of another encoding are read as that, and counted."""
        return chain.from_iterable(self.batches(tally))

    def batches(self, tally: RowTally) -> Iterator[list[str]]:
        """The same lines, many at a time."""
        parts = pieces(self.source.path)
        parts = as_utf8(parts, self.encoding) if self.wide else parts
        encoding = "utf-8" if self.wide else self.encoding
        at = 0
        for lines in batches(without_mark(parts)):
            try:
                yield [line.decode(encoding) for line in lines]
            except UnicodeDecodeError:
                yield [
                    self._decoded(line, encoding, number, tally) for number, line in enumerate(lines, at + 1)
                ]
            at += len(lines)

    def _decoded(self, line: bytes, encoding: str, number: int, tally: RowTally) -> str:
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            pass
        if len(line) == MOST_LINE:
            return line.decode(encoding, "replace")
        for other in (self.other, _ANYTHING):
            try:
                text = line.decode(other)
            except UnicodeDecodeError:
                continue
            tally.add(f"lines that are not {_shown(encoding)}, read as {_shown(other)}", number)
            return text
        raise AssertionError("each byte is a character of Latin-1")


def look_through(
    path: Path, name: str, encoding: str | None, seen: Callable[[int], None] = lambda _: None
) -> TextFile:
    """What a file of text is. `seen` is told how many bytes have been looked through.

    Raises `UnreadableTable` for an encoding that is none, `OSError`.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    wide = known_encoding(encoding) if encoding is not None else _wide(head)
    wide = wide if wide and wide.replace("_", "-").startswith(("utf-16", "utf-32")) else None
    digest, looked, size = hashlib.sha256(), _Looked(), 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for piece in pieces(path):
            digest.update(piece)
            size += len(piece)
            seen(size)
            yield piece

    for lines in batches(as_utf8(counted(), wide) if wide else counted()):
        looked.at(lines)
    main, other = (wide, _ANYTHING) if wide else looked.encodings(encoding)
    guess = encoding is None and main not in ("utf-8", wide)
    how = f"read as {_shown(main)}{' (a guess; name another with --encoding)' if guess else ''}"
    mark = " with a byte order mark" if head.startswith(codecs.BOM_UTF8) else ""
    source = SourceFile(name, path, digest.hexdigest(), size, _shown(main))
    return TextFile(source, main, other, bool(wide), (f"{how}{mark}", *looked.said()))


class _Looked:
    """What the lines of a file are like."""

    def __init__(self) -> None:
        self._number = 0
        self._ends: Counter[str] = Counter()
        self._nul = [0, 0]
        self._beyond_ascii = self._wrong = self._first_wrong = 0
        self._sample = bytearray()

    def at(self, lines: list[bytes]) -> None:
        """Look at the next lines."""
        block = b"".join(lines)
        crlf, lf, cr = block.count(b"\r\n"), block.count(b"\n"), block.count(b"\r")
        self._ends.update(CRLF=crlf, LF=lf - crlf, CR=cr - crlf)
        if b"\0" in block:
            for number, line in enumerate(lines, self._number + 1):
                if b"\0" in line:
                    self._nul = [self._nul[0] + 1, self._nul[1] or number]
        if not block.isascii():
            self._decode(lines)
        self._number += len(lines)

    def _decode(self, lines: list[bytes]) -> None:
        for number, line in enumerate(lines, self._number + 1):
            if line.isascii():
                continue
            self._beyond_ascii += 1
            try:
                line.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                if len(line) == MOST_LINE and error.start > MOST_LINE - 4:
                    continue
                self._wrong += 1
                self._first_wrong = self._first_wrong or number
                if len(self._sample) < _MOST_SAMPLED:
                    self._sample += line[: _MOST_SAMPLED - len(self._sample)]

    def encodings(self, named: str | None) -> tuple[str, str]:
        """The encoding of most lines, and that of those which are not of it."""
        if named is not None:
            return known_encoding(named), "utf-8"
        if not self._wrong:
            return "utf-8", _ANYTHING
        mostly_utf8 = self._wrong <= self._beyond_ascii - self._wrong
        try:
            guess = guessed_encoding(bytes(self._sample), self._first_wrong)
        except UnreadableTable:
            if not mostly_utf8:
                raise
            guess = _ANYTHING
        return ("utf-8", guess) if mostly_utf8 else (guess, "utf-8")

    def said(self) -> Iterator[str]:
        """What there is to tell of them, each a few words."""
        ends = [name for name, count in self._ends.most_common() if count]
        if len(ends) > 1:
            counts = ", ".join(f"{self._ends[name]:,} {name}" for name in ends)
            yield f"line ends are mixed: {counts}"
        elif ends and ends[0] != "LF":
            yield f"lines end with {ends[0]}"
        if self._nul[0]:
            lines = "1 line has" if self._nul[0] == 1 else f"{self._nul[0]:,} lines have"
            yield f"{lines} NUL characters, the first: line {self._nul[1]:,}; they are kept"


def _wide(head: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark or, without one, by the zeros at every other byte of plain text."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if half >= 8 and odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if half >= 8 and even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _shown(encoding: str) -> str:
    return encoding.upper() if encoding.startswith("utf") else encoding
