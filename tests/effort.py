"""How much is tried: a selection by day, in `make test`, and all of it at night, in `make nightly`."""

import os
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import settings

T = TypeVar("T")

NIGHTLY = "DPRK_TUI_NIGHTLY" in os.environ
"""Whether this is the long run."""

_AT_NIGHT = 20


def examples(count: int) -> settings:
    """So many examples of a property, and twenty times as many at night."""
    return settings(max_examples=count * _AT_NIGHT if NIGHTLY else count)


def some(by_day: Sequence[T], at_night: Sequence[T]) -> Sequence[T]:
    """What is tried by day, or at night."""
    return at_night if NIGHTLY else by_day
