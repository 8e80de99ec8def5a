"""What may stand in a filter: its keys and, for a corpus, their values by all of their names."""

import unicodedata
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from model.corpus.corpus import Corpus
from model.query.folding import words
from model.query.keys import FILTER_KEYS, WAYS
from model.query.terms import Term
from model.query.values import Value, Values

KEYS: dict[str, str] = {key.name: key.about for key in FILTER_KEYS}
"""The keys of the language for a curated corpus, with what each means, in the order in which they are offered."""

_VALUES = {key.name: key.values for key in FILTER_KEYS}

_MEANT = {key.name: key.meant for key in FILTER_KEYS if key.meant is not None}

DATE_KEYS = frozenset(key.name for key in FILTER_KEYS if key.is_date)

KNOWN_KEYS = {key.name: key.of_known for key in FILTER_KEYS if key.of_known is not None}
"""The keys of what was known of other records, with what gives the claims of each value."""

CLAIM_KEYS = frozenset(key.name for key in FILTER_KEYS if key.of_claim is not None) | KNOWN_KEYS.keys()
"""The keys of what a claim has by itself: in a search they find that claim, all others by its event."""


class Vocabulary(Mapping[str, Values]):
    """What may stand in a filter: the keys, and the values of each by their ids; none for dates.

    `about` says what each key means, in the order in which they are offered. `dates` are those whose value is a day,
    month or year; `ways` those of how someone is met, with what one does then. `apart` are names that may be taken for
    keys and are none, each with a sentence on what to write instead. `also` are other names of keys, in small letters.
    """

    about: Mapping[str, str]
    dates: frozenset[str]
    ways: Mapping[str, str]
    apart: Mapping[str, str]
    also: Mapping[str, str] = MappingProxyType({})

    def key_of(self, typed: str) -> str:
        """The key that is meant by what was typed before a colon, in whatever case; the same, where it is none."""
        name = " ".join(unicodedata.normalize("NFC", typed).lower().split())
        return name if name in self.about else self.also.get(name, name)

    @abstractmethod
    def matching(self, key: str, typed: str) -> list[Value]:
        """The values of a key that `typed` means."""


def vocabulary_of(corpus: Corpus) -> Vocabulary:
    """All values of a corpus; of one as it was known on a day, those that were known then."""
    return _Vocabulary(corpus)


class _Vocabulary(Vocabulary):
    """The values of a key are looked for when they are first asked for: a search for plain words needs none."""

    about = KEYS
    dates = DATE_KEYS
    ways = WAYS
    apart: Mapping[str, str] = {}

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[str, Values] = {}

    def __getitem__(self, key: str) -> Values:
        if key not in self._found:
            self._found[key] = _VALUES[key](self._corpus)
        return self._found[key]

    def matching(self, key: str, typed: str) -> list[Value]:
        """The values of a key that `typed` means."""
        return matching(self[key], typed)

    def __iter__(self) -> Iterator[str]:
        return iter(_VALUES)

    def __len__(self) -> int:
        return len(_VALUES)


def meant(corpus: Corpus, term: Term) -> tuple[str, ...]:
    """The ids that claims or events have of which one is enough for a term, whichever ids it was written with."""
    of_id = _MEANT.get(term.key)
    return term.values if of_id is None else tuple(of_id(corpus, value) for value in term.values)


def matching(values: Values, typed: str) -> list[Value]:
    """The values that `typed` means: the one of that id, else all with a name of which every word begins so."""
    if typed in values:
        return [values[typed]]
    same = [value for value in values.values() if typed in value.others]
    if same:
        return same
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
