"""What the fields of a claim mean, as they are filled in: one value that says all of it, or what is wrong with it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Dated, Statement
from model.corpus.slugs import is_slug
from model.corpus.vocabulary import Status
from model.curate.entry import lookup
from model.curate.entry.amounts import AmountRead, amounts_read
from model.curate.entry.dating import DateRead, date_read, inherited
from model.curate.entry.passage import Passage
from model.curate.entry.saying import Speakers, speakers, unknown
from model.curate.entry.values import Values
from model.curate.new_ids import day_in_id, new_id
from model.dates.edtf import parse
from model.quotes.span import TextSpan, position_of

PARTING = ",;=:"
"""What parts the names of who takes part."""

NEW = "is:"
"""What the name of a field begins with in which the type of a new entity stands; its name follows."""


_PLANNED = frozenset({Status.SCHEDULED, Status.CONFIRMED, Status.EXPECTED, Status.SPECULATED})
"""The statuses of what is to be."""

_FEWEST = 3
"""The fewest ids that share a beginning: of one or two it is chance."""


@dataclass(frozen=True, eq=False)
class ClaimEntry:
    """The `values` of the fields of a claim, read for a passage."""

    passage: Passage
    values: Values

    def get(self, name: str) -> str:
        """What stands in a field, without the space around it."""
        return self.values.get(name, "").strip()

    # The event

    @cached_property
    def event(self) -> str | None:
        """The id of the event, where there is one that is called so."""
        return lookup.one(self.get("event"), lookup.events(self.passage.corpus))

    @property
    def is_new_event(self) -> bool:
        """Whether the event is a new one."""
        return bool(self.get("event")) and not lookup.all_called(
            self.get("event"), lookup.events(self.passage.corpus)
        )

    @property
    def event_id(self) -> str:
        """The id of the event, there or new."""
        return self.event or new_id(self.get("event"), self.passage.corpus.events, "event")

    @cached_property
    def strand(self) -> str | None:
        """The id of what a new event belongs to, there or new."""
        typed, events = self.get("strand"), self.passage.corpus.events
        if self.is_new_strand:
            return new_id(typed, {*events, self.event_id}, "event")
        return lookup.one(typed, lookup.events(self.passage.corpus))

    @property
    def is_new_strand(self) -> bool:
        """Whether what a new event belongs to is a new strand."""
        typed = self.get("strand")
        return bool(typed) and not lookup.all_called(typed, lookup.events(self.passage.corpus))

    # Who says it

    @cached_property
    def speakers(self) -> Speakers:
        """Who says it."""
        return speakers(self.get("speaker"), self.passage.corpus, self.passage.source)

    @property
    def statement(self) -> Statement | None:
        """The statement that is there, if one is meant."""
        name = self.speakers.statement
        return self.passage.corpus.statements[name] if name is not None else None

    @cached_property
    def said_at(self) -> TextSpan | None:
        """Where the words stand that attribute a new statement: in the sentences of the passage, or else anywhere."""
        return self._place("said")

    @cached_property
    def on(self) -> DateRead:
        """The day of a new statement."""
        at = self.said_at
        near = self.passage.dates_in(at) if at is not None else ()
        return date_read(
            self.get("on"),
            self.get("on words"),
            self.get("on why"),
            self.get("said"),
            near,
            self.get("on basis"),
            self.passage.origin,
        )

    # What it says

    @cached_property
    def date(self) -> DateRead:
        """The date of the claim; `=ID` takes over that of a claim, a statement or a source."""
        typed = self.get("date")
        if typed.startswith("="):
            record = typed[1:].strip()
            return inherited(record, self._date_of(record), self.get("why"))
        near = self.passage.dates_in(self.passage.span)
        return date_read(
            typed,
            self.get("words"),
            self.get("why"),
            self.passage.words,
            near,
            self.get("basis"),
            self.passage.origin,
        )

    @property
    def dates_left(self) -> tuple[str, ...]:
        """The date words of what is marked that can be read, but for those of the day of saying."""
        on = {self.get("on words") if self.speakers.chain else ""}
        if self.statement is not None and self.statement.on is not None:
            on.add(self.statement.on.words or "")
        near = self.passage.dates_in(self.passage.span)
        return tuple(it.word.words for it in near if it.edtf is not None and it.word.words not in on)

    def _date_of(self, record: str) -> Dated | None:
        corpus = self.passage.corpus
        claim, statement, source = (
            corpus.claims.get(record),
            corpus.statements.get(record),
            corpus.sources.get(record),
        )
        if claim is not None:
            return claim.date
        return statement.on if statement is not None else source.published if source is not None else None

    @cached_property
    def roles(self) -> dict[str, list[str]]:
        """The names that are typed for each role, as in `sender=North Korea, host=Russia`, or `host: Russia`."""
        found: dict[str, list[str]] = {}
        role = ""
        for part in re.split("[,;]", self.get("roles")):
            before, name = role_and_name(part)
            role = before if before is not None else role
            if name:
                found.setdefault(role, []).append(name)
        return found

    @cached_property
    def amounts(self) -> list[AmountRead]:
        """The figures that are typed."""
        return amounts_read(self.get("amounts"), self.passage.words)

    @property
    def hedge_missing(self) -> bool:
        """Whether the hedge is not in what is marked."""
        return bool(self.get("hedge")) and self.get("hedge") not in self.passage.words

    @cached_property
    def replaces(self) -> tuple[str, ...]:
        """The ids of the claims that it supersedes."""
        return tuple(it for part in self.get("replaces").replace(",", " ").split() if (it := part.strip()))

    # Who is new

    @cached_property
    def new_names(self) -> list[str]:
        """The names that nobody in the corpus has."""
        names = [*self.speakers.chain, *(name for held in self.roles.values() for name in held)]
        return unknown(names, self.passage.corpus)

    @cached_property
    def new_ids(self) -> dict[str, str]:
        """The ids that new entities get, by their names."""
        taken, found = set(self.passage.corpus.entities), {}
        for name in self.new_names:
            found[name] = new_id(name, taken, "entity")
            taken.add(found[name])
        return found

    def entity(self, name: str) -> str:
        """The id of an entity by its name, there or new."""
        return self.new_ids.get(name) or lookup.one(name, lookup.entities(self.passage.corpus)) or name

    # Its id

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.get("id") or self.suggested_id

    @cached_property
    def suggested_id(self) -> str:
        """An id that no claim has: of the event and whoever says it, or as those of the source begin."""
        corpus, source = self.passage.corpus, self.passage.source
        shared = _shared(
            (it.id, it.event or it.entity or "") for it in corpus.claims_in_source.get(source, ())
        )
        parts = (shared, self.event_id) if shared else (self.event_id, self._voice)
        return new_id(parts, {*corpus.claims, *corpus.events, self.event_id}, "claim")

    @property
    def _voice(self) -> str:
        """The id of whoever says it."""
        if self.speakers.chain:
            return self.entity(self.speakers.chain[0])
        corpus = self.passage.corpus
        return (
            self.statement.chain[0].who if self.statement else corpus.sources[self.passage.source].publisher
        )

    @property
    def statement_id(self) -> str:
        """An id for a new statement: of who speaks and the day of saying, else that on which it was printed."""
        corpus = self.passage.corpus
        own = (it for it in corpus.statements.values() if it.source == self.passage.source)
        shared, who = _shared((it.id, it.chain[0].who) for it in own), self.entity(self.speakers.chain[0])
        said = (self.on.field or {}).get("edtf") or corpus.sources[self.passage.source].published.edtf
        return new_id((shared, who), corpus.statements, "statement", day_in_id(said))

    def claims_of_event(self) -> list[Claim]:
        """The claims that are there of the event."""
        return lookup.claims_near(self.passage.corpus, self.event)

    @property
    def is_still_planned(self) -> bool:
        """Whether it is said to have occurred, and others have it still to come when the source was printed."""
        origin = self.passage.origin
        if self.get("status") != Status.OCCURRED or origin is None:
            return False
        planned = (
            it for it in self.claims_of_event() if it.status in _PLANNED and not it.factuality.negative
        )
        days = (parse(it.date.edtf).latest if it.date and it.date.edtf else None for it in planned)
        return any(last is None or last > origin.last for last in days)

    def _place(self, name: str) -> TextSpan | None:
        words, text = self.get(name), self.passage.text
        if not words:
            return None
        near = position_of(text, words, self.passage.sentence)
        return near or position_of(text, words, TextSpan(0, len(text)))

    def holders(self, roles: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """The field `roles` of a record, of the names that have each role."""
        found = {role: [self.entity(name) for name in names] for role, names in roles.items()}
        return {role: ids[0] if len(ids) == 1 else ids for role, ids in found.items()}


def role_and_name(part: str) -> tuple[str | None, str]:
    """One part of who takes part: the role, None where the one before goes on, and the name."""
    role, equals, name = part.rpartition("=")
    if not equals and is_slug(part.partition(":")[0].strip()):
        role, equals, name = part.partition(":")
    return (role.strip(), name.strip()) if equals else (None, part.strip())


def roles_in_words(corpus: Corpus, parts: Iterable[tuple[str, str]]) -> str:
    """Roles, each with the entity that has it, as they are typed."""
    roles, holders = [*zip(*parts, strict=True)] or ((), ())
    names = lookup.typed_for(holders, lookup.entities(corpus), PARTING)
    return ", ".join(f"{role}={name}" for role, name in zip(roles, names, strict=True))


def _shared(ids: Iterable[tuple[str, str]]) -> str:
    """The first word that most of some ids begin with, each beside the id of what it is of; empty where none is.

    A word with which that begins too is none that they share: it is its own.
    """
    found = [*ids]
    first = [it.partition("-")[0] for it, of in found if "-" in it]
    best = max(first, key=first.count, default="")
    own = any(of.partition("-")[0] == best for _, of in found)
    shared = first.count(best)
    return best if not own and shared >= _FEWEST and shared * 2 > len(found) else ""
