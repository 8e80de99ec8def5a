"""How what a speaker said of days to come came out: counts, and never a grade.

What counts is a *forecast*: who decides to say that something will be, or will not (scheduled, confirmed, expected or
speculated of a day that was not surely past when it was said; denied or cancelled before it was over). Who declines to
comment, who speaks on a condition, who says neither (unconfirmed), and who reports what is past or going on, forecasts
nothing. What has been superseded was said all the same, and counts; what was retracted does not. The same said twice
by one origin of one event, one way, is one forecast: its surest claim, then its first.

A forecast is *due* once its day, the claim's own or else its event's, has passed, or it is known how it came out. That
is known where an outcome of another origin decides the event, and is certain: it occurred, or was denied or cancelled
for good. *As said*
is one that said it would be where it occurred within the claim's own date, or that it would not be where it did not;
*otherwise* is the contrary. All else that is due is *open*: nobody says for certain. Who, where and how many is not
looked at: only whether, and when.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from model.asof.entity import claims_by_entity
from model.asof.outcome import Circumstances
from model.asof.retraction import retracted_by
from model.asof.saying import Saying, saying
from model.asof.state import EventState, event_state
from model.asof.visible import claim_date
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.corpus.vocabulary import Factuality, Status
from model.dates.edtf import Edtf

_FORECASTS = frozenset({Status.SCHEDULED, Status.CONFIRMED, Status.EXPECTED, Status.SPECULATED})
_NEGATIONS = frozenset({Status.DENIED, Status.CANCELLED})
_OF_DAYS_TO_COME = _FORECASTS | _NEGATIONS
_SUREST = ("CT", "PR", "PS")


class CameOut(StrEnum):
    """What has become of a forecast; what is ahead is not due yet."""

    AS_SAID = "as said"
    OTHERWISE = "otherwise"
    OPEN = "open"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Forecast:
    """One thing that was said of days to come, by the claim that says most of it, and what has become of it."""

    claim: Claim
    said: Saying
    came_out: CameOut


@dataclass(frozen=True, slots=True)
class Tally:
    """Forecasts in order of their saying, oldest first, with how many there are of each kind."""

    forecasts: tuple[Forecast, ...]

    @property
    def said(self) -> int:
        """How many forecasts there are: the n of all other counts."""
        return len(self.forecasts)

    @property
    def due(self) -> int:
        """How many of them have come out, or could have: as said, otherwise and open together."""
        return self.said - self.of(CameOut.AHEAD)

    def of(self, came_out: CameOut) -> int:
        """How many have come out in one way."""
        return sum(it.came_out is came_out for it in self.forecasts)

    @property
    def words(self) -> str:
        """`said 9, due 6, as said 4, otherwise 1, open 1`; without any forecast, `no record`."""
        if not self.forecasts:
            return "no record"
        ways = (f"{way} {self.of(way)}" for way in (CameOut.AS_SAID, CameOut.OTHERWISE, CameOut.OPEN))
        return f"said {self.said}, due {self.due}, {', '.join(ways)}"


@dataclass(frozen=True, slots=True)
class SpeakerTally:
    """All that a speaker said of days to come, and the same by the origins of what it said (a statement, a source)."""

    all: Tally
    origins: Mapping[str, Tally]


def speaker_tally(corpus: Corpus, entity: str, day: int) -> SpeakerTally | None:
    """What an entity said of days to come, as the first speaker, and how it came out as of `day`.

    None where it speaks of no event at all. Each forecast is of one origin, so the tallies of the origins add up.
    """
    spoken = [
        claim
        for claim in corpus.derived(claims_by_entity).get(entity, ())
        if claim.event is not None
        and (said := saying(corpus, claim)).speaker == entity
        and said.visible <= day
    ]
    if not spoken:
        return None
    found = _forecasts(corpus, spoken, day)
    by_origin: dict[str, list[Forecast]] = {}
    for forecast in found:
        by_origin.setdefault(forecast.said.origin, []).append(forecast)
    return SpeakerTally(Tally(tuple(found)), {name: Tally(tuple(its)) for name, its in by_origin.items()})


def _forecasts(corpus: Corpus, spoken: Iterable[Claim], day: int) -> list[Forecast]:
    events: dict[str, _Event] = {}
    best: dict[tuple[str, str, bool], tuple[tuple[int, int, str], Claim, Saying]] = {}
    for claim in spoken:
        assert claim.event is not None, "only claims about events are counted"
        if not claim.decides or claim.status not in _OF_DAYS_TO_COME:
            continue
        if retracted_by(corpus, claim, day) is not None:
            continue
        said = saying(corpus, claim)
        if claim.event not in events:
            events[claim.event] = _Event(corpus, claim.event, day)
        if not events[claim.event].is_ahead_of(claim, said):
            continue
        key = (said.origin, claim.event, claim.factuality.negative)
        rank = (_SUREST.index(claim.factuality.value[:2]), said.estimate, claim.id)
        if key not in best or rank < best[key][0]:
            best[key] = rank, claim, said
    ordered = sorted(best.values(), key=lambda it: it[0][1:])
    return [
        Forecast(claim, said, events[claim.event or ""].came_out(claim, said)) for _, claim, said in ordered
    ]


class _Event:
    """An event as of a day, by which forecasts are measured."""

    def __init__(self, corpus: Corpus, event: str, day: int) -> None:
        self._corpus, self._event, self._day = corpus, event, day

    @cached_property
    def _state(self) -> EventState:
        state = event_state(self._corpus, self._event, self._day)
        assert state is not None, "an event of which a claim is visible has a state"
        return state

    @cached_property
    def _circumstances(self) -> Circumstances:
        found = Circumstances()
        for item in self._state.claims:
            if not item.fallen and item.claim.decides:
                found.add(item)
        return found

    def is_ahead_of(self, claim: Claim, said: Saying) -> bool:
        """Whether a claim can have been said before the day that it speaks of was over."""
        date = self._date_of(claim)
        if date is None:
            return claim.status in _FORECASTS
        if date.latest is None:
            return date.earliest is None or not said.surely_by(date.earliest)
        return not said.surely_by(date.latest)

    def came_out(self, claim: Claim, said: Saying) -> CameOut:
        """What has become of a forecast."""
        happened = self._happened(claim, said)
        if happened is not None:
            return CameOut.AS_SAID if happened is not claim.factuality.negative else CameOut.OTHERWISE
        date = self._date_of(claim)
        is_past = date is not None and date.latest is not None and date.latest < self._day
        return CameOut.OPEN if is_past else CameOut.AHEAD

    def _date_of(self, claim: Claim) -> Edtf | None:
        date = claim_date(claim)
        if date is not None or len(self._corpus.claims_of_event[self._event]) == 1:
            return date
        return self._state.date

    def _happened(self, claim: Claim, said: Saying) -> bool | None:
        """Whether it came about within the date of a forecast; None where nobody says so for certain."""
        if len(self._corpus.claims_of_event[self._event]) == 1:
            # Nobody else speaks of it.
            return None
        chosen = self._state.chosen
        is_certain = chosen.claim.factuality in (Factuality.CERTAIN, Factuality.CERTAIN_NOT)
        # Who says it in the same breath does not tell how it came out.
        if chosen.fallen or not is_certain or chosen.said.origin == said.origin:
            return None
        if not self._circumstances.is_outcome(chosen):
            return None
        if chosen.claim.status is not Status.OCCURRED:
            return False
        return _overlap(claim_date(claim), self._state.date)


def _overlap(one: Edtf | None, other: Edtf | None) -> bool:
    """Whether two dates can be of one day; what has no date, or is only about one, can be of any."""
    if one is None or other is None or one.qualified or other.qualified:
        return True
    ends = [(it.earliest, it.latest) for it in (one, other)]
    (first, last), (begin, end) = ends
    return not (_before(last, begin) or _before(end, first))


def _before(end: int | None, begin: int | None) -> bool:
    return end is not None and begin is not None and end < begin
