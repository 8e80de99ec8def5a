"""A corpus without what goes back to an origin, as slowly as that is: claim by claim, by the rules of deleting.

Before, what others date by it is left without a date: of these claims, the words are theirs.
"""

from dataclasses import replace
from typing import Any

import msgspec

from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.corpus.records import Claim, Dated
from model.corpus.vocabulary import Basis
from model.curate.hanging import going_with, staying_without
from tests.asof.drafting import draft_of

_KINDS = ("sources", "statements", "claims", "events", "entities", "conflicts")


def deleted(corpus: Corpus, origin: str) -> Corpus:
    """The corpus from which each claim of an origin was deleted, one after the other."""
    draft = draft_of(detached(corpus, origin), _KINDS)
    for name in [it.id for it in corpus.claims.values() if saying(corpus, it).origin == origin]:
        place = next((place for it, place in draft.claims if it.id == name), None)
        if place is not None:
            draft = _without(draft, place)
    left: dict[str, Any] = {kind: {it.id: it for it, _ in getattr(draft, kind)} for kind in _KINDS}
    return replace(corpus, **left)


def dated_by(corpus: Corpus, origin: str) -> list[str]:
    """The claims of other origins that have their date, on whatever way, from what goes without `origin`."""

    def goes(name: str) -> bool:
        """Whether a record goes with the claims of the origin, be it for a day that it has from one of them."""
        claim = corpus.claims.get(name)
        if claim is not None:
            if saying(corpus, claim).origin == origin:
                return True
            return any(goes(it) for it in (claim.statement, claim.source) if it is not None)
        statement = corpus.statements.get(name)
        if statement is not None:
            on = statement.on.from_ if statement.on is not None else None
            needed = {on, statement.origin, statement.source} - {name}
            return any(goes(it) for it in needed if it is not None)
        given = corpus.sources[name].published.from_
        return given is not None and goes(given)

    def is_dated(claim: Claim, seen: frozenset[str] = frozenset()) -> bool:
        given = claim.date.from_ if claim.date is not None else None
        if given is None or given in seen:
            return False
        return goes(given) or (given in corpus.claims and is_dated(corpus.claims[given], seen | {given}))

    return [it.id for it in corpus.claims.values() if not goes(it.id) and is_dated(it)]


def detached(corpus: Corpus, origin: str) -> Corpus:
    """The corpus in which no claim of another origin has its date from this one."""
    without_date = {
        name: msgspec.structs.replace(
            corpus.claims[name], date=Dated(basis=Basis.NONE, reasoning="Taken away.")
        )
        for name in dated_by(corpus, origin)
    }
    return replace(corpus, claims={**corpus.claims, **without_date})


def _without(draft: Draft, place: Place) -> Draft:
    gone = frozenset([place, *(it.place for it in going_with(draft, place))])
    now = {it.place: it.now for it in staying_without(draft, gone)}
    for kind in _KINDS:
        rows = getattr(draft, kind)
        rows[:] = [(now.get(where, record), where) for record, where in rows if where not in gone]
    return draft
