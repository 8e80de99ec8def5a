"""What everything is taken for as of a day, as far as one day can differ in it from another; by ids alone.

Nothing in it tells what came later: a standing of all of a corpus is that of what was known by its day.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.asof.conflict_days import conflict_days
from model.asof.conflict_standing import SettledReading, came_out
from model.asof.retraction import retracted_by, retractions
from model.asof.saying import saying
from model.asof.timetable import Stretch, timetables
from model.asof.visible import is_fallen, superseded_by
from model.asof.word import Passed, Word
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.dates.edtf import Edtf


@dataclass(frozen=True, slots=True)
class EventStanding:
    """What an event is taken for as of a day.

    `word` is that of what is said, and `passed` what time has added to it, None for nothing. `claim` decides,
    `dated_by` gives the `date`, `latest` came last of all its claims. `conflicts` are those that contest it.
    """

    word: Word
    passed: Passed | None
    date: Edtf | None
    claim: str
    dated_by: str
    latest: str
    conflicts: tuple[str, ...]

    @property
    def shown(self) -> Word:
        """The word that is shown for it."""
        return Word.DUE if self.passed is Passed.DUE else self.word

    @property
    def borrows(self) -> bool:
        """Whether the date is another claim's than the deciding one."""
        return self.dated_by != self.claim


@dataclass(frozen=True, slots=True)
class ClaimFall:
    """What has taken the place of a claim (`by`: claims), or its document back (`retracted_by`: a source, or None)."""

    by: tuple[str, ...]
    retracted_by: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything as of `day`.

    `events` are those that were known, in the order of the corpus; `fallen` the claims that do not stand any more;
    `conflicts` those of which two readings could be known, `came_out` those of which one came out; `about` the claims
    of who somebody is, in the order in which they came.
    """

    day: int
    events: Mapping[str, EventStanding]
    fallen: Mapping[str, ClaimFall]
    conflicts: frozenset[str]
    came_out: Mapping[str, SettledReading]
    about: tuple[str, ...]


def standing(corpus: Corpus, day: int) -> Standing:
    """What everything in `corpus` is taken for as of `day` (a day number as in `model.dates.civil`)."""
    courses = corpus.derived(_courses)
    fallible = corpus.derived(_fallible)
    about = corpus.derived(_about)
    outcomes = ((it.id, came_out(corpus, it, day)) for it in corpus.conflicts.values())
    return Standing(
        day=day,
        events={event: found for event, it in courses.items() if (found := it.at(day)) is not None},
        fallen={it.id: _fall(corpus, it, day) for it in fallible if _is_seen_fallen(corpus, it, day)},
        conflicts=frozenset(
            it.id for it in corpus.conflicts.values() if conflict_days(corpus, it).seen <= day
        ),
        came_out={conflict: outcome for conflict, outcome in outcomes if outcome is not None},
        about=tuple(about.ids[: about.before(day)]),
    )


def _is_seen_fallen(corpus: Corpus, claim: Claim, day: int) -> bool:
    """Whether a claim could be known, and did not stand any more."""
    return saying(corpus, claim).visible <= day and is_fallen(corpus, claim, day)


@dataclass(frozen=True, slots=True)
class _Arrivals:
    """Claims by the days from which on they could be known, both in the same order."""

    days: Sequence[int]
    ids: Sequence[str]

    def before(self, day: int) -> int:
        """How many could be known by the end of a day."""
        return bisect_right(self.days, day)


@dataclass(frozen=True, slots=True)
class _Course:
    """An event over time: its stretches with their first days, and its claims as they came."""

    firsts: Sequence[int]
    stretches: Sequence[Stretch]
    arrivals: _Arrivals

    def at(self, day: int) -> EventStanding | None:
        """What it is taken for on a day, None where it was not known."""
        number = bisect_right(self.firsts, day)
        if not number:
            return None
        verdict = self.stretches[number - 1].state
        return EventStanding(
            word=verdict.word,
            passed=verdict.passed_at(day),
            date=verdict.date,
            claim=verdict.chosen.claim.id,
            dated_by=verdict.dated_by.id,
            latest=self.arrivals.ids[self.arrivals.before(day) - 1],
            conflicts=verdict.conflicts,
        )


def _courses(corpus: Corpus) -> dict[str, _Course]:
    return {
        event: _Course(
            [it.from_day for it in stretches], stretches, _arrivals(corpus, corpus.claims_of_event[event])
        )
        for event, stretches in corpus.derived(timetables).items()
    }


def _about(corpus: Corpus) -> _Arrivals:
    return _arrivals(corpus, [it for it in corpus.claims.values() if it.event is None])


def _arrivals(corpus: Corpus, claims: Sequence[Claim]) -> _Arrivals:
    """Of one day, what was said last comes last."""
    sayings = sorted((saying(corpus, it).visible, saying(corpus, it).estimate, it.id) for it in claims)
    return _Arrivals([visible for visible, _, _ in sayings], [claim for _, _, claim in sayings])


def _fallible(corpus: Corpus) -> list[Claim]:
    """The claims that something supersedes or retracts on some day."""
    return [it for it in corpus.claims.values() if it.id in corpus.superseders or retractions(corpus, it)]


def _fall(corpus: Corpus, claim: Claim, day: int) -> ClaimFall:
    return ClaimFall(superseded_by(corpus, claim, day), retracted_by(corpus, claim, day))
