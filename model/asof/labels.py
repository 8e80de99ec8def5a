"""What somebody surely was called, in a document or by a day: found by entity, not by looking through all claims."""

from bisect import bisect_right
from itertools import accumulate

from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import Factuality, Status

Ranked = tuple[int, int, str]
"""A label by its length and, among those of one length, its place in the corpus: the least is the one to show."""


def label_then(corpus: Corpus, entity: str, source: str, day: int) -> str:
    """The shortest label that an entity surely had, as `source` prints it or as had been said by `day`; else "".

    One that another claim has superseded does not count.
    """
    kept = corpus.derived(_kept)
    if entity not in kept:
        kept[entity] = _Labels(corpus, entity)
    return kept[entity].then(source, day)


class _Labels:
    """The labels that one entity surely has: the least in each document, and the least of all by each day."""

    def __init__(self, corpus: Corpus, entity: str) -> None:
        self._in_source: dict[str, Ranked] = {}
        said: list[tuple[int, Ranked]] = []
        for number, claim in enumerate(corpus.claims_about.get(entity, ())):
            sure = claim.status is Status.ONGOING and claim.factuality is Factuality.CERTAIN
            if claim.label and sure and claim.id not in corpus.superseders:
                ranked = (len(claim.label), number, claim.label)
                self._in_source[claim.source] = min(ranked, self._in_source.get(claim.source, ranked))
                said.append((saying(corpus, claim).estimate, ranked))
        said.sort()
        self._days = [day for day, _ in said]
        self._least = list(accumulate((ranked for _, ranked in said), min))

    def then(self, source: str, day: int) -> str:
        """The label that counts on a day in a document; empty where there is none."""
        before = bisect_right(self._days, day)
        found = [*self._least[before - 1 : before], *self._in_source_of(source)]
        return min(found)[2] if found else ""

    def _in_source_of(self, source: str) -> list[Ranked]:
        return [self._in_source[source]] if source in self._in_source else []


def _kept(corpus: Corpus) -> dict[str, _Labels]:
    return {}
