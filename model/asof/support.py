"""What the state of an event rests on: what it would be if one of the origins had said nothing.

An origin is an act of saying, or the voice of a document (`model.asof.saying`). What its absence means is said in
`model.asof.without`. Each answer is that of `event_state` in a corpus without it; it is found from the claims of the
event alone, which are taken out of the contest and put in again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from model.asof.conflict_days import preferred_from, reading_key
from model.asof.contenders import Contenders
from model.asof.known import KEPT, known_by
from model.asof.saying import Saying, saying
from model.asof.state import Verdict, event_state, verdict_of
from model.asof.visible import VisibleClaim, visible_claims
from model.asof.without import SaidWithout, behind, behind_documents, unsettling, without
from model.asof.word import Word, word_of
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests
from model.corpus.records import Conflict
from model.corpus.vocabulary import OnRecord
from model.dates.edtf import UNDATED_KEY, Edtf


class Effect(StrEnum):
    """What becomes of an event without an origin, the gravest first."""

    VANISHES = "vanishes"
    FLIPS = "flips"
    WEAKENS = "weakens"


@dataclass(frozen=True, slots=True)
class Standing:
    """What an event is taken for: its word and date, the claim that decides, and how many origins say that word."""

    word: Word
    date: Edtf | None
    claim: str
    origins: int


@dataclass(frozen=True, slots=True)
class Fall:
    """What becomes of an event without `origin`: its standing `after`, None where nothing of it would be known.

    It *flips* where its word or its date is another, and *weakens* where one origin is left that says the same. `claim`
    goes with the origin, and has the sentence to read: the one that decides, if that goes.
    """

    event: str
    origin: str
    effect: Effect
    now: Standing
    after: Standing | None
    claim: str


@dataclass(frozen=True, slots=True)
class EventSupport:
    """An event as it stands, and what would become of it without each origin that it does not do as well without."""

    event: str
    now: Standing
    falls: tuple[Fall, ...]

    @property
    def legs(self) -> tuple[str, ...]:
        """The origins without which it would flip or vanish; where it is only one, its last leg."""
        return tuple(it.origin for it in self.falls if it.effect is not Effect.WEAKENS)


@dataclass(frozen=True, slots=True)
class OriginSupport:
    """All that would fall without an origin: what vanishes, then what flips, then what weakens, each in order of time.

    `speaker` is the entity that spoke, on the footing of `record`; `claim` is what to read of its own first.
    """

    origin: str
    claim: str
    speaker: str
    record: OnRecord
    falls: tuple[Fall, ...]

    def count(self, effect: Effect) -> int:
        """How many events it is so with."""
        return sum(it.effect is effect for it in self.falls)


def event_support(corpus: Corpus, event: str, day: int) -> EventSupport | None:
    """What an event rests on as of `day`; None where no claim of it could be known."""
    known = known_by(corpus, day)
    return _event_support(known, event, day) if event in known.claims_of_event else None


def supports(corpus: Corpus, day: int) -> Iterator[EventSupport]:
    """What each event rests on as of `day`, one after the other: who asks may stop at any of them."""
    known = known_by(corpus, day)
    for event in known.claims_of_event:
        yield _event_support(known, event, day)


def by_origin(corpus: Corpus, day: int, events: Iterable[EventSupport]) -> list[OriginSupport]:
    """The same by origins: all that could be known as of `day`, those without which most would fall first."""
    known = known_by(corpus, day)
    claims: dict[str, str] = {}
    for claim in sorted(known.claims.values(), key=lambda it: it.id):
        claims.setdefault(saying(known, claim).origin, claim.id)
    found: dict[str, list[Fall]] = {origin: [] for origin in claims}
    for support in events:
        for fall in support.falls:
            found[fall.origin].append(fall)
    return sorted((_of_origin(known, it, claims[it], falls) for it, falls in found.items()), key=_gravity)


def _of_origin(corpus: Corpus, origin: str, claim: str, falls: Iterable[Fall]) -> OriginSupport:
    effects = list(Effect)

    def gravity(fall: Fall) -> tuple[int, tuple[int, int, int], str]:
        date = fall.now.date
        return effects.index(fall.effect), date.sort_key if date is not None else UNDATED_KEY, fall.event

    in_order = tuple(sorted(falls, key=gravity))
    first = next((it.claim for it in in_order if _origin_of(corpus, it.claim) == origin), claim)
    statement = corpus.statements.get(origin)
    if statement is None:
        publisher = corpus.sources[origin].publisher
        return OriginSupport(origin, first, publisher, OnRecord.DOCUMENT, in_order)
    speaker = statement.chain[0]
    return OriginSupport(origin, first, speaker.who, speaker.record, in_order)


def _origin_of(corpus: Corpus, claim: str) -> str:
    return saying(corpus, corpus.claims[claim]).origin


def _gravity(of: OriginSupport) -> tuple[int, int, int, str]:
    alone, flipped, weakened = (of.count(effect) for effect in Effect)
    return -alone - flipped, -alone, -weakened, of.origin


def all_supports(corpus: Corpus, day: int) -> tuple[EventSupport, ...]:
    """What all events rest on as of `day`. The last few answers are kept with the corpus."""
    kept = kept_supports(corpus, day)
    return kept if kept is not None else keep_supports(corpus, day, supports(corpus, day))


def kept_supports(corpus: Corpus, day: int) -> tuple[EventSupport, ...] | None:
    """The same where it is kept, None where it would have to be found out."""
    return known_by(corpus, day).derived(_kept).get(day)


def keep_supports(corpus: Corpus, day: int, found: Iterable[EventSupport]) -> tuple[EventSupport, ...]:
    """Keep what `supports` has given for a day, all of it."""
    kept, answer = known_by(corpus, day).derived(_kept), tuple(found)
    while len(kept) >= KEPT:
        del kept[next(iter(kept))]
    kept[day] = answer
    return answer


def _kept(_: Corpus) -> dict[int, tuple[EventSupport, ...]]:
    return {}


def _event_support(corpus: Corpus, event: str, day: int) -> EventSupport:
    trial = _Trial(corpus, event, day)
    found = (trial.fall(origin) for origin in sorted(trial.origins))
    return EventSupport(event, trial.now, tuple(fall for fall in found if fall is not None))


class _Trial:
    """The contest of one event, with one origin after the other left out; all of the corpus is known by the day."""

    def __init__(self, corpus: Corpus, event: str, day: int) -> None:
        self._corpus, self._event, self._day = corpus, event, day
        self._behind, self._unsettling = corpus.derived(behind), corpus.derived(unsettling)
        self._documents = corpus.derived(behind_documents)
        self._items = {item.claim.id: item for item in visible_claims(corpus, event, day)}
        self._preferred = {name for name in self._items if _is_reached(preferred_from(corpus, name), day)}
        self._contenders = Contenders()
        for name, item in self._items.items():
            self._contenders.put(item, name in self._preferred)
        self._touched = self._touched_by_origin()
        verdict = verdict_of(event, self._contenders, ())
        self._dated_by = verdict.dated_by.id
        self.now = self._standing(verdict)

    @property
    def origins(self) -> set[str]:
        """Those that the event may rest on."""
        return self._touched.keys() | self._documents

    def fall(self, origin: str) -> Fall | None:
        """What becomes of the event without an origin; None where it stays what it is."""
        now, after = self.now, self._after(origin)
        if after is None:
            effect = Effect.VANISHES
        elif (after.word, after.date) != (now.word, now.date):
            effect = Effect.FLIPS
        elif now.origins > 1 and after.origins == 1:
            effect = Effect.WEAKENS
        else:
            return None
        return Fall(self._event, origin, effect, now, after, self._sentence(origin))

    def _touched_by_origin(self) -> dict[str, list[str]]:
        """For each origin the claims of the event that go without it, or stand otherwise."""
        found: dict[str, dict[str, None]] = {}
        for name, item in self._items.items():
            beside = (it for conflict in self._preferring(name) for it in conflict.claims)
            origins = self._dating(item).union(
                *(self._behind[it] for it in (name, *item.superseded_by, *beside))
            )
            for origin in origins:
                found.setdefault(origin, {})[name] = None
        return {origin: [*names] for origin, names in found.items()}

    def _after(self, origin: str) -> Standing | None:
        if origin in self._documents:
            # Where a whole document goes, much may be otherwise; it is seldom that one hangs on a claim.
            left = self._corpus.derived(_Left)(origin)
            state = event_state(left, self._event, self._day)
            return self._standing(state) if state is not None else None
        changed = [(name, self._item(name, origin)) for name in self._touched[origin]]
        for name, item in changed:
            self._contenders.drop(name)
            if item is not None:
                self._contenders.put(item, self._is_preferred(name, origin))
        gone = sum(item is None for _, item in changed)
        after = None
        if gone < len(self._items):
            after = self._standing(verdict_of(self._event, self._contenders, ()))
        for name, item in changed:
            if item is not None:
                self._contenders.drop(name)
            self._contenders.put(self._items[name], name in self._preferred)
        return after

    def _standing(self, verdict: Verdict) -> Standing:
        return Standing(verdict.word_at(self._day), verdict.date, verdict.chosen.claim.id, verdict.origins)

    def _item(self, name: str, origin: str) -> VisibleClaim | None:
        """A claim of the event as it is seen without an origin, None where it goes."""
        if origin in self._behind[name]:
            return None
        item = self._items[name]
        said = self._said(item, origin)
        left = tuple(it for it in item.superseded_by if origin not in self._behind[it])
        return replace(item, said=said, word=word_of(item.claim, item.date, said), superseded_by=left)

    def _said(self, item: VisibleClaim, origin: str) -> Saying:
        """The saying of a claim without an origin. A document may be older without that, and is never younger.

        So all that is left was known by the day, and what was settled is settled.
        """
        if origin not in self._dating(item):
            return item.said
        return self._corpus.derived(SaidWithout)(origin).of(item.claim)

    def _dating(self, item: VisibleClaim) -> frozenset[str]:
        """The origins without which a claim would count as said on another day."""
        claim, none = item.claim, frozenset[str]()
        return self._unsettling.get(claim.source, none) | self._unsettling.get(claim.statement or "", none)

    def _is_preferred(self, name: str, origin: str) -> bool:
        return any(self._prefers(conflict, origin) for conflict in self._preferring(name))

    def _preferring(self, name: str) -> Sequence[Conflict]:
        if name not in self._preferred:
            return ()
        conflicts = self._corpus.conflicts_of_claim[name]
        return [it for it in conflicts if it.preferred == name and contests(it)]

    def _prefers(self, conflict: Conflict, origin: str) -> bool:
        """Whether what is left of a conflict is still of two readings."""
        left = (self._corpus.claims[it] for it in conflict.claims if origin not in self._behind[it])
        return len({reading_key(conflict, it) for it in left}) > 1

    def _sentence(self, origin: str) -> str:
        """The claim to read: of those that go with an origin the one that decides, or dates, else the first by name."""
        first = (self.now.claim, self._dated_by)
        names = [*first, *sorted(self._touched.get(origin, ()))]
        own = (it for it in names if origin in self._behind[it])
        beside = (
            it
            for name in names
            for it in (*self._items[name].superseded_by, *self._partners(name))
            if origin in self._behind[it]
        )
        return next(own, next(beside, self.now.claim))

    def _partners(self, name: str) -> Iterator[str]:
        return (it for conflict in self._preferring(name) for it in conflict.claims)


class _Left:
    """A corpus without each of the origins that are asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._left: dict[str, Corpus] = {}

    def __call__(self, origin: str) -> Corpus:
        if origin not in self._left:
            self._left[origin] = without(self._corpus, origin)
        return self._left[origin]


def _is_reached(first: int | None, day: int) -> bool:
    return first is not None and first <= day
