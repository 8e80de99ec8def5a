"""What a filter leads on to: the term that one who asks may mean besides, or in its place."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from model.query.spelling import spell
from model.query.terms import Query, Term
from model.query.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Lead:
    """Another filter, written out, and a few words on what it finds; these may hold any character of a corpus."""

    text: str
    words: str


def lead(query: Query, vocabulary: Vocabulary, count: Callable[[Query], int | None]) -> Lead | None:
    """A filter that is worth asking too, if there is one.

    Who asks for what one says is told who else speaks of the same; who finds nothing of someone, in which other way
    someone is met. `vocabulary` has the values that were known, `count` says how many events meet a query, where that
    is known.
    """
    told = next(_others(query, vocabulary), None)
    return told if told or count(query) != 0 else next(_other_ways(query, vocabulary, count), None)


def _others(query: Query, vocabulary: Vocabulary) -> Iterator[Lead]:
    for term in _asked(query, {"by"} & vocabulary.ways.keys()):
        for name in term.values:
            value = vocabulary["by"].get(name)
            others = [it for it in value.leads_on if it not in term.values] if value is not None else []
            if value is not None and others:
                names = " and ".join(vocabulary["by"][it].name for it in others)
                ids = (*term.values, *others)
                with_them = _changed(query, term, Term("by", ",".join(ids), ids))
                yield Lead(with_them.text, f"adds {names}, same origin")


def _other_ways(query: Query, vocabulary: Vocabulary, count: Callable[[Query], int | None]) -> Iterator[Lead]:
    for term in _asked(query, vocabulary.ways):
        for key, does in vocabulary.ways.items():
            for name in term.values if key != term.key else ():
                value = vocabulary[key].get(name)
                other = _changed(query, term, Term(key, name, (name,)))
                if value is not None and (number := count(other)):
                    events = f"{number} event{'' if number == 1 else 's'}"
                    yield Lead(other.text, f"{value.name} {does} {events}")


def _asked(query: Query, keys: Container[str]) -> Iterator[Term]:
    return (term for term in query.terms if term.key in keys and not term.negated)


def _changed(query: Query, term: Term, other: Term) -> Query:
    terms = tuple(other if it is term else it for it in query.terms)
    return Query(spell(terms), terms)
