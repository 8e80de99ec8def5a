"""Text that has commas in it and is no table: prose, notes, a licence."""

from collections.abc import Sequence

from model.exchange.tables.columns import is_known_header
from model.exchange.tables.sheet import SheetRow

NO_TABLE = (
    "there is no table in it: no header of it says what or when, and its lines have not equally many cells; "
    "if there is one, name the row of its headers in a file, with --map"
)
ONE_COLUMN = (
    "there is no table in it: its lines are not parted into cells; "
    "if each is a row of its own, say so with --from csv"
)


def why_no_table(header: SheetRow, below: Sequence[SheetRow], may_be_one_column: bool) -> str:
    """Why a text with such first rows is no table, in a sentence without its end; empty where it is one.

    A header that is known makes it one. Otherwise most rows have as many cells as there are headers, and more than one
    unless somebody said so.
    """
    width = len(header.cells)
    if any(map(is_known_header, header.cells)):
        return ""
    rows = [row for row in below if not row.empty]
    if width == 1:
        return "" if may_be_one_column or not rows else ONE_COLUMN
    return "" if 2 * sum(len(row.cells) == width for row in rows) >= len(rows) else NO_TABLE
