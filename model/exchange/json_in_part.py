"""A row of JSON that cannot be read, as a file of the corpus would have it: so that the rest of it is checked too."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from model.corpus.asked import Question, VainSearch
from model.corpus.fields import fields_of
from model.corpus.findings import Place, Problem
from model.corpus.listed import PrintedList
from model.corpus.records import Claim, Conflict, Entity, Event, Quote, Record, Source, Statement
from model.exchange.json_places import DATE_FIELDS

OF_SECTION: dict[str, type[Record]] = {
    "sources": Source,
    "entities": Entity,
    "events": Event,
    "statements": Statement,
    "claims": Claim,
    "conflicts": Conflict,
    "lists": PrintedList,
    "questions": Question,
    "searches": VainSearch,
}
"""What the rows of a section become."""

_BY_FIELD = {flat: field for field, flat in DATE_FIELDS.items()}
_ASSERTION = "assertion"


def as_table(row: Mapping[str, Any], kind: type[Record]) -> dict[str, Any]:
    """A row as a file of the corpus would have it, as far as it can be told; what is computed is left out."""
    names = {field.name for field in fields_of(kind)} - {"quote", "quotes"}
    if kind is Claim:
        names -= {"date"}
    table = {name: value for name, value in row.items() if name in names and value is not None}
    if kind in (Statement, PrintedList):
        table |= _quotes([row.get("quote"), *_listed(row.get("quotes"))])
    if kind is Claim:
        asserting = [it for it in _listed(row.get("quotes")) if _purpose(it) == _ASSERTION]
        date = {field: row[flat] for flat, field in _BY_FIELD.items() if row.get(flat) is not None}
        # Without a basis it is not known what is there, and another one would be checked in its place.
        table |= _quotes(asserting) | ({"date": date} if "basis" in date else {})
    return table


def of_table(problems: Iterable[Problem], depth: int, kind: type[Record]) -> list[Problem]:
    """The problems of a row, `depth` steps down, by the fields of its table."""
    return [_of_table(problem, depth, kind) for problem in problems]


def _of_table(problem: Problem, depth: int, kind: type[Record]) -> Problem:
    path = problem.place.path
    field = path[depth] if len(path) > depth else None
    if kind is Claim and field in _BY_FIELD:
        path = (*path[:depth], "date")
    elif kind is Claim and field == "quotes":
        path = (*path[:depth], "quote")
    return replace(problem, place=Place(problem.place.file, path))


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _purpose(row: object) -> object:
    return row.get("purpose") if isinstance(row, dict) else None


def _quotes(rows: list[Any]) -> dict[str, Any]:
    names = {field.name for field in fields_of(Quote)}
    told = [
        {name: it for name, it in row.items() if name in names and it is not None}
        for row in rows
        if isinstance(row, dict)
    ]
    if not told:
        return {}
    return {"quote": told[0], **({"quotes": told[1:]} if told[1:] else {})}
