"""What events have, counted one by one."""

from collections import Counter

from model.asof.known import known_by
from model.asof.origin import origin_names
from model.corpus.corpus import Corpus
from model.index.memory.meeting import STATE_KEYS, known_events, state_value, values_of
from model.query.keys import CONFLICT_KEYS, TOLD_APART
from model.query.terms import Query, Term
from model.query.vocabulary import DATE_KEYS, KEYS


class MemoryFacets:
    """See `model.index.protocol.Facets`."""

    def __init__(self, corpus: Corpus, day: int) -> None:
        self._corpus, self._day = corpus, day

    def prepare(self) -> frozenset[str]:
        """All can be counted."""
        return frozenset()

    def count(self, query: Query) -> int:
        """How many events meet a query."""
        return len(known_events(self._corpus, self._day, query))

    def counts(self, key: str, query: Query) -> list[tuple[str, int]]:
        """The values of a key, with how many events have them."""
        if key in DATE_KEYS or key not in KEYS:
            return []
        if key in TOLD_APART:
            terms = [Term(key, name, (name,)) for name in TOLD_APART[key]]
            return [(term.words, self.count(Query("", (*query.terms, term)))) for term in terms]
        counted: Counter[str] = Counter()
        known = known_by(self._corpus, self._day)
        if key in CONFLICT_KEYS:
            for conflict in known.conflicts.values():
                for value in CONFLICT_KEYS[key](known, conflict):
                    counted[value] = self.count(Query("", (*query.terms, Term(key, value, (value,)))))
            return _most_first(counted)
        names = origin_names(self._corpus, known) if key in ("origin", "leg") else {}
        for event, state in known_events(self._corpus, self._day, query).items():
            if key in STATE_KEYS:
                counted[state_value(state, key, self._day)] += 1
            else:
                values = values_of(self._corpus, event, key, self._day)
                counted.update(names.get(value, value) for value in values)
        return _most_first(counted)


def _most_first(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(((value, n) for value, n in counted.items() if n), key=lambda item: (-item[1], item[0]))
