"""Files of tables to be read, and to be spoilt."""

import shutil
from pathlib import Path

import pytest

from model.dates.edtf import parse
from model.index.table.coded import CodedRow, Column, Meaning, TableFile, TableMeta
from model.index.table.file.writer import TableWriter

META = TableMeta(
    "Launches",
    (
        Column("Title", "title", Meaning.TITLE),
        Column("Date", "date", Meaning.DATE),
        Column("Site", "site", Meaning.PLACE),
        Column("No.", "no", Meaning.ID),
    ),
    (
        TableFile("a.csv", "a" * 64, 9, "csv", "utf-8", 739_000),
        TableFile("b.csv", "b" * 64, 9, "csv", "utf-8", 739_009),
    ),
    said=("read as UTF-8",),
)
SITES = ("Sohae", "Tonghae", "서해", "Wonsan", "")


def launches(count: int, files: int = 2) -> list[CodedRow]:
    """Rows of some files, in no order of time."""
    found = []
    for number in range(1, count + 1):
        date = f"{1990 + number * 7 % 35}-{number * 5 % 12 + 1:02d}" if number % 9 else ""
        cells = (f"Launch {number} of a missile 미사일을", date, SITES[number * 3 % 5], f"L-{number}")
        raw = ",".join(cells) if number % 2 else f'"{cells[0]}";'
        edtf = parse(date) if date else None
        found.append(CodedRow(number % files, number, cells[0], edtf, cells, raw, None, cells[3]))
    return found


def written(path: Path, count: int, chunk: int = 64) -> Path:
    """A table of so many launches."""
    with TableWriter(path, META, {"map": b"title = 1"}, chunk) as writer:
        for number in range(count + 1, count + 4):
            writer.reject(0, number, f"row {number}", "its date cannot be read")
        writer.add(launches(count))
        writer.finish()
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of 300 rows, to be read only."""
    return written(tmp_path_factory.mktemp("made") / "launches.db", 300)


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    """The same, to be spoilt."""
    return Path(shutil.copy(made, tmp_path / "launches.db"))
