"""What to write for a field that is missing, or in place of a value of another type: TOML that is right there.

`model.corpus.convert` says what is wrong with a table of whatever origin; here is what a curator's file says instead.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, get_args, get_origin

import msgspec

from model.corpus.convert import NOT_TWO, members_of, missing_field
from model.corpus.fields import Field, fields_of
from model.corpus.findings import Place, Problem
from model.corpus.records import (
    FORMAT_VERSION,
    Amount,
    Claim,
    Conflict,
    Dated,
    Entity,
    Event,
    Record,
    Source,
    Statement,
)
from model.corpus.shortened import shortened
from model.corpus.slugs import SHAPE
from model.dates.edtf import EdtfError, parse

_LONGEST = 40
"""A longer value is not written out again."""

_MISSING, _WRONG_TYPE, _TOO_FEW, _UNKNOWN = "S005", "S006", "S010", "S004"

_KEYS = {"roles": "host", "readings": "id-of-a-claim"}
"""What stands for a key in the tables whose keys are no names of fields."""

_YES = {"yes": "true", "true": "true", "1": "true", "no": "false", "false": "false", "0": "false"}

_ELSEWHERE: tuple[tuple[str, type[Record]], ...] = (
    ("a claim", Claim),
    ("a statement", Statement),
    ("a source", Source),
    ("an event", Event),
    ("a conflict", Conflict),
    ("an entity", Entity),
)
"""Where a field may belong that a record does not have."""

_CALLED: dict[tuple[type[Record], str], str] = {
    (Source, "date"): "published",
    (Source, "id"): "",
    (Statement, "date"): "on",
    (Statement, "who"): "chain",
    (Statement, "speaker"): "chain",
    (Claim, "on"): "date",
    (Claim, "title"): "",
    (Entity, "title"): "name",
    (Event, "name"): "title",
    (Conflict, "title"): "topic",
    (Conflict, "name"): "topic",
}
"""What a record calls what others call otherwise; empty where it has no such thing."""


def advised(
    problems: Iterable[Problem], table: object, kind: type[Record], place: Place
) -> Iterator[Problem]:
    """The problems of a record of type `kind` at `place`; each that can says what to write there."""
    for problem in problems:
        path = problem.place.path[len(place.path) :]
        if problem.code == _UNKNOWN and path and isinstance(name := path[-1], str):
            words = _other_field(_type_at(kind, path[:-1]), name, problem.message)
        elif problem.code == _MISSING:
            words = _missing(_type_at(kind, path), problem.message)
        elif problem.code == _WRONG_TYPE or problem.message == NOT_TWO:
            words = _assignment(path, _type_at(kind, path), _value_at(table, path))
        else:
            words = ""
        yield replace(problem, message=problem.message + words) if words else problem


def _missing(kind: Any, message: str) -> str:
    for option in members_of(kind):
        if isinstance(option, type) and issubclass(option, Record):
            field = next((it for it in fields_of(option) if message == missing_field(it.name)), None)
            # What the SHA-256 is, the text says; see `model.corpus.changed`.
            if field is not None and (option, field.name) != (Source, "sha256"):
                return f"; write {field.name} = {_missing_value(option, field)}"
    return ""


def _missing_value(kind: type[Record], field: Field) -> str:
    wanted = _type_at(kind, (field.name,))
    words = _words_of(wanted)
    about = SHAPE if field.name == "id" else field.about.replace("`", "")
    said = f"{_example(wanted, None, field.name)}: {about}"
    return f"{said}; one of {', '.join(words)}" if words else said


def _other_field(kind: Any, name: str, message: str) -> str:
    """What a field that is unknown in this record may be: another's, or its own of another name."""
    own = next((it for it in members_of(kind) if isinstance(it, type) and issubclass(it, Record)), None)
    if own is None or "did you mean" in message:
        return ""
    if called := _CALLED.get((own, name)):
        return f'; did you mean "{called}"?'
    if own not in {record for _, record in _ELSEWHERE}:
        return ""
    having = [
        who
        for who, record in _ELSEWHERE
        if record is not own and name in {it.name for it in fields_of(record)}
    ]
    return f'; "{name}" is a field of {having[0]}' if having else ""


def _assignment(path: tuple[str | int, ...], kind: Any, value: object) -> str:
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    example = _example(kind, value, name)
    if not example:
        return ""
    return f"; write {name} = {example}" if path and path[-1] == name else f"; write {example}"


def _example(kind: Any, value: object, name: str) -> str:
    """A value of a type as it stands in TOML, with as much of `value` as can be in it; empty where none is known."""
    wanted = members_of(kind)
    if Dated in wanted:
        return f'{{ edtf = "{_edtf(value)}", words = "...", basis = "explicit" }}'
    for option in wanted:
        if get_origin(option) is tuple:
            return f"[{_items(get_args(option)[0], value, name)}]"
        if get_origin(option) is dict:
            return f'{{ {_KEYS.get(name, "...")} = "..." }}'
    return _single(wanted, value, name)


def _items(kind: Any, value: object, name: str) -> str:
    least = 2 if name == "claims" else 1
    first = value[0] if isinstance(value, list) and value else value
    items = [_example(kind, first, "")]
    return ", ".join([*items, *['"..."'] * (least - len(items))])


def _single(wanted: list[Any], value: object, name: str) -> str:
    if bool in wanted:
        return _YES.get(_plain(value).casefold(), "true or false")
    if int in wanted:
        number = str(value).replace(",", "") if isinstance(value, str) else ""
        stated = str(FORMAT_VERSION) if name == "format" else "1"
        return number if number.isdecimal() and number.isascii() and len(number) <= _LONGEST else stated
    if str in wanted:
        inner = value[0] if isinstance(value, list) and len(value) == 1 else value
        return _written(_plain(inner)) or '"..."'
    for option in wanted:
        if isinstance(option, type) and issubclass(option, StrEnum):
            return '"..."'
        if isinstance(option, type) and issubclass(option, Record):
            return _record(option, value)
    return ""


def _record(kind: type[Record], value: object) -> str:
    """The fields that a record needs, with what `value` gives of them: a table, or the text of the first."""
    needed = [it for it in fields_of(kind) if it.required or (kind, it.name) == (Amount, "value")]
    given = value if isinstance(value, dict) else {needed[0].name: value}
    said = ((it.name, _written(given.get(it.name)) or _inner(kind, it)) for it in needed)
    return "{ " + ", ".join(f"{name} = {text}" for name, text in said) + " }"


def _inner(kind: type[Record], field: Field) -> str:
    wanted = _type_at(kind, (field.name,))
    words = _words_of(wanted)
    return f'"{words[0]}"' if words else _example(wanted, None, field.name)


def _written(value: object) -> str:
    """A short text as a TOML string; nothing for all else."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST or not value.isprintable():
        return ""
    return json.dumps(value, ensure_ascii=False)


def _plain(value: object) -> str:
    """A text or a number as it is read; empty for all else."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return shortened(value, _LONGEST) if is_number else value if isinstance(value, str) else ""


def _edtf(value: object) -> str:
    try:
        return parse(_plain(value)).text
    except EdtfError:
        return "2025-05-09"


def _words_of(kind: Any) -> list[str]:
    return [
        member.value
        for option in members_of(kind)
        if isinstance(option, type) and issubclass(option, StrEnum)
        for member in option
    ]


def _type_at(kind: Any, path: Iterable[str | int]) -> Any:
    """The type of what stands at a path within a record; None where that is none that is known."""
    for step in path:
        for option in members_of(kind):
            if isinstance(option, type) and issubclass(option, Record) and isinstance(step, str):
                kinds = _types_of(option)
                if step in kinds:
                    kind = kinds[step]
                    break
            elif get_origin(option) is dict or (get_origin(option) is tuple and isinstance(step, int)):
                kind = get_args(option)[-1 if get_origin(option) is dict else 0]
                break
        else:
            return None
    return kind


def _types_of(kind: type[Record]) -> Mapping[str, Any]:
    return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}


def _value_at(table: object, path: Iterable[str | int]) -> object:
    for step in path:
        if isinstance(table, dict):
            table = table.get(step)
        elif isinstance(table, list) and isinstance(step, int) and step < len(table):
            table = table[step]
        else:
            return None
    return table
