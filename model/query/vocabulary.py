"""What may stand in a filter: its keys and, for a corpus, their values by all of their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import Basis, EntityType
from model.query.folding import words


@dataclass(frozen=True, slots=True)
class Value:
    """A value by its id, and the names that it can be found by, the one to show first."""

    id: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]


KEYS: dict[str, str] = {
    "who": "entity with a part in the event",
    "by": "speaker of a claim, the first in its chain",
    "source": "document",
    "origin": "act of saying that claims go back to",
    "status": "the word shown",
    "basis": "how a date is known",
    "type": "type of the event",
    "has": "conflict, due, superseded",
    "after": "a day, month or year: on its first day, or later",
    "before": "a day, month or year: begins before its first day",
}
"""The keys of the language, with what each means, in the order in which they are offered."""

DATE_KEYS = frozenset({"after", "before"})

HAS = (("conflict", "sources differ"), ("due", "its day has passed"), ("superseded", "a claim was replaced"))

Vocabulary = Mapping[str, Mapping[str, Value]]
"""The values of each key by their ids; none for dates."""


def vocabulary_of(corpus: Corpus) -> Vocabulary:
    """All values of a corpus. Those of `origin` are named for who spoke."""
    entity = {name: Value(name, (it.name, *it.aliases)) for name, it in corpus.entities.items()}
    speakers = {statement.chain[0].who for statement in corpus.statements.values()}
    speakers |= {source.publisher for source in corpus.sources.values()}
    types = dict.fromkeys(event.type for event in corpus.events.values() if event.type != "strand")
    return {
        "who": {
            name: entity[name] for name in entity if corpus.entities[name].type is not EntityType.ANONYMOUS
        },
        "by": {name: entity[name] for name in entity if name in speakers},
        "source": _sources(corpus),
        "origin": _origins(corpus),
        "status": _by_id((word.value.replace(" ", "-"), word.value) for word in Word),
        "basis": _by_id((basis.value, basis.value.replace("-", " ")) for basis in Basis),
        "type": _by_id((name, name.replace("-", " ")) for name in types),
        "has": _by_id(HAS),
        "after": {},
        "before": {},
    }


def matching(values: Mapping[str, Value], typed: str) -> list[Value]:
    """The values that `typed` means: the one of that id, else all with a name of which every word begins so."""
    if typed in values:
        return [values[typed]]
    wanted = tuple(words(typed))
    return [value for value in values.values() if wanted and _matches(value, wanted)]


def _matches(value: Value, wanted: tuple[str, ...]) -> bool:
    return any(
        all(any(own.startswith(word) for own in names) for word in wanted) for names in _words_of(value)
    )


@lru_cache(maxsize=16384)
def _words_of(value: Value) -> tuple[tuple[str, ...], ...]:
    """The words of the id and of each name, also as one where a hyphen joins them."""
    return tuple((*(own := tuple(words(name))), "".join(own)) for name in (value.id, *value.names))


def _sources(corpus: Corpus) -> dict[str, Value]:
    names = {
        name: (corpus.entities[it.publisher].name, it.title, *corpus.entities[it.publisher].aliases)
        for name, it in corpus.sources.items()
    }
    return {name: Value(name, found) for name, found in names.items()}


def _origins(corpus: Corpus) -> dict[str, Value]:
    found = {}
    for statement in corpus.statements.values():
        name = statement.origin or statement.id
        found[name] = Value(name, (corpus.entities[corpus.statements[name].chain[0].who].name,))
    for source in corpus.sources.values():
        found.setdefault(source.id, Value(source.id, (corpus.entities[source.publisher].name,)))
    return found


def _by_id(pairs: Iterable[tuple[str, str]]) -> dict[str, Value]:
    return {name: Value(name, (words,)) for name, words in pairs}
