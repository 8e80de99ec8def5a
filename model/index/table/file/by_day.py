"""Rows of a chunk in the order of days: when they became known, begin, and end; so that those of a day are a stretch."""

import sqlite3
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from itertools import accumulate

from pyroaring import BitMap

from model.index.table.file.packed import damaged, listed

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
    if what is Day.KNOWN:
        database.executemany(
            "INSERT INTO known_step VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET rows = rows + excluded.rows", steps
        )


def rows_before(day: int, days: bytes, ends: bytes, rows: bytes) -> tuple[BitMap, BitMap]:
    """The rows of days before `day`, and those of it and of later ones. StoreFault where `write_days` gave no such."""
    if len(days) != 2 * len(ends) or len(ends) % 4 or len(rows) % 2:
        raise damaged()
    step = bisect_right(array("q", days), day - 1)
    end = 2 * array("I", ends)[step - 1] if step else 0
    if end > len(rows):
        raise damaged()
    return listed(rows[:end]), listed(rows[end:])
