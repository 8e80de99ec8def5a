"""What each event was taken for over time, one row per stretch of days on which nothing about it changed."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    changes = _Changes(corpus, event)
    course = _Course(event)
    days = sorted(changes.days)
    for number, day in enumerate(days):
        changed = course.go_to(day, changes)
        until = days[number + 1] if number + 1 < len(days) else FOREVER
        yield Stretch(day, until, course.verdict(), changed)


class _Changes:
    """What happens to an event on which day, from the first day of its own on."""

    def __init__(self, corpus: Corpus, event: str) -> None:
        self.arrivals: defaultdict[int, list[VisibleClaim]] = defaultdict(list)
        """The claims that become visible, as if nothing superseded them."""
        self.superseded: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        """Claims of the event, each with one that supersedes it from this day on."""
        self.retracted: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        """Claims of the event, each with the source that takes its document back from this day on."""
        self.preferred: defaultdict[int, list[str]] = defaultdict(list)
        """The claims that the curator prefers from this day on."""
        self.contested: defaultdict[int, list[str]] = defaultdict(list)
        """The conflicts that are seen from this day on."""
        contested: dict[str, int] = {}
        for claim in corpus.claims_of_event[event]:
            said = saying(corpus, claim)
            item = visible_claim(corpus, claim, said, said.visible)
            self.arrivals[said.visible].append(replace(item, superseded_by=(), retracted_by=None))
            for other in corpus.superseders.get(claim.id, ()):
                day = max(said.visible, saying(corpus, other).visible)
                self.superseded[day].append((claim.id, other.id))
            for day, source in retractions(corpus, claim)[:1]:
                self.retracted[max(said.visible, day)].append((claim.id, source))
            preferred = preferred_from(corpus, claim.id)
            if preferred is not None:
                self.preferred[max(said.visible, preferred)].append(claim.id)
            for conflict in corpus.conflicts_of_claim.get(claim.id, ()):
                seen = conflict_days(corpus, conflict).seen
                if contests(conflict) and seen < NEVER:
                    day = max(said.visible, seen)
                    contested[conflict.id] = min(day, contested.get(conflict.id, day))
        for name, day in contested.items():
            self.contested[day].append(name)
        self.days = {*self.arrivals, *self.superseded, *self.retracted, *self.preferred, *self.contested}


class _Course:
    """An event as days go by: its claims, and the conflicts."""

    def __init__(self, event: str) -> None:
        self._event = event
        self._contenders = Contenders()
        self._preferred: set[str] = set()
        self._superseders: defaultdict[str, list[str]] = defaultdict(list)
        self._conflicts: tuple[str, ...] = ()

    def go_to(self, day: int, changes: _Changes) -> bool:
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
