"""Rows of a table become drafts, each with itself as its quote; all are accounted for, and `check` finds no error."""

import csv
import hashlib
import io
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.coverage import coverage
from model.corpus.load import load_corpus
from model.corpus.quoted import wording
from model.corpus.records import Claim, Event
from model.curate.beginning import begin
from model.curate.saving import save
from model.curate.tables import into_corpus
from model.curate.tables.into_corpus import GivenTable, ImportedSheet, NotImported, changes_for
from model.exchange.tables.columns import guessed, header_of
from model.exchange.tables.delimited import read_delimited
from model.exchange.tables.sheet import Sheet, SheetRow
from tests.effort import examples
from tests.growth import GROWTH, growth

TABLE = [
    ["Date", "Event", "Place", "Kind", "Said"],
    ["2031-05-08", "Ferry announced", "Port Aurelle", "Announcement", "on Thursday"],
    ["", "", "", "", ""],
    ["3/4/2031", "화성-14", "nowhere", "", ""],
    ["2031-05-08", "Ferry announced", "Port Aurelle", "Announcement", "on Thursday"],
    ["", "", "", "", "a footnote"],
    ["unknown", 'A "quoted" title\nof two lines', "", "", "row 2 | 2031-05-08 |"],
    ["2031", "Ferry announced", "", "", ""],
]


def bytes_of(rows: list[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def put(folder: Path, rows: list[list[str]], name: str = "events.csv") -> ImportedSheet:
    """Import a table as it is guessed to be."""
    data = bytes_of(rows)
    sheet = read_delimited(data)
    header = header_of(sheet)
    assert header is not None
    changes, (imported,) = changes_for(folder, GivenTable(name, data, [(sheet, guessed(sheet, header))]))
    save(folder, changes)
    return imported


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    begin(tmp_path / "corpus")
    (tmp_path / "corpus" / "entities.toml").write_text(
        '[[entity]]\nid = "port"\ntype = "place"\nname = "Port"\naliases = ["Port Aurelle"]\n'
    )
    return tmp_path / "corpus"


def records(folder: Path, kind: type) -> list[Any]:
    return [it.record for it in load_corpus(folder).drafts if isinstance(it.record, kind)]


def test_each_row_is_a_draft_of_an_event_and_of_a_claim_that_quotes_it(folder: Path):
    imported = put(folder, TABLE)
    corpus = load_corpus(folder)
    assert corpus.errors == 0
    assert (imported.source, corpus.with_drafts is not None) == ("events", True)
    assert [event.id for event in records(folder, Event)] == [
        "ferry-announced",
        "hwaseong-14",
        "a-quoted-title-of-two",
        "ferry-announced-2",
    ]
    claims = {claim.event: claim for claim in records(folder, Claim)}
    assert [wording(it) for it in claims.values()] == [
        "row 2 | 2031-05-08 | Ferry announced | Port Aurelle | Announcement | on Thursday",
        "row 4 | 3/4/2031 | 화성-14 | nowhere",
        'row 7 | unknown | A "quoted" title ⏎ of two lines |  |  | row 2 | 2031-05-08 |',
        "row 8 | 2031 | Ferry announced",
    ]
    assert [claim.date and claim.date.edtf for claim in claims.values()] == ["2031-05-08", None, None, "2031"]
    unsure = claims["hwaseong-14"].date
    assert (unsure.words, unsure.reasoning) == ("3/4/2031", "Day and month may stand in either order.")
    first = records(folder, Event)[0]
    assert (first.title, first.place, first.type) == ("Ferry announced", "port", "announcement")


def test_every_row_is_imported_or_rejected_with_a_reason(folder: Path):
    imported = put(folder, TABLE)
    assert [(it.row.number, it.why) for it in imported.rejected] == [
        (3, "It is empty."),
        (5, "It is the same as row 2."),
        (6, "It has neither a title nor a date."),
    ]
    assert len(imported.made) + len(imported.rejected) == len(TABLE) - 1
    sidecar = tomllib.loads((folder / "sources/events.toml").read_text())
    assert [it["reason"] for it in sidecar["left_out"]] == [it.why for it in imported.rejected[1:]]
    assert [it["kind"] for it in sidecar["furniture"]] == ["table-header"]


def test_all_of_the_text_but_its_title_is_accounted_for(folder: Path):
    put(folder, TABLE)
    whole = load_corpus(folder).with_drafts
    assert whole is not None
    found = coverage(whole, "events")
    assert whole.texts["events"].startswith("events.csv\n\n")
    assert (found.rest, found.left_out > 0, found.furniture > 0) == (len("events.csv"), True, True)


def test_the_file_is_kept_as_it_was(folder: Path):
    put(folder, TABLE)
    source = tomllib.loads((folder / "sources/events.toml").read_text())["source"]
    kept = (folder / source["original"]["file"]).read_bytes()
    assert (kept, source["original"]["file"]) == (bytes_of(TABLE), "originals/events.csv")
    assert source["original"]["sha256"] == hashlib.sha256(kept).hexdigest()


def test_what_was_there_stays_and_no_id_is_used_twice(folder: Path):
    there = (folder / "events.toml").read_bytes().rstrip(b"\n")
    (folder / "events.toml").write_bytes(
        there + b'\n\n[[event]]\nid = "ferry-announced"\ntype = "a"\ntitle = "B" # mine'
    )
    before = (folder / "events.toml").read_bytes()
    put(folder, TABLE)
    assert (folder / "events.toml").read_bytes().startswith(before + b"\n\n[[event]]\n")
    second = put(folder, [*TABLE, ["2032", "One more", "", "", ""]], "events.csv")
    assert second.source == "events-2"
    corpus = load_corpus(folder)
    assert (corpus.errors, len(records(folder, Event)), len(records(folder, Claim))) == (0, 9, 9)
    assert (folder / "originals/events-2.csv").exists()


def test_records_that_cannot_be_read_keep_their_ids(folder: Path):
    with (folder / "events.toml").open("a") as file:
        file.write('\n[[event]]\nid = "ferry-announced"\nx = 1\n\n[[event]]\ntitle = "without an id"\n')
    before = load_corpus(folder).errors
    put(folder, TABLE)
    assert load_corpus(folder).errors == before
    assert "ferry-announced-3" in (folder / "events.toml").read_text()


def test_a_folder_that_is_not_there_becomes_a_corpus(tmp_path: Path):
    put(tmp_path / "new", TABLE)
    corpus = load_corpus(tmp_path / "new")
    assert (corpus.errors, corpus.info.title, len(records(tmp_path / "new", Claim))) == (0, "new", 4)
    assert (tmp_path / "new" / ".gitattributes").exists()


def test_a_file_that_was_imported_already_is_not_imported_again(folder: Path):
    put(folder, TABLE)
    with pytest.raises(NotImported, match='imported already, as the source "events"'):
        put(folder, TABLE, "another.csv")


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("events.toml", '[[event]]\ntitle = """\n', "events.toml cannot be read"),
        ("events.toml", "event = []\n", "write each event in a"),
        (
            "corpus.toml",
            'format = 1\ntitle = "T"\ndescription = ""\ncurators = []\nlanguage = "en"\n',
            "format = 2",
        ),
    ],
)
def test_a_corpus_that_cannot_take_it_is_left_as_it_is(folder: Path, file: str, text: str, why: str):
    (folder / file).write_text(text)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(NotImported, match=why):
        put(folder, TABLE)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_is_no_corpus_is_left_as_it_is(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(NotImported, match="is no corpus"):
        put(tmp_path, TABLE)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_what_would_be_too_large_to_read_again_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch):
    # Of so few bytes that a table with more is made at once.
    monkeypatch.setattr(into_corpus, "MAX_BYTES", 20_000)
    with pytest.raises(NotImported, match=r"sources/events.txt would have .* part the table in two"):
        put(folder, [["Date", "Event"], ["2031", "x" * 20_000]])
    assert not (folder / "originals").exists()


def test_columns_of_year_month_and_day_are_one_date(folder: Path):
    put(folder, [["Year", "Month", "Day", "Event"], ["2031", "5", "8", "a b"], ["2031", "May", "", "c d"]])
    dates = [claim.date for claim in records(folder, Claim)]
    assert [(it.edtf, it.words) for it in dates] == [
        ("2031-05-08", "2031 | 5 | 8"),
        ("2031-05", "2031 | May"),
    ]
    assert load_corpus(folder).errors == 0


def test_what_lasts_lasts_from_one_column_to_the_other(folder: Path):
    rows = [
        ["Start", "End", "Event"],
        ["2031-05-08", "2031-05-10", "a b"],
        ["2031-05-08", "2031-05-01", "c d"],
    ]
    put(folder, rows)
    dates = [claim.date for claim in records(folder, Claim)]
    assert [it.edtf for it in dates] == ["2031-05-08/2031-05-10", None]
    assert load_corpus(folder).errors == 0


def test_a_row_is_quoted_where_it_stands_also_where_another_cell_repeats_it(folder: Path):
    rows = [
        ["Date", "Event"],
        ["2031", "Ferry sails"],
        ["2032", "so: row 2 | 2031 | Ferry sails"],
        ["2033", "row 4 |"],
    ]
    put(folder, rows)
    whole = load_corpus(folder).with_drafts
    assert whole is not None
    assert load_corpus(folder).errors == 0
    text = whole.texts["events"]
    for claim in records(folder, Claim):
        number = claim.id.rpartition("-")[2]
        start = whole.anchors.claims[claim.id].start
        assert text[start - 1 :].startswith(f"\nrow {number} | ")


ALIKE = ["2031-05-08", "Ferry sails", "", "", ""]


def test_what_is_done_does_not_grow_with_the_square_of_the_rows(folder: Path):
    def work_on(size: int):
        rows = [[*ALIKE[:4], str(number)] for number in range(size)] + [["", "", "", "", "row 2 |"]] * size
        data = bytes_of([TABLE[0], *rows])
        sheet = read_delimited(data)
        file = GivenTable("a.csv", data, [(sheet, guessed(sheet, sheet.rows[0]))])
        return lambda: changes_for(folder, file)

    assert growth(work_on, 50) < GROWTH


anything = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["2031-05-08", "3/4/2031", "5/14/2031", "May 2031", "9 May", "Thursday", "row 2 |", "a", "unknown"]
    ),
    st.sampled_from(
        ["x\ny", "\x00", "\u202e", "\r", '"', "'''", "\\", "⏎", "\ud7ff", "\u2028", "=1+1", "[[claim]]"]
    ),
)
headers = st.sampled_from(
    ["Date", "End", "Event", "Type", "Place", "Year", "Month", "Day", "id", "", "other", "|"]
)


@examples(60)
@given(
    st.lists(headers, min_size=1, max_size=6),
    st.lists(st.lists(anything, max_size=7), max_size=12),
    st.text(max_size=9),
)
def test_any_table_is_taken_without_an_error(header: list[str], rows: list[list[str]], name: str):
    cells = [tuple(cell.strip() for cell in row) for row in [header, *rows]]
    sheet = Sheet(name, tuple(SheetRow(number, row) for number, row in enumerate(cells, 1)))
    first = header_of(sheet)
    if first is None:
        return
    columns = guessed(sheet, first)
    with tempfile.TemporaryDirectory() as there:
        folder = Path(there) / "corpus"
        changes, (imported,) = changes_for(
            folder, GivenTable(f"{name}.csv", b"as it was", [(sheet, columns)])
        )
        save(folder, changes)
        corpus = load_corpus(folder)
        assert [str(finding) for finding in corpus.findings if finding.severity.value == "error"] == []
        assert len(imported.made) + len(imported.rejected) == len(rows) + 1 - first.number
        assert sum(isinstance(it.record, Claim) for it in corpus.drafts) == len(imported.made)
        assert sum(isinstance(it.record, Event) for it in corpus.drafts) == len(imported.made)
