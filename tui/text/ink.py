"""Clusters as spans: shown text that knows where it came from, in looks."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from tui.text.line import Look, Span
from tui.text.shown import Cluster


def inked(shown: Iterable[Cluster], look_at: Callable[[int], Look]) -> list[Span]:
    """The clusters in as few spans as there are looks; `look_at` gives the look of the code point at a position."""
    return _joined((cluster.shown, look_at(cluster.start)) for cluster in shown)


def inked_plain(text: str, start: int, borders: Iterable[int], look_at: Callable[[int], Look]) -> list[Span]:
    """The same of plain text (`is_plain`) from code point `start`, of which the look changes at `borders` alone."""
    end = start + len(text)
    marks = sorted({start, *(it for it in borders if start < it < end), end})
    return _joined((text[one - start : other - start], look_at(one)) for one, other in pairwise(marks))


def _joined(pieces: Iterable[tuple[str, Look]]) -> list[Span]:
    found: list[tuple[Look, list[str]]] = []
    for text, look in pieces:
        if found and found[-1][0] == look:
            found[-1][1].append(text)
        else:
            found.append((look, [text]))
    return [Span("".join(texts), look) for look, texts in found]
