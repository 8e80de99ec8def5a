"""A table of coded rows from the command line."""

import shlex
from pathlib import Path

import pytest

from model.dates.calendar import day_from_text
from model.exchange.tables.streams.row_formats import STREAMS
from model.index.archive import Archive
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table, is_table
from tests.cli.test_bad_tables import SOUND
from tests.coded_tables import TODAY, Table, missile_tests, odd_tables, table
from tests.hostile.harmless import harmful
from tui.__main__ import main
from tui.cli.parser import parse_arguments
from tui.cli.printing import print_asked_for
from tui.cli.refusal import Refusal


def archive_of(of: Table, as_of: str | None = None) -> Archive:
    day = day_from_text(as_of) if as_of is not None else None
    return archive_of_table(TableIndex(MemoryStore(*of, chunk=8)), day, TODAY)


def printed(archive: Archive, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    assert print_asked_for(archive, parse_arguments(["print", "x.db", *options])) == 0
    return capsys.readouterr().out.splitlines()


def test_each_row_is_printed_with_its_date_its_place_and_its_columns(capsys):
    lines = printed(archive_of(missile_tests()), capsys)
    assert lines[0] == "as of Tue 21 Apr 2026, step 1 of 1  Missile tests: 339 rows"
    assert lines[1].split() == [
        "9",
        "Apr",
        "1984",
        "coded",
        "scud-b",
        "from",
        "tonghae,",
        "success",
        "test.en.json,",
        "line",
        "1",
    ]
    assert "    missile: scud-b" in lines[2:6]
    assert not any(line.startswith("    glide:") for line in lines[:15]), "an empty cell"
    assert sum("  coded  " in line for line in lines) == 339


def test_briefly_each_row_is_one_line(capsys):
    assert len(printed(archive_of(missile_tests()), capsys, "--brief")) == 1 + 339


def test_as_of_a_day_only_what_was_known_is_printed(capsys):
    rows = [(f"2025-05-0{it}", f"Row {it}", "", f"2025-06-0{it}") for it in range(1, 6)]
    lines = printed(archive_of(table(rows), "2025-06-02"), capsys, "--brief")
    assert lines[0].endswith("2 rows") and "Row 3" not in "".join(lines)


@pytest.mark.parametrize("name", odd_tables())
def test_an_odd_table_is_printed_harmlessly(name: str, capsys):
    assert not harmful("".join(printed(archive_of(odd_tables()[name]), capsys)))


@pytest.mark.parametrize(
    "option", ["--due", "--conflicts", "--support", "--questions", "--lists", "--drafts"]
)
def test_what_only_claims_have_is_refused_with_a_sentence(option: str):
    with pytest.raises(Refusal, match=f"{option}: a table of coded rows has no claims"):
        print_asked_for(archive_of(missile_tests()), parse_arguments(["print", "x.db", option]))


def test_a_table_is_told_by_its_first_bytes_or_its_ending(tmp_path: Path):
    (tmp_path / "a.db").write_bytes(b"")
    (tmp_path / "b").write_bytes(b"SQLite format 3\x00 and more")
    (tmp_path / "corpus.toml").write_text("format = 3")
    assert is_table(tmp_path / "a.db") and is_table(tmp_path / "b")
    assert not any(map(is_table, (tmp_path / "corpus.toml", tmp_path, tmp_path / "none.db")))


@pytest.mark.parametrize("command", [["check"], ["suggest"], ["schema"]])
def test_what_is_for_a_corpus_is_refused_for_a_table_with_a_sentence(
    command: list[str], tmp_path: Path, capsys
):
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\x00")
    name, *options = command
    assert main([name, str(tmp_path / "x.db"), *options]) == 2
    assert "table of coded rows" in capsys.readouterr().err


NO_TABLES = {
    "empty": b"",
    "text": b"no table at all",
    "begun": b"SQLite format 3\x00" + b"\x00" * 4000,
}
"""Files that end as tables do."""


@pytest.mark.parametrize("content", NO_TABLES.values(), ids=NO_TABLES)
@pytest.mark.parametrize("command", [["print"], ["open"]])
def test_what_is_no_table_is_one_sentence(content: bytes, command: list[str], tmp_path: Path, capsys):
    (tmp_path / "x.db").write_bytes(content)
    assert main([*command, str(tmp_path / "x.db")]) == 2
    out, err = capsys.readouterr()
    assert not out and len(err.splitlines()) == 1 and "x.db" in err


@pytest.mark.parametrize("format", SOUND)
def test_a_file_of_rows_says_how_it_becomes_a_table_and_that_way_makes_one_that_opens(
    format: str, tmp_path: Path, capsys
):
    ending = (*STREAMS[format].endings, ".json" if format == "timelinejs" else ".csv")[0]
    path = tmp_path / f"my data{ending}"
    path.write_bytes(SOUND[format])
    for arguments in (["open", path], ["print", path], ["export", path, "--to", "csv"]):
        assert main([*map(str, arguments)]) == 2
        out, err = capsys.readouterr()
        assert not out
    way = err.rstrip(".\n").partition(" by: ")[2]
    assert main(shlex.split(way)[1:]) == 0
    capsys.readouterr()
    assert main(["open", str(path)]) == 2
    way = capsys.readouterr().err.rstrip(".\n").rpartition(": ")[2]
    assert main(shlex.split(way)[1:]) == 0 and capsys.readouterr().out.startswith("as of ")


def test_a_table_that_is_not_there_yet_says_how_it_comes(tmp_path: Path, capsys):
    assert main(["open", str(tmp_path / "t.db")]) == 2
    assert "no such file; a table is made by: dprk-tui import FILE -o" in capsys.readouterr().err
    (tmp_path / "t.db.dprk-tui-rows").write_bytes(b"")
    assert main(["print", str(tmp_path / "t.db")]) == 2
    assert "it is being imported, or that was cut off" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("notes.txt", b"Nothing but prose.\nNothing.\n", "is not a folder"),
        ("x.pdf", b"%PDF-1.7\n", "is not a folder"),
        ("old.xls", b"\xd0\xcf\x11\xe0\0\0", "is not a folder"),
        (
            "c.json",
            b'{\n "format": 3,\n "corpus": {}\n}',
            "an exported corpus; a folder is made of it by: dprk-tui import",
        ),
    ],
)
def test_another_file_is_no_file_of_rows(name: str, content: bytes, why: str, tmp_path: Path, capsys):
    (tmp_path / name).write_bytes(content)
    assert main(["print", str(tmp_path / name)]) == 2
    assert why in capsys.readouterr().err
