"""A stretch of a text, and the place of words inside it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec


class TextSpan(msgspec.Struct, frozen=True):
    """A W3C Web Annotation TextPositionSelector: `text[start:end]`, in Unicode code points counted from 0."""

    start: int
    end: int


def position_of(text: str, words: str, span: TextSpan) -> TextSpan | None:
    """Return where `words` first stand wholly inside `span`, or None. They need not be whole words.

    For `date.words` and `hedge`, which are looked up inside their record's quote. Empty words stand nowhere.
    """
    at = text.find(words, span.start, span.end) if words else -1
    return None if at < 0 else TextSpan(at, at + len(words))


def stripped(text: str, span: TextSpan) -> TextSpan:
    """A stretch of a text without the space at its ends; empty, at its start, where all of it is space."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip()) if words.strip() else span.start
    return TextSpan(start, start + len(words.strip()))


def merged(spans: Iterable[TextSpan]) -> list[TextSpan]:
    """The spans in order, with those that overlap or touch joined."""
    found: list[TextSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if found and span.start <= found[-1].end:
            found[-1] = TextSpan(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def overlaps(spans: Sequence[TextSpan], span: TextSpan) -> bool:
    """Whether any of some spans, in order and apart as `merged` gives them, has a place in common with one."""
    before = bisect_right(spans, span.start, key=lambda it: it.start)
    return any(
        it.start < span.end and span.start < it.end and it.start < it.end
        for it in spans[max(0, before - 1) : before + 1]
    )
