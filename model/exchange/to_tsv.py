"""A table with tabs between its cells (text/tab-separated-values), a row a line.

No cell has a tab or a line end. One with quotation marks is quoted as in CSV, since spreadsheets take those for such.
"""

import csv
import io
from collections.abc import Iterator

from model.exchange.csv_cells import safe
from model.exchange.csv_tables import rows
from model.exchange.extract import Extract


def write(extract: Extract) -> Iterator[str]:
    """The lines of the table that is asked for, its header first."""
    for row in rows(extract):
        written = io.StringIO()
        csv.writer(written, delimiter="\t", lineterminator="\n").writerow(map(safe, row))
        yield written.getvalue()
