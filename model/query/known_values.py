"""What has a value of a key that other records decide: the same for every index, from what was known on a day."""

from collections.abc import Iterable

from model.corpus.corpus import Corpus
from model.query.vocabulary import KNOWN_KEYS


def claims_with(known: Corpus, key: str, values: Iterable[str]) -> frozenset[str]:
    """The claims that have one of the values."""
    of_value = known.derived(KNOWN_KEYS[key])
    return frozenset[str]().union(*(of_value.get(value, ()) for value in values))


def events_of(known: Corpus, claims: Iterable[str]) -> frozenset[str]:
    """The events of claims."""
    events = {known.claims[claim].event for claim in claims}
    return frozenset(event for event in events if event is not None)
