"""Signals as a person's terminal leaves them, also where the tests were started in the background.

A shell starts a background job with SIGINT and SIGQUIT ignored, `nohup` with SIGHUP, and every program that a test
starts would inherit that: a program under test would not end when it is told to.
"""

import signal
from types import FrameType

IGNORED_IN_BACKGROUND = (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT)


def hear_in_children() -> None:
    """Go on ignoring what this process was told to ignore, but let every program that it starts hear it again.

    A signal that is ignored stays ignored in a new program; one that a function answers has its default there.
    """
    for number in IGNORED_IN_BACKGROUND:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, _nothing)


def _nothing(number: int, frame: FrameType | None) -> None:
    """Answer a signal with nothing."""
