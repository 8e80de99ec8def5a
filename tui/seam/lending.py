"""Lending the terminal to another program, and taking it back."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from textual.app import App, SuspendNotSupported


def lent(app: App[None], command: Sequence[str]) -> str:
    """Let a program have the terminal until it ends, and say how that went; nothing where it ended well."""
    name = Path(command[0]).name
    try:
        with app.suspend():
            # Nothing may leave this block but by its end: the terminal is taken back there.
            status = _run(command)
    except SuspendNotSupported:
        return f"{name} cannot be started: there is no terminal to give it."
    if isinstance(status, OSError):
        return f"{name} cannot be started: {status.strerror or status}"
    if status == 0:
        return ""
    return f"{name} was ended by signal {-status}." if status < 0 else f"{name} ended with status {status}."


def _run(command: Sequence[str]) -> int | OSError:
    """The exit status of a program, negative for a signal, or why it cannot be started."""
    # What its Ctrl-C means is its own business; a handler, unlike being deaf, is not handed down to it.
    handlers = {signal.SIGINT: _nothing, signal.SIGQUIT: _nothing, signal.SIGTSTP: _stop_too}
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        return subprocess.run(command, check=False).returncode
    except OSError as error:
        return error
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _nothing(number: int, frame: FrameType | None) -> None:
    pass


def _stop_too(number: int, frame: FrameType | None) -> None:
    """An editor that is stopped stops its whole job: the shell waits for this program too."""
    os.kill(os.getpid(), signal.SIGSTOP)
