"""`--with`: what is no table, or no corpus to lay it under, is refused in one sentence."""

import argparse
from pathlib import Path

import pytest

from model.index.faults import StoreFault
from model.index.postgres.address import read_address
from model.index.postgres.server_writer import ServerWriter
from model.index.table.file.writer import TableWriter
from tests.coded_tables import table
from tests.postgres_server import PostgresServer
from tui.__main__ import main
from tui.cli.completion import completion
from tui.cli.dispatch import archive_shown
from tui.cli.manual import manual
from tui.cli.parser import SHELLS, command_line, parse_arguments
from tui.cli.refusal import Refusal
from tui.cli.subcommands import commands_of


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A table in a file."""
    meta, rows = table([("2025-05-08", "A test", "Korea", "2025-05-01")])
    with TableWriter(tmp_path / "rows.db", meta) as writer:
        writer.add(rows)
        writer.finish()
    return tmp_path / "rows.db"


def opened(*arguments: str | Path):
    return archive_shown(parse_arguments(["open", *map(str, arguments)]))


def test_rows_are_shown_from_the_beginning_and_a_filter_holds_for_both(made: Path):
    archive = opened("seeds", "--with", made, "--filter", "country:korea has:conflict")
    counts = archive.at(archive.default).counts
    assert archive.default.layered and counts.rows == 1 and 0 < counts.events < counts.known_events


@pytest.mark.parametrize(
    ("named", "why"),
    [
        (("no.db",), "no such file"),
        (("note.txt",), "this is no table"),
        (("rows.csv",), "this is a file of rows"),
        ((".",), "this is no table"),
        (("rows.db", "rows.db"), "is named twice"),
        (("rows.db", "../{folder}/rows.db"), "is named twice"),
        (("rows.db", "other.db"), "no such file"),
    ],
)
def test_what_is_no_table_is_refused(made: Path, named: tuple[str, ...], why: str):
    (made.parent / "note.txt").write_text("no table")
    (made.parent / "rows.csv").write_text("date,title\n2031,a\n")
    with pytest.raises(Refusal, match=why):
        opened(
            "seeds",
            *(it for name in named for it in ("--with", made.parent / name.format(folder=made.parent.name))),
        )


@pytest.mark.parametrize("keep", [0, 15, 100, 5000])
def test_a_table_that_is_cut_off_is_refused(made: Path, keep: int):
    made.write_bytes(made.read_bytes()[:keep])
    with pytest.raises(StoreFault, match=r"rows\.db"):
        opened("seeds", "--with", made)


def test_nothing_is_laid_under_a_table(made: Path):
    with pytest.raises(Refusal, match="is a table itself"):
        opened(made, "--with", made)


def test_what_is_no_screen_prints_the_rows_among_the_events(made: Path, capsys: pytest.CaptureFixture[str]):
    other = made.with_name("other.db")
    meta, rows = table([("2025-05-08", "A visit", "Chad", "2025-05-01")], title="Visits")
    with TableWriter(other, meta) as writer:
        writer.add(rows)
        writer.finish()
    said = []
    for command in ([], ["print"]):
        assert main([*command, "seeds", "--with", str(made), "--with", str(other)]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert said[0].index("A table: 1 row") < said[0].index("Visits: 1 row") < said[0].index("A test")
    alone = "".join(print_of(it, capsys) for it in (made, other))
    printed = [line.split() for line in said[0].splitlines()]
    assert all(line.split() in printed for line in alone.splitlines() if not line.startswith("as of "))
    assert (
        main(["print", "seeds", "--with", str(made), "--with", str(other), "--filter", "country:chad"]) == 0
    )
    out = capsys.readouterr().out
    assert "A visit" in out and "A test" not in out


@pytest.mark.parametrize("asked", [[], ["--filter", "test"], ["--filter", "country:korea -kim"]])
def test_events_and_rows_are_printed_in_the_order_of_the_screen(
    made: Path, capsys: pytest.CaptureFixture[str], asked: list[str]
):
    meta, rows = table([(f"{1900 + at * 3}-05-08", f"test {at}", "Korea", "1900-05-01") for at in range(60)])
    with TableWriter(made, meta) as writer:
        writer.add(rows)
        writer.finish()
    assert main(["print", "seeds", "--with", str(made), "--brief", *asked]) == 0
    lines = capsys.readouterr().out.splitlines()
    archive = opened("seeds", "--with", made, *asked)
    shown = archive.at(archive.default).rows(0, 200)
    printed = [line for line in lines if not line.startswith(("as of ", "\u254c", "No event"))]
    assert 40 < len(shown) == len(printed)
    assert all(row.title in line for row, line in zip(shown, printed, strict=True))
    assert lines.index(next(it for it in lines if it.endswith("ahead \u254c\u254c"))) > 40


def print_of(table: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["print", str(table)]) == 0
    return capsys.readouterr().out


def test_a_table_on_a_server_lies_under_a_corpus_too(
    postgres_server: PostgresServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    meta, rows = table([("2025-05-08", "A test", "Korea", "2025-05-01")])
    with ServerWriter(read_address(postgres_server.uri("under")), tmp_path / "x.rows", meta) as writer:
        writer.add(rows)
        writer.finish()
    archive = opened("seeds", "--with", postgres_server.uri("under"))
    assert archive.at(archive.default).counts.rows == 1
    assert main(["print", "seeds", "--with", postgres_server.uri("under"), "--brief"]) == 0
    assert "A test" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("to", "rows"), [("ics", "ics"), ("json", "csv"), ("markdown", "csv"), ("sqlite", "sqlite -o FILE")]
)
def test_an_export_of_both_is_refused_with_the_way_to_export_the_rows(
    made: Path, to: str, rows: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["export", "seeds", "--with", str(made), "--to", to]) == 2
    out, said = capsys.readouterr()
    assert not out and len(said.splitlines()) == 1
    command = said.partition("dprk-tui ")[2].split()
    assert command == ["export", str(made), "--to", *rows.split()]
    assert main([str(made.with_name("out")) if it == "FILE" else it for it in command]) == 0
    assert "A test" in capsys.readouterr().out or made.with_name("out").exists()


def test_what_is_always_refused_is_not_offered():
    parser = command_line()
    # In the manual page hyphens have a backslash before them.
    page = manual(parser).replace("\\", "")
    of_export = page.partition("SS export\n")[2].partition(".SS ")[0]
    for offered in (commands_of(parser)["export"].format_help(), of_export):
        assert "--out" in offered and "--with" not in offered
    assert all(argparse.SUPPRESS not in it for it in (page, *(completion(parser, shell) for shell in SHELLS)))


def test_an_address_is_not_repeated_before_it_is_known_to_have_no_password():
    for named in (
        ["seeds", "--with", "postgresql://u:hidden@h/db?table=x"],
        ["postgresql://u:hidden@h/db?table=x"],
    ):
        with pytest.raises((Refusal, StoreFault)) as caught:
            opened(*named, *(["--with", "x.db"] if len(named) == 1 else []))
        assert "hidden" not in str(caught.value)
