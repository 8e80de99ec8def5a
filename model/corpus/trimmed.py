"""A draft without some of its records: what is left names none of them any more."""

from collections.abc import Container, Iterable, Iterator
from typing import TypeVar

import msgspec

from model.corpus.asked import Question, VainSearch
from model.corpus.cause import BROKEN, Cause
from model.corpus.check_references import RELATIONS
from model.corpus.copies import link_of, made_from
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.listed import PrintedList
from model.corpus.quarrels import Quarrels
from model.corpus.records import Claim, Conflict, Event, Source
from model.corpus.vocabulary import ConflictKind

R = TypeVar("R")

_SAID = 3
"""How many names are said at most."""

_Rows = list[tuple[R, Place]]


def trimmed(draft: Draft, left: Iterable[Place], cause: Cause = BROKEN) -> tuple[Draft, list[Problem]]:
    """The draft without the records at the places in `left`, and a problem for each record that is changed by it.

    Nothing that is kept needs one that is not, as `model.corpus.needs` has it. What may be absent is taken out of
    records, and of a conflict some of whose claims are gone the verdict goes too: it was found over all of them.
    `cause` is why they go.
    """
    return _Trimming(draft, frozenset(left), cause).done()


class _Trimming:
    def __init__(self, draft: Draft, left: frozenset[Place], cause: Cause) -> None:
        self._whole, self._left, self._cause = draft, left, cause
        self._problems: list[Problem] = []
        self._kept = Draft(info=draft.info)

    def done(self) -> tuple[Draft, list[Problem]]:
        """What is left of the draft, and what is said of what is not."""
        whole, kept = self._whole, self._kept
        sources = self._stay(whole.sources)
        self._sources = {source.id for source, _ in sources}
        kept.sources = [(self._source(source, place), place) for source, place in sources]
        kept.entities = self._stay(whole.entities)
        kept.statements = self._stay(whole.statements)
        claims = self._stay(whole.claims)
        self._claims = {claim.id: claim for claim, _ in claims}
        self._entities = {entity.id for entity, _ in kept.entities}
        events = self._stay(whole.events)
        self._events = {event.id for event, _ in events}
        kept.events = [(self._event(event, place), place) for event, place in events]
        kept.conflicts = [(self._conflict(it, place), place) for it, place in self._stay(whole.conflicts)]
        self._quarrels = Quarrels(conflict for conflict, _ in kept.conflicts)
        kept.claims = [(self._claim(claim, place), place) for claim, place in claims]
        kept.lists = [(self._list(it, place), place) for it, place in self._stay(whole.lists)]
        kept.questions = [(self._question(it, place), place) for it, place in self._stay(whole.questions)]
        self._questions = {question.id for question, _ in kept.questions}
        kept.searches = [(self._search(it, place), place) for it, place in self._stay(whole.searches)]
        for source, _ in kept.sources:
            kept.texts[source.id] = whole.texts[source.id]
            kept.digests[source.id] = whole.digests[source.id]
            kept.furniture[source.id] = self._stay(whole.furniture[source.id])
            kept.left_out[source.id] = self._stay(whole.left_out[source.id])
        kept.unfinished = {place: it for place, it in whole.unfinished.items() if place not in self._left}
        return kept, self._problems

    def _stay(self, rows: _Rows[R]) -> _Rows[R]:
        return [(record, place) for record, place in rows if place not in self._left]

    def _source(self, source: Source, place: Place) -> Source:
        field, name = link_of(source), made_from(source)
        if field is None or name in self._sources:
            return source
        self._say(place.of(field), f'shown without "{name}", which is left out')
        return msgspec.structs.replace(source, **{field: None}, change=None)

    def _event(self, event: Event, place: Place) -> Event:
        change: dict[str, None] = {}
        for field, known in (("part_of", self._events), ("place", self._entities)):
            name = getattr(event, field)
            if name is not None and name not in known:
                change[field] = None
                self._say(place.of(field), f'shown without "{name}", which {self._cause.state}')
        return msgspec.structs.replace(event, **change) if change else event

    def _claim(self, claim: Claim, place: Place) -> Claim:
        change: dict[str, tuple[str, ...]] = {}
        for relation in RELATIONS:
            names = getattr(claim, relation)
            kept = tuple(name for name in names if self._stands(claim, relation, name))
            if kept != names:
                change[relation] = kept
                gone = _named(_but(names, kept))
                self._say(
                    place.of(relation), f"shown without {gone}: that, or what joins them, {self._cause.state}"
                )
        return msgspec.structs.replace(claim, **change) if change else claim

    def _stands(self, claim: Claim, relation: str, name: str) -> bool:
        """Whether a relation still leads somewhere; to another point it leads through a conflict."""
        other = self._claims.get(name)
        if other is None:
            return False
        return relation != "supersedes" or self._quarrels.may_supersede(claim, other)

    def _conflict(self, conflict: Conflict, place: Place) -> Conflict:
        gone = [name for name in conflict.claims if name not in self._claims]
        if not gone:
            return conflict
        said = _named(gone)
        self._say(
            place.of("claims"), f"shown without {said}, and without its verdict, which is over all its claims"
        )
        is_resolved = conflict.kind is ConflictKind.RESOLVED
        return msgspec.structs.replace(
            conflict,
            kind=ConflictKind.CONTRADICTION if is_resolved else conflict.kind,
            claims=tuple(_but(conflict.claims, gone)),
            preferred=None,
            reason=self._cause.verdict,
            open=None,
            readings={name: words for name, words in conflict.readings.items() if name in self._claims},
        )

    def _question(self, question: Question, place: Place) -> Question:
        """A question without events that are gone; without the claim that answers it, nothing has answered it."""
        events = self._told("events", question.events, self._events, place)
        resolution = question.resolution
        if resolution is not None and resolution.claim not in self._claims:
            self._say(
                place.of("resolution"),
                f'shown without its answer: the claim "{resolution.claim}" {self._cause.state}',
            )
            resolution = None
        if (events, resolution) == (question.events, question.resolution):
            return question
        return msgspec.structs.replace(question, events=events, resolution=resolution)

    def _list(self, printed: PrintedList, place: Place) -> PrintedList:
        if printed.event is None or printed.event in self._events:
            return printed
        self._say(place.of("event"), f'shown without "{printed.event}", which {self._cause.state}')
        return msgspec.structs.replace(printed, event=None)

    def _search(self, search: VainSearch, place: Place) -> VainSearch:
        events = self._told("events", search.events, self._events, place)
        questions = self._told("questions", search.questions, self._questions, place)
        if (events, questions) == (search.events, search.questions):
            return search
        return msgspec.structs.replace(search, events=events, questions=questions)

    def _told(
        self, field: str, names: tuple[str, ...], known: Container[str], place: Place
    ) -> tuple[str, ...]:
        """Those of some names that are known; of the others it is said that they are not."""
        kept = tuple(name for name in names if name in known)
        if kept != names:
            gone = [*_but(names, kept)]
            verb = self._cause.state if len(gone) == 1 else self._cause.state.replace("is ", "are ", 1)
            self._say(place.of(field), f"shown without {_named(gone)}, which {verb}")
        return kept

    def _say(self, place: Place, message: str) -> None:
        self._problems.append(Problem(place, message, self._cause.shown_without))


def _named(names: Iterable[str]) -> str:
    """A few names, and how many more there are."""
    every = [f'"{name}"' for name in names]
    more = [f"{len(every) - _SAID:,} more"] if len(every) > _SAID else []
    return " and ".join([*every[:_SAID], *more])


def _but(names: Iterable[str], gone: Iterable[str]) -> Iterator[str]:
    left_out = frozenset(gone)
    return (name for name in names if name not in left_out)
