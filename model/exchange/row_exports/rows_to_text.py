"""Rows as CSV (RFC 4180), as a table with tabs, and as JSON Lines: their own columns, then what we say of them."""

import csv
import io
from collections.abc import Iterator

from model.exchange.csv_cells import safe
from model.exchange.json_text import json_line
from model.exchange.row_exports.told_rows import RowsExtract, own_cells, own_names


def to_csv(extract: RowsExtract) -> Iterator[str]:
    """The lines of the table, its header first. Cells keep their lines, in quotes."""
    return _lines(extract, ",", "\r\n", whole=True)


def to_tsv(extract: RowsExtract) -> Iterator[str]:
    """The same with tabs, a row a line."""
    return _lines(extract, "\t", "\n", whole=False)


def to_jsonl(extract: RowsExtract) -> Iterator[str]:
    """An object a row; a cell in which nothing stands is null. A cell is a text, and where it stood a number."""
    names = (*extract.columns, *own_names(extract.columns))
    for row in extract.rows:
        *cells, _ = (*row.cells, *own_cells(row))
        values: list[object] = [cell or None for cell in cells]
        yield json_line(dict(zip(names, [*values, row.number], strict=True)))


def _lines(extract: RowsExtract, between: str, end: str, whole: bool) -> Iterator[str]:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=between, lineterminator=end)
    writer.writerow([safe(it) for it in (*extract.columns, *own_names(extract.columns))])
    for row in extract.rows:
        yield written.getvalue()
        written.seek(0)
        written.truncate()
        writer.writerow([safe(it, whole) for it in (*row.cells, *own_cells(row))])
    yield written.getvalue()
