"""The claims of one event as they stand to each other: those that can decide it, and those that never do.

What has been superseded decides where nothing stands. What does not say how it is (who declined to comment, what is
said on a condition) decides where nothing else was ever said: then that is all that there is.
"""

from dataclasses import dataclass

from model.asof.contest import Contest, Outcome
from model.asof.visible import VisibleClaim
from model.corpus.vocabulary import OnRecord


@dataclass(frozen=True, slots=True)
class Decision:
    """Who wins, whether it still stands, and how many origins and sources, on which footings, say its word then."""

    outcome: Outcome
    stands: bool
    origins: int
    sources: int
    records: frozenset[OnRecord]


class Contenders:
    """The claims, in a contest each for those of a kind; of several contests the first that has any decides."""

    def __init__(self) -> None:
        self._contests = {
            key: Contest() for key in ((True, True), (True, False), (False, True), (False, False))
        }

    def put(self, item: VisibleClaim, preferred: bool) -> None:
        """Let a claim take part that does not yet; one that does not stand any more is preferred no longer."""
        stands = not item.fallen
        self._contests[item.claim.decides, stands].put(item, preferred and stands)

    def drop(self, claim: str) -> VisibleClaim:
        """Let a claim take part no more; returns it."""
        return next(contest for contest in self._contests.values() if claim in contest).drop(claim)

    def stands(self, claim: str) -> bool:
        """Whether a claim takes part that nothing has taken the place of."""
        return any(claim in self._contests[is_deciding, True] for is_deciding in (True, False))

    def decided(self) -> Decision:
        """Who wins. There must be a claim."""
        (_, stands), contest = next((key, contest) for key, contest in self._contests.items() if len(contest))
        outcome = contest.decided()
        support = contest.support(outcome.chosen.word) if stands else (0, 0, frozenset())
        return Decision(outcome, stands, *support)
