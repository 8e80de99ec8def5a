"""Words folded for finding: what people type and what sources print become the same.

Compatibility forms (NFKC), case, marks, strokes, apostrophes and characters without width make no difference: `Vucic`
is Vučić, `Oresund` Øresund, `Pyongyang` P'yŏngyang, `US` U.S. Stored texts are never folded; only searching is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from model.query.joints import abbreviations, joined
from model.query.letters import folded_cluster
from model.quotes.span import TextSpan

_CLUSTER = 32
"""The most code points folded as one; sorting marks is quadratic."""

_WORD = re.compile(r"[^\W_]+")
_HYPHEN = r"[-\u2010\u2011](?:[ \t]*(?:\r\n|[\n\r])[ \t\f]*)?"
"""Also one at the end of a line, where a word may have been broken."""

_JOINED = re.compile(rf"(?<![^\W_])[^\W_]++(?:(?:{_HYPHEN}|')[^\W_]++)+")
_INSIDE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
"""Hangul, kana and Han: what is looked for stands inside a word as often as at its start."""

LONGEST_WORD = 64
"""Characters of a word that count; nobody types more, and a file may hold one of any length."""


class Whole(str):
    """A word that more letters make another: `us`, typed as `U.S.`, is not `use`."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Whole) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash((Whole, str(self)))


def has_inside(word: str) -> bool:
    """Whether a word is found from each of its characters on: one with Hangul, kana or Han in it."""
    return _INSIDE.search(word) is not None


def stands_for(own: str, word: str) -> bool:
    """Whether a word of a text is one that is looked for: it begins so or, where that is whole, is the same."""
    return own == str(word) if isinstance(word, Whole) else own.startswith(word)


def folded(text: str) -> str:
    """`text` folded. Apostrophes are left where they part words, as in `l'onu`."""
    return joined(_characters(text))[0]


def _characters(text: str) -> str:
    """`text` with its characters folded, one by one."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(part for part, _, _ in _parts(text))


def words(text: str) -> list[str]:
    """The folded words of what someone typed, in order: runs of letters and digits."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(folded(text))]


def indexed(text: str) -> Iterator[str]:
    """The folded words under which a text is found, by prefix.

    `Ryong-hae` and `d'Ivoire` are also found as one word, and a word in Hangul, kana or Han from each of its
    characters on.
    """
    plain = folded(text)
    for word in _WORD.findall(plain):
        word = word[:LONGEST_WORD]
        yield word
        if has_inside(word):
            yield from (word[at:] for at in range(1, len(word)))
    for chain in _JOINED.findall(plain):
        for part in dict.fromkeys((chain, _after_elision(chain))):
            if not _WORD.fullmatch(part):
                yield "".join(_WORD.findall(part))[:LONGEST_WORD]


def alternatives(text: str) -> list[tuple[tuple[str, ...], ...]]:
    """What someone typed as what must all be found: for each part, ways to write it, each of words that all count.

    `Choe Ryong-hae` is (choe), and (ryong and hae) or (ryonghae); `l'ONU` is (onu) or (lonu); `U.S.` is `us` as a
    `Whole` word.
    """
    characters = _characters(text)
    plain, dotted = joined(characters)[0], abbreviations(characters)
    found: list[tuple[tuple[str, ...], ...]] = []
    at = 0
    for chain in _JOINED.finditer(plain):
        found += [(way,) for way in _single(plain[at : chain.start()], dotted)]
        last = _after_elision(chain[0])
        ways = [tuple(word for way in _single(last, dotted) for word in way)]
        ways += [("".join(words(part))[:LONGEST_WORD],) for part in (last, chain[0])]
        found.append(tuple(dict.fromkeys(ways)))
        at = chain.end()
    return found + [(way,) for way in _single(plain[at:], dotted)]


def _single(plain: str, dotted: frozenset[str]) -> list[tuple[str]]:
    return [(Whole(word) if word in dotted else word,) for word in words(plain)]


def _after_elision(chain: str) -> str:
    """What is left of joined words without those that have lost a vowel: `onu` of `l'onu`."""
    return chain.rpartition("'")[2]


class Finder:
    """Finds the places of typed words in a text, as the index does: at the start of a word, or inside of Hangul."""

    def __init__(self, typed: str) -> None:
        self._parts = alternatives(typed)
        self.words = tuple(dict.fromkeys(word for part in self._parts for way in part for word in way))
        self._pattern = _pattern(self.words)
        # What is in ASCII is so when it is folded too.
        self._in_ascii = any(word.isascii() for word in self.words)
        self.places = lru_cache(maxsize=4096)(self._places)

    def _places(self, text: str) -> tuple[TextSpan, ...]:
        """Where the words stand in `text`, in order, without overlaps."""
        if self._pattern is None or self._cannot_stand_in(text):
            return ()
        plain, starts, ends = placed(text)
        if starts is None or ends is None:
            return tuple(TextSpan(*found.span()) for found in self._pattern.finditer(plain))
        found: list[TextSpan] = []
        for match in self._pattern.finditer(plain):
            start, end = starts[match.start()], ends[match.end() - 1]
            # One character may fold to several words, as a fraction does.
            if not found or found[-1].end <= start:
                found.append(TextSpan(start, end))
        return tuple(found)

    def all_in(self, text: str) -> bool:
        """Whether every part of what was typed stands in `text`, in one of the ways to write it."""
        if self._cannot_stand_in(text):
            return False
        plain, _, _ = placed(text)
        return bool(self._parts) and all(any(_stand_in(way, plain) for way in part) for part in self._parts)

    def _cannot_stand_in(self, text: str) -> bool:
        """Whether it is sure that no word does, before the text is folded: of a table many cells are numbers."""
        return not self._in_ascii and text.isascii()


_SYLLABLES = range(0xAC00, 0xD7A4)
"""Those of Hangul."""


class _Evenly(dict[int, str]):
    """What each character by itself folds to, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        # Of syllables there are thousands, each of which is itself.
        folded = chr(code) if code in _SYLLABLES else folded_cluster(chr(code))
        # One dropped and one doubled would even out, and the places would be wrong.
        self[code] = folded if len(folded) == 1 else _UNEVEN
        return self[code]


_UNEVEN = "  "
_EVENLY = _Evenly()
_JOINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u0ed0\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""What may be a mark on the character before it, or join it; some letters among them take the slower way too."""


def _stand_in(words: Iterable[str], plain: str) -> bool:
    return all(_pattern_of(word).search(plain) for word in words)


@lru_cache(maxsize=64)
def _pattern_of(word: str) -> re.Pattern[str]:
    return re.compile(_looked_for(word))


def _pattern(wanted: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of any of the words."""
    parts = [_looked_for(word) for word in sorted(wanted, key=len, reverse=True)]
    return re.compile("|".join(parts)) if parts else None


def _looked_for(word: str) -> str:
    """A pattern of a word; inside of it, it may run on over a hyphen or an apostrophe."""
    letters = f"(?:{_HYPHEN}|')?".join(re.escape(letter) for letter in word)
    if _INSIDE.search(word):
        return letters
    return rf"(?<![^\W_]){letters}" + (r"(?![^\W_])" if isinstance(word, Whole) else "")


@lru_cache(maxsize=512)
def placed(text: str) -> tuple[str, list[int] | None, list[int] | None]:
    """A text folded and, of each of its characters, where in `text` it starts and ends: None where that is its place.

    Kept, since while one types the same texts are looked through at each key.
    """
    even = text.translate(_EVENLY)
    if len(even) == len(text) and not _JOINING.search(text):
        plain, places = joined(even)
        if len(plain) == len(text):
            return plain, None, None
        return plain, list(places), [place + 1 for place in places]
    starts: list[int] = []
    ends: list[int] = []
    parts = []
    for part, start, end in _parts(text):
        parts.append(part)
        starts += [start] * len(part)
        ends += [end] * len(part)
    plain, places = joined("".join(parts))
    return plain, [starts[place] for place in places], [ends[place] for place in places]


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character with the marks on it, folded, and its start and end in `text`."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or at - start == _CLUSTER or not _joins(text[at]):
            yield folded_cluster(text[start:at]), start, at
            start = at


def _joins(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff" or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


def holds(text: str, typed: str) -> bool:
    """Whether all that was typed stands in one text, each word by its beginning unless it is whole."""
    have = set(indexed(text))

    def found(words: Iterable[str]) -> bool:
        return all(any(stands_for(own, word) for own in have) for word in words)

    return all(any(found(way) for way in part) for part in alternatives(typed))
