"""A record of which some fields cannot be read, with something in their place: so that the rest of it is checked too.

It has an error and is left out for it. Only what one run says of it becomes more.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from model.corpus.asked import Question, VainSearch
from model.corpus.convert import convert
from model.corpus.fields import fields_of
from model.corpus.findings import Place, Problem
from model.corpus.listed import PrintedList
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
    PrintedList: frozenset({"id", "source", "event", "entries"}),
    Question: frozenset({"id", "events"}),
    VainSearch: frozenset({"id", "events", "questions"}),
}
"""Fields for which nothing can stand: without them a record is of something else."""

_OF_AN_ENTITY = {"type": "object", "name": "not read"}

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
    wrong, lacking = _unread(table, kind, problems, place, implied)
    if kind not in _DECIDING or _DECIDING[kind] & (wrong | lacking):
        return None
    return _read(table, kind, wrong, lacking, place, implied, digest)


def read_aside(
    table: Mapping[str, Any],
    kind: type[R],
    problems: Iterable[Problem],
    place: Place,
    implied: dict[str, str],
    digest: str,
    name: str,
) -> tuple[R, frozenset[str]] | None:
    """The same of a record that would be none: `name` is an id for it, with which nobody else may be given it.

    It stands for no record of the corpus, and is there for the checks of its other fields alone.
    """
    if kind not in _DECIDING:
        return None
    wrong, lacking = _unread(table, kind, problems, place, implied)
    unread = wrong | lacking
    given = {"id": name, **(_OF_AN_ENTITY if kind is Entity else {})}
    stand_ins = {field: it for field, it in given.items() if field in unread}
    found = _read({**table, **stand_ins}, kind, wrong - stand_ins.keys(), lacking, place, implied, digest)
    return (found[0], found[1] | unread) if found else None


def _unread(
    table: Mapping[str, Any],
    kind: type[R],
    problems: Iterable[Problem],
    place: Place,
    implied: dict[str, str],
) -> tuple[set[str], frozenset[str]]:
    """The fields that are wrong, and those that are lacking."""
    depth = len(place.path)
    wrong = {str(it.place.path[depth]) for it in problems if len(it.place.path) > depth}
    required = {field.name for field in fields_of(kind) if field.required} - implied.keys()
    return wrong, frozenset(required - (table.keys() - wrong))


def _read(
    table: Mapping[str, Any],
    kind: type[R],
    wrong: set[str],
    lacking: frozenset[str],
    place: Place,
    implied: dict[str, str],
    digest: str,
) -> tuple[R, frozenset[str]] | None:
    names = {field.name for field in fields_of(kind)}
    if _CERTAINTY & (wrong | lacking):
        # Either alone would be taken for what goes with it.
        wrong |= _CERTAINTY
    given = {name: value for name, value in table.items() if name not in wrong and name not in implied}
    if kind is not Entity:
        given, _ = filled({**implied, **given}, kind, digest)
        given = {name: value for name, value in given.items() if name not in implied}
    record = convert(given, kind, place, implied)
    return None if isinstance(record, list) else (record, frozenset((wrong & names) | lacking))
