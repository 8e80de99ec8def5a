"""Whether a key is being answered: threads that work beside the screen wait that long."""

import asyncio
import sys
import threading
import time
from typing import Final

_LONGEST: Final = 0.05
"""Seconds after which a key counts as answered that nothing is drawn for."""

_SHARE: Final = 0.001
"""Seconds for which a thread that works beside the screen may keep Python's lock when a key wants it."""


class Answering:
    """A key begins it, the frame that is drawn for it ends it.

    A question to SQLite gives Python's lock away: while a thread counts, each one within a key would have to wait until
    that thread gives it back.
    """

    def __init__(self) -> None:
        sys.setswitchinterval(_SHARE)
        self._is_over = threading.Event()
        self._is_over.set()
        self._ending: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """A key is pressed."""
        self._is_over.clear()
        if self._ending is not None:
            self._ending.cancel()
        self._ending = asyncio.get_running_loop().call_later(_LONGEST, self.end)

    def end(self) -> None:
        """What came of it is drawn."""
        self._is_over.set()

    def wait(self) -> None:
        """Wait until no key is being answered, in any other thread; let others run in any case."""
        self._is_over.wait(2 * _LONGEST)
        time.sleep(0)
