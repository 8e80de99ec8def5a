"""The keys of the language of filters: one table, of which all else that is said of them follows.

A key of what a claim or an event has by itself is one entry here, with where its values come from: it is read,
completed, counted and looked for by that. A key that the state of an event on a day decides has besides, in each index,
how that is found out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from model.asof.entity import has_part, parts_in
from model.asof.origin import origin_meant
from model.asof.saying import Saying, origins, saying
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Event
from model.corpus.told_apart import source_name
from model.corpus.vocabulary import Basis, EntityType
from model.query.tagged import later_tags_of, tags_of


@dataclass(frozen=True, slots=True)
class Value:
    """A value by its id, and the names that it can be found by, the one to show first.

    `others` are ids that mean it too: they are read where they are written whole, and never offered.
    """

    id: str
    names: tuple[str, ...]
    others: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]


Values = Mapping[str, Value]
"""Values by their ids."""


@dataclass(frozen=True, slots=True)
class FilterKey:
    """One key: its name, what it means in a few words, and the values that it can have in a corpus.

    `of_claim` gives those of one claim and how it was said, `of_event` those of one event, whatever the day. `later`
    gives those that a claim has from a day on, each with that day. A key that has none of them is decided by the state
    of an event. `meant` gives, of any id that may be written, the one that claims have. `is_date`: its value is a day,
    month or year.
    """

    name: str
    about: str
    values: Callable[[Corpus], Values]
    of_claim: Callable[[Corpus, Claim, Saying], Iterable[str]] | None = None
    later: Callable[[Corpus, Claim], Iterable[tuple[str, int]]] | None = None
    of_event: Callable[[Corpus, Event], Iterable[str]] | None = None
    meant: Callable[[Corpus, str], str] | None = None
    is_date: bool = False


HAS = (
    ("conflict", "sources differ"),
    ("due", "its day has passed"),
    ("superseded", "a claim was replaced"),
    ("todo", "curators have work left"),
)


def _has_part(corpus: Corpus, claim: Claim, _: Saying) -> list[str]:
    """Those who do more than speak of it; an unnamed speaker is nobody."""
    return [
        entity
        for entity, parts in parts_in(corpus, claim).items()
        if has_part(parts) and corpus.entities[entity].type is not EntityType.ANONYMOUS
    ]


def _basis(_: Corpus, claim: Claim, said: Saying) -> list[str]:
    return [claim.date.basis.value] if claim.date is not None else []


def _named(corpus: Corpus) -> Values:
    return {
        name: value
        for name, value in _entities(corpus).items()
        if corpus.entities[name].type is not EntityType.ANONYMOUS
    }


def _speakers(corpus: Corpus) -> Values:
    speakers = {saying(corpus, claim).speaker for claim in corpus.claims.values()}
    return {name: value for name, value in _entities(corpus).items() if name in speakers}


def _entities(corpus: Corpus) -> dict[str, Value]:
    return {name: Value(name, (it.name, *it.aliases)) for name, it in corpus.entities.items()}


def _sources(corpus: Corpus) -> Values:
    found = {}
    for name, source in corpus.sources.items():
        publisher = corpus.entities[source.publisher]
        names = dict.fromkeys((source_name(corpus, name), publisher.name, source.title, *publisher.aliases))
        found[name] = Value(name, tuple(names))
    return found


def _origins(corpus: Corpus) -> Values:
    """The first acts of saying, named for who spoke; of what a document says itself, the document.

    Any statement that goes back to one means it: on another day it may be the one that names it.
    """
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name, end in corpus.derived(origins).items():
        members[end].append(name)
    found = {}
    for origin in sorted({saying(corpus, claim).origin for claim in corpus.claims.values()}):
        others = sorted({*members[origin]} - {origin})
        names = dict.fromkeys(_origin_name(corpus, name) for name in (origin, *others))
        found[origin] = Value(origin, tuple(names), frozenset(others))
    return found


def _origin_name(corpus: Corpus, name: str) -> str:
    """Who spoke; of what a document says itself, the document."""
    if name in corpus.sources:
        return source_name(corpus, name)
    return corpus.entities[corpus.statements[name].chain[0].who].name


def _types(corpus: Corpus) -> Values:
    types = dict.fromkeys(event.type for event in corpus.events.values() if event.type != "strand")
    return _by_id((name, name.replace("-", " ")) for name in types)


def _by_id(pairs: Iterable[tuple[str, str]]) -> Values:
    return {name: Value(name, (words,)) for name, words in pairs}


def _no_values(_: Corpus) -> Values:
    return {}


def _all_tags(corpus: Corpus) -> Values:
    claims = corpus.claims.values()
    found = {tag for claim in claims for tag in tags_of(corpus, claim, saying(corpus, claim))}
    found |= {tag for claim in claims for tag, _ in later_tags_of(corpus, claim)}
    return _by_id((tag, tag.replace("-", " ")) for tag in sorted(found))


FILTER_KEYS = (
    FilterKey("who", "entity with a part in the event", _named, of_claim=_has_part),
    FilterKey(
        "by",
        "speaker of a claim, the first in its chain",
        _speakers,
        of_claim=lambda _, claim, said: [said.speaker],
    ),
    FilterKey("source", "document", _sources, of_claim=lambda _, claim, said: [claim.source]),
    FilterKey(
        "origin",
        "act of saying that claims go back to",
        _origins,
        of_claim=lambda _, claim, said: [said.origin],
        meant=origin_meant,
    ),
    FilterKey(
        "leg",
        "act of saying without which the event would not stand as it does",
        _origins,
        meant=origin_meant,
    ),
    FilterKey(
        "status",
        "the word shown",
        lambda _: _by_id((word.value.replace(" ", "-"), word.value) for word in Word),
    ),
    FilterKey(
        "basis",
        "how a date is known",
        lambda _: _by_id((basis.value, basis.value.replace("-", " ")) for basis in Basis),
        of_claim=_basis,
    ),
    FilterKey("type", "type of the event", _types, of_event=lambda _, event: [event.type]),
    FilterKey("tag", "curators' own word for it", _all_tags, of_claim=tags_of, later=later_tags_of),
    FilterKey("has", "conflict, due, superseded, todo", lambda _: _by_id(HAS)),
    FilterKey(
        "after",
        "a day, month or year: goes on, or may go on, in it or later",
        _no_values,
        is_date=True,
    ),
    FilterKey("before", "a day, month or year: begins, or may begin, before it", _no_values, is_date=True),
)
"""Every key, in the order in which they are offered.

Of dates (`model.dates.edtf`), `after:` asks for the latest day, `before:` for the earliest one. A date that is open on
that side meets it whatever the day, be it a duration (`2022/..`, `../2025-04`) or a window (`[2025-07..]`,
`[..2025-06]`). A qualifier widens nothing. What is undated meets neither, so `-after:` and `-before:` keep it.
"""
