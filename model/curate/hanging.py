"""What hangs on a record: what cannot be without it, and what only names it.

What needs a record is what would be left out if it could not be read (`model.corpus.sound`); what can do without it
keeps standing and no longer names it (`model.corpus.trimmed`). A statement that no claim uses any more goes too.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from model.corpus.cause import Cause
from model.corpus.draft import Draft, NamedRecord
from model.corpus.fields import Field, fields_of
from model.corpus.findings import Place, Problem
from model.corpus.needs import needs_of
from model.corpus.quarrels import without_claims
from model.corpus.sound import Leaving
from model.corpus.trimmed import trimmed

_DELETED = Cause("X001", "X002", "goes", "is deleted", "")


@dataclass(frozen=True, slots=True)
class Goes:
    """A record that goes with another one, and why, as in `goes with the event "x", which it needs`."""

    kind: str
    record: NamedRecord
    place: Place
    why: str


@dataclass(frozen=True, slots=True)
class Stays:
    """A record that stays and names less than before: in these fields `now` differs from `was`."""

    kind: str
    was: NamedRecord
    now: NamedRecord
    place: Place

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that change, in order."""
        return tuple(
            it
            for it in fields_of(type(self.was))
            if getattr(self.was, it.attribute) != getattr(self.now, it.attribute)
        )


def going_with(draft: Draft, first: Place) -> list[Goes]:
    """What goes with the record at a place, in the order in which it follows."""
    already = Leaving(draft, _DELETED)
    already.follow()
    leaving = Leaving(draft, _DELETED)
    leaving.leave_at(first)
    leaving.follow()
    said = list(leaving.said)
    while (unused := _unused(draft, leaving.left)) is not None:
        said.append(Problem(unused, "goes with its claims: no other uses it", _DELETED.goes_with))
        known = len(leaving.said)
        leaving.leave_at(unused)
        leaving.follow()
        said += leaving.said[known:]
    records = _by_place(draft)
    return [
        Goes(*records[it.place], it.place, it.message)
        for it in said
        if it.place not in already.left and it.place != first
    ]


def staying_without(draft: Draft, gone: frozenset[Place]) -> Iterator[Stays]:
    """The records that name one of those at the places in `gone`, which they can do without."""
    before, after = (trimmed(draft, left, _DELETED)[0] for left in (frozenset[Place](), gone))
    records = _by_place(draft)
    was = {place: record for kept in _rows(before) for record, place in kept}
    for kept in _rows(after):
        for record, place in kept:
            if record != was[place]:
                yield Stays(records[place][0], was[place], record, place)
    names = frozenset(claim.id for claim, place in draft.claims if place in gone)
    for conflict, place in draft.conflicts:
        if place not in gone and names & {*conflict.claims}:
            yield Stays("conflict", conflict, without_claims(conflict, names), place)


def _rows(draft: Draft) -> "tuple[list[tuple[NamedRecord, Place]], ...]":
    """The records of a draft that may name less than before, but for conflicts."""
    return (
        [*draft.sources],
        [*draft.events],
        [*draft.claims],
        [*draft.lists],
        [*draft.questions],
        [*draft.searches],
    )


def _unused(draft: Draft, left: set[Place]) -> Place | None:
    """A statement whose claims are all gone, and that nothing else needs."""
    used = {claim.statement for claim, _ in draft.claims}
    needed = Counter(
        need.name
        for rows in draft.named_records().values()
        for record, place in rows
        if place not in left
        for need in needs_of(record)
    )
    return next(
        (
            place
            for statement, place in draft.statements
            if place not in left and statement.id in used and not needed[statement.id]
        ),
        None,
    )


def _by_place(draft: Draft) -> dict[Place, tuple[str, NamedRecord]]:
    return {place: (kind, record) for kind, rows in draft.named_records().items() for record, place in rows}
