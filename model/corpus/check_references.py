"""Ids are unique, and every id that is named exists."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from model.corpus.copies import LINKS
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.lost import DATED, Missing
from model.corpus.records import Claim, Source
from model.corpus.slugs import is_slug
from model.corpus.suggest import Effort, did_you_mean

RELATIONS = ("supersedes", "contradicts", "corroborates", "resolves", "explains")
"""The fields of a claim that name other claims."""


_MOST_COMPARED = 1_000_000
"""How many names are compared with unknown ones, in all: about a second's work."""


_ORIGIN = (
    '"origin" takes the id of a statement, of any source; where the document is the origin, leave it out'
)


_WRITTEN_INTO = {
    "entity": "entities.toml",
    "event": "events.toml",
    "conflict": "conflicts.toml",
    "question": "questions.toml",
    "search": "searches.toml",
    "source": "sources/, as <id>.txt and <id>.toml",
    "statement": "the .toml of its source",
    "claim": "the .toml of its source",
    "list": "the .toml of its source",
}
"""Where records of each kind stand."""


class _HasId(Protocol):
    @property
    def id(self) -> str:
        """What others name it by."""


def reference_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each id that is used twice, and for each one that nothing bears."""
    known: dict[str, dict[str, Place]] = {}
    for kind, records in draft.named_records().items():
        known[kind] = {}
        lost = {it.id: it.place for it in draft.lost if it.kind == kind and it.id}
        yield from _duplicates(kind, records, known[kind], lost)
    yield from _shared_names(known)
    look = _LookUp(known, draft.missing, _ids_by_name(draft))
    for source, place in draft.sources:
        yield from _source_problems(source, place, look)
    for event, place in draft.events:
        yield from look.up("event", event.part_of, place, "part_of")
        yield from look.up("entity", event.place, place, "place")
    for statement, place in draft.statements:
        yield from look.up("source", statement.source, place, "source")
        for number, hop in enumerate(statement.chain):
            yield from look.up("entity", hop.who, place, "chain", number, "who")
        yield from look.up("statement", statement.origin, place, "origin", takes=_ORIGIN)
        yield from look.origin_of_date(statement.on.from_ if statement.on else None, place, "on", "from")
    for claim, place in draft.claims:
        yield from _claim_problems(claim, place, look)
    for conflict, place in draft.conflicts:
        for number, name in enumerate(conflict.claims):
            yield from look.up("claim", name, place, "claims", number)
        yield from look.up("claim", conflict.preferred, place, "preferred")
        for name in conflict.readings:
            yield from look.up("claim", name, place, "readings", name)
    yield from _of_lists(draft, look)
    yield from _of_what_is_asked(draft, look)


def _of_lists(draft: Draft, look: "_LookUp") -> Iterator[Problem]:
    for printed, place in draft.lists:
        yield from look.up("source", printed.source, place, "source")
        yield from look.up("event", printed.event, place, "event")
        for number, entry in enumerate(printed.entries):
            yield from look.up("entity", entry.entity, place, "entries", number, "entity")


def _of_what_is_asked(draft: Draft, look: "_LookUp") -> Iterator[Problem]:
    for question, place in draft.questions:
        for number, name in enumerate(question.events):
            yield from look.up("event", name, place, "events", number)
        if question.resolution is not None:
            yield from look.up("claim", question.resolution.claim, place, "resolution", "claim")
    for search, place in draft.searches:
        for field, kind in (("where", "entity"), ("events", "event"), ("questions", "question")):
            for number, name in enumerate(getattr(search, field)):
                yield from look.up(kind, name, place, field, number)


def _ids_by_name(draft: Draft) -> dict[str, str]:
    """The ids of entities by their names and aliases, in small letters and with blanks for hyphens."""
    found: dict[str, str] = {}
    for entity, _ in draft.entities:
        for name in (entity.name, *entity.aliases):
            found.setdefault(name.casefold().replace("-", " "), entity.id)
    return found


def _source_problems(source: Source, place: Place, look: "_LookUp") -> Iterator[Problem]:
    yield from look.up("entity", source.publisher, place, "publisher")
    for field in LINKS:
        yield from look.up("source", getattr(source, field), place, field)
    yield from look.origin_of_date(source.published.from_, place, "published", "from")


def _claim_problems(claim: Claim, place: Place, look: "_LookUp") -> Iterator[Problem]:
    if look.has_all_of(claim):
        return
    yield from look.up("source", claim.source, place, "source")
    yield from look.up("event", claim.event, place, "event")
    yield from look.up("entity", claim.entity, place, "entity")
    yield from look.up("entity", claim.office, place, "office")
    yield from look.up("statement", claim.statement, place, "statement")
    yield from look.origin_of_date(claim.date.from_ if claim.date else None, place, "date", "from")
    for role, name in claim.parts:
        # `model.corpus.check_roles` has said it of what is no id.
        if is_slug(name):
            yield from look.up("entity", name, place, "roles", role)
    for relation in RELATIONS:
        for number, name in enumerate(getattr(claim, relation)):
            yield from look.up("claim", name, place, relation, number)


def _duplicates(
    kind: str, records: Iterable[tuple[_HasId, Place]], known: dict[str, Place], lost: Mapping[str, Place]
) -> Iterator[Problem]:
    """A problem for each record whose id an earlier one has, which may have been lost."""
    for record, place in records:
        first = known.setdefault(record.id, place)
        if first is place and (other := lost.get(record.id)) and _order(other) < _order(place):
            first = other
        if first is not place:
            message = f'the {kind} id "{record.id}" is taken already; rename one'
            yield Problem(place.of("id"), message, "R002", other=first.of("id"))


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _order(place: Place) -> tuple[str, int]:
    """Where a record stands among those of its kind."""
    stem = place.file.rpartition("/")[2].rpartition(".")[0]
    return stem, next((step for step in place.path if isinstance(step, int)), 0)


def _shared_names(known: Mapping[str, Mapping[str, Place]]) -> Iterator[Problem]:
    """A date may be inherited from a claim, a statement or a source, so these share one space of names."""
    seen: dict[str, tuple[str, Place]] = {}
    for kind in ("source", "statement", "claim"):
        for name, place in known[kind].items():
            if name in seen:
                message = f'the id "{name}" belongs to a {seen[name][0]} already; rename one'
                yield Problem(place.of("id"), message, "R003", other=seen[name][1])
            seen[name] = kind, place


class _LookUp:
    """Ids by kind, and what to say of one that is not there; of what could not be read, `sound` says it."""

    def __init__(
        self, known: Mapping[str, Mapping[str, Place]], missing: Missing, names: Mapping[str, str]
    ) -> None:
        self.known = known
        self._missing = missing
        self._named = names
        self._dated = [name for kind in DATED for name in known[kind]]
        self._is_dated = frozenset(self._dated)
        self._effort = Effort(_MOST_COMPARED)

    def has_all_of(self, claim: Claim) -> bool:
        """Whether all that a claim names is there: there is nothing to be said of nearly all of the claims."""
        known, origin = self.known, claim.date.from_ if claim.date else None
        one = (
            ("source", claim.source),
            ("event", claim.event),
            ("statement", claim.statement),
            ("entity", claim.entity),
            ("entity", claim.office),
        )
        return (
            all(name is None or name in known[kind] for kind, name in one)
            and (origin is None or origin in self._is_dated)
            and all(name in known["entity"] for _, name in claim.parts)
            and not any(name not in known["claim"] for it in RELATIONS for name in getattr(claim, it))
        )

    def up(
        self, kind: str, name: str | None, place: Place, *steps: str | int, takes: str = ""
    ) -> Iterable[Problem]:
        """A problem where nothing of a kind bears a name; None names nothing. `takes` says what the field takes.

        The name stands `steps` within `place`.
        """
        if name is None or name in self.known[kind] or self._missing.covers((kind,), name):
            return ()
        other = next((it for it in self.known if name in self.known[it]), None)
        if other is not None:
            message = f'"{name}" is {_a(other)}; {takes or f"{_a(kind)} is wanted here"}'
        elif takes:
            message = f'there is no {kind} "{name}"{self._meant(name, self.known[kind])}; {takes}'
        else:
            named = self._named.get(name.replace("-", " ")) if kind == "entity" else None
            hint = f', did you mean "{named}"?' if named else self._meant(name, self.known[kind])
            hint = hint or f"; name one that is there, or write it into {_WRITTEN_INTO[kind]}"
            message = f'there is no {kind} "{name}"{hint}'
        return (Problem(place.of(*steps), message, "R001"),)

    def origin_of_date(self, name: str | None, place: Place, *steps: str) -> Iterable[Problem]:
        """A problem where nothing that has a date bears a name."""
        if name is not None and name not in self._is_dated and not self._missing.covers(DATED, name):
            hint = self._meant(name, self._dated) or "; name one that is there"
            message = f'there is no claim, statement or source "{name}"{hint}'
            return (Problem(place.of(*steps), message, "R001"),)
        return ()

    def _meant(self, name: str, known: Collection[str]) -> str:
        return did_you_mean(name, known) if self._effort.spend(len(known)) else ""
