"""A row as it stood in its file, laid out in a width: verbatim but for what cannot be shown, which is spelled out."""

import re
from collections.abc import Sequence

from tui.text.line import Line, Span
from tui.text.phrases import Phrases
from tui.text.wrap import wrap_text

_ENDS = re.compile(r"\r\n|[\r\n]")


def raw_lines(raw: str, phrases: Phrases, width: int) -> Sequence[Line]:
    """The lines of a row; a cell may hold ends of lines. What goes on in the next line of the pane is indented."""
    lines: list[Line] = []
    for own in _ENDS.split(phrases.bounded(raw)):
        first, *more = wrap_text(phrases.safe(own), max(width - 4, 1))
        lines.append(Line((Span(" "), Span(first))))
        lines += [Line((Span("   "), Span(row))) for row in more]
    return lines
