"""Lending the terminal to another program, and taking it back."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from textual.app import App, SuspendNotSupported


def lend(app: App[None], command: Sequence[str]) -> int:
    """Let a program have the terminal until it ends; its exit status, negative for a signal.

    Raises `OSError` where it cannot be started, and `textual.app.SuspendNotSupported` where there is no terminal.
    """
    with app.suspend():
        # What its Ctrl-C means is its own business; a handler, unlike being deaf, is not handed down to it.
        before = {number: signal.signal(number, _nothing) for number in (signal.SIGINT, signal.SIGQUIT)}
        stopping = signal.signal(signal.SIGTSTP, _stop_too)
        try:
            return subprocess.run(command, check=False).returncode
        finally:
            for number, handler in (*before.items(), (signal.SIGTSTP, stopping)):
                signal.signal(number, handler)


def lent(app: App[None], command: Sequence[str]) -> str:
    """Let a program have the terminal, and say how that ended; nothing where it ended well."""
    name = Path(command[0]).name
    try:
        status = lend(app, command)
    except OSError as error:
        return f"{name} cannot be started: {error.strerror or error}"
    except SuspendNotSupported:
        return f"{name} cannot be started: there is no terminal to give it."
    if status == 0:
        return ""
    return f"{name} was ended by signal {-status}." if status < 0 else f"{name} ended with status {status}."


def _nothing(number: int, frame: FrameType | None) -> None:
    pass


def _stop_too(number: int, frame: FrameType | None) -> None:
    """An editor that is stopped stops its whole job: the shell waits for this program too."""
    os.kill(os.getpid(), signal.SIGSTOP)
