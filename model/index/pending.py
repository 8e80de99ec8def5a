"""What of the answers of a reader takes a while, for whoever finds it out beside the screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Pending:
    """Numbers that take a while, to be found out in another thread, in some `steps`.

    `run` does a small part of the work at each step, and has the reader know what is known by then; `stop` has it end
    soon, from whatever thread.
    """

    steps: int
    run: Callable[[], Iterator[object]]
    stop: Callable[[], None]
