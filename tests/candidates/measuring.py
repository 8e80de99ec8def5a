"""How well candidates do on the bundled corpus without its conflicts, held against those that people wrote there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import seeds
from model.candidates.find import all_candidates
from model.candidates.proposal import Proposal
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.records import Conflict
from model.corpus.vocabulary import CandidateKind, ConflictKind

LAST = 10**6
"""A day by which all is known."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Of `there` conflicts of a `kind` that people wrote, `found` were proposed."""

    kind: ConflictKind
    there: int
    found: int


@cache
def bundled() -> Corpus:
    """The bundled corpus."""
    return load_corpus(Path(seeds.__file__).parent)


@cache
def proposed(kind: CandidateKind) -> tuple[Proposal, ...]:
    """What is proposed as of this kind where no conflict has been written yet."""
    found = all_candidates(replace(bundled(), conflicts={}), LAST)
    return tuple(it for it in found if it.kind is kind)


def conflicts(*kinds: ConflictKind) -> list[Conflict]:
    """The conflicts that people wrote of some kinds."""
    return [it for it in bundled().conflicts.values() if it.kind in kinds]


def hits(candidate: Proposal, conflict: Conflict) -> bool:
    """Whether a candidate sets two claims against each other that the conflict has under two readings."""
    readings = conflict.readings
    return any(
        {one, other} <= {*conflict.claims} and readings.get(one) != readings.get(other)
        for one, other in candidate.pairs
    )


def recalls() -> list[Recall]:
    """For each kind of conflict but not-the-same, how many are proposed."""
    kinds = [it for it in ConflictKind if it is not ConflictKind.NOT_THE_SAME]
    return [Recall(it, len(conflicts(it)), _found(conflicts(it))) for it in kinds]


def _found(wanted: Iterable[Conflict]) -> int:
    return sum(any(hits(it, conflict) for it in proposed(CandidateKind.CONFLICT)) for conflict in wanted)


def precision() -> tuple[int, int]:
    """How many likely conflicts are among those that people wrote, and how many are proposed."""
    wanted = conflicts(*(it.kind for it in recalls()))
    candidates = proposed(CandidateKind.CONFLICT)
    return sum(any(hits(it, conflict) for conflict in wanted) for it in candidates), len(candidates)


def taken_for_one() -> tuple[int, int]:
    """How many conflicts of kind not-the-same hold claims that are proposed as one event or origin, and of how many."""
    wanted = conflicts(ConflictKind.NOT_THE_SAME)
    joined = [*proposed(CandidateKind.SAME_EVENT), *proposed(CandidateKind.SAME_ORIGIN)]
    return sum(any(hits(it, conflict) for it in joined) for conflict in wanted), len(wanted)
