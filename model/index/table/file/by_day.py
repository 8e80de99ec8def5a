"""Rows of a chunk in the order of days: when they became known, begin, and end; so that those of a day are a stretch."""

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from itertools import accumulate

from model.index.table.file.packed import damaged

ALWAYS = -(1 << 62)
"""Stands for the first day of what has none."""


class Day(IntEnum):
    """Which day of a row."""

    KNOWN = 0
    FIRST = 1
    LAST = 2


def write_days(database: sqlite3.Connection, chunk: int, what: Day, days: Mapping[int, int]) -> None:
    """Write down the days of the rows of a chunk."""
    rows = sorted(days, key=days.__getitem__)
    steps = sorted(Counter(days.values()).items())
    database.execute(
        "INSERT INTO by_day VALUES (?, ?, ?, ?, ?)",
        (
            chunk,
            what,
            array("q", (day for day, _ in steps)).tobytes(),
            array("I", accumulate(count for _, count in steps)).tobytes(),
            array("H", rows).tobytes(),
        ),
    )


def rows_before(day: int, days: bytes, ends: bytes) -> int:
    """How many rows have a day before `day`, from what `write_days` wrote. StoreFault where it did not."""
    if len(days) != 2 * len(ends) or len(ends) % 4:
        raise damaged()
    step = bisect_left(array("q", days), day)
    return array("I", ends)[step - 1] if step else 0
