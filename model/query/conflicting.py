"""Which conflicts meet a filter: by what they have themselves, else by the events that they are about."""

from collections.abc import Callable

from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.query.keys import CONFLICT_KEYS
from model.query.terms import Query


def conflict_meets(known: Corpus, conflict: Conflict, query: Query, is_shown: Callable[[str], bool]) -> bool:
    """Whether a conflict has what the query asks of conflicts, and one of its events is shown under the query.

    One that is about no event, but about what someone is called, is there while nothing else is asked.
    """
    for term in query.terms:
        if term.key in CONFLICT_KEYS:
            has = CONFLICT_KEYS[term.key](known, conflict)
            if any(value in term.values for value in has) is term.negated:
                return False
    events = {event for name in conflict.claims if (event := known.claims[name].event) is not None}
    if not events:
        return all(term.key in CONFLICT_KEYS for term in query.terms)
    return any(map(is_shown, events))
