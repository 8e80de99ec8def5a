"""The tables of CSV: what is listed elsewhere stands in them, and one says what the others hold."""

import csv
import io
from pathlib import Path

import pytest

from model.asof.lists import lists_as_of
from model.asof.questions import questions_as_of
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.exchange.csv_tables import TABLES
from model.exchange.formats import EXPORTERS
from model.index.archive import Archive, open_archive
from model.index.values import AsOf
from tests.cli.running import run
from tests.exchange.bundled import CORPUS
from tests.handmade import corpus_of
from tests.hostile.corpus import hostile_corpus
from tests.odd.corpora import CORPORA
from tui.exporting import extract_of

CSV = EXPORTERS.get("csv")
WHOLE = open_archive(CORPUS, None, today=0)


def rows_of(archive: Archive, table: str, when: AsOf | None = None) -> list[dict[str, str]]:
    extract = extract_of(archive, when or archive.default, table=table)
    return list(csv.DictReader(io.StringIO("".join(CSV.pieces(extract)), newline="")))


def under(typed: str) -> AsOf:
    return AsOf(WHOLE.default.day, WHOLE.read(typed, WHOLE.default))


def test_the_format_names_the_tables_that_there_are():
    assert CSV.tables == TABLES


@pytest.mark.parametrize("typed", ["", "has:conflict", "conflict:gradient", "who:putin"])
def test_each_reading_of_each_listed_conflict_is_a_row(typed: str):
    when = under(typed)
    listed = WHOLE.listed_conflicts(when)
    rows = rows_of(WHOLE, "conflicts", when)
    assert [(row["conflict"], row["reading"]) for row in rows] == [
        (it.conflict.id, reading.words) for it in listed for reading in it.view.readings
    ]
    assert {name for row in rows for name in row["claims"].split()} == {
        name for it in listed for name in it.conflict.claims
    }


def test_a_reading_that_was_replaced_or_preferred_says_so():
    archive = open_archive(
        corpus_of("""
            told    2025-05-01  expected  PR+  2025-05-09  by=insider
            denied  2025-05-03  denied    CT-  2025-05-09  by=kremlin supersedes=told
            other   2025-05-03  expected  PR+  2025-05-09  event=talks by=tass
            unlike  2025-05-04  expected  PR-  2025-05-09  event=talks by=kremlin
            conflict resolved      told,denied  preferred=denied
            conflict contradiction other,unlike
        """),
        None,
        today=0,
    )
    stands = {row["claims"]: row["stands"] for row in rows_of(archive, "conflicts")}
    assert stands == {"told": "superseded", "denied": "preferred", "other": "stands", "unlike": "stands"}


def test_that_it_was_resolved_is_not_told_before():
    """As of a day, the kind is the one that was known then."""
    corpus = corpus_of("""
        told    2025-05-01  expected  PR+  2025-05-09  by=insider
        doubt   2025-05-02  expected  PR-  2025-05-09  by=tass
        denied  2025-05-03  denied    CT-  2025-05-09  by=kremlin supersedes=told,doubt
        conflict resolved told,doubt,denied preferred=denied
    """)
    archive = open_archive(corpus, None, today=0)
    then = {row["kind"] for row in rows_of(archive, "conflicts", AsOf(day_from_text("2025-05-02")))}
    assert then == {"contradiction"}
    assert {row["kind"] for row in rows_of(archive, "conflicts")} == {"resolved"}


def test_each_question_is_a_row_with_its_state_and_criteria():
    rows = rows_of(WHOLE, "questions")
    views = questions_as_of(CORPUS, WHOLE.default.day)
    assert [(row["question"], row["state"]) for row in rows] == [
        (it.question.id, it.state.value) for it in views
    ]
    assert all(row[name] for row in rows for name in ("text", "yes", "no", "ambiguous", "annulled", "events"))
    assert rows_of(WHOLE, "questions", under("status:occurred")) == []


def test_each_name_of_each_list_is_a_row_and_lies_where_it_says():
    rows = rows_of(WHOLE, "lists")
    named = [row for row in rows if row["place"]]
    assert [row["list"] for row in named] == [
        view.printed.id for view in lists_as_of(CORPUS, WHOLE.default.day) for _ in view.names
    ]
    for row in named:
        assert CORPUS.texts[row["source"]][int(row["start"]) : int(row["end"])] == row["label"]


def test_who_is_on_the_list_before_alone_is_a_row_without_a_place(tmp_path: Path):
    corpus = CORPORA["long lists"]().load(tmp_path / "lists")
    gone = [row for row in rows_of(open_archive(corpus, None, today=0), "lists") if not row["place"]]
    assert gone
    for row in gone:
        assert row["place_before"]
        assert row["label_before"]
        assert row["change"] == ("missing" if row["complete"] == "yes" else "not named here")


@pytest.mark.parametrize("name", CORPORA)
def test_odd_corpora_have_their_tables(name: str, tmp_path: Path):
    corpus = CORPORA[name]().load(tmp_path / "odd")
    archive = open_archive(corpus, None, today=0)
    day = archive.default.day
    assert len({row["conflict"] for row in rows_of(archive, "conflicts")}) == len(
        archive.conflicts(archive.default)
    )
    assert len(rows_of(archive, "questions")) == len(questions_as_of(corpus, day))
    assert len(rows_of(archive, "searches")) == len(archive.known(day).searches)
    views = lists_as_of(corpus, day)
    assert len(rows_of(archive, "lists")) == sum(len(it.names) + len(it.gone) for it in views)


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_any_table_is_a_formula(tmp_path: Path, table: str):
    corpus = hostile_corpus(tmp_path / "hostile", ["=cmd()", "@SUM(1)"])
    rows = rows_of(open_archive(corpus, None, today=0), table)
    assert rows
    assert [cell for row in rows for cell in row.values() if cell[:1] in "=+-@" and cell] == []


def left_out(corpus: Corpus, table: str = "", drafts: bool = False) -> tuple[str, ...]:
    archive = open_archive(corpus, None, today=0)
    return CSV.what_is_left_out(extract_of(archive, archive.default, drafts, table=table))


def test_a_table_of_claims_says_what_it_has_no_place_for():
    conflicts = len(WHOLE.conflicts(WHOLE.default))
    (told,) = left_out(CORPUS)
    assert told.startswith(
        f"A table of claims has no place for conflicts ({conflicts}), questions (2) and lists"
    )
    assert told.endswith(": --what conflicts|questions|lists.")
    assert left_out(corpus_of("one 2025-05-01 occurred CT+ 2025-04-30")) == ()
    assert left_out(CORPUS, "lists") == ()
    assert left_out(CORPUS, "lists", drafts=True) == (
        "What changed, and drafts, stand in the table of claims alone.",
    )


def test_the_command_line_takes_a_table_by_its_name():
    done = run("export", "--to", "csv", "--what", "questions")
    assert done.stdout.startswith(b"question,text,state,")
    assert done.stderr.decode() == f"{EXPORTERS.get('csv').lacks}\n"
    wrong = run("export", "--to", "csv", "--what", "quotes")
    assert wrong.returncode == 2
    assert b"csv has no table 'quotes'; it has claims, conflicts, questions, searches, lists" in wrong.stderr
    none = run("export", "--to", "markdown", "--what", "lists")
    assert (
        b"markdown is not made of tables, so it takes no --what; csv, tsv, jsonl and parquet do"
        in none.stderr
    )
    claims = run("export", "--to", "csv")
    assert b"no place for conflicts" in claims.stderr
