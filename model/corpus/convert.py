"""Plain tables (from TOML or JSON) become typed records, and everything wrong with a table is said at once.

msgspec does the converting and stops at the first mistake; only then is the table walked a second time, value by
value, so that a curator sees all mistakes of a record in one run.
"""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec

from model.corpus.findings import Place, Problem
from model.corpus.meant import word_meant
from model.corpus.records import Dated, Record
from model.corpus.shortened import shortened
from model.corpus.slugs import not_an_id
from model.corpus.suggest import did_you_mean

R = TypeVar("R", bound=Record)

NOT_TWO = "at least two are wanted here"
"""What is said of a list of one that needs two."""

_BARE_DATES = (datetime.date, datetime.time)
_DAYS = frozenset({"edtf", "best", "asked", "closes", "day"})
"""Fields that hold a date without a time of day."""


def convert(table: object, kind: type[R], place: Place, implied: dict[str, str]) -> R | list[Problem]:
    """The record of type `kind` in `table`, or everything that is wrong with it.

    `implied` are fields that the file's own name gives (the source's id), which must be a slug; a table may not set
    them itself.
    """
    try:
        if isinstance(table, dict) and not implied.keys() & table.keys():
            with suppress(msgspec.ValidationError):
                return msgspec.convert({**table, **implied}, kind)
        return list(_problems(table, kind, place, implied))
    except RecursionError:
        return [Problem(place, "it is nested too deeply to be read", "F008")]


def _problems(value: object, kind: Any, place: Place, implied: dict[str, str]) -> Iterator[Problem]:
    if isinstance(value, _BARE_DATES):
        yield Problem(place, _bare_date(value, kind, place), "S011")
        return
    for option in members_of(kind):
        if isinstance(value, dict) and isinstance(option, type) and issubclass(option, Record):
            yield from _record_problems(value, option, place, implied)
            return
        if isinstance(value, dict) and get_origin(option) is dict:
            for key, item in value.items():
                yield from _problems(key, get_args(option)[0], place.of(key), {})
                yield from _problems(item, get_args(option)[1], place.of(key), {})
            return
        if isinstance(value, list) and get_origin(option) is tuple:
            items = [_problems(item, get_args(option)[0], place.of(n), {}) for n, item in enumerate(value)]
            found = [problem for item in items for problem in item]
            if found:
                yield from found
                return
    yield from _leaf_problems(value, kind, place)


def _bare_date(value: datetime.date | datetime.time, kind: Any, place: Place) -> str:
    """What to write in place of a bare date, so that it is right where it stands."""
    text, field = value.isoformat(), place.path[-1] if place.path else ""
    day = value.date() if isinstance(value, datetime.datetime) else value
    options = members_of(kind)
    if Dated in options:
        edtf = f'edtf = "{day}"' if not isinstance(value, datetime.time) else 'edtf = "2025-05-09"'
        return (
            f'a bare date; a table is wanted here: {field} = {{ {edtf}, words = "...", basis = "explicit" }}'
        )
    if field in _DAYS and isinstance(value, datetime.datetime):
        text = str(day)
    listed = any(get_origin(option) is tuple for option in options)
    try:
        msgspec.convert([text] if listed else text, kind)
    except msgspec.ValidationError as error:
        return f"a bare date; {_plain(str(error), text, kind)[1]}"
    if isinstance(value, datetime.time) and field in _DAYS:
        return "a bare time; a date is wanted here, in quotes"
    said = f'["{text}"]' if listed else f'"{text}"'
    named = f"{field} = {said}" if isinstance(field, str) and field else said
    return f"a bare date; write it as a string: {named}"


def _record_problems(
    table: dict[str, Any], kind: type[Record], place: Place, implied: dict[str, str]
) -> Iterator[Problem]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for name, value in table.items():
        if name in implied:
            message = f'"{name}" follows from the name of the file; leave it out'
            yield Problem(place.of(name), message, "S012")
        elif name not in fields:
            hint = did_you_mean(name, fields) or "; known here: " + ", ".join(sorted(fields))
            yield Problem(place.of(name), f'unknown field "{shortened(name)}"{hint}', "S004")
        else:
            yield from _problems(value, fields[name].type, place.of(name), {})
    for name, field in fields.items():
        if field.required and name not in table and name not in implied:
            yield Problem(place, missing_field(name), "S005")


def _leaf_problems(value: object, kind: Any, place: Place) -> Iterator[Problem]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        code, message = _plain(str(error), value, kind)
        yield Problem(place, message, code)


def missing_field(name: str) -> str:
    """The message for a field without which there is no record."""
    return f'the field "{name}" is missing'


def members_of(kind: Any) -> list[Any]:
    """The member types of a union, without None and without annotations."""
    if get_origin(kind) is Annotated:
        return members_of(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [
            option for member in get_args(kind) for option in members_of(member) if option is not type(None)
        ]
    return [kind]


def _plain(message: str, value: object, kind: Any) -> tuple[str, str]:
    """The code of msgspec's complaint, and words that say what would be right."""
    for option in members_of(kind):
        if isinstance(option, type) and issubclass(option, StrEnum) and isinstance(value, str):
            known = [member.value for member in option]
            hint = word_meant(value, option)
            named = f'"{shortened(value)}" is not a known word{hint}{"" if hint else ";"}'
            return "S007", f"{named} known here: {', '.join(known)}"
    if "matching regex" in message and "a-f" in message:
        return "S013", "the SHA-256 of the text file is wanted: 64 lower-case hexadecimal digits"
    if "matching regex" in message or "length <= 80" in message:
        return "S008", not_an_id(value)
    if "length >= 1" in message:
        return "S009", "it is empty; it has to say something"
    if "length >= 2" in message:
        return "S010", NOT_TWO
    names = {"str": "text in quotes", "array": "a list", "int": "a whole number", "bool": "true or false"}
    wanted = " or ".join(names.get(word, "a table") for word in _expected(message) if word != "null")
    return "S006", f"{wanted or 'something else'} is wanted here, not {_named(value)}"


def _expected(message: str) -> list[str]:
    return message.partition("`")[2].partition("`")[0].split(" | ")


def _named(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, float):
        return str(value)
    names: dict[type, str] = {str: "a text", list: "a list", int: "a number", bool: "true or false"}
    return names.get(type(value), "a table")
