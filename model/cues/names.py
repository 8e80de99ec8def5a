"""Names of entities in a text: the longest that fits, at the edges of words, whatever the case, the marks, the hyphens.

Folded as searching folds (`model.query.folding`). In Latin script a name is whole words, also before `'s`; in Hangul it
begins a word, and a particle may follow: 국정원은 finds 국정원.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.corpus.corpus import Corpus
from model.corpus.records import Entity
from model.query.folding import folded, placed
from model.quotes.span import TextSpan

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[^\w\n.;:!?()]{0,3}(?:\n[^\w\n.;:!?()]?)?")
"""What may stand between the words of one name: a space, a hyphen, the end of a line; no end of a sentence."""

_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_HANGUL = re.compile("[가-힣]")
_PARTICLES = (
    r"(?:은|는|이|가|을|를|의|에|에게|에서|에게서|께|께서|와|과|도|만|로|으로|로서|으로서|까지|부터|보다|처럼|라고|이라고|이며|이자|인|이나|나"
    r"|이다|들|들은|들이|들의|들을|측|측은|측이|측의|에는|에선|에도|에서는|에서도|으로부터|로부터|과의|와의|과는|와는|에게는|이라는|라는|조차|마저|뿐)"
)
_AFTER = re.compile(rf"{_PARTICLES}?(?![가-힣])")
_SHORT = 4
"""An abbreviation of so few letters is no name in small letters: `US` is one, and `us` is a word."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text: `text[span.start:span.end] == words`, with the ids of all entities that are called so."""

    span: TextSpan
    words: str
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Called:
    """A folded name as its words, of one entity; whether it counts only in capitals."""

    words: tuple[str, ...]
    entity: str
    in_capitals: bool


class Names:
    """The names and other names of some entities, made ready for finding."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_first: defaultdict[str, list[_Called]] = defaultdict(list)
        self._longest = 0
        for entity in entities:
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                self._add(entity.id, name)
        for called in self._by_first.values():
            called.sort(key=lambda it: -sum(map(len, it.words)))

    def _add(self, entity: str, name: str) -> None:
        words = tuple(_WORD.findall(folded(name)))
        letters = [char for char in name if char.isalpha()]
        if not words or not letters:
            return
        in_capitals = len(letters) <= _SHORT and all(char.isupper() for char in letters)
        self._by_first[words[0]].append(_Called(words, entity, in_capitals))
        self._longest = max(self._longest, len(words[0]))

    def found_in(self, text: str, stretch: TextSpan | None = None) -> tuple[FoundName, ...]:
        """The names in a text or in a stretch of it, in order, none inside of another."""
        base = stretch.start if stretch is not None else 0
        part = text[stretch.start : stretch.end] if stretch is not None else text
        found: list[FoundName] = []
        end = 0
        for name in self._each(part):
            if name.span.start >= end:
                end = name.span.end
                found.append(
                    FoundName(TextSpan(base + name.span.start, base + end), name.words, name.entities)
                )
        return tuple(found)

    def _each(self, text: str) -> Iterator[FoundName]:
        tokens = _Tokens(text)
        for number, (start, _) in enumerate(tokens.spans):
            longest = self._longest_at(tokens, number)
            if longest:
                end = longest[0][1]
                first, last = tokens.in_text(start, end)
                ids = dict.fromkeys(called.entity for called, at in longest if at == end)
                yield FoundName(TextSpan(first, last), text[first:last], tuple(ids))

    def _longest_at(self, tokens: "_Tokens", number: int) -> list[tuple[_Called, int]]:
        """The names that begin with a word, and where each ends in the folded text; the longest first."""
        found = [
            (called, end)
            for first in self._beginnings(tokens.words[number])
            for called in self._by_first.get(first, ())
            if (end := tokens.end_of(called.words, number)) is not None
            and not (called.in_capitals and not tokens.is_in_capitals(number, end))
        ]
        return sorted(found, key=lambda it: -it[1])

    def _beginnings(self, word: str) -> Iterator[str]:
        """What of a word may be the first word of a name: all of it or, in Hangul, each of its beginnings."""
        yield word
        if _HANGUL.match(word):
            yield from (word[:size] for size in range(min(len(word) - 1, self._longest), 0, -1))


class _Tokens:
    """The words of a folded text, with their places in it; a possessive is no part of its word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain, self._starts, self._ends = placed(text)
        self.spans: list[tuple[int, int]] = []
        self.words: list[str] = []
        for match in _WORD.finditer(self.plain):
            start, end = match.span()
            if (
                end - start > 1
                and match[0].endswith("s")
                and _POSSESSIVE.search(text[slice(*self.in_text(start, end))])
            ):
                end -= 1
            self.spans.append((start, end))
            self.words.append(self.plain[start:end])

    def in_text(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text in the text itself, the last dot of an abbreviation with it."""
        first, last = (start, end)
        if self._starts is not None and self._ends is not None:
            first, last = self._starts[start], self._ends[end - 1]
        if self.text[last : last + 1] == "." and "." in self.text[first:last]:
            last += 1
        return first, last

    def end_of(self, name: Sequence[str], number: int) -> int | None:
        """Where a name that begins with a word ends, in the folded text; None where the words are others."""
        if number + len(name) > len(self.words):
            return None
        for offset, word in enumerate(name):
            at = number + offset
            start, end = self.spans[at]
            if offset and not _BETWEEN.fullmatch(self.plain, self.spans[at - 1][1], start):
                return None
            if offset == len(name) - 1 and _HANGUL.match(word):
                return self._end_in_hangul(word, at)
            if self.words[at] != word:
                return None
        return end

    def _end_in_hangul(self, word: str, at: int) -> int | None:
        start = self.spans[at][0]
        end = start + len(word)
        if not self.words[at].startswith(word) or not _AFTER.match(self.plain, end):
            return None
        return end

    def is_in_capitals(self, number: int, end: int) -> bool:
        """Whether all letters from the word `number` to the code point `end` are capitals."""
        first, last = self.in_text(self.spans[number][0], end)
        return all(char.isupper() for char in self.text[first:last] if char.isalpha())


def roles_of(corpus: Corpus, event: str, found: Iterable[FoundName]) -> dict[str, str]:
    """The role that each recognised entity surely has in an event, by its id: that of all claims of it that name it.

    Only of names that are one entity's; who has no role yet, or not always the same, is not in it.
    """
    sure: dict[str, str] = {}
    wanted = {name.entities[0] for name in found if len(name.entities) == 1}
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for claim in corpus.claims_of_event.get(event, ()):
        for role, holder in claim.parts:
            roles[holder].add(role)
    for entity in sorted(wanted):
        if len(roles[entity]) == 1:
            sure[entity] = next(iter(roles[entity]))
    return sure
