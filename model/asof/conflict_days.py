"""From which days on claims can be seen to be at odds, and a curator's preference counts."""

from dataclasses import dataclass

from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests
from model.corpus.records import Claim, Conflict

NEVER = 10**15
"""The day from which on a single reading is at odds with others: after all others."""

ReadingKey = tuple[str, str, bool]
"""What tells one reading of a conflict from another."""


@dataclass(frozen=True, slots=True)
class ConflictDays:
    """A conflict is `seen` from the day of the second of its readings on, `settled` from that of its last claim.

    With a single reading it is never seen, and settles nothing.
    """

    seen: int
    settled: int


def conflict_days(corpus: Corpus, conflict: Conflict) -> ConflictDays:
    """The days of a conflict, which is one of the corpus's."""
    return corpus.derived(_days)[conflict.id]


def reading_key(conflict: Conflict, claim: Claim) -> ReadingKey:
    """Claims of equal words are one reading, unless one says that it is so and the other that it is not.

    A claim without words of its own is a reading of its own.
    """
    words = conflict.readings.get(claim.id)
    return (words, "", claim.factuality.negative) if words else ("", claim.id, False)


def preferred_from(corpus: Corpus, claim: str) -> int | None:
    """The day from which on a claim is preferred to others that all could be known; None where it never is."""
    conflict = preferring(corpus, claim)
    return conflict_days(corpus, conflict).settled if conflict is not None else None


def preferring(corpus: Corpus, claim: str) -> Conflict | None:
    """The conflict in which the curator prefers a claim: of several, the one that is settled first."""
    return corpus.derived(_preferring).get(claim)


def _days(corpus: Corpus) -> dict[str, ConflictDays]:
    found = {}
    for conflict in corpus.conflicts.values():
        claims = [corpus.claims[name] for name in conflict.claims]
        days = {claim.id: saying(corpus, claim).visible for claim in claims}
        firsts: dict[ReadingKey, int] = {}
        for claim in claims:
            key = reading_key(conflict, claim)
            firsts[key] = min(days[claim.id], firsts.get(key, NEVER))
        in_order = sorted(firsts.values())
        seen = in_order[1] if len(in_order) > 1 else NEVER
        found[conflict.id] = ConflictDays(seen, settled=max([seen, *days.values()]))
    return found


def _preferring(corpus: Corpus) -> dict[str, Conflict]:
    """Only a quarrel of two readings over what happened decides anything."""
    found: dict[str, Conflict] = {}
    days = corpus.derived(_days)
    for conflict in sorted(corpus.conflicts.values(), key=lambda it: (days[it.id].settled, it.id)):
        is_seen = days[conflict.id].seen < NEVER
        if conflict.preferred is not None and contests(conflict) and is_seen:
            found.setdefault(conflict.preferred, conflict)
    return found
