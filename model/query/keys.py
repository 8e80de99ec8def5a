"""The keys of the language of filters: one table, of which all else that is said of them follows.

A key of what a claim or an event has by itself is one entry here, with where its values come from: it is read,
completed, counted and looked for by that. A key that the state of an event on a day decides has besides, in each index,
how that is found out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from model.asof.conflict import in_one_document, seen_conflicts
from model.asof.entity import passing_on, speaking, taking_part
from model.asof.origin import origin_meant
from model.asof.saying import Saying, origins, saying
from model.asof.strands import strands
from model.asof.voices import voices
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.languages import language_name
from model.corpus.records import Claim, Conflict, Event
from model.corpus.told_apart import source_name
from model.corpus.vocabulary import POINT_WORDS, Basis, ConflictKind, EntityType, OnRecord, Point
from model.query.tagged import later_tags_of, tags_of


@dataclass(frozen=True, slots=True)
class Value:
    """A value by its id, and the names that it can be found by, the one to show first.

    `others` are ids that mean it too: they are read where they are written whole, and never offered. `leads_on` are ids
    of values that one who asks for this one may want besides: they are offered with it.
    """

    id: str
    names: tuple[str, ...]
    others: frozenset[str] = frozenset()
    leads_on: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]


Values = Mapping[str, Value]
"""Values by their ids."""

ClaimsByValue = Mapping[str, frozenset[str]]
"""The ids of the claims that have each value."""


@dataclass(frozen=True, slots=True)
class FilterKey:
    """One key: its name, what it means in a few words, and the values that it can have in a corpus.

    `of_claim` gives those of one claim and how it was said, `of_event` those of one event, whatever the day. `later`
    gives those that a claim has from a day on, each with that day. `of_known` gives the claims of each value in a
    corpus as it was known on a day, where what was known of other records decides it. A key that has none of them is
    decided by the state of an event. `meant` gives, of any id that may be written, the one that claims have. `is_date`:
    its value is a day, month or year.
    """

    name: str
    about: str
    values: Callable[[Corpus], Values]
    of_claim: Callable[[Corpus, Claim, Saying], Iterable[str]] | None = None
    later: Callable[[Corpus, Claim], Iterable[tuple[str, int]]] | None = None
    of_event: Callable[[Corpus, Event], Iterable[str]] | None = None
    of_known: Callable[[Corpus], ClaimsByValue] | None = None
    meant: Callable[[Corpus, str], str] | None = None
    is_date: bool = False


WAYS = {"who": "takes part in", "by": "speaks of", "via": "passes on claims of"}
"""The keys of how someone is met in an event, each with what one does then, in the same words wherever it counts."""

HAS = (
    ("conflict", "contested, as sources differ"),
    ("due", "its day has passed"),
    ("superseded", "a claim was replaced"),
    ("todo", "curators have work left"),
)


def _basis(_: Corpus, claim: Claim, said: Saying) -> list[str]:
    return [claim.date.basis.value] if claim.date is not None else []


RECORD_WORDS: dict[OnRecord, str] = {
    OnRecord.ON_RECORD: "on record",
    OnRecord.OFFICIAL: "in an official text",
    OnRecord.DOCUMENT: "in a document",
    OnRecord.ANONYMOUS: "unnamed",
}
"""On what footing someone speaks, in words."""


TOLD_APART: dict[str, tuple[str, ...]] = {
    "has": tuple(name for name, _ in HAS),
    "record": tuple(record.value for record in OnRecord),
}
"""The keys of which the state of an event has several values at once, with all of these, in the order of the words."""


def _in_claims(who: Callable[[Corpus, Claim], Iterable[str]]) -> Callable[[Corpus], Values]:
    """The entities that stand to claims in some way."""

    def values(corpus: Corpus) -> Values:
        found = {name for claim in corpus.claims.values() for name in who(corpus, claim)}
        return {name: value for name, value in _entities(corpus).items() if name in found}

    return values


def _speakers(corpus: Corpus) -> Values:
    """Each leads on to those who speak of what goes back to him. They are not included: theirs are other words."""
    others, found = voices(corpus), _in_claims(speaking)(corpus)
    return {
        name: replace(value, leads_on=tuple(it for it in others.get(name, ()) if it in found))
        for name, value in found.items()
    }


def _taking_part(corpus: Corpus) -> Values:
    """Whoever has a name, and of those without one who takes part: their words are no names of others."""
    met = _in_claims(taking_part)(corpus)
    return {
        name: value
        for name, value in _entities(corpus).items()
        if name in met or corpus.entities[name].type is not EntityType.ANONYMOUS
    }


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


def _strands(corpus: Corpus) -> Values:
    """In the order of the corpus, as their lanes stand."""
    tops = {*strands(corpus).values()}
    return _by_id((name, event.title) for name, event in corpus.events.items() if name in tops)


def _of_strands(known: Corpus) -> ClaimsByValue:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for event, top in strands(known).items():
        found[top].update(claim.id for claim in known.claims_of_event.get(event, ()))
    return {top: frozenset(claims) for top, claims in found.items()}


def _languages(corpus: Corpus) -> Values:
    found = sorted({source.language for source in corpus.sources.values()})
    return _by_id((tag, language_name(tag)) for tag in found)


def _numbers_of_origins(corpus: Corpus) -> Values:
    """From none, where all has been superseded, to as many as the claims of one event go back to."""
    of_events = (
        {saying(corpus, claim).origin for claim in claims} for claims in corpus.claims_of_event.values()
    )
    most = max(map(len, of_events), default=0)
    return _by_id((str(number), f"{number} origin{'' if number == 1 else 's'}") for number in range(most + 1))


def _of_conflicts(
    values_of: Callable[[Corpus, Conflict], Iterable[str]],
) -> Callable[[Corpus], ClaimsByValue]:
    """The claims of the conflicts that have each value."""

    def claims(known: Corpus) -> ClaimsByValue:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for conflict in seen_conflicts(known):
            for value in values_of(known, conflict):
                found[value].update(conflict.claims)
        return {value: frozenset(ids) for value, ids in found.items()}

    return claims


def _by_id(pairs: Iterable[tuple[str, str]]) -> Values:
    return {name: Value(name, (words,)) for name, words in pairs}


def _no_values(_: Corpus) -> Values:
    return {}


def _all_tags(corpus: Corpus) -> Values:
    claims = corpus.claims.values()
    found = {tag for claim in claims for tag in tags_of(corpus, claim, saying(corpus, claim))}
    found |= {tag for claim in claims for tag, _ in later_tags_of(corpus, claim)}
    return _by_id((tag, tag.replace("-", " ")) for tag in sorted(found))


CONFLICT_KEYS: dict[str, Callable[[Corpus, Conflict], tuple[str, ...]]] = {
    "conflict": lambda _, it: (it.kind.value,),
    "point": lambda _, it: ((it.point or Point.WHETHER).value,),
    "within": lambda known, it: ("source",) if in_one_document(known, it) else (),
}
"""The keys of what a conflict has by itself, with what one has in a corpus as it was known on a day."""

FILTER_KEYS = (
    FilterKey(
        "who",
        "who takes part: in a role, or as the place",
        _taking_part,
        of_claim=lambda corpus, claim, _: taking_part(corpus, claim),
    ),
    FilterKey(
        "by",
        "who speaks of it: first in a chain, or a paper in its own words",
        _speakers,
        of_claim=lambda corpus, claim, _: speaking(corpus, claim),
    ),
    FilterKey(
        "via",
        "who passes a claim on: later in a chain",
        _in_claims(passing_on),
        of_claim=lambda corpus, claim, _: passing_on(corpus, claim),
    ),
    FilterKey("source", "document", _sources, of_claim=lambda _, claim, said: [claim.source]),
    FilterKey(
        "language",
        "language of the document",
        _languages,
        of_claim=lambda corpus, claim, _: [corpus.sources[claim.source].language],
    ),
    FilterKey(
        "origin",
        "act of saying that claims go back to",
        _origins,
        of_claim=lambda _, claim, said: [said.origin],
        meant=origin_meant,
    ),
    FilterKey("origins", "how many origins support the word shown", _numbers_of_origins),
    FilterKey(
        "record",
        "footing of who supports the word shown: on-record, official, document, anonymous",
        lambda _: _by_id((record.value, RECORD_WORDS[record]) for record in OnRecord),
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
    FilterKey("strand", "what the event is a part of in the end", _strands, of_known=_of_strands),
    FilterKey("tag", "curators' own word for it", _all_tags, of_claim=tags_of, later=later_tags_of),
    FilterKey("has", "conflict, due, superseded, todo", lambda _: _by_id(HAS)),
    FilterKey(
        "conflict",
        "a conflict of this kind: contradiction, gradient, label and others",
        lambda _: _by_id((kind.value, kind.value.replace("-", " ")) for kind in ConflictKind),
        of_known=_of_conflicts(CONFLICT_KEYS["conflict"]),
    ),
    FilterKey(
        "point",
        "a conflict over this: whether, when, where, who, how-many, why, name, identity",
        lambda _: _by_id((point.value, POINT_WORDS[point] or "whether it is so") for point in Point),
        of_known=_of_conflicts(CONFLICT_KEYS["point"]),
    ),
    FilterKey(
        "within",
        "source: a conflict inside one document",
        lambda _: _by_id([("source", "inside one document")]),
        of_known=_of_conflicts(CONFLICT_KEYS["within"]),
    ),
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
