"""The terminal taken before Textual is there, and given back as it was whatever happens."""

import os
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

ENTER = "\x1b[?1049h"
_LEAVE = b"\x1b[0m\x1b[?25h\x1b[?1049l"


@contextmanager
def taken(picture: Callable[[int, int], str], give_back: Callable[[], None]) -> Iterator[None]:
    """Show the picture for the terminal's columns and rows; should what follows fail, give the terminal back."""
    size = os.get_terminal_size(sys.stdout.fileno())
    try:
        sys.stdout.write(ENTER + picture(*size))
        sys.stdout.flush()
        yield
    except BaseException:
        give_back()
        raise


def way_back() -> Callable[[], None]:
    """A function that gives the terminal back as it is now, whatever `sys.stdout` is then or is just writing."""
    screen, keyboard = sys.stdout.fileno(), sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)

    def give_back() -> None:
        # A terminal that hung up takes nothing back.
        with suppress(OSError, termios.error):
            os.write(screen, _LEAVE)
            termios.tcsetattr(keyboard, termios.TCSANOW, before)

    return give_back


@contextmanager
def silent_keyboard() -> Iterator[Callable[[], None]]:
    """Keys typed early wait for Textual; the terminal must not write them over the picture, nor into it.

    Gives what ends that before its time.
    """
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    silent = termios.tcgetattr(keyboard)
    silent[3] &= ~termios.ECHO

    def end() -> None:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)

    termios.tcsetattr(keyboard, termios.TCSANOW, silent)
    try:
        yield end
    except BaseException:
        end()
        raise
