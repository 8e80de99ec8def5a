"""A text as a cell of a CSV file that no terminal obeys, and no spreadsheet either."""

import unicodedata

from model.exchange.visible import harmless, visible

_OBEYED = frozenset("=+-@\u2212")
"""What a spreadsheet takes for the beginning of a formula, also where it is printed full-width, small or raised."""


def safe_cell(text: str, whole: bool = False) -> str:
    """A cell, hidden characters spelled out, on one line unless its lines and tabs are to stay as a `whole`.

    What would begin a formula has an apostrophe before it, a year before Christ too.
    """
    shown = harmless(text) if whole else visible(text)
    return f"'{shown}" if unicodedata.normalize("NFKC", shown.lstrip()[:1])[:1] in _OBEYED else shown
