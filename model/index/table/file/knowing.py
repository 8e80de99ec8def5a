"""On which day each row of a chunk became known: the rows in that order, so that those of a day are a stretch of it."""

import sqlite3
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from pyroaring import BitMap

from model.index.table.file.packed import damaged, listed


def write_known(database: sqlite3.Connection, chunk: int, days: Sequence[int]) -> None:
    """Write down the days on which the rows of a chunk became known."""
    rows = sorted(range(len(days)), key=days.__getitem__)
    steps = sorted(Counter(days).items())
    database.execute(
        "INSERT INTO chunk VALUES (?, ?, ?, ?)",
        (
            chunk,
            array("q", (day for day, _ in steps)).tobytes(),
            array("I", accumulate(count for _, count in steps)).tobytes(),
            array("H", rows).tobytes(),
        ),
    )
    database.executemany(
        "INSERT INTO known_step VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET rows = rows + excluded.rows", steps
    )


def known_by(day: int, days: bytes, ends: bytes, rows: bytes) -> BitMap:
    """The rows that were known on a day, from what `write_known` wrote. StoreFault where it did not."""
    if len(days) != 2 * len(ends) or len(ends) % 4 or len(rows) % 2:
        raise damaged()
    step = bisect_right(array("q", days), day)
    if step == 0:
        return BitMap()
    end = array("I", ends)[step - 1]
    if 2 * end > len(rows):
        raise damaged()
    return BitMap(range(end)) if 2 * end == len(rows) else listed(rows[: 2 * end])
