"""From which days on claims can be seen to be at odds, and a curator's preference counts."""

from dataclasses import dataclass

from model.asof.saying import ALWAYS, saying
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict

NEVER = 10**15
"""The day from which on a single claim is at odds with others: after all others."""


@dataclass(frozen=True, slots=True)
class ConflictDays:
    """A conflict is `seen` from the day of the second of its claims on, and `settled` from that of the last."""

    seen: int
    settled: int


def conflict_days(corpus: Corpus, conflict: Conflict) -> ConflictDays:
    """The days of a conflict, which is one of the corpus's."""
    return corpus.derived(_days)[conflict.id]


def preferred_from(corpus: Corpus, claim: str) -> int | None:
    """The day from which on a claim is preferred to others that all could be known; None where it never is."""
    return corpus.derived(_preferred).get(claim)


def _days(corpus: Corpus) -> dict[str, ConflictDays]:
    found = {}
    for conflict in corpus.conflicts.values():
        days = sorted(saying(corpus, corpus.claims[name]).visible for name in conflict.claims)
        found[conflict.id] = ConflictDays(
            seen=days[1] if len(days) > 1 else NEVER, settled=days[-1] if days else ALWAYS
        )
    return found


def _preferred(corpus: Corpus) -> dict[str, int]:
    found: dict[str, int] = {}
    for conflict in corpus.conflicts.values():
        if conflict.preferred is not None:
            day = conflict_days(corpus, conflict).settled
            found[conflict.preferred] = min(day, found.get(conflict.preferred, day))
    return found
