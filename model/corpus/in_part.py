"""A record of which some fields cannot be read, with something in their place: so that the rest of it is checked too.

It has an error and is left out for it. Only what one run says of it becomes more.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from model.corpus.convert import convert
from model.corpus.fields import fields_of
from model.corpus.findings import Place, Problem
from model.corpus.records import Claim, Conflict, Entity, Event, Record, Source, Statement
from model.corpus.unfinished import filled

R = TypeVar("R", bound=Record)

_DECIDING: dict[type[Record], frozenset[str]] = {
    Source: frozenset({"id"}),
    Statement: frozenset({"id", "source"}),
    Claim: frozenset({"id", "source", "event", "entity", "office", "label", "statement"}),
    Event: frozenset({"id"}),
    Conflict: frozenset({"id", "claims"}),
    Entity: frozenset({"id", "type", "name"}),
}
"""Fields for which nothing can stand: without them a record is of something else."""

_CERTAINTY = frozenset({"status", "factuality"})


def read_in_part(
    table: Mapping[str, Any],
    kind: type[R],
    problems: Iterable[Problem],
    place: Place,
    implied: dict[str, str],
    digest: str,
) -> tuple[R, frozenset[str]] | None:
    """The record in a table, and the fields of which it has not what the table says; None where it would be no record.

    `problems` are those for which it could not be read at `place`; `digest` is the SHA-256 of the text of a source.
    """
    depth = len(place.path)
    wrong = {str(it.place.path[depth]) for it in problems if len(it.place.path) > depth}
    names = {field.name for field in fields_of(kind)}
    required = {field.name for field in fields_of(kind) if field.required} - implied.keys()
    lacking = frozenset(required - (table.keys() - wrong))
    if kind not in _DECIDING or _DECIDING[kind] & (wrong | lacking):
        return None
    if _CERTAINTY & (wrong | lacking):
        # Either alone would be taken for what goes with it.
        wrong |= _CERTAINTY
    given = {name: value for name, value in table.items() if name not in wrong and name not in implied}
    if kind is not Entity:
        given, _ = filled({**implied, **given}, kind, digest)
        given = {name: value for name, value in given.items() if name not in implied}
    record = convert(given, kind, place, implied)
    return None if isinstance(record, list) else (record, frozenset((wrong & names) | lacking))
