"""A draft: all records of a corpus as read, each with the place it was read from, before any check."""

from dataclasses import dataclass, field, fields

from model.corpus.asked import Question, VainSearch
from model.corpus.files import UnreadableFile
from model.corpus.findings import Place
from model.corpus.listed import PrintedList
from model.corpus.lost import Lost, LostPart, Missing
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Record,
    Source,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Aside:
    """A lost record with something in place of what it is, or is of: `missing` names the fields of which that goes."""

    record: Record
    place: Place
    missing: frozenset[str]


@dataclass(slots=True)
class Draft:
    """Records in the order of reading. `texts` has each source's decoded document by the source's id.

    `originals` has, by that too, the SHA-256 of the file that was obtained, or why it could not be looked at.
    What is there and could not be read is in `lost` and `lost_parts`. A record that is read but for some fields is left
    out too, and is among the others all the same, to be checked; `in_part` has all that its file says. For each record
    that is only begun, `unfinished` has the fields that it does not have yet. `aside` has what of
    the lost ones can be checked all the same.
    """

    info: CorpusInfo | None = None
    sources: list[tuple[Source, Place]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    originals: dict[str, str | UnreadableFile] = field(default_factory=dict)
    entities: list[tuple[Entity, Place]] = field(default_factory=list)
    events: list[tuple[Event, Place]] = field(default_factory=list)
    conflicts: list[tuple[Conflict, Place]] = field(default_factory=list)
    statements: list[tuple[Statement, Place]] = field(default_factory=list)
    claims: list[tuple[Claim, Place]] = field(default_factory=list)
    lists: list[tuple[PrintedList, Place]] = field(default_factory=list)
    questions: list[tuple[Question, Place]] = field(default_factory=list)
    searches: list[tuple[VainSearch, Place]] = field(default_factory=list)
    furniture: dict[str, list[tuple[Furniture, Place]]] = field(default_factory=dict)
    left_out: dict[str, list[tuple[LeftOut, Place]]] = field(default_factory=dict)
    unfinished: dict[Place, frozenset[str]] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)
    in_part: list[Lost] = field(default_factory=list)
    lost_parts: list[LostPart] = field(default_factory=list)
    aside: list["Aside"] = field(default_factory=list)

    def add(self, part: "Draft") -> None:
        """Take in the records of a part of the corpus, after those that are there."""
        for it in fields(Draft):
            held = getattr(self, it.name)
            if isinstance(held, list):
                held += getattr(part, it.name)
            elif isinstance(held, dict):
                held |= getattr(part, it.name)

    @property
    def missing(self) -> Missing:
        """A look-up of what could not be read."""
        return Missing(self.lost, self.lost_parts)

    @property
    def undated(self) -> frozenset[str]:
        """The ids of claims, statements and sources that have a date, or are to have one, and it could not be read."""
        if not self.unfinished:
            return frozenset()
        rows = (("published", self.sources), ("on", self.statements), ("date", self.claims))
        return frozenset(
            record.id
            for field, records in rows
            for record, place in records
            if field in self.unfinished.get(place, ())
        )

    def named_records(self) -> "dict[str, list[tuple[NamedRecord, Place]]]":
        """The records that have an id, by kind."""
        return {
            "entity": [*self.entities],
            "event": [*self.events],
            "conflict": [*self.conflicts],
            "statement": [*self.statements],
            "claim": [*self.claims],
            "source": [*self.sources],
            "list": [*self.lists],
            "question": [*self.questions],
            "search": [*self.searches],
        }


NamedRecord = Entity | Event | Conflict | Statement | Claim | Source | PrintedList | Question | VainSearch
"""A record that has an id."""
