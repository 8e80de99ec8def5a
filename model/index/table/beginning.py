"""The first rows that hold some words, found one after the other: there before anything is known of any whole chunk."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pyroaring import BitMap

from model.index.table.bitmaps import Bitmaps
from model.query.sought import Sought

_ENOUGH = 128
"""Rows that fill a screen, and a list of hits."""

_AT_ONCE = 256
"""Rows with the words that are asked for at once."""

_LOOKED_AT = 2_048
"""Rows with the words that are looked at, where few of them meet the rest."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first `ids` that meet something; `is_all`: there are no others."""

    ids: tuple[int, ...]
    is_all: bool


def beginning(bitmaps: Bitmaps, sought: Sought, rest: Callable[[int], BitMap]) -> Beginning:
    """The first rows that hold what is sought, and of a chunk are in the `rest`."""
    store, rest = bitmaps.store, cache(rest)
    found: list[int] = []
    first = looked_at = 0
    while len(found) < _ENOUGH and looked_at < _LOOKED_AT:
        some = store.matching(sought, first, _AT_ONCE)
        found += [number for number in some if number % store.chunk in rest(number // store.chunk)]
        if len(some) < _AT_ONCE:
            return Beginning(tuple(found), is_all=True)
        looked_at += len(some)
        first = some[-1] + 1
    return Beginning(tuple(found), is_all=False)
