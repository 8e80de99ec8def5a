"""Breaking text into lines of a width, by words, on cluster borders, keeping the way back to code points."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tui.text.shown import Cluster, Measure, cut, is_plain, measures


def wrap_clusters(items: Iterable[Cluster], width: int) -> list[list[Cluster]]:
    """The clusters in lines of at most `width` cells, broken after a space or, in a longer word, anywhere.

    A space at a break stays at the end of its line even where it no longer fits: it is not drawn.
    """
    row = list(items)
    measured = ((number, number + 1, item.cells, item.shown == " ") for number, item in enumerate(row))
    borders = [0, *_breaks(measured, width), len(row)]
    return [row[start:end] for start, end in pairwise(borders)]


def wrap(text: str, width: int, ascii_only: bool = False) -> list[tuple[int, int]]:
    """The code points, first and after the last, of each line of `text`: the lines of `wrap_clusters`."""
    if is_plain(text, ascii_only):
        return _wrap_plain(text, width)
    return list(pairwise([0, *_breaks(measures(text, ascii_only), width), len(text)]))


def _breaks(items: Iterable[Measure], width: int) -> Iterator[int]:
    """Where each line but the first begins."""
    begin = used = 0
    # Where the line could be broken, and how many cells stand before that.
    break_at = break_used = 0
    for start, end, cells, is_space in items:
        while used + cells > width and not is_space and start > begin:
            if break_at <= begin:
                break_at, break_used = start, used
            yield break_at
            begin = break_at
            used -= break_used
        used += cells
        if is_space:
            break_at, break_used = end, used


def _wrap_plain(text: str, width: int) -> list[tuple[int, int]]:
    lines = []
    start = 0
    width = max(width, 1)
    while len(text) - start > width:
        end = start + width
        if text[end] == " ":
            while text[end : end + 1] == " ":
                end += 1
        else:
            end = text.rfind(" ", start, end) + 1 or end
        lines.append((start, end))
        start = end
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return lines


_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"

_TIED = re.compile(
    rf"(?<=\d) (?=[a-z]|(?:{_MONTHS})\b)|(?<=\b(?:{_MONTHS})) (?=\d{{4}}\b)|(?<=\bon) (?=record\b)"
)
"""The spaces at which no line is broken: between a number and what it counts, within a date, in *on record*."""

_LEAST_TIED = 24
"""The width from which on there is room for what is tied together."""


def wrap_text(text: str, width: int) -> list[str]:
    """Safe text in lines of at most `width` cells, without the spaces at the breaks."""
    tied = _TIED.sub("_", text) if width >= _LEAST_TIED else text
    return [text[start:end].rstrip() for start, end in wrap(tied, width)]


def wrap_at_most(text: str, width: int, most: int, mark: str) -> list[str]:
    """The first `most` lines of the text, the last one ending in `mark` where something is left over."""
    rows: Sequence[str] = wrap_text(text, max(width, 4))
    if len(rows) <= most:
        return list(rows)
    return [*rows[: most - 1], cut(f"{rows[most - 1]} {rows[most]}", max(width, 4), mark)]
