"""Ids for what has none yet: made of words where they have letters for one, and of no id that is taken."""

import re
import unicodedata

LONGEST = 60
"""So many characters of words make an id; what tells it from others comes after them."""


def slug_of(words: str) -> str:
    """Words as an id, cut where a word ends; empty where they have no Latin letter and no digit."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return whole if len(whole) <= LONGEST else whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]


def free_id(words: str, otherwise: str, taken: set[str]) -> str:
    """An id made of words, or `otherwise` where they make none, that is not taken; from then on it is."""
    base = slug_of(words) or otherwise
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name
