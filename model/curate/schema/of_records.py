"""JSON Schemas (draft 7) of the files of a corpus, made from the records that are read from them.

A schema says what the shape of a record says, and which ids there are. What records say together, only `check` knows.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from model.corpus.asked import Criteria, Question, Resolution, VainSearch
from model.corpus.codes import CODES
from model.corpus.fields import Field, fields_of
from model.corpus.listed import ListEntry, PrintedList
from model.corpus.records import (
    KNOWN_FORMATS,
    Amount,
    Checking,
    Claim,
    Conflict,
    CorpusInfo,
    Dated,
    Dismissed,
    Entity,
    Event,
    Furniture,
    Hop,
    LeftOut,
    Original,
    Quote,
    Record,
    RowLink,
    Silenced,
    Source,
    Statement,
    Suggesting,
)
from model.curate.schema.ids import KINDS, Ids

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What editors read; `taplo` knows no later one."""

Schema = dict[str, Any]
"""A JSON Schema, as JSON has it."""

_RECORDS: tuple[type[Record], ...] = (
    Amount,
    Checking,
    Claim,
    Conflict,
    CorpusInfo,
    Dismissed,
    Criteria,
    Dated,
    Entity,
    Event,
    Furniture,
    Hop,
    LeftOut,
    ListEntry,
    Original,
    PrintedList,
    Question,
    Quote,
    Resolution,
    RowLink,
    VainSearch,
    Silenced,
    Source,
    Statement,
    Suggesting,
)

_BEGUN: tuple[type[Record], ...] = (
    Source,
    Statement,
    Claim,
    Event,
    Conflict,
    PrintedList,
    Question,
    VainSearch,
)
"""The records that may be drafts, and then lack whatever they like, also within their dates and chains."""

_WITHIN: Mapping[str, type[Record]] = {
    "published": Dated,
    "on": Dated,
    "date": Dated,
    "chain": Hop,
    "entries": ListEntry,
    "rows": RowLink,
    "criteria": Criteria,
}
"""The fields of those whose records may lack something in a draft."""

_IMPLIED: Mapping[type[Record], tuple[str, ...]] = {
    Source: ("id",),
    Statement: ("source",),
    Claim: ("source",),
    PrintedList: ("source",),
}
"""What the name of the file says already, and no file may say."""

_OF_FILES: Mapping[str, Mapping[str, type[Record]]] = {
    "entities": {"entity": Entity},
    "events": {"event": Event},
    "conflicts": {"conflict": Conflict},
    "questions": {"question": Question},
    "searches": {"search": VainSearch},
    "source": {
        "source": Source,
        "statement": Statement,
        "claim": Claim,
        "list": PrintedList,
        "furniture": Furniture,
        "left_out": LeftOut,
    },
}
"""The tables of each kind of file."""


def schemas(ids: Ids) -> dict[str, Schema]:
    """The schemas of `corpus`, `entities`, `events`, `conflicts` and `source`, in which ids are those of `ids`."""
    made = {"corpus": {**_definition(CorpusInfo), "properties": _info()}}
    for name, tables in _OF_FILES.items():
        made[name] = {
            "type": "object",
            "properties": {table: _table(table, kind) for table, kind in tables.items()},
            "required": ["source"] if "source" in tables else [],
            "additionalProperties": False,
        }
    definitions = {kind.__name__: _definition(kind) for kind in _RECORDS} | _vocabularies() | _ids(ids)
    return {name: _whole(name, schema, definitions) for name, schema in made.items()}


def _whole(name: str, schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """A schema with the definitions that it uses, and no others."""
    used: dict[str, Schema] = {}
    wanted = [*_named_in(schema)]
    while wanted:
        definition = wanted.pop()
        if definition not in used:
            used[definition] = definitions[definition]
            wanted += _named_in(used[definition])
    head = {"$schema": DIALECT, "title": f"dprk-tui: {name}"}
    return {**head, **schema, "$defs": dict(sorted(used.items()))}


def _named_in(schema: object) -> Iterable[str]:
    if isinstance(schema, dict):
        if isinstance(reference := schema.get("$ref"), str):
            yield reference.removeprefix("#/$defs/")
        for value in schema.values():
            yield from _named_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _named_in(value)


def _table(name: str, kind: type[Record]) -> Schema:
    record = _reference(kind.__name__)
    if kind is Source:
        return record
    return {"description": f"a [[{name}]] for each", "type": "array", "items": record}


def _info() -> Schema:
    properties: Schema = dict(_definition(CorpusInfo)["properties"])
    versions = [*KNOWN_FORMATS]
    return {**properties, "format": {"description": properties["format"]["description"], "enum": versions}}


def _definition(kind: type[Record]) -> Schema:
    """The schema of a record as it stands in a file."""
    made: Schema = _plain(_components()[kind.__name__])
    implied = _IMPLIED.get(kind, ())
    properties: Schema = {}
    for field in fields_of(kind):
        if field.name in implied:
            continue
        schema: Schema = made["properties"][field.name]
        if field.names:
            schema = _pointing(schema, field)
        if kind is Silenced and field.name == "code":
            schema = {**schema, "enum": sorted(CODES)}
        since = f" (format {field.since})" if field.since > 1 else ""
        properties[field.name] = {**schema, "description": f"{field.about}{since}"}
    definition: Schema = {"description": made["description"], "type": "object", "properties": properties}
    required = [name for name in made.get("required", ()) if name not in implied]
    if kind in _BEGUN:
        definition |= _unless_begun(kind, properties, required)
    elif kind not in _WITHIN.values():
        definition["required"] = required
    return {**definition, "additionalProperties": False}


def _unless_begun(kind: type[Record], properties: Schema, required: list[str]) -> Schema:
    """What a record has to have where it does not say that it is a draft."""
    whole: Schema = {}
    for name in properties:
        if within := _WITHIN.get(name):
            wanted = {"required": [it.name for it in fields_of(within) if it.required]}
            whole[name] = {"items": wanted} if properties[name].get("type") == "array" else wanted
        elif least := properties[name].pop("minItems", None):
            whole[name] = {"minItems": least}
    begun = {"properties": {"draft": {"const": True}}, "required": ["draft"]}
    identified = [name for name in required if name == "id"]
    return {
        "required": identified,
        "if": begun,
        "then": {},
        "else": {"required": required, "properties": whole},
    }


def _plain(value: Any) -> Any:
    r"""A schema as TOML needs it: without null, and with `$` for what Python alone writes as `\Z`."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {name: _plain(item) for name, item in value.items() if not (name == "default" and item is None)}
    if isinstance(pattern := made.get("pattern"), str):
        made["pattern"] = pattern.replace(r"\Z", "$")
    if isinstance(description := made.get("description"), str):
        made["description"] = " ".join(description.split())
    options = [it for it in made.pop("anyOf", ()) if it != {"type": "null"}]
    if len(options) == 1:
        return {**options[0], **made}
    return {**made, "anyOf": options} if options else made


def _pointing(schema: Schema, field: Field) -> Schema:
    """A field in which each text is the id of a record of one of some kinds; a keyed one has them as its keys."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_pointing(it, field) for it in schema["anyOf"]]}
    if schema["type"] == "array":
        return {**schema, "items": _pointing(schema["items"], field)}
    if schema["type"] == "object":
        if field.keyed:
            return {**schema, "propertyNames": _id_of(field.names)}
        return {**schema, "additionalProperties": _pointing(schema["additionalProperties"], field)}
    return _id_of(field.names)


def _id_of(kinds: tuple[str, ...]) -> Schema:
    references = [_reference(f"{kind}-id") for kind in kinds]
    return references[0] if len(references) == 1 else {"anyOf": references}


def _ids(ids: Ids) -> dict[str, Schema]:
    """What an id of each kind may be: one of those that are known, else any."""
    slug = _plain(_components()["Event"]["properties"]["id"])
    return {
        f"{kind}-id": {"type": "string", "enum": [*known]} if (known := ids.known(kind)) else slug
        for kind in KINDS
    }


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _vocabularies() -> dict[str, Schema]:
    names = {kind.__name__ for kind in _RECORDS}
    return {name: _plain(schema) for name, schema in _components().items() if name not in names}


def _components() -> dict[str, Schema]:
    return msgspec.json.schema_components(_RECORDS, ref_template="#/$defs/{name}")[1]
