"""Words that are searched for, and those that must not be there."""

import re
from dataclasses import dataclass

from model.query.folding import words
from model.query.terms import QueryError

_PIECE = re.compile(r'(?:"[^"]*"?|[^\s"])+')


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that one text must hold, all of them, and groups of words of which it must hold no whole one."""

    wanted: str
    unwanted: tuple[str, ...] = ()


def sought(typed: str) -> Sought:
    """What someone typed, in ASCII signs, as words to search for; `-` before one leaves it out.

    A quotation mark may still be open. Raises `QueryError` where there is nothing but what is left out.
    """
    pieces = _PIECE.findall(typed)
    unwanted = tuple(piece[1:] for piece in pieces if piece.startswith("-") and words(piece))
    wanted = " ".join(piece for piece in pieces if not piece.startswith("-"))
    if unwanted and not words(wanted):
        raise QueryError(
            "Only what must not be there is written; write first what is looked for: kim -troops"
        )
    return Sought(wanted, unwanted)
