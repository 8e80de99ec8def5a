"""Records as TOML, in the order of their fields and the layout that a curator would choose."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import tomlkit

from model.corpus.fields import fields_of
from model.corpus.listed import PrintedList
from model.corpus.records import Claim, Record, Source, Statement

_LONG = 100
"""A list of more characters is written with one item a line."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A key that needs no quotes."""

_IMPLIED: dict[type[Record], set[str]] = {
    Source: {"id"},
    Statement: {"source"},
    Claim: {"source"},
    PrintedList: {"source"},
}
"""What the name of the file says already."""


_LAST = {"conflict": "readings", "question": "criteria"}
"""The field of a kind of record that is written as a table of its own."""

Fields = Mapping[str, Any]
"""A record that is only begun: the fields that it has, by their names in the file."""

Lacks = Callable[[Record], frozenset[str]]
"""What tells which fields a record does not have yet."""


def _nothing(record: Record) -> frozenset[str]:
    return frozenset()


def toml(records: Iterable[tuple[str, Record | Fields]], lacks: Lacks = _nothing) -> str:
    """The records as a document: each in its `[[name]]`, a source in its `[source]`, one without a name at the top.

    A field that has its default is left out, and so is what a draft `lacks`: a field, or the path of one inside it.
    """
    return "\n".join("".join(f"{line}\n" for line in _lines(name, record, lacks)) for name, record in records)


def _lines(header: str, record: Record | Fields, lacks: Lacks) -> Iterator[str]:
    if header:
        yield f"[{header}]" if header == "source" else f"[[{header}]]"
    # A table comes last of its record, because what follows it belongs to it.
    last = _LAST.get(header, "")
    fields = _there(record, lacks(record)) if isinstance(record, Record) else record.items()
    for name, value in sorted(fields, key=lambda pair: pair[0] == last):
        if name == last:
            yield f"[{header}.{name}]"
            inside = dict(_fields(value)) if isinstance(value, Record) else value
            yield from (f"{written_key(key)} = {written_value(words)}" for key, words in inside.items())
        else:
            yield f"{name} = {written_value(value)}"


def _there(record: Record, missing: frozenset[str]) -> list[tuple[str, Any]]:
    """The fields to write but for what is missing."""
    return [(name, _without(value, name, missing)) for name, value in _fields(record) if name not in missing]


def _fields(record: Record) -> list[tuple[str, Any]]:
    """The fields to write, by their names in the file, in order, each still with its own type."""
    kind = type(record)
    return [
        (field.name, value)
        for field in fields_of(kind)
        if field.attribute not in _IMPLIED.get(kind, ())
        and ((value := getattr(record, field.attribute)) != field.default or field.required)
    ]


def _without(value: Any, path: str, missing: frozenset[str]) -> Any:
    """A value without what is missing inside it, as a mapping of what is there; as it is where nothing is missing."""
    if not any(it.startswith(f"{path}.") for it in missing):
        return value
    if isinstance(value, (tuple, list)):
        return tuple(_without(item, f"{path}.{number}", missing) for number, item in enumerate(value))
    return {name: item for name, item in _fields(value) if f"{path}.{name}" not in missing}


def written_value(value: Any) -> str:
    """A value of a field as it stands after its `=`: a long list with one item a line."""
    if isinstance(value, str):
        # A reader of TOML turns the line breaks of a multi-line text into bare newlines; a CR has to be escaped.
        return tomlkit.string(str(value), multiline="\n" in value and "\r" not in value).as_string()
    if isinstance(value, (tuple, list)):
        line = on_one_line(value)
        items = "".join(f"    {on_one_line(item)},\n" for item in value)
        return line if len(line) <= _LONG else f"[\n{items}]"
    return on_one_line(value)


def on_one_line(value: Any) -> str:
    """A value as it must be inside an inline table, which may not be broken."""
    if isinstance(value, Record):
        return _inline_table(dict(_fields(value)))
    if isinstance(value, Mapping):
        return _inline_table(value)
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(on_one_line, value))}]"
    return tomlkit.item(str(value) if isinstance(value, str) else value).as_string()


def written_key(name: str) -> str:
    """A key that is read as `name` and nothing else: bare only where TOML lets it be."""
    return name if _BARE.fullmatch(name) else on_one_line(name)


def _inline_table(values: Mapping[str, Any]) -> str:
    inside = ", ".join(f"{written_key(name)} = {on_one_line(value)}" for name, value in values.items())
    return f"{{ {inside} }}" if inside else "{}"
