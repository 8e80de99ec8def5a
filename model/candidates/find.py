"""All candidates of a corpus as of a day: of what was known then alone, without what is decided already.

Whoever asks goes step by step, an event or a document each, and may stop at any of them. The work is near to linear in
the claims: what is compared shares an event, an office, a day with two parts, or a rare run of words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from model.asof.known import known_by
from model.asof.saying import saying
from model.candidates.labels import labels_at_odds
from model.candidates.proposal import Proposal
from model.candidates.same_origin import Wordings
from model.candidates.two_events import Meetings
from model.candidates.within import at_odds_within, shared_parts
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import CandidateKind, ConflictKind

Found = tuple[Proposal, ...]


def steps(corpus: Corpus, day: int) -> int:
    """How many steps it takes to find the candidates as of `day`."""
    known = known_by(corpus, day)
    return len(known.claims_of_event) + len(known.claims_in_source) + 1


def find_candidates(corpus: Corpus, day: int) -> Iterator[Found]:
    """What each of these steps finds."""
    known = known_by(corpus, day)
    decided = _Decided(known)
    parts, meetings = shared_parts(known), Meetings(known)
    for event in known.claims_of_event:
        yield decided.left(chain(at_odds_within(known, event, parts), meetings.candidates(event)))
    yield decided.left(labels_at_odds(known))
    wordings = Wordings(known)
    for source in known.claims_in_source:
        yield decided.left(wordings.candidates(source))


def all_candidates(corpus: Corpus, day: int) -> Found:
    """The candidates as of `day`: likely conflicts, then origins, then events, what became known last first.

    What is kept apart already comes at the end of its kind. The answer is kept with the corpus.
    """
    kept = kept_candidates(corpus, day)
    return kept if kept is not None else keep_candidates(corpus, day, find_candidates(corpus, day))


def kept_candidates(corpus: Corpus, day: int) -> Found | None:
    """The same where it is kept, None where it would have to be found."""
    return known_by(corpus, day).derived(_kept).get("all")


def keep_candidates(corpus: Corpus, day: int, found: Iterable[Found]) -> Found:
    """Keep what `find_candidates` has given for a day, all of it, in order."""
    known = known_by(corpus, day)
    kinds = [*CandidateKind]

    def rank(it: Proposal) -> tuple[int, bool, int, tuple[str, str], str]:
        since = max(saying(known, known.claims[name]).visible for name in it.claims)
        return kinds.index(it.kind), it.kept_apart is not None, -since, it.between, it.reason

    answer = tuple(sorted(chain.from_iterable(found), key=rank))
    known.derived(_kept)["all"] = answer
    return answer


def _kept(_: Corpus) -> dict[str, Found]:
    return {}


class _Decided:
    """What curators have decided: conflicts that there are, and candidates that they have dismissed."""

    def __init__(self, corpus: Corpus) -> None:
        self._conflicts = corpus.conflicts
        self._of_claim = {
            name: frozenset(it.id for it in conflicts)
            for name, conflicts in corpus.conflicts_of_claim.items()
        }
        dismissed: defaultdict[tuple[CandidateKind, str], set[int]] = defaultdict(set)
        for number, entry in enumerate(corpus.info.suggest.dismissed):
            for name in entry.between:
                dismissed[entry.kind, name].add(number)
        self._dismissed = dict(dismissed)

    def left(self, found: Iterable[Proposal]) -> Found:
        """Those that are still to be decided, with a warning where another decision speaks against them."""
        return tuple(kept for it in found if (kept := self._looked_at(it)) is not None)

    def _looked_at(self, candidate: Proposal) -> Proposal | None:
        if self._was_dismissed(candidate):
            return None
        joint = self._joint(candidate)
        if candidate.kind is CandidateKind.CONFLICT:
            return None if joint else candidate
        apart = (it for it in sorted(joint) if self._conflicts[it].kind is ConflictKind.NOT_THE_SAME)
        return replace(candidate, kept_apart=next(apart, None))

    def _was_dismissed(self, candidate: Proposal) -> bool:
        """Whether somebody has dismissed it between any two of its claims, or between its events."""
        kind, (first, second) = candidate.kind, candidate.between
        sides = ((first,), (second,)) if kind is CandidateKind.SAME_EVENT else candidate.sides
        one, other = (
            {number for name in side for number in self._dismissed.get((kind, name), ())} for side in sides
        )
        return bool(one & other)

    def _joint(self, candidate: Proposal) -> frozenset[str]:
        """The conflicts that have claims of both sides."""
        one, other = (
            frozenset(chain.from_iterable(self._of_claim.get(name, ()) for name in side))
            for side in candidate.sides
        )
        return one & other
