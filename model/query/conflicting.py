"""What a filter asks of conflicts: all of it is asked of one and the same conflict."""

from collections.abc import Callable, Iterable

from model.asof.conflict import seen_conflicts
from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.corpus.quoted import wording
from model.corpus.records import Claim, Conflict
from model.query.claim_values import values_of_claim
from model.query.folding import holds
from model.query.keys import CONFLICT_KEYS
from model.query.terms import Query, Term
from model.query.vocabulary import meant


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


def conflict_meets(
    corpus: Corpus,
    conflict: Conflict,
    day: int,
    query: Query,
    is_shown: Callable[[str], bool],
    hides: bool,
) -> bool:
    """Whether a conflict has what the query asks of conflicts, and one of its events is shown under the query.

    One that is about no event, but about what someone is called, is there where one of its claims has by itself what
    the query asks of claims and events; and where the query `hides` no event, it hides no such conflict either.
    """
    known = known_by(corpus, day)
    if not _meets_all(known, conflict, [term for term in query.terms if term.key in CONFLICT_KEYS]):
        return False
    events = {event for name in conflict.claims if (event := known.claims[name].event) is not None}
    if events:
        return any(map(is_shown, events))
    asked = [term for term in query.terms if term.key not in CONFLICT_KEYS]
    claims = [known.claims[name] for name in conflict.claims]
    return not hides or any(_has_all(corpus, claim, asked, day) for claim in claims)


def _has_all(corpus: Corpus, claim: Claim, terms: Iterable[Term], day: int) -> bool:
    return all(_has(corpus, claim, term, day) is not term.negated for term in terms)


def _has(corpus: Corpus, claim: Claim, term: Term, day: int) -> bool:
    if not term.key:
        return holds(wording(claim), term.words)
    return bool(values_of_claim(corpus, claim, term.key, day).intersection(meant(corpus, term)))


def _meets_all(known: Corpus, conflict: Conflict, terms: Iterable[Term]) -> bool:
    return all(
        any(value in term.values for value in CONFLICT_KEYS[term.key](known, conflict)) is not term.negated
        for term in terms
    )
