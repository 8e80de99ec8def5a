"""Counting what a piece of work does, so that a test sees how it grows without a clock: the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

GROWTH = 5.5
"""The most times as much that may be done on four times as much: what n log n allows at these sizes, not n squared."""


def steps(work: Callable[[], object]) -> int:
    """How many instructions of Python are run by `work`; a turn of a loop in one line is seen by nothing larger."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
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
