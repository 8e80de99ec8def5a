"""Which apostrophes and dots of a folded text stand inside of a word, and are no part of it.

`p'yongyang` and `o'brien` are one word, `u.s.` is `us`; but in `l'onu` the apostrophe parts two words, as it does in
`d'ivoire`, `qu'il` and `dell'onu`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

_ABBREVIATION = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?!'*[^\W_])")
_CHAIN = re.compile(r"(?<![^\W_])[^\W_]++(?:'+[^\W_]++)+")
_MARKS = re.compile("'+")

_ELIDED = frozenset(
    (
        *("l", "d", "j", "m", "n", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"),
        *("all", "coll", "dall", "dell", "nell", "sull", "un", "quell", "quest"),
    )
)
"""French and Italian words that lose their vowel before another one. `t'` is not among them, since Korean and Chinese
names begin with it; nor is what has become one word, as `aujourd'hui`."""


def joined(folded: str) -> tuple[str, Sequence[int]]:
    """The text without what stands inside of its words and, of each character that is left, its place in `folded`."""
    places: Sequence[int] = range(len(folded))
    if "'" in folded:
        folded, places = _without(folded, places, _apostrophes(folded))
    if "." in folded:
        folded, places = _without(folded, places, _dots(folded))
    return folded, places


def abbreviations(folded: str) -> frozenset[str]:
    """The words of a text that are written with dots, without these."""
    apart, _ = _without(folded, range(len(folded)), _apostrophes(folded))
    return frozenset(found[0].replace(".", "") for found in _ABBREVIATION.finditer(apart))


def _apostrophes(text: str) -> Iterator[int]:
    for chain in _CHAIN.finditer(text):
        start, elided = chain.start(), True
        for marks in _MARKS.finditer(text, *chain.span()):
            elided = elided and text[start : marks.start()] in _ELIDED
            start = marks.end()
            if not elided:
                yield from range(*marks.span())


def _dots(text: str) -> Iterator[int]:
    for found in _ABBREVIATION.finditer(text):
        yield from range(found.start() + 1, found.end(), 2)


def _without(text: str, places: Sequence[int], gone: Iterable[int]) -> tuple[str, Sequence[int]]:
    dropped = set(gone)
    if not dropped:
        return text, places
    kept = [at for at in range(len(text)) if at not in dropped]
    return "".join(text[at] for at in kept), [places[at] for at in kept]
