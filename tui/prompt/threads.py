"""Letting other threads run: the one that reads keys, and the one that writes what is drawn."""

import time
from typing import Final

_LONG_ENOUGH: Final = 0.0005
"""Seconds in which a thread wakes up and takes what has been typed."""


def let_threads_in() -> None:
    """Wait a moment without the interpreter's lock, so that a thread that waits for it gets it.

    Python takes the lock from whoever has held it for a whole interval (`sys.setswitchinterval`). Work in small steps,
    with the event loop or SQLite in between, gives it away again and again, and has it back before another thread has
    woken up: as long as that goes on, no key would be read.
    """
    time.sleep(_LONG_ENOUGH)
