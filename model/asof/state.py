"""The state of an event as of a day: which claim decides, by which rule, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.asof.saying import Saying, saying
from model.asof.word import OPEN, Word, word_of
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Conflict
from model.corpus.vocabulary import CONTESTING, OnRecord, Status
from model.dates.edtf import Edtf, parse

_OUTCOMES = {Status.OCCURRED, Status.DENIED, Status.CANCELLED}
_SPEAKER = {
    OnRecord.ON_RECORD: "a named speaker",
    OnRecord.DOCUMENT: "a document's own words",
    OnRecord.ANONYMOUS: "an unnamed speaker",
}
_FOOTING = {OnRecord.ON_RECORD: 0, OnRecord.DOCUMENT: 1, OnRecord.ANONYMOUS: 2}


class Rule(StrEnum):
    """Why the claim that decides was chosen before the next one (in the order the rules are tried)."""

    OUTCOME = "an outcome, stated on or after the day"
    PREFERENCE = "preferred by the curator"
    FOOTING = "named before unnamed"
    LATER = "later before earlier"
    ID = "equal in all else, first by name"
    ONLY = "only claim"


@dataclass(frozen=True, slots=True)
class VisibleClaim:
    """A claim that could be known, with what follows from the day: its word, and which claims supersede it."""

    claim: Claim
    said: Saying
    date: Edtf | None
    word: Word
    superseded_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventState:
    """An event as of a day.

    `chosen` decides `word` by `rule`, before `runner_up` (None where there is no other). `date` is its date, or the
    next dated candidate's; `dated_by` says whose.
    `claims` are all visible ones, newest saying first. `origins` counts the independent origins, and `sources` the
    documents, that support the word. `conflicts` are the ids of those that contest it. `due_after` is the day
    after which it is due, None where it never is.
    """

    event: str
    chosen: VisibleClaim
    word: Word
    rule: Rule
    runner_up: VisibleClaim | None
    date: Edtf | None
    dated_by: Claim
    claims: tuple[VisibleClaim, ...]
    origins: int
    sources: int
    conflicts: tuple[str, ...]
    due_after: int | None

    @property
    def why(self) -> str:
        """The rule in words that fit the claims; of a preference, the curator has a reason besides."""
        if self.word is Word.SUPERSEDED:
            return "nothing stands; the best of what was superseded"
        if self.rule is Rule.ONLY and len(self.claims) > 1:
            return "the only claim that has not been superseded"
        if self.rule is Rule.FOOTING and self.runner_up is not None:
            return f"{_SPEAKER[self.chosen.said.record]} before {_SPEAKER[self.runner_up.said.record]}"
        return self.rule.value

    def preferring(self, corpus: Corpus) -> Conflict | None:
        """The conflict in which the curator prefers the deciding claim, where that is what decided."""
        if self.word is Word.SUPERSEDED or self.rule is not Rule.PREFERENCE:
            return None
        conflicts = corpus.conflicts_of_claim[self.chosen.claim.id]
        return next((it for it in conflicts if it.preferred == self.chosen.claim.id), None)

    def word_at(self, day: int) -> Word:
        """The word as shown on `day`: due once the last day has passed and nothing here says what came of it."""
        return Word.DUE if self.due_after is not None and day > self.due_after else self.word


def visible_claims(corpus: Corpus, event: str, day: int) -> tuple[VisibleClaim, ...]:
    """The claims of `event` that could be known on `day`, newest saying first."""
    seen = [(claim, saying(corpus, claim)) for claim in corpus.claims_of_event.get(event, ())]
    shown = [visible_claim(corpus, claim, said, day) for claim, said in seen if said.visible <= day]
    return tuple(sorted(shown, key=lambda item: (-item.said.estimate, item.claim.id)))


def visible_claim(corpus: Corpus, claim: Claim, said: Saying, day: int) -> VisibleClaim:
    """One claim as seen on `day`."""
    date = claim_date(claim)
    return VisibleClaim(claim, said, date, word_of(claim, date, said), superseded_by(corpus, claim, day))


def superseded_by(corpus: Corpus, claim: Claim, day: int) -> tuple[str, ...]:
    """The claims that supersede one and could be known on `day`, by name."""
    superseders = corpus.superseders.get(claim.id, ())
    return tuple(sorted(other.id for other in superseders if saying(corpus, other).visible <= day))


def claim_date(claim: Claim) -> Edtf | None:
    """The event time that a claim gives, None where it gives none."""
    return parse(claim.date.edtf) if claim.date is not None and claim.date.edtf is not None else None


def event_state(corpus: Corpus, event: str, day: int) -> EventState | None:
    """The state of `event` as of `day`, or None where no claim could be known."""
    claims = visible_claims(corpus, event, day)
    if not claims:
        return None
    candidates = [item for item in claims if not item.superseded_by]
    word = None if candidates else Word.SUPERSEDED
    ranked = _ranked(corpus, candidates or list(claims), day)
    (_, chosen), rule = ranked[0], _rule(ranked)
    dated = next((item for _, item in ranked if item.date is not None), chosen)
    support = [item for item in candidates if item.word is chosen.word]
    shown = word or chosen.word
    return EventState(
        event=event,
        chosen=chosen,
        word=shown,
        rule=rule,
        runner_up=ranked[1][1] if len(ranked) > 1 else None,
        date=dated.date,
        dated_by=dated.claim,
        claims=claims,
        origins=len({item.said.origin for item in support}),
        sources=len({item.claim.source for item in support}),
        conflicts=_contesting(corpus, claims, day),
        due_after=_due_after(chosen, shown, dated.date),
    )


_Rank = tuple[int, int, int, int, str]


def _ranked(corpus: Corpus, candidates: Sequence[VisibleClaim], day: int) -> list[tuple[_Rank, VisibleClaim]]:
    dates = [item.date for item in candidates if item.date is not None]
    ranks = [(_rank(corpus, item, dates, day), item) for item in candidates]
    return sorted(ranks, key=lambda pair: pair[0])


def _rank(corpus: Corpus, item: VisibleClaim, dates: Sequence[Edtf], day: int) -> _Rank:
    """Smaller is better. The order of the parts is the order of the rules."""
    preferred = any(
        conflict.preferred == item.claim.id and _all_visible(corpus, conflict.claims, day)
        for conflict in corpus.conflicts_of_claim.get(item.claim.id, ())
    )
    outcome = _is_outcome(item, dates)
    return (not outcome, not preferred, _FOOTING[item.said.record], -item.said.estimate, item.claim.id)


def _is_outcome(item: VisibleClaim, dates: Sequence[Edtf]) -> bool:
    """Whether a claim tells how it came out, rather than how it will.

    A denial before the day is a forecast. Where nothing says when the event begins, only "occurred" is an outcome.
    """
    if item.claim.status not in _OUTCOMES:
        return False
    own = [item.date] if item.date is not None else dates
    begins = [date.earliest for date in own]
    known = [day for day in begins if day is not None]
    if len(known) < len(begins) or not known:
        return item.claim.status is Status.OCCURRED
    return item.said.estimate >= min(known)


def _rule(ranked: list[tuple[_Rank, VisibleClaim]]) -> Rule:
    if len(ranked) == 1:
        return Rule.ONLY
    first, second = ranked[0][0], ranked[1][0]
    decided = next(place for place in range(len(first)) if first[place] != second[place])
    return (Rule.OUTCOME, Rule.PREFERENCE, Rule.FOOTING, Rule.LATER, Rule.ID)[decided]


def _all_visible(corpus: Corpus, claims: Sequence[str], day: int) -> bool:
    return all(saying(corpus, corpus.claims[name]).visible <= day for name in claims)


def _contesting(corpus: Corpus, claims: Sequence[VisibleClaim], day: int) -> tuple[str, ...]:
    """The conflicts that contest an event: of a kind that is a quarrel, with two of its claims visible."""
    names = {
        conflict.id
        for item in claims
        for conflict in corpus.conflicts_of_claim.get(item.claim.id, ())
        if conflict.kind in CONTESTING
        and sum(saying(corpus, corpus.claims[name]).visible <= day for name in conflict.claims) > 1
    }
    return tuple(sorted(names))


def _due_after(chosen: VisibleClaim, word: Word, date: Edtf | None) -> int | None:
    """The event's last day, where its passing leaves open what happened."""
    if word not in OPEN or date is None or date.latest is None or chosen.said.estimate >= date.latest:
        return None
    return date.latest
