"""A folder says which version of the format it is written in, and has nothing of a later one."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import chain

from model.corpus.draft import Draft
from model.corpus.fields import fields_of
from model.corpus.findings import Place, Problem
from model.corpus.parts import FORMAT_VERSION, Record
from model.corpus.tables import SINCE_RECORDS
from model.corpus.vocabulary import SINCE


def info_format_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each younger field in what `corpus.toml` says, beside the format itself."""
    if draft.info is not None:
        yield from _younger(draft.info, Place("corpus.toml"), draft.info.format)


def format_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each field, and each word of a closed vocabulary, that is younger than the format of the folder."""
    if draft.info is not None:
        yield from younger_than(draft.info.format)(draft)


@cache
def younger_than(version: int) -> Callable[[Draft], tuple[Problem, ...]]:
    """What finds the same in a part, which does not say by itself of which format the folder is."""
    return lambda part: tuple(_all_younger(part, version))


def _all_younger(draft: Draft, version: int) -> Iterator[Problem]:
    if version >= FORMAT_VERSION:
        return
    rows = chain(*draft.named_records().values(), *draft.furniture.values(), *draft.left_out.values())
    for record, place in rows:
        kind, since = SINCE_RECORDS.get(type(record), ("", 1))
        if since > version:
            yield _problem(f"a [[{kind}]]", since, place)
        else:
            yield from _younger(record, place, version)


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
