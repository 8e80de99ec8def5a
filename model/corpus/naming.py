"""Which other records a record names, and where: read from the fields, for tables that may be broken too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.corpus.fields import fields_of
from model.corpus.findings import Path
from model.corpus.records import Record


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that a record names: the way to it in the record, and of which kinds what it names may be.

    Where `is_key`, the last step of `path` is the id itself.
    """

    path: Path
    kinds: tuple[str, ...]
    name: str
    is_key: bool = False


def references(table: Mapping[str, object], kind: type[Record]) -> Iterator[Reference]:
    """All that a table of a record of some `kind` names, in the order of the fields. What is no text names nothing."""
    for field in fields_of(kind):
        if field.name not in table:
            continue
        value = table[field.name]
        if field.names:
            for path, name, is_key in _names(value, field.keyed):
                yield Reference((field.name, *path), field.names, name, is_key)
        elif field.within is not None:
            for number, inner in enumerate(value) if isinstance(value, list | tuple) else ((None, value),):
                at: Path = (field.name,) if number is None else (field.name, number)
                if isinstance(inner, Mapping):
                    for found in references(inner, field.within):
                        yield Reference((*at, *found.path), found.kinds, found.name, found.is_key)


def _names(value: object, is_keyed: bool) -> Iterator[tuple[Path, str, bool]]:
    """The ids in a value: itself, the items of a list, and of a table its keys, or what they have."""
    if isinstance(value, str):
        yield (), value, False
    elif isinstance(value, list | tuple):
        yield from (((number,), name, False) for number, name in enumerate(value) if isinstance(name, str))
    elif isinstance(value, Mapping) and is_keyed:
        yield from (((name,), name, True) for name in value)
    elif isinstance(value, Mapping):
        for key, held in value.items():
            for path, name, _ in _names(held, False):
                yield (key, *path), name, False
