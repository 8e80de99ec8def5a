"""What curators write to themselves: notes, what is still to be done, and tags. No source says any of it."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from model.corpus.asked import Question, VainSearch
from model.corpus.corpus import Corpus
from model.corpus.listed import PrintedList
from model.corpus.records import Claim, Conflict, Entity, Event, Furniture, LeftOut, Source, Statement

Noted = (
    Claim
    | Conflict
    | Entity
    | Event
    | Furniture
    | LeftOut
    | PrintedList
    | Question
    | VainSearch
    | Source
    | Statement
)
"""Every record can be noted."""

R = TypeVar(
    "R",
    Claim,
    Conflict,
    Entity,
    Event,
    Furniture,
    LeftOut,
    PrintedList,
    Question,
    VainSearch,
    Source,
    Statement,
)


def notes_of(record: Noted) -> Iterator[tuple[str, str]]:
    """What is noted on a record, each with the name of its field, as written; what is made for others leaves it out."""
    for name, words in (("todo", record.todo), ("note", record.note), ("tags", ", ".join(record.tags))):
        if words:
            yield name, words


def without_notes(record: R) -> R:
    """A record without what has no day, and so may tell what came later; its tags stay, as titles do."""
    if record.note is None and record.todo is None:
        return record
    return msgspec.structs.replace(record, note=None, todo=None)


def has_todo(corpus: Corpus, claim: Claim) -> bool:
    """Whether something is left to do on a claim, on what it hangs on, its conflicts, or passages of its document."""
    records: list[Noted] = [*behind(corpus, claim), *corpus.conflicts_of_claim.get(claim.id, ())]
    return any(record.todo for record in records) or claim.source in corpus.derived(_with_work_left)


def _with_work_left(corpus: Corpus) -> frozenset[str]:
    """The sources of which passages have something left to do."""
    return frozenset(
        source
        for passages in (corpus.furniture, corpus.left_out)
        for source, records in passages.items()
        if any(record.todo for record in records)
    )


def behind(corpus: Corpus, claim: Claim) -> Iterator[Claim | Event | Statement | Source]:
    """A claim with the records that it hangs on: its event, its statement, its source."""
    yield claim
    if claim.event is not None:
        yield corpus.events[claim.event]
    if claim.statement is not None:
        yield corpus.statements[claim.statement]
    yield corpus.sources[claim.source]
