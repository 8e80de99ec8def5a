"""Opening a record in an editor, in a real terminal: the editor has it, and gives it back."""

import os
import signal
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tui.curated import copied
from tests.tui.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


@contextmanager
def opened(folder: Path, editor: str) -> Iterator[Terminal]:
    script = folder.parent / "editor"
    script.write_text(f"#!/bin/sh\n{editor}\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    command = [sys.executable, "-m", "tui", str(folder), "--entity", "kim-jong-un"]
    terminal = Terminal(
        command, 100, 30, folder, PYTHONPATH=str(ROOT), EDITOR=str(script) if editor else "", VISUAL=""
    )
    terminal.wait(lambda: terminal.has("keys and signs"), "the first words in the footer")
    yield terminal
    terminal.send("q")
    assert terminal.close() == 0


def test_it_opens_at_the_line_and_what_it_saves_is_seen(folder: Path):
    line = (folder / "entities.toml").read_text("utf-8").splitlines().index('id = "kim-jong-un"')
    edits = f"echo GIVEN $@; sed -i s/Kim.Jong-un/Kim.Eun/ {folder}/entities.toml; sleep 0.1"
    with opened(folder, edits) as terminal:
        terminal.send("o")
        terminal.wait(lambda: "GIVEN" in terminal.heard, "what the editor was given")
        assert f"+{line} {folder}/entities.toml" in terminal.heard
        terminal.wait(lambda: terminal.has("Kim.Eun"), "the new name on the screen")
        assert terminal.in_alternate_screen


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("exit 3", "editor ended with status 3."),
        ("kill -9 $$", "editor was ended by signal 9."),
        (":", ""),
        ('rm "$2"', "broken now, shown as before"),
    ],
    ids=["fails", "is killed", "returns at once", "deletes the file"],
)
def test_whatever_an_editor_does_the_screen_comes_back(folder: Path, editor: str, said: str):
    with opened(folder, editor) as terminal:
        terminal.send("o")
        terminal.wait(lambda: terminal.heard.count("\x1b[?1049h") > 1, "the screen again")
        terminal.wait(lambda: terminal.has(said) and terminal.has("Kim Jong-un"), f"{said!r} and the card")


def test_without_an_editor_the_command_to_type_is_shown(folder: Path):
    with opened(folder, "") as terminal:
        terminal.send("o")
        terminal.wait(lambda: terminal.has("$EDITOR is not set. In another terminal: vi +"), "the command")


def test_an_editor_that_is_not_there_is_said(folder: Path, tmp_path: Path):
    command = [sys.executable, "-m", "tui", str(folder), "--entity", "kim-jong-un"]
    terminal = Terminal(command, 100, 30, folder, PYTHONPATH=str(ROOT), EDITOR="/nowhere/ed", VISUAL="")
    terminal.wait(lambda: terminal.has("keys and signs"), "the first words in the footer")
    terminal.send("o")
    terminal.wait(lambda: terminal.has("ed cannot be started: No such file"), "why")
    terminal.send("q")
    assert terminal.close() == 0


def test_ctrl_c_in_the_editor_is_the_editors(folder: Path):
    with opened(
        folder, "trap 'echo CAUGHT; exit 0' INT; echo READY; while :; do sleep 0.05; done"
    ) as terminal:
        terminal.send("o")
        terminal.wait(lambda: "READY" in terminal.heard, "the editor")
        terminal.send("\x03")
        terminal.wait(lambda: "CAUGHT" in terminal.heard, "that the editor had it")
        terminal.wait(lambda: terminal.has("Kim Jong-un"), "the card again")
        os.kill(terminal.process, 0)


def _state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]


def test_an_editor_that_is_stopped_stops_the_whole_job(folder: Path):
    with opened(folder, "echo READY; kill -TSTP 0; echo AGAIN") as terminal:
        terminal.send("o")
        terminal.wait(lambda: "READY" in terminal.heard, "the editor")
        end = time.monotonic() + 10
        while _state(terminal.process) != "T" and time.monotonic() < end:
            time.sleep(0.02)
        assert _state(terminal.process) == "T", "the shell would wait for it for ever"
        os.killpg(os.getpgid(terminal.process), signal.SIGCONT)
        terminal.wait(lambda: "AGAIN" in terminal.heard, "that the editor goes on")
        terminal.wait(lambda: terminal.has("Kim Jong-un"), "the card again")
