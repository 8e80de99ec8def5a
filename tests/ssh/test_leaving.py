"""By whatever road the program is left, here or over SSH, the terminal is as it was before."""

import os
import re
import shlex
import signal
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.ssh.far import CRASHING, INSTALLED, ended, pid, script
from tests.ssh.sshd import Server
from tests.tui.modes import left_changed, used
from tests.tui.terminal import Terminal
from tui.terminal.signals import ENDING

NAMES = [name.name for name in ENDING]
ROADS = ["q", "SIGTERM", "SIGHUP", "crash"]
STATUS = {"q": 0, "crash": 1} | {name: 128 + signal.Signals[name] for name in NAMES}


def leave(command: list[str], home: Path, road: str) -> Terminal:
    """Open the program, leave it by a road, and wait for the shell that started it."""
    terminal = Terminal(command, 100, 30, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    assert terminal.in_alternate_screen
    terminal.send("j")
    terminal.wait(lambda: terminal.has("q quit"), "the keys of the timeline")
    if road.startswith("SIG"):
        os.kill(pid(home), signal.Signals[road])
    else:
        terminal.send("z" if road == "crash" else "q")
    terminal.close()
    assert ended(pid(home))
    return terminal


def nothing_is_left(terminal: Terminal, road: str) -> None:
    """The terminal's modes, its keyboard and its screen are the shell's again."""
    assert used(terminal.heard) >= {"alternate screen", "mouse", "cursor", "bracketed paste", "wrapping"}
    assert left_changed(terminal.heard) == set()
    assert terminal.has(f"status {STATUS[road]}")
    assert terminal.has("keyboard as before")
    after = terminal.heard.rpartition("\x1b[?1049l")[2]
    assert ("on purpose" in after) == (road == "crash")
    assert "\x1b" not in re.sub(r"\x1b\[\?\d+[hl]", "", after), (
        "what an error holds is no command for the terminal"
    )
    assert "the prompt" in after
    assert terminal.cursor_shown


@pytest.mark.parametrize("road", ["q", "crash", *NAMES])
def test_a_terminal_is_left_as_it_was(tmp_path: Path, road: str):
    command = script(CRASHING if road == "crash" else INSTALLED, tmp_path)
    nothing_is_left(leave(command, tmp_path, road), road)


@pytest.mark.parametrize("road", ROADS)
def test_a_terminal_at_the_near_end_of_ssh_is_left_as_it_was(server: Server, tmp_path: Path, road: str):
    command = script(CRASHING if road == "crash" else INSTALLED, tmp_path)
    nothing_is_left(leave(server.command(shlex.join(command)), tmp_path, road), road)


def test_a_terminal_that_reports_its_size_is_left_as_it_was(tmp_path: Path):
    terminal = Terminal(script(INSTALLED, tmp_path), 100, 30, ROOT)
    terminal.wait(lambda: "\x1b[?2048$p" in terminal.heard and terminal.has("keys and signs"), "the question")
    terminal.send("\x1b[?2048;2$y")
    terminal.wait(lambda: "\x1b[?2048h" in terminal.heard, "that it may report")
    terminal.send("q")
    terminal.close()
    assert left_changed(terminal.heard) == set()
