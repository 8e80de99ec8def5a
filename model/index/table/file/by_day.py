"""Rows of a chunk in the order of their days, so that all before a day are a stretch of them."""

from array import array
from bisect import bisect_left
from collections import Counter
from enum import IntEnum
from itertools import accumulate

from model.index.table.file.packed import damaged

NEVER, ALWAYS = -(1 << 63), -(1 << 62)
"""Stand for the day of what has no date, and for the first day of a date that has none."""


class Day(IntEnum):
    """Which day of a row."""

    KNOWN = 0
    FIRST = 1
    LAST = 2
    UNTIL = 3


def of_days(chunk: int, what: Day, days: "array[int]") -> tuple[int, int, bytes, bytes, bytes]:
    """What the table `by_day` has of the days of the rows of a chunk, eight bytes each."""
    counts = Counter(days)
    never = counts.pop(NEVER, 0)
    steps = sorted(counts)
    ends = array("I", accumulate(map(counts.__getitem__, steps)))
    # Counted into their places, and not sorted: of few days this is sooner done, and needs no room.
    place = dict(zip(steps, (0, *ends), strict=False))
    rows = array("H", bytes(2 * (len(days) - never)))
    for row, day in enumerate(days):
        if day != NEVER:
            at = place[day]
            rows[at] = row
            place[day] = at + 1
    return chunk, int(what), array("q", steps).tobytes(), ends.tobytes(), rows.tobytes()


def rows_before(day: int, days: bytes, ends: bytes) -> int:
    """How many rows have a day before `day`, from what `of_days` gave. StoreFault where it did not."""
    if len(days) != 2 * len(ends) or len(ends) % 4:
        raise damaged()
    step = bisect_left(array("q", days), day)
    return array("I", ends)[step - 1] if step else 0
