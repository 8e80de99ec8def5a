"""From a stretch of a text to the quote that names it and nothing else: the way back of anchoring."""

from model.quotes.searched import Searched
from model.quotes.span import TextSpan

_FIRST_REACH = 16
"""How many characters of what adjoins are given at first, where the words alone are not enough."""


_LONGEST_WORD = 32
"""How far a border is moved at most, so as not to cut a word."""


def selecting(text: str | Searched, span: TextSpan) -> tuple[str, str, str]:
    """A W3C Web Annotation TextQuoteSelector for a stretch that is not empty: its prefix, its exact words, its suffix.

    Prefix and suffix are empty where the words stand once; else as short as a few steps find them. `anchor` gives the
    span again.
    """
    searched = text if isinstance(text, Searched) else Searched(text)
    whole = searched.text
    exact = whole[span.start : span.end]
    reach = 0
    while True:
        first, last = (_word_border(whole, span.start, -reach), _word_border(whole, span.end, reach))
        before, after = whole[first : span.start], whole[span.end : last]
        for prefix, suffix in ((before, ""), ("", after), (before, after)):
            passage = prefix + exact + suffix
            at = searched.find(passage)
            if searched.find(passage, at + 1) < 0:
                return prefix, exact, suffix
        # With all of the text around it, it stands once.
        reach = reach * 2 or _FIRST_REACH


def _word_border(text: str, place: int, by: int) -> int:
    """The place `by` characters on, or a little further, where a word begins or ends."""
    at = min(max(place + by, 0), len(text))
    step = -1 if by < 0 else 1
    for _ in range(_LONGEST_WORD if by else 0):
        if not 0 < at < len(text) or text[at - 1 if by < 0 else at].isspace():
            break
        at += step
    return at
