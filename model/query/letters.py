"""One character with the marks on it, folded: case, marks, compatibility forms and strokes make no difference."""

import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans(
    dict.fromkeys("`\u00b4\u02b9\u02bb\u02bc\u02be\u02bf\u2018\u2019\u201b\u2032\uff07", "'")
)
"""What people and typesetters write for an apostrophe; first of all, since some of them decompose to a space."""

_ALIKE = str.maketrans(
    {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ß": "ss", "ı": "i", "ȷ": "j", "ĸ": "k", "ŋ": "ng"}
    | {"ə": "a", "ǝ": "a", "ɛ": "e", "ɔ": "o"}
)
"""Letters without a name that says which letter they are like: `Aliyev` is Əliyev."""

_SCRIPTS = ("LATIN SMALL LETTER ", "CYRILLIC SMALL LETTER ")


@lru_cache(maxsize=4096)
def folded_cluster(cluster: str) -> str:
    """A character and the marks on it, folded; apostrophes of all kinds are `'`."""
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKD", cluster.translate(_APOSTROPHES)).casefold()
        if unicodedata.category(char) not in ("Mn", "Cf")
    )
    # Composed again, so that a syllable of Hangul is one character: a part of it is another syllable.
    whole = unicodedata.normalize("NFKC", bare).casefold()
    return whole if whole.isascii() else "".join(map(_unstroked, whole.translate(_ALIKE)))


@lru_cache(maxsize=4096)
def _unstroked(char: str) -> str:
    """The letter that a stroke, a hook or the like was added to: Unicode decomposes marks, and not these."""
    base, added, _ = unicodedata.name(char, "").partition(" WITH ")
    if not added or not base.startswith(_SCRIPTS):
        return char
    try:
        return unicodedata.lookup(base)
    except KeyError:
        return char
