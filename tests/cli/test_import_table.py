"""`import` of a table says what it takes columns for and what became of each row, and writes all of it or nothing."""

import os
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from tests.cli.running import run
from tests.exchange.tables.test_reading import made_workbook

TABLE = "Date,Event,Note\n3/4/2031,Ferry sails,a\n3/14/2031,Ferry lands,\n,,\n3/14/2031,Ferry lands,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "ferries.csv").write_text(TABLE)
    return tmp_path / "ferries.csv"


def test_a_table_becomes_drafts_and_all_of_it_is_said(table: Path):
    done = run("import", table, "--into", table.parent / "corpus")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().splitlines() == [
        "read as UTF-8; parted by commas; 4 rows of 3 columns",
        '  title: "Event"',
        '  date: "Date" (month first)',
        "  in the text alone: Note",
        "sources/ferries: 4 rows = 2 imported as drafts + 2 rejected",
        "  rejected: row 4: It is empty.",
        "  rejected: row 5: It is the same as row 3.",
        "  dates: 2 read, 0 left as words, 0 not given",
        f"{table.parent}/corpus: to see what is still to be done: dprk-tui check {table.parent}/corpus",
    ]
    assert run("check", table.parent / "corpus").returncode == 0
    assert b"nothing written" in run("schema", table.parent / "corpus").stderr
    assert "ferry-sails" in (table.parent / "corpus/.schema/source.json").read_text()


def test_what_was_guessed_is_saved_and_what_is_saved_is_used(table: Path):
    map_file = table.parent / "map.toml"
    assert run("import", table, "--into", table.parent / "one", "--map", map_file).returncode == 0
    text = map_file.read_text()
    assert 'order = "month-first"' in text
    map_file.write_text(text.replace("month-first", "day-first").replace('title = "Event"', 'title = "Note"'))
    done = run("import", table, "--into", table.parent / "two", "--map", map_file)
    assert b'  title: "Note"\n  date: "Date" (day first)\n' in done.stderr
    assert b"left as words: 1: There is no such day." in done.stderr
    assert load_corpus(table.parent / "two").errors == 0


def test_each_sheet_of_a_workbook_is_a_source(tmp_path: Path):
    (tmp_path / "book.xlsx").write_bytes(made_workbook([["Date", "Event"], ["2031", "Ferry sails"]]))
    done = run("import", tmp_path / "book.xlsx", "--into", tmp_path / "corpus")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "corpus/sources/book-tests.txt").read_text() == (
        "book.xlsx, Tests\n\nrow 1 | Date | Event\nrow 2 | 2031 | Ferry sails\n"
    )


def test_standard_input_is_read_where_its_format_is_named(tmp_path: Path):
    done = run("import", "-", "--from", "csv", "--into", tmp_path / "corpus", given=TABLE.encode())
    assert (done.returncode, b"sources/table: 4 rows" in done.stderr) == (0, True)


@pytest.mark.parametrize(
    ("name", "data", "more", "why"),
    [
        ("a.csv", b"", [], "it has nothing"),
        ("a.csv", b"\n\n", [], "it has nothing"),
        ("a.csv", b"Date,Event\n", [], "it has a header and no rows; nothing was written"),
        ("a.csv", b'a,b\n1,"x\n', [], "row 2 cannot be read"),
        ("a.csv", b"a,b\n1,\xff\n", ["--encoding", "utf-8"], "it is not utf-8: line 2"),
        ("a.xlsx", b"a,b\n1,2\n", [], "it is no workbook of the kind xlsx"),
        (
            "a.xyz",
            b"a,b\n1,2\n",
            [],
            "its name does not say what it is; say it with --from: json, csv, tsv, xlsx",
        ),
        ("a.json", b"{}", ["--map", "m"], "--map and --encoding are for tables, and json is none"),
    ],
)
def test_what_cannot_be_imported_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, name: str, data: bytes, more: list[str], why: str
):
    (tmp_path / name).write_bytes(data)
    done = run("import", tmp_path / name, "--into", tmp_path / "corpus", *more)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert why in done.stderr.decode()
    assert not (tmp_path / "corpus").exists()


def test_a_line_of_seventy_megabytes_is_too_much(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes(b"Date,Event\n2031," + b"x" * 70_000_000)
    done = run("import", tmp_path / "a.csv", "--into", tmp_path / "corpus")
    assert done.returncode == 2
    assert done.stderr.endswith(b"it has 70,000,016 bytes; at most 67,108,864 are read\n")
    assert not (tmp_path / "corpus").exists()


def test_a_map_with_a_mistake_is_said_with_its_file(table: Path):
    (table.parent / "map.toml").write_text("[[sheet]]\ntitel = 'Event'\n")
    done = run("import", table, "--into", table.parent / "corpus", "--map", table.parent / "map.toml")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(
        f'{table.parent}/map.toml: in the [[sheet]] 1: there is no "titel"'
    )
    assert not (table.parent / "corpus").exists()


def test_a_map_below_whose_headers_nothing_stands_makes_nothing(table: Path):
    (table.parent / "map.toml").write_text("[[sheet]]\nheader = 5\n")
    done = run("import", table, "--into", table.parent / "corpus", "--map", table.parent / "map.toml")
    assert done.stderr.decode() == f"{table}: no row stands below the headers; nothing was written\n"
    assert not (table.parent / "corpus").exists()


def test_an_export_is_known_by_its_ending_too(tmp_path: Path):
    (tmp_path / "all.json").write_bytes(run("export", "--to", "json").stdout)
    assert run("import", tmp_path / "all.json", "--into", tmp_path / "corpus").returncode == 0
    assert load_corpus(tmp_path / "corpus").errors == 0


def test_names_that_are_no_text_and_headers_without_an_end_do_no_harm(tmp_path: Path):
    table = os.fsencode(tmp_path) + b"/a\xff\n.csv"
    header = ",".join(["Date", "Event", "x" * 100_000, *(f"c{number}" for number in range(500))])
    with open(table, "w") as file:  # noqa: PTH123
        file.write(f"{header}\n2031,Ferry sails\n")
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/corpus\xfe")
    done = run("import", os.fsdecode(table), "--into", folder, "--map", tmp_path / "map.toml")
    assert (done.returncode, len(done.stderr) < 3_000) == (0, True)
    assert load_corpus(Path(folder)).errors == 0
    assert (
        run(
            "import", os.fsdecode(table), "--into", tmp_path / "two", "--map", tmp_path / "map.toml"
        ).returncode
        == 0
    )


def test_hostile_cells_never_reach_the_terminal(tmp_path: Path):
    (tmp_path / "a.csv").write_text("Date,\x1b[31mEvent\n2031,a\x1b]0;b\x07\n")
    done = run("import", tmp_path / "a.csv", "--into", tmp_path / "corpus")
    assert done.returncode == 0
    assert b"\x1b" not in done.stderr
    assert b"\x1b" not in run("check", tmp_path / "corpus").stdout
