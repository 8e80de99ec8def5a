"""The shape that all cards share: a label column, blocks with headings, rows with columns."""

from collections.abc import Iterable

from tui.text.line import BOLD, MUTE, TEXT, Line, Look, Span
from tui.text.shown import cells, cut, fit
from tui.text.target import Target
from tui.text.wrap import wrap_at_most

LABEL = 8
"""Cells of the label column."""

VALUE_LINES = 2
"""The most lines that a labelled value takes."""


def labelled(
    label: str, value: str, width: int, mark: str, target: Target | None = None, most: int = VALUE_LINES
) -> list[Line]:
    """A muted label and its value, wrapped to at most `most` lines; its first line leads to `target`."""
    rows = wrap_at_most(value, width - LABEL, most, mark)
    first = Line((Span(f"{label:{LABEL}}", MUTE), Span(rows[0])), target)
    return [first, *(Line((Span(" " * LABEL), Span(row))) for row in rows[1:])]


def widest(texts: Iterable[str], least: int) -> int:
    """The cells of a column that holds these texts, at least `least` of them."""
    return max(least, *map(cells, texts), 0)


def heading(words: str, after: str = "", look: Look = BOLD) -> Line:
    """The heading of a block, with what is said beside it."""
    return Line((Span(words, look), Span(f"  {after}" if after else "", MUTE)))


BELOW = -1
"""The width of a column for which there is no room: it stands on a line of its own, below the others."""

_FEWEST = 8
"""The fewest cells of a column of titles: fewer tell none from another."""


def room_for_titles(width: int, *others: int) -> int:
    """How wide a column of titles is beside others, one blank between; `BELOW` where there is no room beside them."""
    left = width - sum(others) - len(others)
    return left if left >= _FEWEST else BELOW


def with_title(row: Line, title: str, look: Look, room: int, width: int, mark: str) -> list[Line]:
    """A row, and below it its title where that has no room in it."""
    return [row] if room != BELOW else [row, title_below(title, look, width, mark)]


def title_below(title: str, look: Look, width: int, mark: str) -> Line:
    """A title on a line of its own, below its row."""
    return Line((Span("  "), Span(cut(title, width - 2, mark), look)))


def columns(row: Iterable[tuple[str, Look, int]], mark: str, target: Target | None = None) -> Line:
    """Columns of given widths in cells, one blank between; 0 takes the text as it is, `BELOW` leaves it out."""
    spans: list[Span] = []
    for text, look, width in (it for it in row if it[2] != BELOW):
        if spans:
            spans.append(Span(" "))
        words = fit(text, width, mark) if width else text
        kept = words.rstrip()
        # Fill is not struck or underlined with its text.
        spans += [Span(kept, look), Span(" " * (cells(words) - cells(kept)), TEXT)]
    return Line(tuple(span for span in spans if span.text), target)


def quoted(words: str, indent: int, width: int, mark: str) -> Line:
    """A quote on one line, muted and cut."""
    return Line((Span(" " * indent), Span(cut(f'"{words}"', width - indent, mark), MUTE)))
