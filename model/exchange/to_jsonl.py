"""A table as JSON Lines: an object a row, with the columns of CSV; what is empty there is null."""

from collections.abc import Iterator

from model.exchange.csv_tables import NUMBERS, rows
from model.exchange.extract import Extract
from model.exchange.json_text import json_line


def write(extract: Extract) -> Iterator[str]:
    """The objects of the table that is asked for, one a line."""
    table = rows(extract)
    head = next(table)
    for row in table:
        cells = zip(head, row, strict=True)
        yield json_line(
            {name: int(cell) if cell and name in NUMBERS else cell or None for name, cell in cells}
        )
