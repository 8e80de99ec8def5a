"""Whether an event or a claim meets a query as of a day."""

from collections.abc import Iterator

from model.asof.known import known_by, known_from
from model.asof.origin import origin_meant
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.support import event_support
from model.asof.word import Passed, Word
from model.corpus.corpus import Corpus
from model.corpus.noted import has_todo
from model.corpus.quoted import wording
from model.corpus.records import Claim
from model.dates.edtf import Edtf
from model.query.claim_values import values_of_claim
from model.query.conflicting import asked_of_one, claims_in_one
from model.query.folding import holds
from model.query.keys import FILTER_KEYS
from model.query.terms import Query, Term
from model.query.vocabulary import CLAIM_KEYS, KNOWN_KEYS, meant

STATE_KEYS = ("status", "origins")
"""The keys of which an event has one value, which its state decides."""

_KEYS = {key.name: key for key in FILTER_KEYS}


def known_events(corpus: Corpus, day: int, query: Query) -> dict[str, EventState]:
    """The events that could be known on `day` and meet `query`, with their states."""
    of_one, alone = asked_of_one(query.terms)
    at_odds = claims_in_one(known_by(corpus, day), of_one)
    states = {event: event_state(corpus, event, day) for event in corpus.claims_of_event}
    return {
        event: state
        for event, state in states.items()
        if state is not None
        and all(_meets(corpus, event, state, day, term) for term in alone)
        and (not of_one or any(claim.id in at_odds for claim in corpus.claims_of_event[event]))
    }


def claim_meets(corpus: Corpus, claim: Claim, day: int, query: Query) -> bool:
    """Whether a claim has by itself what the query asks of claims, lacks its words, and its event meets the rest."""
    of_one, alone = asked_of_one(query.terms)
    if of_one and claim.id not in claims_in_one(known_by(corpus, day), of_one):
        return False
    rest = []
    for term in alone:
        if term.key in CLAIM_KEYS:
            own = values_of_claim(corpus, claim, term.key, day)
            if bool(own.intersection(meant(corpus, term))) is term.negated:
                return False
        elif term.key:
            rest.append(term)
        elif term.negated and holds(wording(claim), term.words):
            return False
    return not rest or claim.event in known_events(corpus, day, Query("", tuple(rest)))


def values_of(corpus: Corpus, event: str, key: str, day: int) -> set[str]:
    """What the event, or a claim of it that could be known, has by itself under a key."""
    if key == "leg":
        return legs_of(corpus, event, day)
    of_event = _KEYS[key].of_event
    own = set(of_event(corpus, corpus.events[event])) if of_event is not None else set()
    if key in KNOWN_KEYS:
        of_value = KNOWN_KEYS[key](known_by(corpus, day))
        claims = {claim.id for claim in corpus.claims_of_event[event]}
        return {value for value, ids in of_value.items() if claims & ids}
    return own.union(*(values_of_claim(corpus, claim, key, day) for claim in visible(corpus, event, day)))


def legs_of(corpus: Corpus, event: str, day: int) -> set[str]:
    """The origins without which the event would not stand as it does, by the names that they have when all is known."""
    support = event_support(corpus, event, day)
    return {origin_meant(corpus, origin) for origin in support.legs} if support is not None else set()


def visible(corpus: Corpus, event: str, day: int) -> Iterator[Claim]:
    """The claims of an event that could be known."""
    return (claim for claim in corpus.claims_of_event[event] if saying(corpus, claim).visible <= day)


def state_value(state: EventState, key: str, day: int) -> str:
    """What the state of an event has under one of `STATE_KEYS`."""
    if key == "status":
        return state.word_at(day).value.replace(" ", "-")
    return str(state.origins)


def _meets(corpus: Corpus, event: str, state: EventState, day: int, term: Term) -> bool:
    return _meets_plainly(corpus, event, state, day, term) is not term.negated


def _meets_plainly(corpus: Corpus, event: str, state: EventState, day: int, term: Term) -> bool:
    word = state.word_at(day)
    if term.key == "":
        texts = [wording(claim) for claim in visible(corpus, event, day)]
        return any(holds(text, term.words) for text in (corpus.events[event].title, *texts))
    if term.key in STATE_KEYS:
        return state_value(state, term.key, day) in term.values
    if term.key == "record":
        return not state.records.isdisjoint(term.values)
    if term.key == "has":
        has = {
            "conflict": bool(state.conflicts),
            "due": word is Word.DUE,
            "unanswered": state.passed_at(day) is Passed.UNANSWERED,
            "superseded": any(item.fallen for item in state.claims),
            "todo": day >= known_from(corpus) and any(has_todo(corpus, item.claim) for item in state.claims),
        }
        return any(has[value] for value in term.values)
    if term.day is not None:
        return state.date is not None and _lies(state.date, term.key, term.day)
    return bool(values_of(corpus, event, term.key, day).intersection(meant(corpus, term)))


def _lies(date: Edtf, key: str, day: int) -> bool:
    if key == "after":
        return date.latest is None or date.latest >= day
    return date.earliest is None or date.earliest < day
