"""A corpus as the draft that it may have been made of."""

from collections.abc import Sequence

from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place

KINDS = (
    *("sources", "statements", "claims", "events", "entities", "conflicts"),
    *("lists", "questions", "searches"),
)
"""The kinds of records that have an id."""


def draft_of(corpus: Corpus, kinds: Sequence[str] = KINDS) -> Draft:
    """The draft of the records of some kinds, and of what is set aside in documents, each with a place of its own."""
    draft = Draft(info=corpus.info, texts=dict(corpus.texts))
    draft.digests = {name: it.sha256 for name, it in corpus.sources.items()}
    for kind in kinds:
        records = enumerate(getattr(corpus, kind).values())
        getattr(draft, kind)[:] = [(record, Place(kind, (kind, number))) for number, record in records]
    for name in corpus.sources:
        draft.furniture[name] = [
            (it, Place(name, ("furniture", number))) for number, it in enumerate(corpus.furniture[name])
        ]
        draft.left_out[name] = [
            (it, Place(name, ("left_out", number))) for number, it in enumerate(corpus.left_out[name])
        ]
    return draft
