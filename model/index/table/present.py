"""Which ids of a table can be read, where parts of it are away."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from pyroaring import BitMap

from model.index.table.store import Away


def away_at(away: Sequence[Away], number: int) -> Away | None:
    """What an id is away with; None where it can be read."""
    return next((it for it in away if it.first <= number < it.last), None)


def away_in(away: Sequence[Away], first: int, size: int) -> BitMap:
    """The ids that are away of `size` ids from `first` on, less the first."""
    found = BitMap()
    for it in away:
        begin, end = max(it.first - first, 0), min(it.last - first, size)
        if begin < end:
            found.add_range(begin, end)
    return found


def present(away: Sequence[Away], ids: range) -> Iterator[range]:
    """The stretches of a range of ids that can be read."""
    begin = ids.start
    for it in away:
        if begin < min(it.first, ids.stop):
            yield range(begin, min(it.first, ids.stop))
        begin = max(begin, it.last)
    if begin < ids.stop:
        yield range(begin, ids.stop)


def first_id(away: Sequence[Away], ids: range, holds: Callable[[int], bool]) -> int:
    """The first id of a range of which something holds, as of all after it; what is away is not looked at.

    Where there is none, the end of the range.
    """
    for some in present(away, ids):
        if holds(some[-1]):
            return some.start + bisect_left(some, True, key=holds)
    return ids.stop
