"""Clusters as spans: shown text that knows where it came from, in looks."""

from collections.abc import Callable, Iterable

from tui.text.line import Look, Span
from tui.text.shown import Cluster


def inked(shown: Iterable[Cluster], look_at: Callable[[int], Look]) -> list[Span]:
    """The clusters in as few spans as there are looks; `look_at` gives the look of the code point at a position."""
    pieces: list[tuple[Look, list[str]]] = []
    for cluster in shown:
        look = look_at(cluster.start)
        if pieces and pieces[-1][0] == look:
            pieces[-1][1].append(cluster.shown)
        else:
            pieces.append((look, [cluster.shown]))
    return [Span("".join(texts), look) for look, texts in pieces]
