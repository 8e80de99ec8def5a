"""Words folded for finding: what people type and what sources print become the same.

Compatibility forms (NFKC), case, marks, apostrophes and characters without width make no difference: `Vucic` is
Vučić, `Pyongyang` is P'yŏngyang. Stored texts are never folded; only searching is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from model.quotes.span import Span

_APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02be\u02bf\u2018\u2019\u201b\u2032\uff07"
_DROPPED = str.maketrans(dict.fromkeys(_APOSTROPHES, ""))
_CLUSTER = 32
"""The most code points folded as one; sorting marks is quadratic."""

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"(?<![^\W_])[^\W_]+(?:[-\u2010\u2011][^\W_]+)+")
_INSIDE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
"""Hangul, kana and Han: what is looked for stands inside a word as often as at its start."""

LONGEST_WORD = 64
"""Characters of a word that count; nobody types more, and a file may hold one of any length."""


def folded(text: str) -> str:
    """`text` folded."""
    if text.isascii():
        return text.lower().translate(_DROPPED)
    return "".join(part for part, _, _ in _parts(text))


def words(text: str) -> list[str]:
    """The folded words of what someone typed, in order: runs of letters and digits."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(folded(text))]


def indexed(text: str) -> Iterator[str]:
    """The folded words under which a text is found, by prefix.

    `Ryong-hae` is also found as one word, and a word in Hangul, kana or Han from each of its characters on.
    """
    plain = folded(text)
    for word in _WORD.findall(plain):
        word = word[:LONGEST_WORD]
        yield word
        if _INSIDE.search(word):
            yield from (word[at:] for at in range(1, len(word)))
    for joined in _JOINED.findall(plain):
        yield "".join(_WORD.findall(joined))[:LONGEST_WORD]


def alternatives(text: str) -> list[tuple[tuple[str, ...], ...]]:
    """What someone typed as what must all be found: for each part, ways to write it, each of words that all count.

    `Choe Ryong-hae` is (choe), and (ryong and hae) or (ryonghae).
    """
    found: list[tuple[tuple[str, ...], ...]] = []
    plain = folded(text)
    at = 0
    for joined in _JOINED.finditer(plain):
        found += [((word,),) for word in words(plain[at : joined.start()])]
        parts = tuple(words(joined[0]))
        found.append((parts, ("".join(parts)[:LONGEST_WORD],)))
        at = joined.end()
    return found + [((word,),) for word in words(plain[at:])]


class Finder:
    """Finds the places of typed words in a text, as the index does: at the start of a word, or inside of Hangul."""

    def __init__(self, typed: str) -> None:
        self.words = tuple(dict.fromkeys(words(typed)))
        self._pattern = _pattern(self.words)
        self.places = lru_cache(maxsize=4096)(self._places)

    def _places(self, text: str) -> tuple[Span, ...]:
        """Where the words stand in `text`, in order, without overlaps."""
        if self._pattern is None:
            return ()
        plain, starts, ends = _placed(text)
        if starts is None or ends is None:
            return tuple(Span(*found.span()) for found in self._pattern.finditer(plain))
        found: list[Span] = []
        for match in self._pattern.finditer(plain):
            start, end = starts[match.start()], ends[match.end() - 1]
            # One character may fold to several words, as a fraction does.
            if not found or found[-1].end <= start:
                found.append(Span(start, end))
        return tuple(found)

    def all_in(self, text: str) -> bool:
        """Whether every word stands in `text`."""
        return bool(self.words) and all(_finder_of(word).places(text) for word in self.words)


class _Evenly(dict[int, str]):
    """What each character by itself folds to, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        folded = _folded_cluster(chr(code))
        # One dropped and one doubled would even out, and the places would be wrong.
        self[code] = folded if len(folded) == 1 else _UNEVEN
        return self[code]


_UNEVEN = "  "
_EVENLY = _Evenly()
_JOINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u0ed0\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""What may be a mark on the character before it, or join it; some letters among them take the slower way too."""


@lru_cache(maxsize=64)
def _finder_of(word: str) -> Finder:
    return Finder(word)


def _pattern(wanted: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of any of the words; inside a word written with a hyphen they may run on over it."""
    parts = []
    for word in sorted(wanted, key=len, reverse=True):
        letters = "[-\u2010\u2011]?".join(re.escape(letter) for letter in word)
        parts.append(letters if _INSIDE.search(word) else rf"(?<![^\W_]){letters}")
    return re.compile("|".join(parts)) if parts else None


@lru_cache(maxsize=512)
def _placed(text: str) -> tuple[str, list[int] | None, list[int] | None]:
    """A text folded and, of each of its characters, where in `text` it starts and ends: None where that is its place.

    Kept, since while one types the same texts are looked through at each key.
    """
    even = text.translate(_EVENLY)
    if len(even) == len(text) and not _JOINING.search(text):
        return even, None, None
    starts: list[int] = []
    ends: list[int] = []
    plain = []
    for part, start, end in _parts(text):
        plain.append(part)
        starts += [start] * len(part)
        ends += [end] * len(part)
    return "".join(plain), starts, ends


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character with the marks on it, folded, and its start and end in `text`."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or at - start == _CLUSTER or not _joins(text[at]):
            yield _folded_cluster(text[start:at]), start, at
            start = at


@lru_cache(maxsize=4096)
def _folded_cluster(cluster: str) -> str:
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKD", cluster.translate(_DROPPED)).casefold()
        if unicodedata.category(char) not in ("Mn", "Cf")
    )
    # Composed again, so that a syllable of Hangul is one character: a part of it is another syllable.
    return unicodedata.normalize("NFKC", bare).casefold()


def _joins(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff" or (char > "\u02ff" and unicodedata.category(char)[0] == "M")
