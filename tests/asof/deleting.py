"""A corpus without what goes back to an origin, as slowly as that is: claim by claim, by the rules of deleting."""

from dataclasses import replace
from typing import Any

from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.curate.hanging import going_with, staying_without

_KINDS = ("sources", "statements", "claims", "events", "entities", "conflicts")


def deleted(corpus: Corpus, origin: str) -> Corpus:
    """The corpus from which each claim of an origin was deleted, one after the other."""
    draft = _draft_of(corpus)
    for name in [it.id for it in corpus.claims.values() if saying(corpus, it).origin == origin]:
        place = next((place for it, place in draft.claims if it.id == name), None)
        if place is not None:
            draft = _without(draft, place)
    left: dict[str, Any] = {kind: {it.id: it for it, _ in getattr(draft, kind)} for kind in _KINDS}
    return replace(corpus, **left)


def _draft_of(corpus: Corpus) -> Draft:
    draft = Draft(info=corpus.info, texts=dict(corpus.texts), digests=dict.fromkeys(corpus.sources, ""))
    for kind in _KINDS:
        records = enumerate(getattr(corpus, kind).values())
        getattr(draft, kind)[:] = [(record, Place(kind, (kind, number))) for number, record in records]
    draft.furniture = {name: [] for name in corpus.sources}
    draft.left_out = {name: [] for name in corpus.sources}
    return draft


def _without(draft: Draft, place: Place) -> Draft:
    gone = frozenset([place, *(it.place for it in going_with(draft, place))])
    now = {it.place: it.now for it in staying_without(draft, gone)}
    for kind in _KINDS:
        rows = getattr(draft, kind)
        rows[:] = [(now.get(where, record), where) for record, where in rows if where not in gone]
    return draft
