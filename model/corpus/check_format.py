"""A folder says which version of the format it is written in, and has nothing of a later one."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain

from model.corpus.draft import Draft
from model.corpus.fields import fields_of
from model.corpus.findings import Place, Problem
from model.corpus.parts import FORMAT_VERSION, Record
from model.corpus.tables import SINCE_RECORDS
from model.corpus.vocabulary import SINCE


def format_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each field, and each word of a closed vocabulary, that is younger than the format of the folder."""
    if draft.info is None or draft.info.format >= FORMAT_VERSION:
        return
    rows = chain(*draft.named_records().values(), *draft.furniture.values(), *draft.left_out.values())
    for record, place in rows:
        kind, since = SINCE_RECORDS.get(type(record), ("", 1))
        if since > draft.info.format:
            yield _problem(f"a [[{kind}]]", since, place)
        else:
            yield from _younger(record, place, draft.info.format)
    yield from _younger(draft.info, Place("corpus.toml"), draft.info.format)


def _younger(value: object, place: Place, version: int) -> Iterator[Problem]:
    if isinstance(value, Record):
        for field in fields_of(type(value)):
            held = getattr(value, field.attribute)
            if held == field.default and not field.required:
                continue
            if field.since > version:
                yield _problem(f'the field "{field.name}"', field.since, place.of(field.name))
            else:
                yield from _younger(held, place.of(field.name), version)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _younger(item, place.of(number), version)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _younger(item, place.of(key), version)
    elif isinstance(value, StrEnum) and SINCE.get(value, 1) > version:
        yield _problem(f'"{value}"', SINCE[value], place)


def _problem(what: str, since: int, place: Place) -> Problem:
    return Problem(place, f"{what} is of format {since}; write format = {since} in corpus.toml", "S030")
