"""A coded row as a draft: a text that has it, an event that is linked to it, a claim that quotes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus.codes import Severity
from model.corpus.load import load_files
from model.corpus.quoted import wording
from model.corpus.records import Claim, Event, Source
from model.curate.beginning import begin
from model.curate.changes import inverse
from model.curate.saving import save
from model.curate.tables.row_draft import draft_of_row, link_to, linked_event
from model.curate.toml_text import CannotEdit
from model.index.archive import Archive, open_archive
from model.index.table.coded import CodedRow, TableMeta
from tests.coded_tables import TODAY, missile_tests, odd_tables, table

MOST = 2**26


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    begin(tmp_path / "corpus")
    return tmp_path / "corpus"


def read(folder: Path) -> Archive:
    loaded = load_files(folder, MOST)
    return open_archive(loaded.corpus, None, TODAY, str(folder), loaded.files)


def put(folder: Path, row: CodedRow, meta: TableMeta) -> str:
    archive = read(folder)
    made = draft_of_row(archive.whole, archive.files, MOST, row, meta)
    save(folder, made.changes)
    return made.event


def drafts(folder: Path, kind: str) -> Iterator[object]:
    return (it.record for it in read(folder).corpus.drafts if it.kind == kind)


def test_a_row_is_an_event_a_claim_and_a_source_that_are_drafts(folder: Path):
    meta, (row,) = table([("2025-05-08", "A test", "Korea", "2025-05-01")])
    before = {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()}
    archive = read(folder)
    made = draft_of_row(archive.whole, archive.files, MOST, row, meta)
    save(folder, made.changes)
    (event,), (claim,), (source,) = (list(drafts(folder, kind)) for kind in ("event", "claim", "source"))
    assert isinstance(event, Event) and isinstance(claim, Claim) and isinstance(source, Source)
    assert (event.id, event.title, event.rows) == (made.event, "A test", (link_to(row, meta),))
    assert (event.rows[0].table, event.rows[0].row) == ("A table", "rows.csv, line 2")
    assert claim.event == event.id and claim.source == source.id == made.source
    assert wording(claim) == "line 2 | 2025-05-08 | A test | Korea | 2025-05-01"
    assert claim.date is not None and (claim.date.edtf, claim.date.words) == ("2025-05-08", "2025-05-08")
    # It is known from the day on which the row was.
    assert (source.published.edtf, source.retrieved) == ("2025-05-01", "2026-04-21")
    assert "rows.csv, line 2" in (source.note or "")
    save(folder, inverse(made.changes))
    assert {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()} == before


@pytest.mark.parametrize("name", [*odd_tables(), "missile tests"])
def test_every_row_of_odd_tables_becomes_a_draft_without_an_error(folder: Path, name: str):
    meta, rows = odd_tables().get(name) or missile_tests()
    for row in rows[:: max(1, len(rows) // 6)]:
        if linked_event(read(folder).whole, row, meta) is not None:
            # Two have one key.
            continue
        event = put(folder, row, meta)
        found = {it.id: it for it in drafts(folder, "event") if isinstance(it, Event)}
        assert found[event].rows == (link_to(row, meta),)
    errors = [it for it in read(folder).corpus.findings if it.severity is Severity.ERROR]
    assert errors == []


def test_one_that_is_linked_already_is_refused(folder: Path):
    meta, (row,) = table([("2025-05-08", "A test", "Korea", "")])
    event = put(folder, row, meta)
    with pytest.raises(CannotEdit, match=f'the event "{event}" is linked to this row already'):
        put(folder, row, meta)


def test_a_corpus_of_an_older_format_says_which_it_takes(folder: Path):
    meta, (row,) = table([("2025-05-08", "A test", "Korea", "")])
    file = folder / "corpus.toml"
    file.write_text(file.read_text().replace("format = 3", "format = 2"))
    with pytest.raises(CannotEdit, match=r"write format = 3 in corpus\.toml"):
        put(folder, row, meta)


def test_two_rows_of_one_title_get_ids_of_their_own(folder: Path):
    meta, rows = table([("2025-05-08", "A test", "Korea", ""), ("2025-05-09", "A test", "Korea", "")])
    assert put(folder, rows[0], meta) != put(folder, rows[1], meta)
    assert len([*drafts(folder, "source")]) == 2


def test_a_row_that_is_too_long_to_be_read_is_refused(folder: Path):
    meta, (row,) = table([("2025-05-08", "A test", "x" * 500, "")])
    archive = read(folder)
    with pytest.raises(CannotEdit, match="400 bytes"):
        draft_of_row(archive.whole, archive.files, 400, row, meta)
