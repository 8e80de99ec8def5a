"""The keys of the language of filters: one table, of which all else that is said of them follows.

A key of what a claim or an event has by itself is one entry here, with where its values come from: it is read,
completed, counted and looked for by that. A key that the state of an event on a day decides has besides, in each index,
how that is found out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from model.asof.conflict import documents_at_odds, point_of, seen_conflicts
from model.asof.entity import passing_on, speaking, taking_part
from model.asof.origin import origin_meant
from model.asof.saying import Saying
from model.asof.strands import strands
from model.asof.word import CURATED
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Conflict, Event
from model.corpus.vocabulary import POINT_WORDS, Basis, ConflictKind, OnRecord, Point
from model.query.tagged import later_tags_of, tags_of
from model.query.values import (
    Values,
    all_tags,
    by_id,
    documents,
    first_origins,
    languages,
    met_in_claims,
    no_values,
    numbers_of_origins,
    speakers,
    tops,
    types_of_events,
    who_has_a_part,
)

ClaimsByValue = Mapping[str, frozenset[str]]
"""The ids of the claims that have each value."""


@dataclass(frozen=True, slots=True)
class FilterKey:
    """One key: its name, what it means in a few words, and the values that it can have in a corpus.

    `of_claim` gives those of one claim and how it was said, `of_event` those of one event, whatever the day. `later`
    gives those that a claim has from a day on, each with that day. `of_known` gives the claims of each value in a
    corpus as it was known on a day, where what was known of other records decides it. A key that has none of them is
    decided by the state of an event. `meant` gives, of any id that may be written, the one that claims have. `is_date`:
    its value is a day, month or year.
    """

    name: str
    about: str
    values: Callable[[Corpus], Values]
    of_claim: Callable[[Corpus, Claim, Saying], Iterable[str]] | None = None
    later: Callable[[Corpus, Claim], Iterable[tuple[str, int]]] | None = None
    of_event: Callable[[Corpus, Event], Iterable[str]] | None = None
    of_known: Callable[[Corpus], ClaimsByValue] | None = None
    meant: Callable[[Corpus, str], str] | None = None
    is_date: bool = False


WAYS = {"who": "takes part in", "by": "speaks of", "via": "passes on claims of"}
"""The keys of how someone is met in an event, each with what one does then, in the same words wherever it counts."""

HAS = (
    ("conflict", "contested, as sources differ"),
    ("due", "its day has passed"),
    ("superseded", "a claim was replaced"),
    ("unanswered", "no last day, its first has passed"),
    ("todo", "curators have work left"),
)

RECORD_WORDS: dict[OnRecord, str] = {
    OnRecord.ON_RECORD: "on record",
    OnRecord.OFFICIAL: "in an official text",
    OnRecord.DOCUMENT: "in a document",
    OnRecord.ANONYMOUS: "unnamed",
}
"""On what footing someone speaks, in words."""

TOLD_APART: dict[str, tuple[str, ...]] = {
    "has": tuple(name for name, _ in HAS),
    "record": tuple(record.value for record in OnRecord),
}
"""The keys of which the state of an event has several values at once, with all of these, in the order of the words."""


def _basis(_: Corpus, claim: Claim, said: Saying) -> list[str]:
    return [claim.date.basis.value] if claim.date is not None else []


def _of_strands(known: Corpus) -> ClaimsByValue:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for event, top in strands(known).items():
        found[top].update(claim.id for claim in known.claims_of_event.get(event, ()))
    return {top: frozenset(claims) for top, claims in found.items()}


def _of_conflicts(
    values_of: Callable[[Corpus, Conflict], Iterable[str]],
) -> Callable[[Corpus], ClaimsByValue]:
    """The claims of the conflicts that have each value."""

    def claims(known: Corpus) -> ClaimsByValue:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for conflict in seen_conflicts(known):
            for value in values_of(known, conflict):
                found[value].update(conflict.claims)
        return {value: frozenset(ids) for value, ids in found.items()}

    return claims


CONFLICT_KEYS: dict[str, Callable[[Corpus, Conflict], tuple[str, ...]]] = {
    "conflict": lambda _, it: (it.kind.value,),
    "point": lambda _, it: (point.value,) if (point := point_of(it)) is not None else (),
    "within": lambda known, it: ("source",) if documents_at_odds(known, it) else (),
}
"""The keys of what a conflict has by itself, with what one has in a corpus as it was known on a day."""

FILTER_KEYS = (
    FilterKey(
        "who",
        "who takes part: in a role, or as the place",
        who_has_a_part,
        of_claim=lambda corpus, claim, _: taking_part(corpus, claim),
    ),
    FilterKey(
        "by",
        "who speaks of it: first in a chain, or a paper in its own words",
        speakers,
        of_claim=lambda corpus, claim, _: speaking(corpus, claim),
    ),
    FilterKey(
        "via",
        "who passes a claim on: later in a chain",
        met_in_claims(passing_on),
        of_claim=lambda corpus, claim, _: passing_on(corpus, claim),
    ),
    FilterKey("source", "document", documents, of_claim=lambda _, claim, said: [claim.source]),
    FilterKey(
        "language",
        "language of the document",
        languages,
        of_claim=lambda corpus, claim, _: [corpus.sources[claim.source].language],
    ),
    FilterKey(
        "origin",
        "act of saying that claims go back to",
        first_origins,
        of_claim=lambda _, claim, said: [said.origin],
        meant=origin_meant,
    ),
    FilterKey("origins", "how many origins support the word shown", numbers_of_origins),
    FilterKey(
        "record",
        "footing of who supports the word shown: on-record, official, document, anonymous",
        lambda _: by_id((record.value, RECORD_WORDS[record]) for record in OnRecord),
    ),
    FilterKey(
        "leg",
        "act of saying without which the event would not stand as it does",
        first_origins,
        meant=origin_meant,
    ),
    FilterKey(
        "status",
        "the word shown",
        lambda _: by_id((word.value.replace(" ", "-"), word.value) for word in CURATED),
    ),
    FilterKey(
        "basis",
        "how a date is known",
        lambda _: by_id((basis.value, basis.value.replace("-", " ")) for basis in Basis),
        of_claim=_basis,
    ),
    FilterKey("type", "type of the event", types_of_events, of_event=lambda _, event: [event.type]),
    FilterKey("strand", "what the event is a part of in the end", tops, of_known=_of_strands),
    FilterKey("tag", "curators' own word for it", all_tags, of_claim=tags_of, later=later_tags_of),
    FilterKey("has", "conflict, due, superseded, unanswered, todo", lambda _: by_id(HAS)),
    FilterKey(
        "conflict",
        "a conflict of this kind: contradiction, gradient, label and others",
        lambda _: by_id((kind.value, kind.value.replace("-", " ")) for kind in ConflictKind),
        of_known=_of_conflicts(CONFLICT_KEYS["conflict"]),
    ),
    FilterKey(
        "point",
        "a conflict over this: whether, when, where, who, how-many, why, name, identity",
        lambda _: by_id((point.value, POINT_WORDS[point] or "whether it is so") for point in Point),
        of_known=_of_conflicts(CONFLICT_KEYS["point"]),
    ),
    FilterKey(
        "within",
        "source: a conflict of two readings in one document",
        lambda _: by_id([("source", "inside one document")]),
        of_known=_of_conflicts(CONFLICT_KEYS["within"]),
    ),
    FilterKey(
        "after",
        "a day, month or year: goes on, or may go on, in it or later",
        no_values,
        is_date=True,
    ),
    FilterKey("before", "a day, month or year: begins, or may begin, before it", no_values, is_date=True),
)
"""Every key, in the order in which they are offered.

Of dates (`model.dates.edtf`), `after:` asks for the latest day, `before:` for the earliest one. A date that is open on
that side meets it whatever the day, be it a duration (`2022/..`, `../2025-04`) or a window (`[2025-07..]`,
`[..2025-06]`). A qualifier widens nothing. What is undated meets neither, so `-after:` and `-before:` keep it.
"""
