"""The values that the keys of filters can have in a corpus, by their ids and the names that they can be found by."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from model.asof.entity import speaking, taking_part
from model.asof.origin import origin_name
from model.asof.saying import origins, saying
from model.asof.strands import strands
from model.asof.voices import voices
from model.corpus.corpus import Corpus
from model.corpus.languages import language_name
from model.corpus.records import Claim
from model.corpus.told_apart import source_name
from model.corpus.vocabulary import EntityType
from model.query.tagged import later_tags_of, tags_of


@dataclass(frozen=True, slots=True)
class Value:
    """A value by its id, and the names that it can be found by, the one to show first.

    `others` are ids that mean it too: they are read where they are written whole, and never offered. `leads_on` are ids
    of values that one who asks for this one may want besides: they are offered with it; `together` is what all of them
    are called where they are one and the same, empty where they are others.
    """

    id: str
    names: tuple[str, ...]
    others: frozenset[str] = frozenset()
    leads_on: tuple[str, ...] = ()
    together: str = ""

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]


Values = Mapping[str, Value]
"""Values by their ids."""


def met_in_claims(who: Callable[[Corpus, Claim], Iterable[str]]) -> Callable[[Corpus], Values]:
    """The entities that stand to claims in some way."""

    def values(corpus: Corpus) -> Values:
        found = {name for claim in corpus.claims.values() for name in who(corpus, claim)}
        return {name: value for name, value in _entities(corpus).items() if name in found}

    return values


def speakers(corpus: Corpus) -> Values:
    """Each leads on to those who speak of what goes back to him. They are not included: theirs are other words."""
    others, found = voices(corpus), met_in_claims(speaking)(corpus)
    return {
        name: replace(value, leads_on=tuple(it for it in others.get(name, ()) if it in found))
        for name, value in found.items()
    }


def who_has_a_part(corpus: Corpus) -> Values:
    """Whoever has a name, and of those without one who takes part: their words are no names of others."""
    met = met_in_claims(taking_part)(corpus)
    return {
        name: value
        for name, value in _entities(corpus).items()
        if name in met or corpus.entities[name].type is not EntityType.ANONYMOUS
    }


def _entities(corpus: Corpus) -> dict[str, Value]:
    return {name: Value(name, (it.name, *it.aliases)) for name, it in corpus.entities.items()}


def documents(corpus: Corpus) -> Values:
    """The documents, by their titles and by their publishers' names."""
    found = {}
    for name, source in corpus.sources.items():
        publisher = corpus.entities[source.publisher]
        names = dict.fromkeys((source_name(corpus, name), publisher.name, source.title, *publisher.aliases))
        found[name] = Value(name, tuple(names))
    return found


def first_origins(corpus: Corpus) -> Values:
    """The first acts of saying, named for who spoke; of what a document says itself, the document.

    Any statement that goes back to one means it: on another day it may be the one that names it. One leads on to what
    else the same one has said first.
    """
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name, end in corpus.derived(origins).items():
        members[end].append(name)
    ends = sorted({saying(corpus, claim).origin for claim in corpus.claims.values()})
    first = {it: corpus.statements[it].chain[0].who for it in ends if it in corpus.statements}
    found = {}
    for origin in ends:
        others = sorted({*members[origin]} - {origin})
        names = dict.fromkeys(origin_name(corpus, name) for name in (origin, *others))
        same = tuple(it for it in first if it != origin and first[it] == first.get(origin))
        together = corpus.entities[first[origin]].name if same else ""
        found[origin] = Value(origin, tuple(names), frozenset(others), same, together)
    return found


def types_of_events(corpus: Corpus) -> Values:
    """The types of events; a strand is none."""
    types = dict.fromkeys(event.type for event in corpus.events.values() if event.type != "strand")
    return by_id((name, name.replace("-", " ")) for name in types)


def tops(corpus: Corpus) -> Values:
    """In the order of the corpus, as their lanes stand."""
    tops = {*strands(corpus).values()}
    return by_id((name, event.title) for name, event in corpus.events.items() if name in tops)


def languages(corpus: Corpus) -> Values:
    """The languages of documents."""
    found = sorted({source.language for source in corpus.sources.values()})
    return by_id((tag, language_name(tag)) for tag in found)


def numbers_of_origins(corpus: Corpus) -> Values:
    """From none, where all has been superseded, to as many as the claims of one event go back to."""
    of_events = (
        {saying(corpus, claim).origin for claim in claims} for claims in corpus.claims_of_event.values()
    )
    most = max(map(len, of_events), default=0)
    found = {}
    for number in range(most + 1):
        origins = "origin" if number == 1 else "origins"
        words = ("no", "one", "two", "three")[number : number + 1]
        names = (f"{it} {origins}" for it in (str(number), *words))
        found[str(number)] = Value(str(number), tuple(names))
    return found


def by_id(pairs: Iterable[tuple[str, str]]) -> Values:
    """Values of ids, each with its name."""
    return {name: Value(name, (words,)) for name, words in pairs}


def no_values(_: Corpus) -> Values:
    """None: what is written is a day."""
    return {}


def all_tags(corpus: Corpus) -> Values:
    """The curators' tags, on whatever record they stand."""
    claims = corpus.claims.values()
    found = {tag for claim in claims for tag in tags_of(corpus, claim, saying(corpus, claim))}
    found |= {tag for claim in claims for tag, _ in later_tags_of(corpus, claim)}
    return by_id((tag, tag.replace("-", " ")) for tag in sorted(found))
