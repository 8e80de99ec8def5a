"""Counting what a piece of work does, so that a test sees how it grows without a clock: the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

GROWTH = 5.5
"""The most times as much that may be done on four times as much: what n log n allows at these sizes, not n squared."""


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python, and turns of loops, are run by `work`."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work_on: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times as much is done on four times as much; `work_on` gives the work on a size, made ready."""
    small, large = steps(work_on(size)), steps(work_on(4 * size))
    return large / small
