"""Ctrl-C and the other signals that end the program: it leaves, without a traceback, from the first moment on."""

import os
import signal
from collections.abc import Callable
from types import FrameType

from tui.terminal.signals import ENDING

INTERRUPTED = 128 + signal.SIGINT
"""Exit status after Ctrl-C."""


def leave_on_interrupt() -> None:
    """Leave at once on Ctrl-C.

    Not by `KeyboardInterrupt`, which libraries may swallow while they are imported; and nothing is half done yet.
    """
    _listen(signal.SIGINT, lambda number, _: os._exit(128 + number))


def leave_on_signals(tidy: Callable[[], None]) -> None:
    """Leave at once on the signals in `ENDING`, and `tidy` up before.

    Nothing suspends it yet: stopped now, it would leave the terminal as no shell expects it. Textual lifts that.
    """

    def leave(number: int, _frame: FrameType | None) -> None:
        tidy()
        os._exit(128 + number)

    for name in ENDING:
        _listen(name, leave)
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)


def raise_on_signals() -> None:
    """Make these signals exceptions (`KeyboardInterrupt`, `SystemExit`), so that what is half done is undone."""
    for name in ENDING:
        _listen(name, signal.default_int_handler if name == signal.SIGINT else _exit)


def _listen(name: signal.Signals, handler: Callable[[int, FrameType | None], object]) -> None:
    # What is ignored stays ignored: a job in the background, or one under nohup.
    if signal.getsignal(name) is not signal.SIG_IGN:
        signal.signal(name, handler)


def _exit(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
