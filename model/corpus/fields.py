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
    where a file does not give it; a `required` field has none.
    """

    name: str
    attribute: str
    about: str
    required: bool
    default: object

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
        )
        for field in msgspec.structs.fields(kind)
    )


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
    if get_origin(kind) is not Annotated:
        return ""
    notes = (note.description for note in get_args(kind)[1:] if isinstance(note, msgspec.Meta))
    return next((words for words in notes if words), "")
