"""All of a corpus, drafts in their places: what a format that loses nothing writes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from model.corpus.asked import Question, VainSearch
from model.corpus.corpus import Corpus
from model.corpus.listed import PrintedList
from model.corpus.records import Claim, Conflict, Event, Record, Source, Statement

Missing = Mapping[tuple[type[Record], str], frozenset[str]]
"""By kind and id of a record, the fields that it does not have yet: what stands in them is ours, and is not written."""


@dataclass(frozen=True, slots=True)
class WholeCorpus:
    """A corpus with its drafts among its records, and what these `missing`.

    `placed` tells whose quotes have a place in it: not those of a draft that speaks of nothing yet.
    """

    corpus: Corpus
    placed: Corpus
    missing: Missing

    def lacks(self, record: Record) -> frozenset[str]:
        """The fields that a record does not have yet."""
        return self.missing.get((type(record), getattr(record, "id", "")), frozenset())


def whole_of(corpus: Corpus) -> WholeCorpus:
    """All of a corpus; one without drafts is all of itself."""
    begun = corpus.with_drafts
    if begun is None:
        return WholeCorpus(corpus, corpus, {})
    added: dict[type[Record], dict[str, Any]] = {
        Source: {},
        Event: {},
        Statement: {},
        Claim: {},
        Conflict: {},
        PrintedList: {},
        Question: {},
        VainSearch: {},
    }
    for draft in corpus.drafts:
        added[type(draft.record)][draft.record.id] = draft.record
    whole = replace(
        begun,
        # Who stands for whom a draft does not name yet is nobody.
        entities=corpus.entities,
        sources={**begun.sources, **added[Source]},
        events={**begun.events, **added[Event]},
        statements={**begun.statements, **added[Statement]},
        claims={**begun.claims, **added[Claim]},
        conflicts={**begun.conflicts, **added[Conflict]},
        lists={**begun.lists, **added[PrintedList]},
        questions={**begun.questions, **added[Question]},
        searches={**begun.searches, **added[VainSearch]},
    )
    # Of its claims a conflict may have some.
    missing: Missing = {(type(it.record), it.record.id): it.missing - {"claims"} for it in corpus.drafts}
    return WholeCorpus(whole, begun, missing)
