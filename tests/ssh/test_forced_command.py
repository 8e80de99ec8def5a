"""`--read-only` as a forced command: whatever somebody sends, there is the timeline and nothing else."""

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.ssh.far import INSTALLED, children, ended, left_running, pid, script
from tests.ssh.sshd import MISSING, Server, serving
from tests.tui.modes import left_changed
from tests.tui.terminal import Terminal

CONTROL_KEYS = {"suspend": "\x1a", "interrupt": "\x03", "quit": "\x1c", "end of file": "\x04", "save": "\x13"}
"""What a terminal in its usual mode would stop, end or hold a program with."""

TRIES = [
    *CONTROL_KEYS.values(), "!sh\r", "|sh\r", "s", "w", "W", "o", "i", "S", "V",
    ":!id >pwned\r", ":e /etc/passwd\r", ":w pwned\r", ":asof `id`\r", ":shell\r", ":asof ../../etc/passwd\r",
    "\x10screenshot\r", "\x10suspend\r", "\x10theme\r", "\x10write\r", "?!sh\r", "/../../etc/passwd\r",
    "\x1b[200~!touch pwned\r\x1b[201~", "\x1b[<0;5;5M\x1b[<0;5;5m", "\x1b]52;c;?\x07",
]  # fmt: skip
"""What somebody may type who wants out: keys of shells, pagers and editors, the palette, a paste, a click."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of whoever logs in."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def kiosk(tmp_path: Path, home: Path) -> Iterator[Server]:
    """A server on which every login is the program, and which takes Textual's settings from whoever logs in."""
    if MISSING:
        pytest.skip(MISSING)
    forced = shlex.join(script([*INSTALLED, "--read-only"], home))
    with serving(tmp_path / "sshd", f"ForceCommand cd {home} && {forced}\nAcceptEnv TEXTUAL*") as server:
        yield server


def files(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*")}


@pytest.mark.parametrize(
    "asked", [("id",), ("sh", "-c", "id"), ("dprk-tui", "import", "-"), ("dprk-tui", "--event", "x")]
)
def test_a_command_that_is_asked_for_is_not_run(kiosk: Server, home: Path, asked: tuple[str, ...]):
    done = subprocess.run(
        kiosk.command(*asked, options=()), capture_output=True, check=False, input=b"exit\n"
    )
    said = done.stdout.decode()
    assert said.startswith("as of "), "the timeline is printed, as everywhere without a terminal"
    assert "uid=" not in said
    assert files(home) == {"pid"}


def test_there_is_no_file_transfer(kiosk: Server, home: Path):
    done = subprocess.run(kiosk.command("sftp", options=("-s",)), capture_output=True, check=False, input=b"")
    assert done.stdout.startswith(b"as of ")
    assert files(home) == {"pid"}


def out_of_everything(terminal: Terminal) -> None:
    """Leave whatever was entered; afterwards all that was sent before has been handled.

    Not every Esc changes the screen, so that none of them can be waited for: there are more than there are levels,
    each as the one sequence that is nothing else (kitty's protocol). What is waited for is the help, and its end.
    """
    terminal.send("\x1b[27u" * 12 + "?")
    terminal.wait(lambda: terminal.has("Keys here"), "the help, which opens from the outermost level")
    terminal.send("\x1b[27uj")
    terminal.wait(lambda: terminal.has("enter open   q quit"), "the keys of the timeline")


def test_no_key_and_no_setting_leads_out(kiosk: Server, home: Path):
    settings = (
        "TEXTUAL_SCREENSHOT=0",
        "TEXTUAL_SCREENSHOT_LOCATION=.",
        "TEXTUAL_LOG=pwned",
        "TEXTUAL=debug,devtools",
    )
    sent = [part for setting in settings for part in ("-o", f"SetEnv={setting}")]
    terminal = Terminal(kiosk.command("/bin/sh", options=("-tt", *sent)), 100, 30, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the timeline, not a shell")
    process = pid(home)
    for tried in TRIES:
        terminal.send(tried)
        out_of_everything(terminal)
        assert children(process) == [], f"{tried!r} started something"
        assert not ended(process, 0), f"{tried!r} ended the program"
        assert files(home) == {"pid"}, f"{tried!r} wrote something"
    terminal.send("q")
    terminal.close()
    assert terminal.has("the prompt"), "the forced command's own script has gone on to its end"
    assert ended(process)
    assert left_running(home) == []
    assert left_changed(terminal.heard) == set()
    assert not terminal.has("uid=")
    assert "\x1b]52" not in terminal.heard
    assert files(home) == {"pid"}
