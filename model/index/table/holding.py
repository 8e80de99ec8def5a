"""Which rows hold what somebody typed, from those that have each of its words; the same for every engine."""

from collections.abc import Callable, Sequence

from pyroaring import BitMap

from model.query.folding import Whole, alternatives
from model.query.sought import Sought

Having = Callable[[str, bool, int, int], BitMap]
"""The ids from one to before another with a word, or with one that begins so (False), less the first."""

_FIRST = 2048
"""Rows that are looked through first; each time after that, four times as many."""


def first_matching(having: Having, sought: Sought, first: int, n: int, total: int) -> Sequence[int]:
    """The first `n` ids from `first` on, below `total`, that hold what is wanted and nothing that is not."""
    found, step = list[int](), _FIRST
    while first < total and len(found) < n:
        end = min(total, first + step)
        some = _holding(having, sought.wanted, first, end)
        for unwanted in sought.unwanted:
            some -= _holding(having, unwanted, first, end) if some else some
        found += [first + at for at in some]
        first, step = end, 4 * step
    return found[:n]


def _holding(having: Having, typed: str, first: int, end: int) -> BitMap:
    """What has all parts of what was typed, each in one of its ways; nothing where there is no part."""
    found: BitMap | None = None
    for part in alternatives(typed):
        either = BitMap()
        for way in part:
            both: BitMap | None = None
            for word in way:
                rows = having(str(word), isinstance(word, Whole), first, end)
                both = rows if both is None else both & rows
            either |= both if both is not None else BitMap()
        found = either if found is None else found & either
    return found if found is not None else BitMap()
