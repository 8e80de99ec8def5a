"""Each event's states over time, one row per stretch of days on which nothing about it changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.corpus.corpus import Corpus

FOREVER = 10**15
"""The day on which the last stretch ends."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The state of an event from `from_day` until the day before `until_day`.

    `changed` is True where a claim of the event became visible, or was superseded, on `from_day`.
    """

    from_day: int
    until_day: int
    state: EventState
    changed: bool


def timetable(corpus: Corpus) -> Iterator[Stretch]:
    """The stretches of all events that any claim speaks of."""
    for event in corpus.claims_of_event:
        yield from event_timetable(corpus, event)


def event_timetable(corpus: Corpus, event: str) -> Iterator[Stretch]:
    """The stretches of one event, in order of time."""
    own, others = set(), set()
    for claim in corpus.claims_of_event[event]:
        seen = saying(corpus, claim).visible
        own.add(seen)
        superseders = [saying(corpus, other).visible for other in corpus.superseders.get(claim.id, ())]
        others.update(superseders)
        if superseders:
            own.add(max(seen, min(superseders)))
        for conflict in corpus.conflicts_of_claim.get(claim.id, ()):
            others.update(saying(corpus, corpus.claims[name]).visible for name in conflict.claims)
    first = min(own)
    days = [first, *sorted(day for day in own | others if day > first)]
    for number, day in enumerate(days):
        state = event_state(corpus, event, day)
        assert state is not None, "an event has a state from the day of its first visible claim"
        until = days[number + 1] if number + 1 < len(days) else FOREVER
        yield Stretch(day, until, state, changed=day in own)
