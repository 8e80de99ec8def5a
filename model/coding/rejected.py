"""The list of the rows that a table could not take: a file beside it, which people open in a spreadsheet."""

import csv
from collections.abc import Iterable
from pathlib import Path

from model.exchange.csv_cells import safe
from model.index.table.coded import TableMeta


def rejects_file(out: Path, download: int = 0) -> Path:
    """Where the list of rows stands that a table could not take of a download: `.rejects.csv`, `.rejects-2.csv`."""
    return out.with_name(f"{out.name}.rejects{f'-{download + 1}' if download else ''}.csv")


def write_rejects(path: Path, rejects: Iterable[tuple[int, int, str, str]], meta: TableMeta) -> None:
    """The list, as CSV in which no cell is a formula. Raises `OSError`, `FileExistsError` where a file is there."""
    file = path.open("x", encoding="utf-8", newline="")
    try:
        with file:
            writer = csv.writer(file)
            writer.writerow(("file", "row", "why", "as it stood"))
            for at, number, raw, why in rejects:
                writer.writerow((safe(meta.files[at].name), number, safe(why), safe(raw, whole=True)))
    except OSError:
        # Half of a list would look like all of it, and would be in the way of the next import.
        path.unlink(missing_ok=True)
        raise
