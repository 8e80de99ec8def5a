"""What a filter asks of conflicts: all of it is asked of one and the same conflict."""

from collections.abc import Callable, Iterable

from model.asof.conflict import seen_conflicts
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.query.keys import CONFLICT_KEYS
from model.query.terms import Query, Term


def asked_of_one(terms: Iterable[Term]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The terms that one and the same conflict has to meet, all of them, and the terms that stand each for itself.

    `conflict:gradient -within:source` asks for a gradient that is not inside one document. Where all that is asked of
    conflicts is turned round, none is sought: then each term says by itself which conflicts an event must not have.
    """
    asked = tuple(terms)
    of_conflicts = tuple(term for term in asked if term.key in CONFLICT_KEYS)
    if all(term.negated for term in of_conflicts):
        return (), asked
    return of_conflicts, tuple(term for term in asked if term.key not in CONFLICT_KEYS)


def claims_in_one(known: Corpus, terms: tuple[Term, ...]) -> frozenset[str]:
    """The claims of the conflicts of which each meets all of these terms, as they were known on a day."""
    found = (it.claims for it in seen_conflicts(known) if _meets_all(known, it, terms))
    return frozenset[str]().union(*found)


def conflict_meets(known: Corpus, conflict: Conflict, query: Query, is_shown: Callable[[str], bool]) -> bool:
    """Whether a conflict has what the query asks of conflicts, and one of its events is shown under the query.

    One that is about no event, but about what someone is called, is there while nothing else is asked.
    """
    asked = tuple(term for term in query.terms if term.key in CONFLICT_KEYS)
    if not _meets_all(known, conflict, asked):
        return False
    events = {event for name in conflict.claims if (event := known.claims[name].event) is not None}
    if not events:
        return len(asked) == len(query.terms)
    return any(map(is_shown, events))


def _meets_all(known: Corpus, conflict: Conflict, terms: Iterable[Term]) -> bool:
    return all(
        any(value in term.values for value in CONFLICT_KEYS[term.key](known, conflict)) is not term.negated
        for term in terms
    )
