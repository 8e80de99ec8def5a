"""What each event was taken for over time, one row per stretch of days on which nothing about it changed."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from model.asof.conflict_days import NEVER, conflict_days, preferred_from
from model.asof.contenders import Contenders
from model.asof.retraction import retractions
from model.asof.saying import saying
from model.asof.state import Verdict, verdict_of
from model.asof.visible import VisibleClaim, visible_claim
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests

FOREVER = 10**15
"""The day on which the last stretch ends."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The verdict on an event from `from_day` until the day before `until_day`.

    `changed` is True where a claim of the event became visible, or was superseded, on `from_day`.
    """

    from_day: int
    until_day: int
    state: Verdict
    changed: bool


def timetables(corpus: Corpus) -> dict[str, tuple[Stretch, ...]]:
    """The stretches of each event that any claim speaks of, in order of time: asked for by way of `Corpus.derived`."""
    return {event: tuple(event_timetable(corpus, event)) for event in corpus.claims_of_event}


def event_timetable(corpus: Corpus, event: str) -> Iterator[Stretch]:
    """The stretches of one event, in order of time."""
    return stretches(event, event_changes(corpus, event))


def stretches(event: str, changes: "EventChanges") -> Iterator[Stretch]:
    """The stretches of an event to which this happens: they follow from that alone."""
    course = _Course(event)
    days = sorted(changes.days)
    for number, day in enumerate(days):
        changed = course.go_to(day, changes)
        until = days[number + 1] if number + 1 < len(days) else FOREVER
        yield Stretch(day, until, course.verdict(), changed)


@dataclass(slots=True)
class EventChanges:
    """What happens to an event on which day, from the first day of its own on.

    `arrivals` are the claims that become visible, as if nothing superseded them. `superseded` has claims of the event,
    each with one that supersedes it from the day on, `retracted` each with the source that takes its document back,
    `preferred` those that the curator prefers from the day on; `contested` are the conflicts that are seen.
    """

    arrivals: dict[int, list[VisibleClaim]] = field(default_factory=dict)
    superseded: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    retracted: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    preferred: dict[int, list[str]] = field(default_factory=dict)
    contested: dict[int, list[str]] = field(default_factory=dict)

    @property
    def days(self) -> set[int]:
        """The days on which anything happens."""
        return {*self.arrivals, *self.superseded, *self.retracted, *self.preferred, *self.contested}


def event_changes(corpus: Corpus, event: str) -> EventChanges:
    """What happens to one event. Of two corpora in which that is the same, its stretches are."""
    found = EventChanges()
    contested: dict[str, int] = {}
    for claim in corpus.claims_of_event[event]:
        said = saying(corpus, claim)
        item = visible_claim(corpus, claim, said, said.visible)
        arrived = replace(item, superseded_by=(), retracted_by=None) if item.fallen else item
        found.arrivals.setdefault(said.visible, []).append(arrived)
        for other in corpus.superseders.get(claim.id, ()):
            day = max(said.visible, saying(corpus, other).visible)
            found.superseded.setdefault(day, []).append((claim.id, other.id))
        for day, source in retractions(corpus, claim)[:1]:
            found.retracted.setdefault(max(said.visible, day), []).append((claim.id, source))
        preferred = preferred_from(corpus, claim.id)
        if preferred is not None:
            found.preferred.setdefault(max(said.visible, preferred), []).append(claim.id)
        for conflict in corpus.conflicts_of_claim.get(claim.id, ()):
            seen = conflict_days(corpus, conflict).seen
            if contests(conflict) and seen < NEVER:
                day = max(said.visible, seen)
                contested[conflict.id] = min(day, contested.get(conflict.id, day))
    for name, day in contested.items():
        found.contested.setdefault(day, []).append(name)
    return found


class _Course:
    """An event as days go by: its claims, and the conflicts."""

    def __init__(self, event: str) -> None:
        self._event = event
        self._contenders = Contenders()
        self._preferred: set[str] = set()
        self._superseders: defaultdict[str, list[str]] = defaultdict(list)
        self._conflicts: tuple[str, ...] = ()

    def go_to(self, day: int, changes: EventChanges) -> bool:
        """Let happen what happens on a day; returns whether a claim came, or was superseded."""
        self._preferred.update(changes.preferred.get(day, ()))
        for item in changes.arrivals.get(day, ()):
            self._contenders.put(item, item.claim.id in self._preferred)
        for name in changes.preferred.get(day, ()):
            self._contenders.put(self._contenders.drop(name), True)
        changed = day in changes.arrivals
        fallen: dict[str, VisibleClaim] = {}
        for name, other in changes.superseded.get(day, ()):
            insort(self._superseders[name], other)
            changed |= self._contenders.stands(name)
            if name not in fallen:
                fallen[name] = self._contenders.drop(name)
        for name, source in changes.retracted.get(day, ()):
            changed |= self._contenders.stands(name)
            item = fallen[name] if name in fallen else self._contenders.drop(name)
            fallen[name] = replace(item, retracted_by=source)
        for name, item in fallen.items():
            self._contenders.put(replace(item, superseded_by=tuple(self._superseders[name])), False)
        if day in changes.contested:
            self._conflicts = tuple(sorted((*self._conflicts, *changes.contested[day])))
        return changed

    def verdict(self) -> Verdict:
        """What the event is taken for now."""
        return verdict_of(self._event, self._contenders, self._conflicts)
