"""Cells and lines of CSV (RFC 4180): no terminal shall obey a cell, and no spreadsheet either."""

import csv
import io
import unicodedata
from collections.abc import Iterable

from model.exchange.visible import harmless, visible

_OBEYED = frozenset("=+-@\u2212")
"""What a spreadsheet takes for the beginning of a formula, also where it is printed full-width, small or raised."""


def safe(text: str, whole: bool = False) -> str:
    """A cell, hidden characters spelled out, on one line unless its lines and tabs are to stay as a `whole`.

    What would begin a formula has an apostrophe before it, a year before Christ too. Where a quote stands in its
    source, `start` and `end` say.
    """
    shown = harmless(text) if whole else visible(text)
    return f"'{shown}" if unicodedata.normalize("NFKC", shown.lstrip()[:1])[:1] in _OBEYED else shown


def line(cells: Iterable[str]) -> str:
    """A line of cells, as they are given."""
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()


def safe_line(cells: Iterable[str]) -> str:
    """A line of cells, each made safe."""
    return line(map(safe, cells))
