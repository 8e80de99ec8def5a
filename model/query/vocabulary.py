"""What may stand in a filter: its keys and, for a corpus, their values by all of their names."""

from collections.abc import Mapping
from functools import lru_cache

from model.corpus.corpus import Corpus
from model.query.folding import words
from model.query.keys import FILTER_KEYS, Value, Values

KEYS: dict[str, str] = {key.name: key.about for key in FILTER_KEYS}
"""The keys of the language, with what each means, in the order in which they are offered."""

DATE_KEYS = frozenset(key.name for key in FILTER_KEYS if key.is_date)

CLAIM_KEYS = frozenset(key.name for key in FILTER_KEYS if key.of_claim is not None)
"""The keys of what a claim has by itself: in a search they find that claim, all others by its event."""

Vocabulary = Mapping[str, Values]
"""The values of each key by their ids; none for dates."""


def vocabulary_of(corpus: Corpus) -> Vocabulary:
    """All values of a corpus."""
    return {key.name: key.values(corpus) for key in FILTER_KEYS}


def matching(values: Values, typed: str) -> list[Value]:
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
