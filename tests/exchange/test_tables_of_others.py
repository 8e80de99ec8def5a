"""What others published comes in row by row, opens, is found, and goes out again in every format."""

import csv
import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import icalendar
import pytest

from model.coding.into_table import into_table, meta_of
from model.coding.plan import plan_of
from model.exchange.formats import EXPORTERS
from model.exchange.tables.streams.row_formats import streams_of
from model.index.archive import Archive
from model.index.table.coded import CodedRow
from model.index.table.file.file_target import FileTarget
from model.index.table.index import TableIndex
from model.index.table.opening import archive_of_table
from tests.coded_tables import TODAY
from tests.coding.coding import DATA
from tests.exchange.test_row_exports import FORMATS, written

FILES = {
    "nk-missile-tests-cns/test.en.json": 339,
    "timeline-timelinejs/women_in_computing.json": 10,
    "timeline-timelinejs/women_in_computing.csv": 11,
    "timeline-simile/jfk.xml": 130,
    "timeline-simile/monet.xml": 27,
}
"""Files under licences that let them be copied here, each with how many rows it has."""


def opened(file: Path, out: Path) -> Archive:
    """The archive of the table of a file: all rows that were read are in it."""
    from model.index.table.file.file_store import open_store

    plan = plan_of(streams_of(file, file.name, None), None)
    imported = into_table(plan, meta_of(plan, file.stem, (TODAY - 1,)), FileTarget(out))
    assert imported.meta is not None
    assert (imported.meta.rows, imported.meta.rejected) == (imported.meta.read, 0)
    return archive_of_table(TableIndex(open_store(out)), None, TODAY)


@pytest.fixture(scope="module", params=FILES)
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Archive]:
    name: str = request.param
    return name, opened(DATA / name, tmp_path_factory.mktemp("published") / "t.db")


def _lines(text: str) -> int:
    return len([json.loads(line) for line in text.splitlines()])


def _cells(text: str, between: str) -> int:
    return len([*csv.reader(io.StringIO(text, newline=""), delimiter=between)]) - 1


COUNTED: dict[str, Callable[[Any], int]] = {
    "csv": partial(_cells, between=","),
    "tsv": partial(_cells, between="\t"),
    "jsonl": _lines,
    "ics": lambda text: len(icalendar.Calendar.from_ical(text).walk("VEVENT")),
    "timelinejs": lambda text: len(json.loads(text)["events"]),
    "ftm": _lines,
    "timesketch": _lines,
    "parquet": lambda it: len(it[1]),
}
"""How many rows a document has, by a reader that is not ours."""


def rows_of(archive: Archive) -> list[CodedRow]:
    assert archive.table is not None
    return [*archive.table.tables[0].all_coded([it.event for it in archive.at(archive.default).rows(0, 999)])]


def test_every_row_opens_and_is_found_by_its_words(published: tuple[str, Archive]):
    name, archive = published
    rows = rows_of(archive)
    assert len(rows) == FILES[name]
    reader = archive.at(archive.default)
    for row in rows[:: max(1, len(rows) // 12)]:
        word = max(row.title.replace("-", " ").split(), key=lambda it: (len(it), it))
        found = reader.find.of(f'"{word}"')
        assert found.hits and all(it.places for it in found.hits), word


def test_every_row_goes_out_in_every_format_or_is_said_to_have_no_place(published: tuple[str, Archive]):
    name, archive = published
    assert {it.name for it in FORMATS} == {*COUNTED, "sqlite"}
    for format, count in COUNTED.items():
        document, left = written(format, archive)
        out = sum(int(it.split()[0].replace(",", "")) for it in left)
        assert count(document) + out == FILES[name], format
        assert not out or format in ("ics", "timelinejs", "timesketch"), format


@pytest.mark.parametrize("format", ["csv", "tsv", "jsonl", "ftm"])
def test_what_goes_out_comes_in_again_with_its_title_and_its_date(
    published: tuple[str, Archive], format: str, tmp_path: Path
):
    name, archive = published
    document, _ = written(format, archive)
    (tmp_path / f"again{EXPORTERS.get(format).endings[0] if format != 'ftm' else '.json'}").write_text(
        document, encoding="utf-8", newline=""
    )
    [again] = tmp_path.iterdir()
    back = rows_of(opened(again, tmp_path / "again.db"))
    assert len(back) == FILES[name]
    if format == "ftm":
        return
    names = [it.name for it in opened(again, tmp_path / "names.db").table.tables[0].meta.columns]  # type: ignore[union-attr]
    at = names.index("coded_edtf")
    assert sorted(row.cells[at] for row in back) == sorted(
        row.date.text if row.date is not None else "" for row in rows_of(archive)
    )


def test_an_export_asks_for_rows_a_window_at_a_time(
    published: tuple[str, Archive], monkeypatch: pytest.MonkeyPatch
):
    name, archive = published
    asked: list[int] = []
    store = archive.index.store  # type: ignore[attr-defined]
    rows_at = store.rows_at

    def counted(ids: list[int]) -> object:
        asked.append(len(ids))
        return rows_at(ids)

    monkeypatch.setattr(store, "rows_at", counted)
    monkeypatch.setattr(archive.table, "coded", None)
    written("csv", archive)
    assert (sum(asked), len(asked)) == (FILES[name], 1)
