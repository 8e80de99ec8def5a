"""Tables of text with separators: comma, semicolon, tab or bar, as RFC 4180 and its relatives write them."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from model.exchange.tables.encoding import decoded
from model.exchange.tables.sheet import Sheet, SheetRow, UnreadableTable

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
"""What parts cells, and what it is called."""

_LOOKED_AT = 50
_MOST_SAMPLED = 100_000
_LONGEST_CELL = 2**31 - 1


def read_delimited(data: bytes, encoding: str | None = None, separator: str | None = None) -> Sheet:
    """The table in the bytes of a file, of an encoding and a separator that are named, or else found out.

    Raises `UnreadableTable`.
    """
    text, named = decoded(data, encoding)
    text, separator = _named_separator(text) if separator is None else (text, separator)
    separator = separator or separator_of(text)
    rows = tuple(rows_of(io.StringIO(text, newline=""), separator))
    return Sheet("", rows, (f"read as {named}", f"parted by {SEPARATORS.get(separator, repr(separator))}"))


def rows_of(lines: Iterable[str], separator: str) -> Iterator[SheetRow]:
    """The rows in the lines of a text, one after the other. Raises `UnreadableTable` where a quoted cell never ends.

    Lines have their ends, untranslated (`newline=""`).
    """
    # The bound of the module is one of cells; that of files has been kept already.
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield SheetRow(number, tuple(cell.strip() for cell in cells))
    except csv.Error as error:
        raise UnreadableTable(
            f"row {number + 1} cannot be read (line {reader.line_num}): {_why(str(error))}"
        ) from None


def separator_of(text: str) -> str:
    """The separator by which the first rows have equally many cells, and most of them."""
    sample = text[:_MOST_SAMPLED]
    return max(SEPARATORS, key=lambda separator: _fitness(sample, separator))


def _fitness(sample: str, separator: str) -> tuple[int, int]:
    """In how many of the first rows there are as many cells as in the first one, and how many these are."""
    try:
        rows = [*islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), _LOOKED_AT)]
    except csv.Error:
        return 0, 0
    widths = [len(row) for row in rows if row]
    if not widths or widths[0] < 2:
        return 0, 0
    return sum(width == widths[0] for width in widths), widths[0]


def _named_separator(text: str) -> tuple[str, str | None]:
    """The text after a first line such as `sep=;`, which some spreadsheets write, and what it names."""
    first, end, rest = text.partition("\n")
    line = first.rstrip("\r")
    return (rest, line[4:]) if line.lower().startswith("sep=") and len(line) == 5 and end else (text, None)


def _why(error: str) -> str:
    if "unexpected end of data" in error:
        return "it begins a quoted cell that never ends"
    if "expected after" in error:
        return "something stands between the end of a quoted cell and the next separator"
    return error
