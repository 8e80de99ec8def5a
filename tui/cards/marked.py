"""The lines on a card that say what `check` warns of in what it shows; each leads to the finding."""

from collections.abc import Iterable, Iterator

from model.corpus.marked import warnings
from tui.text.line import BLANK, MUTE, Line, Span
from tui.text.phrases import Phrases
from tui.text.shown import cut
from tui.text.target import FindingTarget

_MOST = 3
"""The most warnings that a card says: it is read for something else, and all of them stand among the findings."""


def warning_lines(records: Iterable[tuple[str, str]], phrases: Phrases, width: int) -> list[Line]:
    """A muted line for each warning about these records, given by kind and id: `warning  Q003 the quote ...`."""
    found = [*_about(records, phrases)]
    lines = [_line(number, phrases, width) for number in found[:_MOST]]
    more = len(found) - len(lines)
    if more:
        lines.append(Line((Span(f"         and {more} more", MUTE),)))
    return [BLANK, *lines] if lines else []


def _about(records: Iterable[tuple[str, str]], phrases: Phrases) -> Iterator[int]:
    by_record = phrases.corpus.derived(warnings)
    # Nearly always there are none, and a card may have thousands of claims.
    if by_record:
        for record in records:
            yield from by_record.get(record, ())


def _line(number: int, phrases: Phrases, width: int) -> Line:
    finding = phrases.corpus.findings[number]
    words = f"warning  {finding.code} {phrases.plain(finding.message)}"
    return Line((Span(cut(words, width, phrases.signs.cut), MUTE),), FindingTarget(number))
