"""The signals that end a program."""

import os
import signal
from asyncio import AbstractEventLoop
from collections.abc import Callable

ENDING = (
    signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM,
)  # fmt: skip
"""Those that are sent to it from outside: after each, the terminal is given back."""


def on_ending(react: Callable[[int], None]) -> None:
    """Have a function called with the number of each signal in `ENDING`, between any two steps of the main thread."""
    for name in ENDING:
        signal.signal(name, lambda number, _frame: react(number))


def wake_on_signals(loop: AbstractEventLoop) -> Callable[[], None]:
    """Have a loop wake whenever a signal comes; returns what ends that.

    One that comes just before the loop waits, or to another thread, would else be seen when something else happens,
    and in an idle program nothing does.
    """
    heard, told = os.pipe()
    for end in (heard, told):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    loop.add_reader(heard, os.read, heard, 4096)

    def leave() -> None:
        signal.set_wakeup_fd(-1)
        loop.remove_reader(heard)
        os.close(heard)
        os.close(told)

    return leave


def leave_keys_to_the_shell() -> None:
    """Ignore what Ctrl-C and Ctrl-Backslash send, to the very end: who presses them when all is over ends nothing."""
    for name in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(name, signal.SIG_IGN)
