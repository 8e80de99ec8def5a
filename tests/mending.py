"""Drafts drawn at random, made sound: whatever the checks find wrong with a record is taken out of it."""

from typing import Any

import msgspec

from model.corpus.anchors import Anchors, anchors_of
from model.corpus.check import check_draft
from model.corpus.codes import Severity
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.corpus.possible import edtf_of
from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from model.dates.civil import day_number
from tests.drawn_texts import iso

_KINDS = ("sources", "entities", "events", "conflicts", "statements", "claims", "lists")
_ROUNDS = 20


def mended(draft: Draft) -> Anchors:
    """Mend a draft; returns the anchors of its quotes."""
    for kind in _KINDS:
        records = getattr(draft, kind)
        records[:] = [(record, Place(kind, (number,))) for number, (record, _) in enumerate(records)]
    for table in ("furniture", "left_out"):
        for source, rows in getattr(draft, table).items():
            rows[:] = [(it, Place(f"{table} of {source}", (number,))) for number, (it, _) in enumerate(rows)]
    for _ in range(_ROUNDS):
        spans, problems = check_draft(draft)
        wrong = [problem for problem in problems if problem.severity is Severity.ERROR]
        if not wrong:
            return anchors_of(draft, spans)
        for place in {problem.place for problem in wrong}:
            records, number = getattr(draft, place.file), place.path[0]
            record, where = records[number]
            change = _without(record, place.path[1:])
            records[number] = (msgspec.structs.replace(record, **change), where)
    raise AssertionError(wrong)


def _without(record: Any, path: tuple[str | int, ...]) -> dict[str, object]:
    """What to change in a record so that what stands at a path is wrong no more."""
    match path:
        case ("published", *_):
            return {"published": _counting(record.published)}
        case ("on", *_):
            return {"on": _counting(record.on, or_else=None)}
        case ("supersedes", *_):
            return {"supersedes": record.supersedes[1:]}
        case (("version_of" | "reprint_of" | "translation_of") as link, *_):
            return {link: None, "change": None}
        case (("date" | "preferred" | "office") as field, *_):
            return {field: None}
    raise AssertionError((record, path))


_PLAIN = Dated(basis=Basis.EXTERNAL, edtf="2025-05-20", reasoning="x")


def _counting(date: Dated | None, or_else: Dated | None = _PLAIN) -> Dated | None:
    """A date without an end, with a day that it counts as; else another one."""
    edtf = edtf_of(date)
    if date is None or edtf is None or edtf.latest is not None or date.best is not None:
        return or_else
    if edtf.earliest is None or not 1 <= edtf.earliest < day_number(9999, 12, 31):
        return or_else
    return msgspec.structs.replace(date, best=iso(edtf.earliest))
