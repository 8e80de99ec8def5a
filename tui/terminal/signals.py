"""The signals that end a program."""

import signal
from collections.abc import Callable

ENDING = (
    signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM,
)  # fmt: skip
"""Those that are sent to it from outside: after each, the terminal is given back."""


def on_ending(react: Callable[[int], None]) -> None:
    """Have a function called with the number of each signal in `ENDING`, between any two steps of the main thread."""
    for name in ENDING:
        signal.signal(name, lambda number, _frame: react(number))


def leave_keys_to_the_shell() -> None:
    """Ignore what Ctrl-C and Ctrl-Backslash send, to the very end: who presses them when all is over ends nothing."""
    for name in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(name, signal.SIG_IGN)
