"""Drafts in drawn corpora: any record may be one."""

import json
from dataclasses import replace
from typing import Any

import msgspec
from hypothesis import strategies as st

from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.exchange.from_json import import_json
from model.exchange.to_json import export_json

KINDS = ("sources", "statements", "claims", "events", "conflicts", "lists", "questions", "searches")
"""The kinds of records that can be drafts, as a corpus has them."""


@st.composite
def flagged(draw: st.DrawFn, corpora: st.SearchStrategy[Corpus]) -> Corpus:
    """A drawn corpus in which some records say that they are drafts; they are not set apart in it yet."""
    corpus = draw(corpora)
    is_draft = st.sampled_from([False, False, True])
    changed: dict[str, Any] = {
        kind: {
            key: msgspec.structs.replace(record, draft=draw(is_draft))
            for key, record in getattr(corpus, kind).items()
        }
        for kind in KINDS
    }
    return replace(corpus, **changed)


def begun(corpora: st.SearchStrategy[Corpus]) -> st.SearchStrategy[Corpus]:
    """A drawn corpus in which some records are drafts, read as any other."""
    return flagged(corpora).map(lambda it: import_json(json.dumps(export_json(it, 0)), "drawn.json"))


def left_of(corpus: Corpus, day: int) -> Corpus:
    """What was known of a corpus by a day, and of what was begun then."""
    known = known_by(corpus, day)
    if corpus.with_drafts is None:
        return known
    return replace(known, with_drafts=known_by(corpus.with_drafts, day))
