"""The lines of a file of any size, as bytes: ended by LF, CRLF or CR, and none longer than is held in memory."""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path

MOST_LINE = 4 << 20
"""The most bytes of a line that are read; what is longer comes as its beginning, cut to this."""

_PIECE = 1 << 18

WIDE = {"utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be", "utf-32": "utf-32"}
"""Encodings in which a line end is no single byte; their text is turned into UTF-8 on the way."""


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file, some at a time. Raises `OSError`."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def as_utf8(parts: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The same text in UTF-8; what is broken in it comes as U+FFFD."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for part in parts:
        yield decoder.decode(part).encode("utf-8", "replace")
    yield decoder.decode(b"", True).encode("utf-8", "replace")


def without_mark(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes without a byte order mark of UTF-8 before them."""
    first = True
    for part in parts:
        yield part.removeprefix(codecs.BOM_UTF8) if first else part
        first = first and not part


def batches(parts: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The lines of all of it, many at a time, with their ends. One longer than `MOST_LINE` is cut, and has no end."""
    rest, skipping = b"", False
    for part in parts:
        if skipping:
            part, skipping = _after_end(part)
            if skipping:
                continue
        lines = (rest + part).splitlines(keepends=True)
        # A return at the end may be the first half of an end.
        rest = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""
        if len(rest) > MOST_LINE and not rest.endswith(b"\r"):
            lines.append(rest[:MOST_LINE])
            rest, skipping = b"", True
        yield [line if len(line) <= MOST_LINE else line[:MOST_LINE] for line in lines]
    if rest:
        yield [rest[:MOST_LINE]]


def _after_end(part: bytes) -> tuple[bytes, bool]:
    """What stands after the first line end, and whether there was none."""
    ends = [at for at in (part.find(b"\n"), part.find(b"\r")) if at >= 0]
    if not ends:
        return b"", True
    return part[min(ends) + (2 if part[min(ends) : min(ends) + 2] == b"\r\n" else 1) :], False
