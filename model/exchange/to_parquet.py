"""The tables of CSV as Parquet, for notebooks and big queries; and rows of coded tables, with days as days."""

from collections.abc import Iterator
from pathlib import Path

from model.dates.civil import day_number, iso_day
from model.exchange.csv_tables import NUMBERS, TABLES, rows
from model.exchange.extract import Extract
from model.exchange.parquet_file import Cell, write_parquet
from model.exchange.row_exports.told_rows import RowsExtract, ToldRow, own_cells, own_names

_EPOCH = day_number(1970, 1, 1)
_YEARS = range(day_number(1, 1, 1), day_number(10_000, 1, 1))
"""The days that readers of Parquet have, as Python has them."""


def write(extract: Extract, path: Path) -> None:
    """The table that is asked for; what is empty in CSV is null. Raises `CannotExport`, `OSError`."""
    table = rows(extract)
    head = next(table)
    said = {
        "title": extract.whole.info.title,
        "as_of": iso_day(extract.scope.day),
        "table": extract.table or TABLES[0],
    }

    def cells() -> Iterator[list[Cell]]:
        for row in table:
            yield [
                int(cell) if cell and name in NUMBERS else cell or None
                for name, cell in zip(head, row, strict=True)
            ]

    write_parquet(path, head, cells(), _texts(said), numbers=NUMBERS)


def write_rows(extract: RowsExtract, path: Path) -> None:
    """The rows: their columns, what we say of them, and the first and last day. Raises `CannotExport`, `OSError`."""
    own = own_names(extract.columns, ("coded_first_day", "coded_last_day"))
    *_, number, first, last = own
    said = {"title": extract.title, "as_of": iso_day(extract.day), "status": "coded elsewhere"}
    if extract.filter:
        said["filter"] = extract.filter

    def cells(row: ToldRow) -> list[Cell]:
        *texts, _ = (*row.cells, *own_cells(row))
        known: list[Cell] = [text or None for text in texts]
        date = row.date
        ends = (date.earliest, date.latest) if date is not None else (None, None)
        return [*known, row.number, *map(_since_epoch, ends)]

    names = (*extract.columns, *own)
    write_parquet(
        path,
        names,
        map(cells, extract.rows),
        _texts(said),
        numbers={number},
        days={first, last},
        after=lambda: _texts({"left_out": left} if (left := " ".join(extract.left_out())) else {}),
    )


def _since_epoch(day: int | None) -> int | None:
    return day - _EPOCH if day is not None and day in _YEARS else None


def _texts(said: dict[str, str]) -> dict[str, str]:
    """Without lone surrogates, which no file of texts holds."""
    return {name: it.encode("utf-8", "replace").decode() for name, it in said.items()}
