"""Whether a passage names others than the title of an event does: then it hardly speaks of that event."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.corpus.corpus import Corpus
from model.corpus.records import Event
from model.curate.entry.passage import Passage
from model.query.folding import words
from model.quotes.span import TextSpan

_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w’'-]*")
_SMALL = re.compile(r"(?<![\w’'-])[a-z][\w-]*")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_BEGINS = re.compile(r"(?:\A|[.!?:\n“\"”])\s*[“\"‘'(]?\Z")
"""What stands before the first word of a sentence, which has a capital whatever it is."""

Stem = Callable[[str], str]
"""A word without its ending."""


@dataclass(frozen=True, slots=True)
class NamesTold:
    """Who and what a passage names, as stems of words and as entities; not who speaks in it, nor when."""

    corpus: Corpus
    told: frozenset[str]
    entities: frozenset[str]
    capitals: frozenset[str]
    stem: Stem

    def others_than(self, event: Event) -> bool:
        """Whether both have names, and none is of both, nor of who takes part in the event."""
        if not self.told:
            return False
        title = {
            self.stem(word)
            for word, start in _capitals(event.title, 0, len(event.title))
            if start or word in self.capitals or word in self.corpus.derived(_words_of_names)
        }
        part = {holder for it in self.corpus.claims_of_event.get(event.id, ()) for _, holder in it.parts}
        called = {self.stem(word) for it in part for word in words(self.corpus.entities[it].name)}
        return bool(title) and not self.told & (title | called) and not self.entities & part


def names_told(passage: Passage, stem: Stem) -> NamesTold:
    """The names in a passage."""
    text, capitals = passage.text, _names_of(passage.text)
    aside: list[TextSpan] = [it.span for it in passage.speakers]
    aside += [it.span for it in passage.date_words_in(passage.sentence)]
    told = {
        stem(word)
        for word, start in _capitals(text, passage.span.start, passage.span.end)
        if word in capitals and not any(it.start <= start < it.end for it in aside)
    }
    named = {id for it in passage.names for id in it.entities}
    return NamesTold(passage.corpus, frozenset(told), frozenset(named), capitals, stem)


@lru_cache(maxsize=4)
def _names_of(text: str) -> frozenset[str]:
    """The words that have a capital inside of a sentence, and are nowhere written in small letters."""
    inside = {
        word
        for word, start in _capitals(text, 0, len(text))
        if not _BEGINS.search(text[max(0, start - 4) : start])
    }
    return frozenset(inside - {word for found in _SMALL.finditer(text) for word in words(found[0])})


def _words_of_names(corpus: Corpus) -> frozenset[str]:
    return frozenset(
        word for it in corpus.entities.values() for name in (it.name, *it.aliases) for word in words(name)
    )


def _capitals(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The words with a capital, folded, with their places."""
    for found in _CAPITAL.finditer(text, start, end):
        for word in words(_POSSESSIVE.sub("", found[0])):
            yield word, found.start()
