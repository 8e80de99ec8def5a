"""What may come instead of an answer from an index that stands in a file or on a server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Interrupted(Exception):
    """An answer was not waited for: somebody else had it ended."""


class StoreFault(Exception):
    """An engine cannot answer; the message is one sentence that says why and what would help.

    `on_screen` is the same where there is one line for it: without a long address, behind which nothing would be seen.
    """

    def __init__(self, message: str, on_screen: str = "") -> None:
        super().__init__(message)
        self.on_screen = on_screen or message


@contextmanager
def faults_told(say: Callable[[str], None]) -> Iterator[None]:
    """Do something that asks an engine; where that fails, `say` why. What nobody waited for is no failure."""
    try:
        yield
    except StoreFault as fault:
        say(fault.on_screen)
    except Interrupted:
        pass
