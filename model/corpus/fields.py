"""What the fields of records are: their names, their order and a few words about each, read from the records."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import msgspec

from model.corpus.records import Record


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record.

    `name` is what files call it and `attribute` what the record does; `about` says what it is. `default` is what it has
    where a file does not give it; a `required` field has none. It is there `since` that version of the format. `names`
    are the kinds of records whose ids it holds; where it is `keyed`, it is a table that goes by these ids. `within` are
    the records that it holds, if it holds such.
    """

    name: str
    attribute: str
    about: str
    required: bool
    default: object
    since: int = 1
    names: tuple[str, ...] = ()
    keyed: bool = False
    within: type[Record] | None = None

    @property
    def label(self) -> str:
        """Its name as it stands before its value, for people: `translated from`."""
        return self.name.replace("_", " ")


@cache
def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """The fields of a record in the order in which they are written."""
    return tuple(
        Field(
            name=field.encode_name,
            attribute=field.name,
            about=_about(field.type),
            required=field.required,
            default=field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory(),
            since=_extra(field.type).get("since", 1),
            names=_extra(field.type).get("names", ()),
            keyed=_is_keyed(field.type),
            within=_within(field.type),
        )
        for field in msgspec.structs.fields(kind)
    )


def since(kind: type[Record], attribute: str) -> int:
    """The first version of the format in which a record has this field."""
    return next(field.since for field in fields_of(kind) if field.attribute == attribute)


def values_of(record: Record, kind: type[Record], without: Iterable[str] = ()) -> dict[str, Any]:
    """The values in `record` of all fields of `kind`, by attribute, but for those `without`.

    Raises `AttributeError` where `record` has no such field: nothing may be lost on its way from one to the other.
    """
    left_out = frozenset(without)
    return {
        field.attribute: getattr(record, field.attribute)
        for field in fields_of(kind)
        if field.attribute not in left_out
    }


def _about(kind: object) -> str:
    return next((note.description for note in _notes(kind) if note.description), "")


def _extra(kind: object) -> dict[str, Any]:
    return next((note.extra for note in _notes(kind) if note.extra), {})


def _is_keyed(kind: object) -> bool:
    """Whether it is a table of texts by ids; one of ids goes by something else, as roles do."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return get_origin(kind) is dict and get_args(kind)[1] is str


def _within(kind: object) -> type[Record] | None:
    """The record in a type, as in `QuoteField | None` or `tuple[Hop, ...]`."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return kind
    parts = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
    return next((found for part in parts if (found := _within(part)) is not None), None)


def _notes(kind: object) -> list[msgspec.Meta]:
    if get_origin(kind) is not Annotated:
        return []
    return [note for note in get_args(kind)[1:] if isinstance(note, msgspec.Meta)]
