"""Rows as an SQLite database: one table of them, and one that says what its columns are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from model.dates.civil import iso_day
from model.exchange.database_dates import DATE_COLUMNS, DATES, date_values
from model.exchange.database_file import DataTable, Value, write_database
from model.exchange.row_exports.told_rows import WORD, RowsExtract, ToldRow


def write_rows(extract: RowsExtract, path: Path) -> None:
    """The database of a table of coded rows. Raises `CannotExport`."""
    columns = [*_identifiers(extract.keys)]
    names = zip(extract.columns, columns, strict=True)
    readme = [
        ("title", extract.title),
        ("as of", f"{iso_day(extract.day)}: the rows that were known on that day, and no others"),
        ("status", f'"{WORD}" of each row: somebody else has coded it, and nothing here says that it is so'),
        ("dates", DATES),
    ]
    if extract.filter:
        readme.append(("filter", f"{extract.filter}: these rows are only some"))
    rows = DataTable(
        "coded_rows",
        "a row as it stood in its file, in the order of the timeline",
        (
            ("id", "INTEGER PRIMARY KEY NOT NULL", "its place in the timeline, from 1"),
            ("status", "TEXT NOT NULL", "always the same: it was coded elsewhere"),
            ("title", "TEXT NOT NULL", "what the timeline shows of it"),
            *DATE_COLUMNS,
            ("known", "TEXT NOT NULL", "the day from which on it was known"),
            ("file", "TEXT NOT NULL", "the file that it stood in"),
            ("place", "INTEGER NOT NULL", "the number of its line in that file, or of its row in a sheet"),
            *((column, "TEXT", f'the column "{name}", as it was written') for name, column in names),
        ),
        (_row(number, row) for number, row in enumerate(extract.rows, 1)),
    )
    write_database(path, readme, [rows], lambda: [("left out", it) for it in extract.left_out()])


def _identifiers(keys: Iterable[str]) -> Iterator[str]:
    """Names of columns: letters, digits and underscores, each another."""
    taken: set[str] = set()
    for key in keys:
        number, name = 2, (one := "cell_" + re.sub(r"\W+", "_", key).strip("_").casefold())
        while name in taken:
            number, name = number + 1, f"{one}_{number}"
        taken.add(name)
        yield name


def _row(number: int, row: ToldRow) -> Sequence[Value]:
    own = (number, WORD, row.title, *date_values(row.date), iso_day(row.known), row.file, row.number)
    return *own, *(cell or None for cell in row.cells)
