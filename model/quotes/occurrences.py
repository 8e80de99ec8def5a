"""Every place where a passage stands in a text, overlapping ones too."""

from collections.abc import Iterator

from model.quotes.searched import Searched


def occurrences(text: str | Searched, passage: str, start: int = 0) -> Iterator[int]:
    """Yield each place of `passage` in `text` from `start` on, in order. "aa" stands twice in "aaa".

    `passage` must not be empty.
    """
    at = text.find(passage, start)
    while at >= 0:
        yield at
        at = text.find(passage, at + 1)
