"""What changed from a day to a day: the difference of two standings, a line each."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from model.asof.conflict_standing import ConflictStanding
from model.asof.saying import saying
from model.asof.standing import EventStanding, Standing, standing
from model.asof.visible import fell_by
from model.asof.word import Passed
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests
from model.dates.edtf import UNDATED_KEY


class ChangeKind(StrEnum):
    """In what something changed, in the order in which it is told: what reads otherwise now comes first."""

    TURNED = "turned"
    NEW = "new"
    MOVED = "dates moved"
    SUPERSEDED = "superseded"
    CONTESTED = "newly contested"
    BESIDE = "newly told apart"
    SETTLED = "settled"
    PREFERRED = "preferred"
    LEFT = "one reading left"
    DUE = "newly due"
    UNSAID = "outcome unknown"
    UNANSWERED = "newly unanswered"
    MORE = "more said"
    ABOUT = "names and offices"
    SILENT = "still silent"


CAME_OUT = {
    ConflictStanding.SETTLED: ChangeKind.SETTLED,
    ConflictStanding.PREFERRED: ChangeKind.PREFERRED,
    ConflictStanding.SUPERSEDED: ChangeKind.LEFT,
}
"""The kinds of what one reading came out of, by how the list of conflicts says that they stand."""

OF_TIME = {
    Passed.DUE: ChangeKind.DUE,
    Passed.UNKNOWN: ChangeKind.UNSAID,
    Passed.UNANSWERED: ChangeKind.UNANSWERED,
}
"""The kinds of what time has newly added to a word."""

BY_TIME = frozenset({*OF_TIME.values(), ChangeKind.SILENT})
"""What the passing of days alone brings: nobody has to have said anything."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise than it was.

    `claim` is the one whose sentence says so. `events` are those that it is about: of a claim of who somebody is there
    is none, of a conflict (`conflict`, else None) there are those that it contests, or on which it came out.
    Of an event, `before` and `after` are what it was taken for, None where it was not known. Of what was superseded,
    `by` is the claim that took its place first, and `retracted_by` is the source that took it back before any did.
    """

    kind: ChangeKind
    claim: str
    events: tuple[str, ...] = ()
    conflict: str | None = None
    before: EventStanding | None = None
    after: EventStanding | None = None
    by: str | None = None
    retracted_by: str | None = None


@dataclass(frozen=True)
class Differences:
    """What changed from one standing to a later one, of a `corpus`."""

    corpus: Corpus = field(compare=False)
    before: Standing
    after: Standing

    def then(self, later: "Differences") -> "Differences":
        """These changes and those that follow on them as one. Raises `ValueError` where they do not follow."""
        if later.before != self.after:
            raise ValueError("Changes follow on others where they begin on the day on which these end.")
        return Differences(self.corpus, self.before, later.after)

    @cached_property
    def lines(self) -> tuple[Difference, ...]:
        """All of them: by their kinds, then events in the order of the timeline, conflicts in that of the corpus."""
        order = list(ChangeKind)
        found = [*self._of_events(), *self._of_claims(), *self._of_conflicts()]
        told = {event for it in found if it.conflict is None for event in it.events if it.kind not in BY_TIME}
        found += [it for it in self._more() if it.events[0] not in told]
        return tuple(sorted(found, key=lambda it: (order.index(it.kind), *self._place(it))))

    def _place(self, change: Difference) -> tuple[object, ...]:
        if change.conflict is not None or change.kind is ChangeKind.ABOUT:
            # In the order in which they were found.
            return (0,)
        if not change.events:
            return (2, change.claim)
        return (1, *self._place_of(change.events[0]), change.claim)

    def _place_of(self, event: str) -> tuple[tuple[int, int, int], str]:
        date = self.after.events[event].date
        return (date.sort_key if date is not None else UNDATED_KEY, event)

    def _of_events(self) -> Iterator[Difference]:
        for event, now in self.after.events.items():
            was = self.before.events.get(event)
            for kind, claim in _kinds(was, now):
                yield Difference(kind, claim, (event,), before=was, after=now)

    def _of_claims(self) -> Iterator[Difference]:
        """What fell, once, by what took its place first; and what came of who somebody is."""
        for name, now in self.after.fallen.items():
            if name not in self.before.fallen:
                claim = self.corpus.claims[name]
                events = (claim.event,) if claim.event is not None else ()
                by, taken_back_by = fell_by(self.corpus, claim, now.by, now.retracted_by)
                yield Difference(ChangeKind.SUPERSEDED, name, events, by=by, retracted_by=taken_back_by)
        for name in self.after.about[len(self.before.about) :]:
            yield Difference(ChangeKind.ABOUT, name)

    def _of_conflicts(self) -> Iterator[Difference]:
        """What is newly a conflict, or an open one again; and of which one reading came out, or in another way."""
        for conflict, record in self.corpus.conflicts.items():
            if conflict not in self.after.conflicts:
                continue
            if conflict not in self.before.conflicts or self._is_open_again(conflict):
                kind = ChangeKind.CONTESTED if contests(record) else ChangeKind.BESIDE
                newest = self._visible_claims(conflict)[0]
                yield Difference(kind, newest, self._events_of(conflict), conflict)
            outcome, before = self.after.came_out.get(conflict), self.before.came_out.get(conflict)
            if outcome is None:
                continue
            if before is None or (before.reading, before.how) != (outcome.reading, outcome.how):
                yield Difference(CAME_OUT[outcome.how], outcome.claim, self._events_of(conflict), conflict)

    def _is_open_again(self, conflict: str) -> bool:
        return conflict in self.before.came_out and conflict not in self.after.came_out

    def _visible_claims(self, conflict: str) -> list[str]:
        """The claims of a conflict that could be known, the newest saying first."""
        claims = [self.corpus.claims[name] for name in self.corpus.conflicts[conflict].claims]
        sayings = [(saying(self.corpus, it), it.id) for it in claims]
        known = sorted((-said.estimate, name) for said, name in sayings if said.visible <= self.after.day)
        return [name for _, name in known]

    def _events_of(self, conflict: str) -> tuple[str, ...]:
        events = {self.corpus.claims[name].event for name in self._visible_claims(conflict)}
        return tuple(sorted((it for it in events if it is not None), key=self._place_of))

    def _more(self) -> Iterator[Difference]:
        """Events of which more was said."""
        for event, now in self.after.events.items():
            was = self.before.events.get(event)
            if was is not None and now.latest != was.latest:
                yield Difference(ChangeKind.MORE, now.latest, (event,), before=was, after=now)


def changes(corpus: Corpus, earlier: int, later: int) -> Differences:
    """What changed from one day (a number as in `model.dates.civil`) to a later one. Raises `ValueError` of others."""
    if earlier >= later:
        raise ValueError("Changes are told from a day to a later one.")
    return Differences(corpus, standing(corpus, earlier), standing(corpus, later))


def meeting(lines: tuple[Difference, ...], events: Container[str]) -> tuple[Difference, ...]:
    """Those that are about one of some events."""
    return tuple(it for it in lines if any(event in events for event in it.events))


def _kinds(was: EventStanding | None, now: EventStanding) -> Iterator[tuple[ChangeKind, str]]:
    """In what an event changed by itself, each with the claim that says so."""
    if was is None:
        yield ChangeKind.NEW, now.claim
    elif was.word is not now.word:
        yield ChangeKind.TURNED, now.claim
    if was is not None and was.date != now.date:
        yield ChangeKind.MOVED, now.dated_by
    if now.passed is not None and was is not None and was.passed is not None:
        yield ChangeKind.SILENT, now.claim
    elif now.passed is not None:
        yield OF_TIME[now.passed], now.claim
