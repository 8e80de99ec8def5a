"""A text folded for comparing (quotation marks, dashes, white space, NFC), and the way back to its places."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from model.quotes.span import TextSpan

_LIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\uff02", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
        "\u2026": "...",
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    }
)
"""What is read as the same: marks that differ by keyboard or typesetter, and characters without width."""

_UNEVEN = re.compile(r" \s+|[^\S ]\s*|[\x21-\x7e]?[^\x00-\x7f\s]+")
"""What may fold to something else: white space but one space, and what is beyond ASCII with its base."""

_CLUSTER = 32
"""The most code points normalised as one, as sorting marks is quadratic (cf. UAX #15 Stream-Safe)."""


class Folded:
    """A folded `text`, with the span of the source that each part of it came from."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._at, self._starts, self._ends = array("q"), array("q"), array("q")
        self._parts: list[str] = []
        self._length = 0
        done = 0
        for part, start, end in _changes(source):
            self._add(source[done:start], done, start)
            self._add(part, start, end)
            done = end
        self._add(source[done:], done, len(source))
        self.text = "".join(self._parts)

    def span(self, start: int, end: int) -> TextSpan:
        """Return the source's span of `text[start:end]`, which must not be empty.

        What was folded as one (a run of spaces, a letter and its marks) is taken whole.
        """
        return TextSpan(self._span(start).start, self._span(end - 1).end)

    def folded(self, offset: int) -> int:
        """Return where in `text` the source's code point at `offset` went."""
        number = bisect_right(self._starts, offset) - 1
        return 0 if number < 0 else min(self._at[number] + offset - self._starts[number], len(self.text))

    def _add(self, part: str, start: int, end: int) -> None:
        if part:
            self._parts.append(part)
            self._at.append(self._length)
            self._starts.append(start)
            self._ends.append(end)
            self._length += len(part)

    def _span(self, at: int) -> TextSpan:
        """Return the source's span of one folded character."""
        number = bisect_right(self._at, at) - 1
        start, end = self._starts[number], self._ends[number]
        if self._parts[number] != self.source[start:end]:
            return TextSpan(start, end)
        begin = start + at - self._at[number]
        return TextSpan(begin, begin + 1)


@lru_cache(maxsize=2)
def fold(source: str) -> Folded:
    """Return `source` folded. The last two are remembered: one text is often asked for many quotes."""
    return Folded(source)


def _changes(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield what does not fold to itself, in order: what it becomes, and its start and end in `source`."""
    for match in _UNEVEN.finditer(source):
        start, end = match.span()
        pieces = [(" ", start, end)] if source[start].isspace() else _clusters(source, start, end)
        for part, begin, stop in pieces:
            if part != source[begin:stop]:
                yield part, begin, stop


def _clusters(source: str, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield each character with the marks that NFC may join to it, folded as one, and its start and end."""
    start = begin
    for at in range(begin + 1, end + 1):
        if at == end or at - start == _CLUSTER or not _joins(source[at]):
            yield unicodedata.normalize("NFC", source[start:at]).translate(_LIKE), start, at
            start = at


def _joins(char: str) -> bool:
    """Tell whether NFC may join `char` to what precedes it: a mark, or a Hangul vowel or final jamo."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"
