"""The state of an event as of a day: which claim decides, by which rule, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from model.asof.conflict_days import conflict_days, preferred_from, preferring
from model.asof.contenders import Contenders
from model.asof.contest import Rule
from model.asof.visible import VisibleClaim, visible_claims
from model.asof.word import OPEN, TO_BE, Passed, Word
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests
from model.corpus.records import Claim, Conflict
from model.corpus.vocabulary import OnRecord
from model.dates.edtf import Edtf

_SPEAKER = {
    OnRecord.ON_RECORD: "a named speaker",
    OnRecord.OFFICIAL: "an official text",
    OnRecord.DOCUMENT: "a document's own words",
    OnRecord.ANONYMOUS: "an unnamed speaker",
}


@dataclass(frozen=True, slots=True)
class Lapse:
    """What the passing of time adds to a word, on days later than `after`."""

    passed: Passed
    after: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an event is taken for as of a day.

    `chosen` decides `word` by `rule`, before `runner_up` (None where there is no other). `date` is its date, or the
    next dated candidate's; `dated_by` says whose. An undated outcome has no date that is later than its saying.
    `origins` counts the independent origins, and `sources` the documents, that support the word; `records` are the
    footings of the speakers of the claims that do. `conflicts` are the
    ids of those that contest it. `lapse` is what time adds while nobody says what happened, None where it adds nothing.
    """

    event: str
    chosen: VisibleClaim
    word: Word
    rule: Rule
    runner_up: VisibleClaim | None
    date: Edtf | None
    dated_by: Claim
    origins: int
    sources: int
    records: frozenset[OnRecord]
    conflicts: tuple[str, ...]
    lapse: Lapse | None

    @property
    def borrows(self) -> bool:
        """Whether the date is another claim's than the deciding one: whoever shows it beside that one has to say so."""
        return self.dated_by.id != self.chosen.claim.id

    @property
    def due_after(self) -> int | None:
        """The day after which it is due, None where it never is."""
        return self._after(Passed.DUE)

    @property
    def unanswered_after(self) -> int | None:
        """The day after which it is unanswered, None where it never is."""
        return self._after(Passed.UNANSWERED)

    def _after(self, passed: Passed) -> int | None:
        return self.lapse.after if self.lapse is not None and self.lapse.passed is passed else None

    def preferring(self, corpus: Corpus) -> Conflict | None:
        """The conflict in which the curator prefers the deciding claim, where that is what decided."""
        if self.rule is not Rule.PREFERENCE:
            return None
        return preferring(corpus, self.chosen.claim.id)

    def passed_at(self, day: int) -> Passed | None:
        """What time has added to the word by `day`, while nothing here says what came of it."""
        return self.lapse.passed if self.lapse is not None and day > self.lapse.after else None

    def word_at(self, day: int) -> Word:
        """The word as shown on `day`."""
        return Word.DUE if self.passed_at(day) is Passed.DUE else self.word


@dataclass(frozen=True, slots=True)
class EventState(Verdict):
    """An event as of a day, with all `claims` that could be known, newest saying first."""

    claims: tuple[VisibleClaim, ...]

    @property
    def why(self) -> str:
        """The rule in words that fit the claims; of a preference, the curator has a reason besides."""
        if self.word is Word.SUPERSEDED:
            return "nothing stands; the best of what was superseded"
        if not self.chosen.claim.decides:
            return "nobody says whether it is so: there is only what hangs on a condition, or no comment"
        if self.rule is Rule.ONLY and len(self.claims) > 1 and not any(it.fallen for it in self.claims):
            return "the only claim that says whether it is so"
        if self.rule is Rule.ONLY and len(self.claims) > 1:
            return "the only claim that has not been superseded"
        if self.rule is Rule.FOOTING:
            assert self.runner_up is not None, "a rule that compares has two to compare"
            return f"{_SPEAKER[self.chosen.said.record]} before {_SPEAKER[self.runner_up.said.record]}"
        return self.rule.value


def event_state(corpus: Corpus, event: str, day: int) -> EventState | None:
    """The state of `event` as of `day`, or None where no claim could be known."""
    claims = visible_claims(corpus, event, day)
    if not claims:
        return None
    contenders = Contenders()
    for item in claims:
        preferred = preferred_from(corpus, item.claim.id)
        contenders.put(item, preferred is not None and preferred <= day)
    verdict = verdict_of(event, contenders, _contesting(corpus, claims, day))
    return EventState(**{it.name: getattr(verdict, it.name) for it in fields(verdict)}, claims=claims)


def verdict_of(event: str, contenders: Contenders, conflicts: tuple[str, ...]) -> Verdict:
    """The verdict on an event of the claims that stand or, where none does, of those that were superseded."""
    decision = contenders.decided()
    decided = decision.outcome
    chosen = decided.chosen
    dated = decided.dated or chosen
    shown = chosen.word if decision.stands else Word.SUPERSEDED
    return Verdict(
        event=event,
        chosen=chosen,
        word=shown,
        rule=decided.rule,
        runner_up=decided.runner_up,
        date=dated.date,
        dated_by=dated.claim,
        origins=decision.origins,
        sources=decision.sources,
        records=decision.records,
        conflicts=conflicts,
        lapse=_lapse(chosen, shown, dated.date),
    )


def _contesting(corpus: Corpus, claims: Sequence[VisibleClaim], day: int) -> tuple[str, ...]:
    """The conflicts that contest an event: of a kind that is a quarrel, with two readings visible."""
    names = {
        conflict.id
        for item in claims
        for conflict in corpus.conflicts_of_claim.get(item.claim.id, ())
        if contests(conflict) and conflict_days(corpus, conflict).seen <= day
    }
    return tuple(sorted(names))


def _lapse(chosen: VisibleClaim, word: Word, date: Edtf | None) -> Lapse | None:
    """What the passing of the event's last day adds, or where there is none of its first."""
    if word not in OPEN or date is None:
        return None
    if date.latest is None:
        assert date.earliest is not None, "a date is open on one side at most"
        # What is said to go on, with no end in sight, leaves nothing unanswered.
        return Lapse(Passed.UNANSWERED, date.earliest) if word is not Word.ONGOING else None
    if chosen.said.surely_by(date.latest):
        return None
    return Lapse(Passed.DUE if word in TO_BE else Passed.UNKNOWN, date.latest)
