"""Where the records of a TOML file begin, also in one that is no TOML: it is cut into stretches at its headers.

A text over several lines may hold what looks like a header. So its quotation marks are followed, and where these are
not certainly in order, nothing after them can be told apart.
"""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

_TOKEN = re.compile(r'"""|\'\'\'|"(?:[^"\\\n]|\\.)*"?|\'[^\'\n]*\'?|#[^\n]*|\n')
_ENDS = {'"""': re.compile(r'\\.|"{3,}', re.DOTALL), "'''": re.compile(r"'{3,}")}
_HEADER = re.compile(r"[ \t]*\[+[ \t]*(?P<name>[A-Za-z0-9_-]*)[ \t]*(?P<dot>\.?)")
_MAY_OPEN = frozenset("=[,")
_PERHAPS_OPENED = re.compile(r"""=[ \t]*(?P<mark>["'])[^\n]?(?P=mark)[ \t]*\r?$""", re.MULTILINE)
"""What is left of three quotation marks at the end of a line when one of them is gone, or is another character."""

_LOOKS_BACK = 200


@dataclass(frozen=True, slots=True)
class FilePart:
    """A part of a file from one header to the next: `start` and `end` in characters, and the name in its header.

    The first one has none: it is what stands before any header.
    """

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Stretches:
    """All stretches of a file, in order, and the number of the first one that nobody can tell apart from the next.

    That is the number of all of them where each can be told apart.
    """

    text: str
    parts: tuple[FilePart, ...]
    doubtful: int

    def at(self, offset: int) -> int:
        """The number of the stretch in which a character is."""
        return bisect_right(self.parts, offset, key=lambda it: it.start) - 1


def stretches_of(text: str, kinds: Collection[str]) -> Stretches:
    """The stretches of a TOML file, or of what was to be one, whose records are of `kinds`.

    Any other header is within the stretch before: it is of a part of that record, or nobody knows of what.
    """
    heads, doubt = _heads(text, kinds)
    ends = [*(start for start, _ in heads[1:]), len(text)]
    parts = tuple(FilePart(start, end, name) for (start, name), end in zip(heads, ends, strict=True))
    whole = Stretches(text, parts, len(parts))
    if doubt is None:
        return whole
    opened = _PERHAPS_OPENED.search(text, 0, doubt)
    return Stretches(text, parts, whole.at(opened.start() if opened else doubt))


def _heads(text: str, kinds: Collection[str]) -> tuple[list[tuple[int, str]], int | None]:
    """Where stretches begin, each with its name, and where quotation marks are first not in order, if they are not."""
    heads, doubt, at = [(0, "")], None, 0
    at_start = True
    while True:
        header = _HEADER.match(text, at) if at_start else None
        if header and header["name"] in kinds and not header["dot"]:
            heads.append((at, header["name"]))
        token = _TOKEN.search(text, at)
        if token is None:
            break
        at, at_start = token.end(), token[0] == "\n"
        if token[0] in _ENDS:
            end, sure = _end_of_text(text, token.start(), token[0])
            if not sure and doubt is None:
                doubt = token.start()
            at = end
    return heads if len(heads) == 1 or heads[1][0] else heads[1:], doubt


def _end_of_text(text: str, start: int, mark: str) -> tuple[int, bool]:
    """Where a text over several lines ends, and whether it is certain that it is one."""
    within = start + len(mark)
    end = next((it for it in _ENDS[mark].finditer(text, within) if it[0][0] != "\\"), None)
    if end is None:
        return len(text), False
    before = text[max(0, start - _LOOKS_BACK) : start].rstrip()[-1:]
    return end.end(), before in _MAY_OPEN
