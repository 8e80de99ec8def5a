"""Rows of a table of coded rows in the formats of others: all of them, as of a day, and read back."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import icalendar
import pytest
from dateutil import parser as dateutil
from pyarrow import parquet

from model.exchange.formats import EXPORTERS, Exporter
from model.exchange.refused import CannotExport
from model.exchange.row_exports.told_rows import ToldRow, own_names
from model.exchange.to_timelinejs import MOST_SLIDES
from model.index.archive import Archive
from model.index.table.coded import TableMeta
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from model.index.table.store import Away
from tests.cli.test_tables import archive_of
from tests.coded_tables import HOSTILE, TODAY, Table, missile_tests, odd_tables, table
from tests.exchange.ftm_reader import entities
from tests.hostile.harmless import harmful
from tests.index.table.fakes import DistantStore, Line
from tests.outputs.told import within
from tui.exporting import rows_extract_of

FORMATS = [it for it in EXPORTERS.built_in if it.rows_writer]
NAMES = [it.name for it in FORMATS]
DATES = [
    "1950",
    "2025-05",
    "2025-05-09",
    "2025-05-09~",
    "[2025-05-09..2025-05-11]",
    "2025-05-09/2025-05-11",
    "../2025-05-09",
    "",
    "-0043-03-15",
]


def dated() -> Table:
    return table([(date, f"Row {date}", "", "2025-06-01") for date in DATES])


def written(name: str, archive: Archive) -> tuple[Any, list[str]]:
    """What a format makes of the rows of an archive, as of its day, with what it says that it left out."""
    exporter: Exporter = EXPORTERS.get(name)
    assert archive.table is not None
    extract = rows_extract_of(archive, archive.table.tables[0], archive.default)
    if not exporter.is_binary:
        return "".join(exporter.pieces_of_rows(extract)), [*extract.left_out()]
    with TemporaryDirectory() as folder:
        exporter.rows_into_file(extract, Path(folder) / "export")
        return within(Path(folder) / "export"), [*extract.left_out()]


def _csv(text: str, between: str = ",") -> list[list[str]]:
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    return [[it.removeprefix("'") for it in row[: head.index("coded_status")]] for row in rows]


def _json(text: str) -> list[list[str]]:
    objects = [json.loads(line) for line in text.splitlines()]
    own = {*own_names(())}
    return [[value or "" for name, value in it.items() if name not in own] for it in objects]


READ_BACK: dict[str, Callable[[Any], list[list[str]]]] = {
    "csv": _csv,
    "tsv": lambda text: _csv(text, "\t"),
    "jsonl": _json,
    "parquet": lambda it: [
        [value or "" for name, value in row.items() if not name.startswith("coded_")] for row in it[1]
    ],
}


@pytest.mark.parametrize("name", READ_BACK)
def test_every_row_comes_back_with_every_cell(name: str):
    (meta, rows), (text, left) = missile_tests(), written(name, archive_of(missile_tests()))
    shown = sorted(READ_BACK[name](text))
    given = sorted([" ".join(it.split()) if name == "tsv" else it for it in row.cells] for row in rows)
    assert len(meta.columns) == len(shown[0])
    assert shown == given
    assert not left


def test_a_database_of_rows_has_every_row_with_its_status(tmp_path: Path):
    archive = archive_of(missile_tests())
    assert archive.table is not None
    extract = rows_extract_of(archive, archive.table.tables[0], archive.default)
    EXPORTERS.get("sqlite").rows_into_file(extract, tmp_path / "x.sqlite")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as found:
        asked = "SELECT status, count(*), count(cell_missile), count(DISTINCT place) FROM coded_rows"
        assert found.execute(asked).fetchall() == [("coded", 339, 339, 339)]
        said = dict(found.execute("SELECT * FROM readme"))
    assert said["column coded_rows.cell_missile"] == 'the column "missile", as it was written'


def test_a_calendar_of_rows_has_what_has_days_and_nobody_confirms_it():
    text, left = written("ics", archive_of(dated()))
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert [str(it["SUMMARY"]) for it in events] == [
        "coded: Row 2025-05-09/2025-05-11",
        "coded: Row 2025-05-09",
    ]
    assert {str(it["STATUS"]) for it in events} == {"TENTATIVE"}
    assert len({str(it["UID"]) for it in events}) == 2
    assert left == ["7 rows left out: no exact day or span of days."]


def test_timesketch_has_of_rows_what_has_an_instant_and_says_how_exact_it_is():
    text, left = written("timesketch", archive_of(dated()))
    lines = {it["date_edtf"]: it for it in map(json.loads, text.splitlines())}
    assert {edtf: it["date_precision"] for edtf, it in lines.items()} == {
        "1950": "year",
        "2025-05": "month",
        "2025-05-09": "day",
        "2025-05-09~": "day, not sure",
        "[2025-05-09..2025-05-11]": "window",
        "2025-05-09/2025-05-11": "span",
        "../2025-05-09": "span",
    }
    assert all(dateutil.parse(it["datetime"]).utcoffset() is not None for it in lines.values())
    assert all(it["message"].startswith("coded: ") and it["status"] == "coded" for it in lines.values())
    assert left == ["2 rows left out: no date, or a year that is not between 1 and 9999."]


def test_followthemoney_has_all_rows_with_dates_as_fine_as_they_are():
    text, _ = written("ftm", archive_of(dated()))
    found = [it["properties"] for it in entities(text).values()]
    assert len(found) == len(DATES)
    said = {it["name"][0].removeprefix("coded: ").removeprefix("Row "): it.get("date") for it in found}
    assert said["1950"] == ["1950"]
    assert said["2025-05"] == said["[2025-05-09..2025-05-11]"] == ["2025-05"]
    assert said["-0043-03-15"] is None
    assert all(it["name"][0].startswith("coded: ") for it in found)


def test_a_page_of_timelinejs_has_a_bound_and_says_so():
    most = [("2025-05-09", f"Row {it}", "", "") for it in range(MOST_SLIDES)]
    text, _ = written("timelinejs", archive_of(table(most)))
    assert len(json.loads(text)["events"]) == MOST_SLIDES
    with pytest.raises(CannotExport, match=r"2,000 rows it never ends; take fewer with --filter"):
        written("timelinejs", archive_of(table([*most, most[0]])))


@pytest.mark.parametrize("name", NAMES)
def test_as_of_a_day_nothing_tells_what_came_later(name: str):
    rows = [(f"2025-05-0{it}", f"Row {it}", f"land {it}", f"2025-06-0{it}") for it in range(1, 8)]
    whole, left = table(rows), table(rows[:4])
    assert written(name, archive_of(whole, "2025-06-04")) == written(name, archive_of(left, "2025-06-04"))
    assert written(name, archive_of(whole, "2025-06-05")) != written(name, archive_of(left, "2025-06-04"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("of", odd_tables())
def test_an_odd_table_is_written_harmlessly(name: str, of: str):
    text, _ = written(name, archive_of(odd_tables()[of]))
    # What is in Parquet goes to programs, as it is.
    assert name == "parquet" or not harmful(str(text).replace("\r\n", "\n").replace("\t", " "))


@pytest.mark.parametrize("name", NAMES)
def test_hostile_headers_and_cells_are_neither_statements_nor_formulas(name: str):
    headers = ("date", "title", '"); DROP TABLE coded_rows; --', "coded_status", "=cmd()")
    text, _ = written(name, archive_of(table([("2025-05-09", "=1+1", *HOSTILE[:3])], names=headers)))
    assert "coded_status_2" in str(text) or name in ("ics", "timelinejs", "ftm", "timesketch", "sqlite")
    if name in ("csv", "tsv"):
        assert "'=cmd()" in text and "'=1+1" in text


def test_columns_of_the_same_name_as_ours_keep_theirs():
    assert own_names(("Coded_Status", "coded_row"))[::6] == ["coded_status_2", "coded_row_2"]
    assert TableMeta("x", ()).columns == ()


@pytest.mark.parametrize("name", ["sqlite", "parquet"])
def test_a_file_that_says_what_it_is_says_which_part_of_the_table_is_not_in_it(name: str, tmp_path: Path):
    meta, rows = missile_tests()
    line = Line()
    store = DistantStore(MemoryStore(meta, rows, chunk=100), line)
    archive = archive_of_table(TableIndex(store), None, TODAY)
    for seen in ((), (Away(0, 100, 700_000, 720_000, "db1 is down"),)):
        assert archive.table is not None
        extract = rows_extract_of(archive, archive.table.tables[0], archive.default)
        path = tmp_path / f"{len(seen)}.{name}"
        # It may be found out while it is written.
        told = replace(extract, rows=before_the_end(extract.rows, partial(setattr, line, "seen", seen)))
        EXPORTERS.get(name).rows_into_file(told, path)
        assert left_out_of(name, path) == [*extract.left_out()]
        assert len([*extract.left_out()]) == len(seen)


def before_the_end(rows: Iterable[ToldRow], happens: Callable[[], None]) -> Iterator[ToldRow]:
    yield from rows
    happens()


def left_out_of(name: str, path: Path) -> list[str]:
    if name == "parquet":
        said = (parquet.read_metadata(path).metadata or {}).get(b"left_out")
        return [said.decode()] if said else []
    with closing(sqlite3.connect(path)) as found:
        return [it for (it,) in found.execute("SELECT says FROM readme WHERE what = 'left out'")]
