"""What may come instead of an answer from an index that stands in a file or on a server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Interrupted(Exception):
    """An answer was not waited for: somebody else had it ended."""


class StoreFault(Exception):
    """An engine cannot answer; the message is one sentence that says why and what would help."""


class Late(StoreFault):
    """An answer is not here yet, and is being found out beside: whoever asks again once it has come is given it."""


@contextmanager
def faults_told(say: Callable[[str], None]) -> Iterator[None]:
    """Do something that asks an engine; where that fails, `say` why. What nobody waited for is no failure."""
    try:
        yield
    except StoreFault as fault:
        say(str(fault))
    except Interrupted:
        pass
