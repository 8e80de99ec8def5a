"""How far work has come, in one line of standard error: where that is a terminal, until the work is done."""

import os
import sys
from collections.abc import Iterator
from typing import TypeVar

from tui.cli.interrupt import raise_on_signals

T = TypeVar("T")

_TIMES = 50
"""How often it is said at most."""

_DUMB = ("dumb", "unknown")
"""Terminals that cannot go back in a line."""


def told(steps: Iterator[T], doing: str, total: int) -> Iterator[T]:
    """The same `steps`, with how many of `total` are done: `Looking for candidates: 1,200 of 5,001`.

    Whoever interrupts it finds the line empty again.
    """
    if not _can_be_told():
        yield from steps
        return
    raise_on_signals()
    try:
        _say(f"{doing}: 0 of {total:,}")
        for done, step in enumerate(steps, 1):
            if done % max(1, total // _TIMES) == 0:
                _say(f"{doing}: {done:,} of {total:,}")
            yield step
    finally:
        _say("")


def _can_be_told() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") not in _DUMB


def _say(words: str) -> None:
    """Write it over what stands in the line; what cannot be written is not said."""
    try:
        # To the left edge, and what is right of the words erased (ECMA-48: CR, EL).
        print(f"\r{words}\x1b[K", end="", file=sys.stderr, flush=True)
    except OSError:
        return
