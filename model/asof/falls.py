"""What becomes of events without an origin, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

from model.asof.word import Word
from model.corpus.vocabulary import OnRecord
from model.dates.edtf import Edtf


class Loss(StrEnum):
    """What becomes of an event without an origin, the gravest first."""

    VANISHES = "vanishes"
    FLIPS = "flips"
    WEAKENS = "weakens"


@dataclass(frozen=True, slots=True)
class SupportedState:
    """What an event is taken for: its word and date, the claim that decides, and how many origins say that word.

    It `borrows` a date that is another claim's than the deciding one.
    """

    word: Word
    date: Edtf | None
    claim: str
    origins: int
    borrows: bool


@dataclass(frozen=True, slots=True)
class Fall:
    """What becomes of an event without `origin`: its standing `after`, None where nothing of it would be known.

    It *flips* where its word or its date is another, and *weakens* where one origin is left that says the same. `claim`
    goes with the origin, or is without its date then, and has the sentence to read: the one that decides, if that does.
    """

    event: str
    origin: str
    effect: Loss
    now: SupportedState
    after: SupportedState | None
    claim: str


@dataclass(frozen=True, slots=True)
class EventSupport:
    """An event as it stands, and what would become of it without each origin that it does not do as well without."""

    event: str
    now: SupportedState
    falls: tuple[Fall, ...]

    @property
    def legs(self) -> tuple[str, ...]:
        """The origins without which it would flip or vanish; where it is only one, its last leg."""
        return tuple(it.origin for it in self.falls if it.effect is not Loss.WEAKENS)


@dataclass(frozen=True, slots=True)
class OriginSupport:
    """All that would fall without an origin: what vanishes, then what flips, then what weakens, each in order of time.

    `speaker` is the entity that spoke, on the footing of `record`; `claim` is what to read of its own first.
    `speaks_of` are the events of which a claim goes back to it, whether or not anything would become of them.
    """

    origin: str
    claim: str
    speaker: str
    record: OnRecord
    falls: tuple[Fall, ...]
    speaks_of: frozenset[str]

    def count(self, effect: Loss) -> int:
        """How many events it is so with."""
        return sum(it.effect is effect for it in self.falls)

    @property
    def unspoken(self) -> int:
        """How many of them no claim of it is of: one of theirs takes its date from it, or gives way to it."""
        return sum(it.event not in self.speaks_of for it in self.falls)
