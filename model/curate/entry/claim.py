"""What the fields of a claim mean, as they are filled in: one value that says all of it, or what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Dated, Statement
from model.curate.entry import lookup
from model.curate.entry.dating import DateRead, date_read, inherited
from model.curate.entry.passage import Passage
from model.curate.entry.saying import Speakers, speakers, unknown
from model.curate.entry.values import Values
from model.quotes.span import TextSpan, position_of

PARTING = ",="
"""What parts the names of who takes part."""

NEW = "is:"
"""What the name of a field begins with in which the type of a new entity stands; its name follows."""


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
        return self.event or lookup.new_id(self.get("event"), self.passage.corpus.events, "event")

    @cached_property
    def strand(self) -> str | None:
        """The id of what a new event belongs to."""
        return lookup.one(self.get("strand"), lookup.events(self.passage.corpus))

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
        return date_read(self.get("on"), self.get("on words"), self.get("on why"), self.get("said"), near)

    # What it says

    @cached_property
    def date(self) -> DateRead:
        """The date of the claim; `=ID` takes over that of a claim, a statement or a source."""
        typed = self.get("date")
        if typed.startswith("="):
            record = typed[1:].strip()
            return inherited(record, self._date_of(record), self.get("why"))
        near = self.passage.dates_in(self.passage.span)
        return date_read(typed, self.get("words"), self.get("why"), self.passage.words, near)

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
        """The names that are typed for each role, as in `sender=North Korea, host=Russia`."""
        found: dict[str, list[str]] = {}
        role = ""
        for part in self.get("roles").split(","):
            before, equals, name = part.rpartition("=")
            role = before.strip() if equals else role
            if name.strip():
                found.setdefault(role, []).append(name.strip())
        return found

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
            found[name] = lookup.new_id(name, taken, "entity")
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
        """An id that no claim has: with the beginning that the claims of the source share, then what the event is."""
        claims = self.passage.corpus.claims
        own = [it.id for it in self.passage.corpus.claims_in_source.get(self.passage.source, ())]
        return lookup.new_id(_like(own, self.event_id), claims, "claim")

    @property
    def statement_id(self) -> str:
        """An id for a new statement."""
        corpus = self.passage.corpus
        own = [it.id for it in corpus.statements.values() if it.source == self.passage.source]
        return lookup.new_id(_like(own, self.entity(self.speakers.chain[0])), corpus.statements, "statement")

    def claims_of_event(self) -> list[Claim]:
        """The claims that are there of the event."""
        return lookup.claims_near(self.passage.corpus, self.event)

    def _place(self, name: str) -> TextSpan | None:
        words, text = self.get(name), self.passage.text
        if not words:
            return None
        near = position_of(text, words, self.passage.sentence)
        return near or position_of(text, words, TextSpan(0, len(text)))

    def holders(self) -> dict[str, Any]:
        """The field `roles` of the record."""
        found = {role: [self.entity(name) for name in names] for role, names in self.roles.items()}
        return {role: ids[0] if len(ids) == 1 else ids for role, ids in found.items()}


def roles_in_words(corpus: Corpus, parts: Iterable[tuple[str, str]]) -> str:
    """Roles, each with the entity that has it, as they are typed."""
    roles, holders = [*zip(*parts, strict=True)] or ((), ())
    names = lookup.typed_for(holders, lookup.entities(corpus), PARTING)
    return ", ".join(f"{role}={name}" for role, name in zip(roles, names, strict=True))


def _like(ids: list[str], new: str) -> str:
    """A new id with the first word, and its hyphen, that most of some ids begin with, where they do."""
    first = [id.partition("-")[0] for id in ids if "-" in id]
    best = max(first, key=first.count, default="")
    shared = bool(best) and first.count(best) * 2 > len(ids)
    # What is shared may come from what is named here.
    return f"{best}-{new}" if shared and not new.startswith(best) else new
