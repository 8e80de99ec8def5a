"""How near what has been typed is to a name: the one order in which whatever may be meant is offered."""

from collections.abc import Iterable
from enum import IntEnum

from model.query.folding import folded

ARTICLES = ("the ", "a ", "an ")
"""Words before names that are no beginning of them: who types `k` may mean the Kremlin, who types `t` does not."""


class Nearness(IntEnum):
    """The nearest first; among equals, what is met most often."""

    EXACT = 0
    BEGINS = 1
    WITHIN = 2
    """Its words begin so, or another name's."""


def nearness(typed: str, names: Iterable[str]) -> Nearness:
    """How near it is to the nearest of the names; what is typed matches one of them in some way."""
    wanted = folded(typed.strip())
    found = Nearness.WITHIN
    for name in names:
        plain = folded(name)
        if plain == wanted:
            return Nearness.EXACT
        if without_article(plain).startswith(wanted):
            found = Nearness.BEGINS
    return found


def without_article(name: str) -> str:
    """A name without the article before it."""
    return next((name[len(it) :] for it in ARTICLES if name[: len(it)].lower() == it), name)
