"""From a stretch of a text to the quote that names it and nothing else: the way back of anchoring."""

from model.quotes.searched import Searched
from model.quotes.span import TextSpan

_FIRST_REACH = 16
"""How many characters of what adjoins are given at first, where the words alone are not enough."""


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
        before, after = whole[max(0, span.start - reach) : span.start], whole[span.end : span.end + reach]
        for prefix, suffix in ((before, ""), ("", after), (before, after)):
            passage = prefix + exact + suffix
            at = searched.find(passage)
            if searched.find(passage, at + 1) < 0:
                return prefix, exact, suffix
        # With all of the text around it, it stands once.
        reach = reach * 2 or _FIRST_REACH
