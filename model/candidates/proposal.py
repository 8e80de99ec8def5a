"""A candidate: two sides that may be at odds, or be one, with the reason to think so."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.corpus.vocabulary import CandidateKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may have been missed.

    Each of the two `sides` has ids of claims, the one to read first before the others; what it is between, `between`,
    are two claims, or two events where these may be one. `reason` is a sentence with words from the corpus in it, which
    are as hostile as any. `kept_apart` names the conflict of kind not-the-same that has claims of both sides: then it
    is said with a warning, or not at all.
    """

    kind: CandidateKind
    between: tuple[str, str]
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    reason: str
    kept_apart: str | None = None

    @property
    def claims(self) -> tuple[str, str]:
        """The two claims to read."""
        return self.sides[0][0], self.sides[1][0]

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each claim of one side with each of the other."""
        return ((one, other) for one in self.sides[0] for other in self.sides[1])
