"""What the state of an event rests on: what it would be if one of the origins had said nothing.

An origin is an act of saying, or the voice of a document (`model.asof.saying`). What its absence means is said in
`model.asof.without`. Each answer is that of `event_state` in a corpus without it, and that of what was known on the day
alone: what came later is taken away first, and then the origin.
"""

from collections.abc import Iterable, Iterator, Sequence, Set

from model.asof.falls import EventSupport, Fall, Loss, OriginSupport
from model.asof.known import KEPT, known_by
from model.asof.saying import saying
from model.asof.trial import Trial
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.corpus.vocabulary import OnRecord
from model.dates.edtf import UNDATED_KEY


def event_support(corpus: Corpus, event: str, day: int) -> EventSupport | None:
    """What an event rests on as of `day`; None where no claim of it could be known."""
    known = known_by(corpus, day)
    return _event_support(known, event, day) if event in known.claims_of_event else None


def supports(corpus: Corpus, day: int) -> Iterator[EventSupport]:
    """What each event rests on as of `day`, one after the other: who asks may stop at any of them."""
    known = known_by(corpus, day)
    for event in known.claims_of_event:
        yield _event_support(known, event, day)


def legs(corpus: Corpus, day: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each event the origins without which it would flip or vanish as of `day`, as `EventSupport.legs` has them."""
    kept = kept_supports(corpus, day)
    if kept is not None:
        yield from ((it.event, it.legs) for it in kept)
        return
    known = known_by(corpus, day)
    for event in known.claims_of_event:
        yield event, tuple(Trial(known, event, day).legs)


def by_origin(corpus: Corpus, day: int, events: Iterable[EventSupport]) -> list[OriginSupport]:
    """The same by origins: all that could be known as of `day`, those without which most would fall first."""
    known = known_by(corpus, day)
    claims: dict[str, list[Claim]] = {}
    for claim in sorted(known.claims.values(), key=lambda it: it.id):
        claims.setdefault(saying(known, claim).origin, []).append(claim)
    asked: set[str] = set()
    found: dict[str, list[Fall]] = {origin: [] for origin in claims}
    for support in events:
        asked.add(support.event)
        for fall in support.falls:
            found[fall.origin].append(fall)
    return sorted(
        (_of_origin(known, it, claims[it], falls, asked) for it, falls in found.items()), key=_gravity
    )


def _of_origin(
    corpus: Corpus, origin: str, claims: Sequence[Claim], falls: Iterable[Fall], asked: Set[str]
) -> OriginSupport:
    """One of them: `claims` are those that go back to it, `asked` the events that are looked at."""
    effects = list(Loss)

    def gravity(fall: Fall) -> tuple[int, tuple[int, int, int], str]:
        date = fall.now.date
        return effects.index(fall.effect), date.sort_key if date is not None else UNDATED_KEY, fall.event

    in_order = tuple(sorted(falls, key=gravity))
    first = next((it.claim for it in in_order if _origin_of(corpus, it.claim) == origin), claims[0].id)
    spoken = frozenset(it.event for it in claims if it.event is not None and it.event in asked)
    statement = corpus.statements.get(origin)
    if statement is None:
        publisher = corpus.sources[origin].publisher
        return OriginSupport(origin, first, publisher, OnRecord.DOCUMENT, in_order, spoken)
    speaker = statement.chain[0]
    return OriginSupport(origin, first, speaker.who, speaker.record, in_order, spoken)


def _origin_of(corpus: Corpus, claim: str) -> str:
    return saying(corpus, corpus.claims[claim]).origin


def _gravity(of: OriginSupport) -> tuple[int, int, int, str]:
    alone, flipped, weakened = (of.count(effect) for effect in Loss)
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
    trial = Trial(corpus, event, day)
    found = (trial.fall(origin) for origin in sorted(trial.origins))
    return EventSupport(event, trial.now, tuple(fall for fall in found if fall is not None))
