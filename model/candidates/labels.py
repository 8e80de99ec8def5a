"""One office under two labels: whether these are two names of one thing, nobody has said.

A label of which each word stands in the other ("leader", "North Korean leader") is a shorter form of it, and no other
name. As within an event, each label is set against the one that most claims have.
"""

from collections import defaultdict
from collections.abc import Iterator

from model.candidates.proposal import Proposal
from model.candidates.within import against_most, at_odds, reading_order
from model.candidates.words import words_of
from model.corpus.corpus import Corpus
from model.corpus.records import Claim


def labels_at_odds(corpus: Corpus) -> Iterator[Proposal]:
    """What may be at odds in the labels of offices, whoever holds them."""
    said: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in sorted(corpus.claims.values(), key=reading_order):
        if claim.label is not None and claim.office is not None:
            said[claim.office][claim.label].append(claim)
    for office, labels in said.items():
        name = corpus.entities[office].name
        for most, other in against_most(labels, _differ):
            reason = f'"{most}" and "{other}" are labels of one office, {name}.'
            yield at_odds(labels[most], labels[other], reason)


def _differ(one: str, other: str) -> bool:
    words, others = frozenset(words_of(one)), frozenset(words_of(other))
    return not (words <= others or others <= words)
