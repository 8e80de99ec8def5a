"""What a record cannot do without: it would say something else if that were not there."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.corpus.asked import VainSearch
from model.corpus.draft import NamedRecord
from model.corpus.listed import PrintedList
from model.corpus.lost import DATED
from model.corpus.records import Claim, Dated, Source, Statement

_ENTITY, _EVENT, _SOURCE, _STATEMENT = ("entity",), ("event",), ("source",), ("statement",)


@dataclass(frozen=True, slots=True)
class Need:
    """A record that another one needs: its id, and of which kinds it may be."""

    kinds: tuple[str, ...]
    name: str


def needs_of(record: NamedRecord) -> Iterator[Need]:
    """The records that `record` needs.

    What an event is part of, where it is, what a claim relates to, and to which event a list belongs, are not among
    them: without these, an event, a claim or a list says less, and nothing untrue. What an event or a conflict needs of
    its claims, and a search of what it was for, `model.corpus.sound` knows.
    """
    if isinstance(record, Source):
        yield Need(_ENTITY, record.publisher)
        yield from _dating(record.published)
    elif isinstance(record, Statement):
        yield Need(_SOURCE, record.source)
        for hop in record.chain:
            yield Need(_ENTITY, hop.who)
        if record.origin not in (None, record.id):
            yield Need(_STATEMENT, record.origin)
        yield from _dating(record.on)
    elif isinstance(record, VainSearch):
        yield from (Need(_ENTITY, name) for name in record.where)
    elif isinstance(record, PrintedList):
        yield Need(_SOURCE, record.source)
        # Without one of its names it would be another list.
        yield from (Need(_ENTITY, entry.entity) for entry in record.entries)
    elif isinstance(record, Claim):
        yield from _of_claim(record)


def _of_claim(claim: Claim) -> Iterator[Need]:
    yield Need(_SOURCE, claim.source)
    for kinds, name in (
        (_STATEMENT, claim.statement),
        (_EVENT, claim.event),
        (_ENTITY, claim.entity),
        (_ENTITY, claim.office),
    ):
        if name is not None:
            yield Need(kinds, name)
    for _, name in claim.parts:
        yield Need(_ENTITY, name)
    yield from _dating(claim.date)


def _dating(date: Dated | None) -> Iterator[Need]:
    if date is not None and date.from_ is not None:
        yield Need(DATED, date.from_)
