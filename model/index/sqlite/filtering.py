"""A filter as a condition in SQL on the rows of `event_state`, as of a day."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from model.corpus.corpus import Corpus
from model.index.sqlite.store import CorpusStore
from model.index.sqlite.words import match_of
from model.query.conflicting import asked_of_one, claims_in_one
from model.query.known_values import claims_with, events_of
from model.query.terms import Query, Term
from model.query.vocabulary import CLAIM_KEYS, KNOWN_KEYS, meant


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on `event_state` and its named parameters; the day is bound as `:day` by who asks."""

    sql: str = "1"
    values: dict[str, object] = field(default_factory=dict)

    def __and__(self, other: "Condition") -> "Condition":
        return Condition(f"{self.sql} AND {other.sql}", self.values | other.values)


SHOWN = "CASE WHEN due_after < :day THEN 'due' ELSE replace(word, ' ', '-') END"
"""The id of the word shown for a row of `event_state` on `:day`."""

STATE_VALUES = {"status": SHOWN, "origins": "CAST(origins AS TEXT)"}
"""The keys that a row of `event_state` has one value of on `:day`, with that value's id."""

_DATED = "sort_group < 2"


def condition_of(query: Query, store: CorpusStore, day: int, prefix: str = "q") -> Condition:
    """The condition that an event meets all terms of `query` on `day`.

    Its parameters have `prefix`, to stand beside others. The tables that it needs are made in the `store`.
    """
    if query.terms:
        store.need_tags()
    if any(not term.key for term in query.terms):
        store.need_texts()
    if any(term.key == "leg" for term in query.terms):
        store.need_legs(day)
    of_one, alone = asked_of_one(query.terms)
    terms = [replace(term, values=meant(store.corpus, term)) for term in alone]
    conditions = [
        _turned(
            term,
            _of_claims(store.known(day), claims_with(store.known(day), term.key, term.values), name)
            if term.key in KNOWN_KEYS
            else _MAKERS.get(term.key, _tagged)(term, name),
        )
        for number, term in enumerate(terms)
        if (name := f"{prefix}{number}")
    ]
    if of_one:
        conditions.append(_of_claims(store.known(day), claims_in_one(store.known(day), of_one), f"{prefix}c"))
    return Condition(
        " AND ".join(one.sql for one in conditions) or "1",
        {name: value for one in conditions for name, value in one.values.items()},
    )


def claim_condition_of(query: Query, store: CorpusStore, day: int, prefix: str = "c") -> Condition:
    """The condition that a claim, of the outer row `place`, meets all terms: what it has itself, else by its event.

    Words that it must hold are not among them, for these are what is searched for; words that it must not hold are.
    """
    store.need_tags()
    of_one, alone = asked_of_one(query.terms)
    own = [term for term in alone if term.key in CLAIM_KEYS]
    others = Query(query.text, tuple(term for term in alone if term.key and term.key not in CLAIM_KEYS))
    parts, values = [], dict[str, object]()
    if of_one:
        parts.append(f"ref IN ({_bound(claims_in_one(store.known(day), of_one), f'{prefix}c', values)})")
    for number, term in enumerate(own):
        turn = "NOT " if term.negated else ""
        if term.key in KNOWN_KEYS:
            names = _bound(claims_with(store.known(day), term.key, term.values), f"{prefix}{number}", values)
            parts.append(f"ref {turn}IN ({names})")
            continue
        names = _bound(meant(store.corpus, term), f"{prefix}{number}", values)
        values[f"{prefix}{number}k"] = term.key
        found = f"SELECT claim FROM tag WHERE key = :{prefix}{number}k AND value IN ({names}) AND from_day <= :day"
        parts.append(f"ref {turn}IN ({found})")
    unwanted = [term for term in query.terms if not term.key and term.negated]
    for number, term in enumerate(unwanted):
        values[f"{prefix}w{number}"] = match_of(term.words)
        parts.append(f"id NOT IN (SELECT rowid FROM doc WHERE doc MATCH :{prefix}w{number})")
    if others.terms:
        event = condition_of(others, store, day, f"{prefix}e")
        values |= event.values
        parts.append(
            "event IN (SELECT event FROM event_state WHERE from_day <= :day AND :day < until_day"
            f" AND {event.sql})"
        )
    return Condition(" AND ".join(parts) or "1", values)


def _turned(term: Term, made: Condition) -> Condition:
    return Condition(f"NOT coalesce(({made.sql}), 0)", made.values) if term.negated else made


def _tagged(term: Term, name: str) -> Condition:
    values: dict[str, object] = {f"{name}k": term.key}
    names = _bound(term.values, name, values)
    return Condition(
        f"event IN (SELECT event FROM tag WHERE key = :{name}k AND value IN ({names}) AND from_day <= :day)",
        values,
    )


def _of_claims(known: Corpus, claims: Iterable[str], name: str) -> Condition:
    values: dict[str, object] = {}
    names = _bound(events_of(known, claims), name, values)
    return Condition(f"event IN ({names})", values)


def _of_state(term: Term, name: str) -> Condition:
    values: dict[str, object] = {}
    return Condition(f"{STATE_VALUES[term.key]} IN ({_bound(term.values, name, values)})", values)


def _record(term: Term, name: str) -> Condition:
    values: dict[str, object] = {}
    one_of = f"SELECT 1 FROM ({_bound(term.values, name, values)}) WHERE instr(records, ' ' || value || ' ')"
    return Condition(f"EXISTS ({one_of})", values)


def _has(term: Term, name: str) -> Condition:
    tagged = "event IN (SELECT event FROM tag WHERE key = 'has' AND value = '{}' AND from_day <= :day)"
    ways = {
        "conflict": "contested",
        "due": "due_after < :day",
        "superseded": tagged.format("superseded"),
        "unanswered": "unanswered_after < :day",
        "todo": tagged.format("todo"),
    }
    return Condition(f"({' OR '.join(ways[value] for value in term.values)})")


def _leg(term: Term, name: str) -> Condition:
    values: dict[str, object] = {}
    origins = _bound(term.values, name, values)
    return Condition(f"event IN (SELECT event FROM leg WHERE day = :day AND origin IN ({origins}))", values)


def _after(term: Term, name: str) -> Condition:
    """What may still go on on that day or later: it has no last day, or one that is not before."""
    return Condition(f"({_DATED} AND (latest IS NULL OR latest >= :{name}d))", {f"{name}d": term.day})


def _before(term: Term, name: str) -> Condition:
    """What may have begun before that day: it has no first day, or one that is before."""
    return Condition(f"({_DATED} AND (earliest IS NULL OR earliest < :{name}d))", {f"{name}d": term.day})


def _word(term: Term, name: str) -> Condition:
    found = (
        "SELECT event FROM place WHERE id IN (SELECT rowid FROM doc WHERE doc MATCH :{0}m)"
        " AND kind IN ('claim', 'event') AND from_day <= :day"
    )
    return Condition(f"event IN ({found.format(name)})", {f"{name}m": match_of(term.words)})


_MAKERS = {
    **dict.fromkeys(STATE_VALUES, _of_state),
    "record": _record,
    "has": _has,
    "leg": _leg,
    "after": _after,
    "before": _before,
    "": _word,
}


def _bound(ids: Iterable[str], name: str, values: dict[str, object]) -> str:
    """Bind the ids as one parameter, however many there are, and give what stands between the brackets of IN."""
    values[f"{name}v"] = json.dumps([*ids])
    return f"SELECT value FROM json_each(:{name}v)"
