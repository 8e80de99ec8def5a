"""Ids for what has none yet: short, made of words, and of no id that is taken."""

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import count

from model.quotes.romanizing import romanized

LONGEST = 24
"""The most characters of an id that is made: it stands in lists and messages, and is typed."""

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?=[~?%/]|\Z)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LEADING_ON = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
"""Words with which nothing ends."""


def slug_of(*parts: str, end: str = "", longest: int = LONGEST) -> str:
    """Some words as one slug of so many characters, Hangul romanized; empty where they have no letter for it, no digit.

    Where there is no room, the longest part loses its last words first, so that something of each is left. `end`, a
    slug, is kept whole.
    """
    kept = [found for it in parts if (found := _words(it))]
    room = longest - (len(end) + 1 if end else 0)
    while _length(kept) > room:
        most = max(reversed(kept), key=_length_of)
        if len(most) == 1:
            most[0] = most[0][: max(1, len(most[0]) - (_length(kept) - room))]
            break
        del most[-1]
        while len(most) > 1 and most[-1] in _LEADING_ON:
            del most[-1]
    said = [word for part in kept for word in part]
    return "-".join([*said, end] if said and end else said)[:longest].strip("-")


def new_id(parts: str | Iterable[str], taken: Container[str], otherwise: str, end: str = "") -> str:
    """An id made of words, in parts of which each tells something, that is not taken; else of `otherwise`."""
    words = (parts,) if isinstance(parts, str) else (*parts,)
    if not slug_of(*words):
        words = (otherwise,)
    name = slug_of(*words, end=end)
    numbers = count(2)
    while name in taken:
        number = f"-{next(numbers)}"
        name = slug_of(*words, end=end, longest=LONGEST - len(number)) + number
    return name


def day_in_id(edtf: str | None) -> str:
    """A date in an id, `9-may` or `may-2025`, of a stretch its first day; empty where there is none."""
    found = _DAY.match(edtf or "")
    if found is None:
        return ""
    if found["month"] is None:
        return found["year"]
    month = _MONTHS[int(found["month"]) - 1]
    return f"{int(found['day'])}-{month}" if found["day"] else f"{month}-{found['year']}"


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


def _words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", romanized(unicodedata.normalize("NFC", text)))
    plain = letters.encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.findall(r"[a-z0-9]+", plain)


def _length_of(part: list[str]) -> int:
    return sum(map(len, part)) + len(part) - 1


def _length(parts: list[list[str]]) -> int:
    return sum(map(_length_of, parts)) + len(parts) - 1
