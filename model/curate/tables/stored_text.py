"""The text that is kept of a sheet: each row on a line, after its number, so that it can be quoted."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from model.corpus.records import Quote, QuoteField
from model.exchange.tables.sheet import Sheet, SheetRow

NOTE = "Made from a table: a row is a line here, after its number; bars stand between cells, \u23ce for a line break."
"""What is said of such a text in the note of its source."""

BETWEEN = " | "
"""What stands between the cells of a row."""

_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NUMBER = re.compile(r"row ([0-9]+) \|")


def on_one_line(cell: str) -> str:
    """A cell as it stands in the text: with a sign for each line break, and else letter by letter."""
    return _BREAK.sub(" \u23ce ", cell)


@dataclass(frozen=True)
class StoredText:
    """The text of a sheet, whose first line is its title. Empty rows are not in it."""

    title: str
    sheet: Sheet

    @cached_property
    def text(self) -> str:
        """All of it."""
        lines = (self.line(row) for row in self.sheet.rows if not row.empty)
        return "\n".join((self.title, "", *lines)) + "\n"

    def line(self, row: SheetRow) -> str:
        """The line of a row."""
        return f"row {row.number}{BETWEEN}{self.stretch(row, 0, len(row.cells) - 1)}"

    def stretch(self, row: SheetRow, first: int, last: int) -> str:
        """What stands in the line of a row from a column to another, both inside; nothing after the last full cell."""
        full = max((number for number, cell in enumerate(row.cells) if cell), default=-1)
        return BETWEEN.join(on_one_line(cell) for cell in row.cells[first : min(last, full) + 1])

    def quote(self, row: SheetRow) -> QuoteField:
        """What quotes the line of a row; where a cell looks like the beginning of that line, it says which is meant."""
        line = self.line(row)
        return line if self._numbers[row.number] == 1 else Quote(prefix="\n", exact=line)

    @cached_property
    def _numbers(self) -> "Counter[int]":
        """How often what a line begins with stands in the text, by the number of the row."""
        return Counter(int(found[1]) for found in _NUMBER.finditer(self.text))
