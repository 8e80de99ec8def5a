"""What changed from a day to a day: the difference of two standings, a line each."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from model.asof.saying import saying
from model.asof.standing import EventStanding, Standing, standing
from model.asof.word import Passed
from model.corpus.corpus import Corpus
from model.dates.edtf import UNDATED_KEY


class ChangeKind(StrEnum):
    """In what something changed, in the order in which it is told: what reads otherwise now comes first."""

    TURNED = "turned"
    NEW = "new"
    MOVED = "dates moved"
    SUPERSEDED = "superseded"
    CONTESTED = "newly contested"
    SETTLED = "settled"
    DUE = "newly due"
    UNSAID = "outcome unknown"
    MORE = "more said"
    ABOUT = "names and offices"
    SILENT = "still silent"


BY_TIME = frozenset({ChangeKind.DUE, ChangeKind.UNSAID, ChangeKind.SILENT})
"""What the passing of days alone brings: nobody has to have said anything."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise than it was.

    `claim` is the one whose sentence says so. `events` are those that it is about: of a claim of who somebody is there
    is none, of a conflict (`conflict`, else None) there are those that it newly contests, or on which it came out.
    Of an event, `before` and `after` are what it was taken for, None where it was not known. Of what was superseded,
    `by` are the claims that newly take its place, and `retracted_by` is the source that newly takes it back.
    """

    kind: ChangeKind
    claim: str
    events: tuple[str, ...] = ()
    conflict: str | None = None
    before: EventStanding | None = None
    after: EventStanding | None = None
    by: tuple[str, ...] = ()
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
        told = {event for it in found for event in it.events if it.kind not in BY_TIME}
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
        """What fell, be it by something more than before; and what came of who somebody is."""
        for name, now in self.after.fallen.items():
            was = self.before.fallen.get(name)
            by = tuple(it for it in now.by if was is None or it not in was.by)
            retracted_by = now.retracted_by if was is None or was.retracted_by is None else None
            if by or retracted_by is not None:
                event = self.corpus.claims[name].event
                events = (event,) if event is not None else ()
                yield Difference(ChangeKind.SUPERSEDED, name, events, by=by, retracted_by=retracted_by)
        for name in self.after.about[len(self.before.about) :]:
            yield Difference(ChangeKind.ABOUT, name)

    def _of_conflicts(self) -> Iterator[Difference]:
        contested: dict[str, list[str]] = {}
        for event, now in self.after.events.items():
            was = self.before.events.get(event)
            for conflict in now.conflicts:
                if was is None or conflict not in was.conflicts or self._is_open_again(conflict):
                    contested.setdefault(conflict, []).append(event)
        for conflict in self.corpus.conflicts:
            if conflict in contested:
                newest = self._visible_claims(conflict)[0]
                events = tuple(sorted(contested[conflict], key=self._place_of))
                yield Difference(ChangeKind.CONTESTED, newest, events, conflict)
            outcome, before = self.after.came_out.get(conflict), self.before.came_out.get(conflict)
            if outcome is not None and (before is None or before.reading != outcome.reading):
                yield Difference(ChangeKind.SETTLED, outcome.claim, self._events_of(conflict), conflict)

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
        yield ChangeKind.DUE if now.passed is Passed.DUE else ChangeKind.UNSAID, now.claim
