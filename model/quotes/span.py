"""A stretch of a text, and the place of words inside it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A W3C Web Annotation TextPositionSelector: `text[start:end]`, in Unicode code points counted from 0."""

    start: int
    end: int


def position_of(text: str, words: str, span: TextSpan) -> TextSpan | None:
    """Return where `words` first stand wholly inside `span`, or None. They need not be whole words.

    For `date.words` and `hedge`, which are looked up inside their record's quote. Empty words stand nowhere.
    """
    at = text.find(words, span.start, span.end) if words else -1
    return None if at < 0 else TextSpan(at, at + len(words))


def merged(spans: Iterable[TextSpan]) -> list[TextSpan]:
    """The spans in order, with those that overlap or touch joined."""
    found: list[TextSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if found and span.start <= found[-1].end:
            found[-1] = TextSpan(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
