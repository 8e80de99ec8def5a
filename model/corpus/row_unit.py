"""What the number of a row counts in the file that it stands in: lines of a text, or rows of a sheet."""

_SHEETS = frozenset({"xlsx"})
"""The formats whose rows an application numbers; in any other an editor numbers lines."""


def unit_of(format: str) -> str:
    """`line` or, of a workbook, `row`: the word before the number wherever a place in a file of rows is said."""
    return "row" if format in _SHEETS else "line"
