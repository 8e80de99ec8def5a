"""The name that was probably meant."""

from collections.abc import Iterable

_SHORTEST = 3
"""A word of fewer letters is part of too many names to mean one of them."""

_LONGEST = 100
"""A word of more letters is a slip of the keyboard for no name, and comparing takes as long as it is."""


class Effort:
    """How much may be spent, in one run, on finding what was meant: enough for the mistakes of an afternoon.

    Where there are thousands of mistakes, whoever made them has no use for as many near matches.
    """

    def __init__(self, most: int) -> None:
        self._left = most

    def spend(self, cost: int) -> bool:
        """Whether a search that reads `cost` names, or characters, is still to be made; the first one always is."""
        if self._left <= 0:
            return False
        self._left -= cost
        return True


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A clause `, did you mean "…"?` with the nearest known name, or an empty string when none is near."""
    best = nearest(word, known)
    return f', did you mean "{best}"?' if best is not None else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that is nearest to a word, None when none is near."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    # Imported here: only a mistake needs it, and it is slow to import.
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, list(known), scorer=fuzz.WRatio, score_cutoff=70)
    return best[0] if best else None
