"""How much is tried: a selection by day, in `make test`, and all of it at night, in `make nightly`."""

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest
from hypothesis import settings

T = TypeVar("T")

NIGHTLY = "DPRK_TUI_NIGHTLY" in os.environ
"""Whether this is the long run."""

TIMES = 10 if NIGHTLY else 1
"""How many times as many examples of a property are tried as by day."""

tireless = pytest.mark.tireless
"""Marks what `make nightly` runs besides the properties."""


def examples(count: int) -> settings:
    """The first quarter of so many examples of a property by day, ten or more; ten times as many at night."""
    return settings(max_examples=count * TIMES if NIGHTLY else max(min(count, 10), count // 4))


def some(by_day: Sequence[T], at_night: Sequence[T]) -> Sequence[T]:
    """What is tried by day, or at night."""
    return at_night if NIGHTLY else by_day
