"""A table's file in a real terminal, from the command line to the last key, and on the streams of a pipe."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.index.table.file.writer import TableWriter
from tests.cli.running import PROGRAM
from tests.coded_tables import Table, missile_tests
from tests.tui.terminal import Terminal
from tui.__main__ import main


def written(path: Path, of: Table) -> Path:
    """A file of a table, its faceted columns found out by the writer."""
    meta, rows = of
    plain = tuple(replace(column, faceted=False) for column in meta.columns)
    with TableWriter(path, replace(meta, columns=plain, read=0, rows=0), {}) as writer:
        writer.add(rows)
        writer.finish()
    return path


@pytest.fixture(scope="session")
def missiles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("tables") / "missiles.db", missile_tests())


@pytest.mark.parametrize("options", [[], ["--ascii"], ["--read-only"]], ids=["plain", "ascii", "read-only"])
@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}], ids=["colour", "no-color"])
def test_a_table_opens_searches_filters_and_quits(missiles: Path, tmp_path: Path, options: list[str], colour):
    command = [*PROGRAM, str(missiles), *options]
    terminal = Terminal(command, 80, 24, tmp_path, **colour)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    assert terminal.has("339 rows")
    terminal.send("/bermudez\r")
    terminal.wait(lambda: terminal.has("1 of 7"), "the hits")
    terminal.send("\x1b")
    terminal.wait(lambda: terminal.has("of 339"), "the timeline")
    terminal.send("fmissile:scud-b\r")
    terminal.wait(lambda: terminal.has("10 of 339 rows, filter"), "the filter")
    terminal.send("2")
    terminal.wait(lambda: terminal.has("tab next pane"), "the card")
    assert terminal.has("no quote, no speaker")
    terminal.send("q")
    assert terminal.close() == 0


def test_a_table_is_printed_into_a_pipe(missiles: Path, capsys):
    assert main(["print", str(missiles), "--filter", "missile:scud-b", "--brief"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("Missile tests: 10 of 339 rows, filter: missile:scud-b")
    assert len(lines) == 11


def test_a_filter_of_no_column_is_refused(missiles: Path, capsys):
    assert main(["print", str(missiles), "--filter", "who:putin"]) == 2
    assert "--filter" in capsys.readouterr().err
