"""The program at the far end of a connection: how it is started, and whether anything is left of it."""

import os
import select
import shlex
import sys
from pathlib import Path

from tests.cli.running import ROOT

INSTALLED = [str(Path(sys.executable).with_name("dprk-tui"))]

_BREAKS = """
import sys
from tui.actions import panes
from tui.__main__ import main
def broken(ctx, by):
    raise RuntimeError("on purpose \\x1b]52;c;cHduZWQ=\\x07")
panes.zoom = broken
sys.exit(main())
"""

CRASHING = [sys.executable, "-c", _BREAKS]
"""The program, which breaks when `z` is pressed; its error holds what would fill a clipboard."""

MARK = "DPRK_TUI_TEST"
"""The environment variable that tells a test's processes from all others; its value is the test's folder."""


def script(program: list[str], home: Path) -> list[str]:
    """A shell command that runs `program`, notes its process id, and says what it did to the keyboard's settings."""
    settings = {"HOME": home, MARK: home, "PYTHONPATH": ROOT, "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
    settings |= {f"XDG_{kind}_HOME": home / kind for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    given = [f"{name}={value}" for name, value in settings.items()]
    inner = f'echo $$ >{shlex.quote(str(home / "pid"))}; exec "$@"'
    compare = 'test "$was" = "$(stty -g)" && echo keyboard as before'
    outer = f'was=$(stty -g); "$@"; echo "status $?"; {compare}; echo the prompt'
    return ["env", *given, "bash", "-c", outer, "bash", "bash", "-c", inner, "bash", *program]


def pid(home: Path) -> int:
    """The process id that was noted in `home`."""
    return int((home / "pid").read_text())


def ended(process: int, seconds: float = 15) -> bool:
    """Whether a process, which need not be ours, ends; waits for it."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def left_running(home: Path) -> list[int]:
    """The processes that still carry the test's mark."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if f"{MARK}={home}".encode() in environment:
            found.append(int(folder.name))
    return found


def children(process: int) -> list[str]:
    """What a process has started and not yet seen end."""
    return [
        child
        for listed in Path(f"/proc/{process}/task").glob("*/children")
        for child in listed.read_text().split()
    ]
