"""A stretch of a text, and the place of words inside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A W3C Web Annotation TextPositionSelector: `text[start:end]`, in Unicode code points counted from 0."""

    start: int
    end: int


def position_of(text: str, words: str, span: Span) -> Span | None:
    """Return where `words` first stand wholly inside `span`, or None. They need not be whole words.

    For `date.words` and `hedge`, which are looked up inside their record's quote. Empty words stand nowhere.
    """
    at = text.find(words, span.start, span.end) if words else -1
    return None if at < 0 else Span(at, at + len(words))
