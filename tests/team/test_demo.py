"""`make team-demo`: three servers, rows over them, the screen; all of it is gone when the screen is left, or ended."""

import csv
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.team.made_up import COLUMNS, made_up_rows, write_made_up
from tests.team.servers import NoServer, binaries
from tests.team.test_servers import runs
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.xdist_group("postgres")
DEMO = [sys.executable, "-m", "tests.team.demo"]


@pytest.fixture
def demo(tmp_path: Path) -> Terminal:
    try:
        binaries()
    except NoServer as none:
        pytest.skip(str(none))
    return Terminal([*DEMO, "--rows", "90"], 100, 30, tmp_path, PYTHONPATH=str(ROOT))


def folder_of(demo: Terminal) -> Path:
    """Where its servers lie, once all is there."""
    demo.wait(lambda: demo.has("Enter opens the screen"), "the question")
    found = re.search(r"three servers in (/\S+)", demo.heard)
    assert found is not None
    return Path(found[1])


def test_a_server_is_killed_and_started_as_it_is_said_and_nothing_is_left_when_the_screen_is(demo: Terminal):
    folder = folder_of(demo)
    first = [int((folder / at / "data/postmaster.pid").read_text().split()[0]) for at in "123"]
    demo.send("\r")
    demo.wait(lambda: demo.has("90 of 90"), "the table")
    for command in ("stop", "start"):
        assert f"{folder}/{command} 2" in demo.heard
        subprocess.run([folder / command, "2"], check=True)
    again = int((folder / "2/data/postmaster.pid").read_text().split()[0])
    assert again not in first
    assert subprocess.run([folder / "stop", "4"], stderr=subprocess.PIPE).returncode == 2
    demo.send("g/missile\r")
    demo.wait(lambda: demo.has('Search "missile"') and demo.has("▫"), "hits")
    demo.send("\x1b\x1bq")
    assert demo.close() == 0
    assert not folder.exists()
    assert not any(map(runs, (*first, again)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_is_ended_by_a_signal_leaves_nothing(demo: Terminal, number: signal.Signals):
    folder = folder_of(demo)
    demo.send("\r")
    demo.wait(lambda: demo.has("90 of 90"), "the table")
    os.kill(demo.process, number)
    demo.wait_for_end()
    assert "\x1b[?1049l" in demo.heard, "the terminal was given back"
    assert not folder.exists()


def test_where_there_are_no_servers_it_is_said_what_to_install(tmp_path: Path):
    code = (
        "import sys, pathlib; pathlib.Path.glob = lambda *_: iter(()); "
        "from tests.team.demo import main; sys.exit(main([]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": str(tmp_path), "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "sudo apt-get install postgresql" in done.stderr


def test_rows_are_the_same_each_time_and_have_both_languages(tmp_path: Path):
    rows = [*made_up_rows(500)]
    assert rows == [*made_up_rows(500)] and len({row[0] for row in rows}) == 500
    titles = [row[2] for row in rows]
    assert sum("미사일" in it for it in titles) > 20 and sum("issile" in it for it in titles) > 50
    with write_made_up(tmp_path / "x.csv", 500).open(encoding="utf-8", newline="") as file:
        assert [tuple(row) for row in csv.reader(file)] == [COLUMNS, *rows]
