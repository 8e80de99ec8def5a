"""Claims at odds, as of a day: the readings of a conflict, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.asof.conflict_days import NEVER, ReadingKey, conflict_days, reading_key
from model.asof.saying import saying
from model.asof.visible import VisibleClaim, claim_date, visible_claim
from model.asof.word import word_of
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests
from model.corpus.records import Claim, Conflict
from model.corpus.vocabulary import CONTESTING, POINT_WORDS, ConflictKind, Point

_ABOUT_WHETHER = frozenset({ConflictKind.CONTRADICTION, ConflictKind.RESOLVED, ConflictKind.GRADIENT})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of what a conflict is about: its words, and the claims that read it so, newest saying first.

    It is `preferred` where the curator prefers one of them that stands, in a quarrel of which all claims are visible.
    """

    words: str
    claims: tuple[VisibleClaim, ...]
    preferred: bool

    @property
    def superseded(self) -> bool:
        """Whether nothing of it stands any more."""
        return all(item.fallen for item in self.claims)


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict as of a day. `readings` has the preferred one first, then what stands, newest first.

    `settled` tells that every claim of the conflict is visible. Before, the curator's preference does not count, and
    his words, which go by all claims, are kept back.
    """

    conflict: Conflict
    readings: tuple[Reading, ...]
    settled: bool

    @property
    def known_kind(self) -> ConflictKind:
        """The kind as it was known: that it was resolved is known when all has been said."""
        kind = self.conflict.kind
        return kind if self.settled or kind is not ConflictKind.RESOLVED else ConflictKind.CONTRADICTION

    @property
    def kind(self) -> str:
        """The kind of the conflict in words, and in what: `contradiction over how many`."""
        point = self.conflict.point
        over = POINT_WORDS[point] if point is not None else ""
        return f"{self.known_kind.value.replace('-', ' ')} {over}".rstrip()

    @property
    def reason(self) -> str:
        """The curator's reason; empty where it goes by what could not be known yet."""
        return self.conflict.reason if self.settled else ""

    @property
    def open(self) -> str:
        """What the curator says is still open; empty as the reason is, or where nothing is."""
        return (self.conflict.open or "") if self.settled else ""

    def reading_of(self, claim: str | None) -> int:
        """The number of the reading that a claim belongs to; 0 where it belongs to none."""
        numbers = (
            n for n, it in enumerate(self.readings) if any(item.claim.id == claim for item in it.claims)
        )
        return next(numbers, 0)


def conflicts_as_of(corpus: Corpus, day: int) -> list[Conflict]:
    """The conflicts of which at least two readings could be known on `day`, in the corpus's order."""
    return [it for it in corpus.conflicts.values() if conflict_days(corpus, it).seen <= day]


def seen_conflicts(known: Corpus) -> list[Conflict]:
    """The conflicts of a corpus as it was known on a day, in its order: a single reading is at odds with nothing."""
    return [it for it in known.conflicts.values() if conflict_days(known, it).seen < NEVER]


def documents_at_odds(known: Corpus, conflict: Conflict) -> list[str]:
    """The documents in each of which two readings of a conflict stand, as far as it was known, in its order."""
    readings: dict[str, set[ReadingKey]] = {}
    for name in conflict.claims:
        claim = known.claims[name]
        readings.setdefault(claim.source, set()).add(reading_key(conflict, claim))
    return [source for source, keys in readings.items() if len(keys) > 1]


def point_of(conflict: Conflict) -> Point | None:
    """In what the claims of a conflict differ; where the curator does not say, a quarrel is about whether it is so.

    None of what is called by other names, given other reasons, or looks like one thing and is two.
    """
    if conflict.point is None and conflict.kind in _ABOUT_WHETHER:
        return Point.WHETHER
    return conflict.point


def beside_the_state(corpus: Corpus, event: str, day: int) -> list[Conflict]:
    """The quarrels over a figure, a reason or a name in claims of an event: they are seen, and contest nothing."""
    return [
        it
        for it in conflicts_as_of(corpus, day)
        if it.kind in CONTESTING and not contests(it)
        if any(
            corpus.claims[name].event == event and saying(corpus, corpus.claims[name]).visible <= day
            for name in it.claims
        )
    ]


def about_entity(corpus: Corpus, entity: str, day: int) -> list[Conflict]:
    """The conflicts over who an entity is, what its office is called, or who holds it, in the corpus's order."""
    return [
        it
        for it in conflicts_as_of(corpus, day)
        if any(
            entity in (corpus.claims[name].entity, corpus.claims[name].office)
            and saying(corpus, corpus.claims[name]).visible <= day
            for name in it.claims
        )
    ]


def nearest_conflict(
    corpus: Corpus, names: Sequence[str], entity: str | None, event: str | None, day: int
) -> int:
    """The place among `names` of the first conflict about an entity, else about an event; 0 where there is none."""
    own = about_entity(corpus, entity, day) if entity is not None else []
    of_event = (
        it for it in corpus.conflicts.values() if event in {corpus.claims[name].event for name in it.claims}
    )
    return next((names.index(it.id) for it in (*own, *of_event) if it.id in names), 0)


def conflict_view(corpus: Corpus, conflict: Conflict, day: int) -> ConflictView:
    """The readings of a conflict that could be known on `day`."""
    shown = _visible(corpus, conflict.claims, day)
    settled = len(shown) == len(conflict.claims)
    groups: dict[ReadingKey, list[VisibleClaim]] = {}
    for item in sorted(shown, key=lambda item: (-item.said.estimate, item.claim.id)):
        groups.setdefault(reading_key(conflict, item.claim), []).append(item)
    decided = settled and conflict.kind in CONTESTING
    readings = [
        Reading(
            reading_of(corpus, conflict, items[0].claim),
            tuple(items),
            decided and any(item.claim.id == conflict.preferred and not item.fallen for item in items),
        )
        for items in groups.values()
    ]
    readings.sort(key=lambda reading: (not reading.preferred, reading.superseded))
    return ConflictView(conflict, tuple(readings), settled)


def reading_of(corpus: Corpus, conflict: Conflict, claim: Claim) -> str:
    """A claim's reading in the curator's few words, else its printed label, else its word and speaker."""
    words = conflict.readings.get(claim.id) or claim.label
    if words:
        return words
    said = saying(corpus, claim)
    speaker = corpus.entities[said.speaker]
    word = word_of(claim, claim_date(claim), said)
    return f"{word}, {speaker.short or speaker.name}: {corpus.events[claim.event or ''].title}"


def _visible(corpus: Corpus, claims: Sequence[str], day: int) -> list[VisibleClaim]:
    sayings = [(corpus.claims[name], saying(corpus, corpus.claims[name])) for name in claims]
    return [visible_claim(corpus, claim, said, day) for claim, said in sayings if said.visible <= day]
