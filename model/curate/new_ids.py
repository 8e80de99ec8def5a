"""Ids for what has none yet: made of words where they have letters for one, and of no id that is taken."""

import re
import unicodedata
from collections.abc import Iterable

from model.quotes.romanizing import romanized

LONGEST = 60
"""So many characters of words make an id; what tells it from others comes after them."""


def slug_of(words: str) -> str:
    """Words as an id, Hangul romanized, cut where a word ends; empty where they have no letter for it and no digit."""
    plain = (
        unicodedata.normalize("NFKD", romanized(unicodedata.normalize("NFC", words)))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    whole = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return whole if len(whole) <= LONGEST else whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]


class TakenIds:
    """The ids of a kind that are taken."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = set(names)
        self._last: dict[str, int] = {}

    def new(self, words: str, otherwise: str) -> str:
        """An id made of words, or `otherwise` where they make none, that is not taken; from then on it is."""
        base = slug_of(words) or otherwise
        name = base
        while name in self._names:
            # Counted on from where the last one was found: a thousand rows may have one title.
            self._last[base] = self._last.get(base, 1) + 1
            name = f"{base}-{self._last[base]}"
        self._names.add(name)
        return name
