"""A coded row into a corpus: a text that has it, with a draft of an event and of a claim that quotes it.

It is what an import of tables makes of one row, and the event is linked to the row besides.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from model.corpus.corpus import Corpus
from model.corpus.fields import since
from model.corpus.records import Event, RowLink
from model.curate.changes import Changes, FileChange, additions_first
from model.curate.new_ids import TakenIds, slug_of
from model.curate.placing import appended
from model.curate.tables.drafted import begun_title
from model.curate.tables.places import places_by_name
from model.curate.tables.stored_text import BETWEEN, on_one_line
from model.curate.toml_text import CannotEdit
from model.dates.civil import iso_day
from model.exchange.tables.columns import known
from model.exchange.to_toml import toml
from model.index.table.coded import CodedRow, Meaning, TableMeta
from model.index.table.order import known_from
from model.index.table.row_names import names_of_row

_EVENTS = "events.toml"

_PUBLISHED = "The day from which on the table had the row."
_DATED = "As it was read from the columns of the table."


@dataclass(frozen=True, slots=True)
class DraftOfRow:
    """What is written of a row: the ids of the drafts of its event and claim, and of the source that has the row."""

    event: str
    claim: str
    source: str
    changes: Changes


def link_to(row: CodedRow, meta: TableMeta) -> RowLink:
    """The link of an event to a row."""
    return _links(row, meta)[0]


def linked_event(corpus: Corpus, row: CodedRow, meta: TableMeta) -> Event | None:
    """An event that is linked to a row already, by one of the names that the row has."""
    links = _links(row, meta)
    return next((it for it in corpus.events.values() if any(link in it.rows for link in links)), None)


def _links(row: CodedRow, meta: TableMeta) -> list[RowLink]:
    return [RowLink(table=_clean(meta.title), row=_clean(name)) for name in names_of_row(row, meta)]


def draft_of_row(
    corpus: Corpus, files: Mapping[str, bytes], most: int, row: CodedRow, meta: TableMeta
) -> DraftOfRow:
    """What there is to write so that a corpus, with its drafts, has a row as a draft.

    No file gets more than `most` bytes. Raises `CannotEdit`, also where an event is linked to the row already.
    """
    wanted = since(Event, "rows")
    if corpus.info.format < wanted:
        raise CannotEdit(f"links to rows came with format {wanted}; write format = {wanted} in corpus.toml")
    if (there := linked_event(corpus, row, meta)) is not None:
        raise CannotEdit(f'the event "{there.id}" is linked to this row already')
    stems = (name.rpartition("/")[2].rpartition(".")[0] for name in files)
    others = TakenIds([*corpus.sources, *corpus.statements, *corpus.claims, *stems])
    place = meta.files[row.file].place(row.number)
    source = others.new(f"{meta.title} {place}", f"table-{slug_of(place)}")
    claim = others.new("", f"{source}-claim")
    event = TakenIds(corpus.events).new(row.title, source)
    header = BETWEEN.join(("columns", *_texts(it.name for it in meta.columns)))
    line = BETWEEN.join((place, *_texts(row.cells)))
    text = f"{_title(meta)}\n\n{header}\n{line}\n"
    records = toml(
        [
            ("source", _source(row, meta, text)),
            ("furniture", {"quote": header, "kind": "table-header"}),
            ("claim", {"id": claim, "event": event, "quote": line, **_date(row, meta), "draft": True}),
        ]
    )
    texts = {f"sources/{source}.txt": text.encode(), f"sources/{source}.toml": records.encode()}
    if any(len(it) > most for it in texts.values()):
        raise CannotEdit(f"this row would be a text of more than the {most:,} bytes that are read")
    events = files.get(_EVENTS)
    changes = (
        *(FileChange(name, None, data) for name, data in texts.items()),
        FileChange(_EVENTS, events, appended(events, "event", _event(event, corpus, row, meta))),
    )
    return DraftOfRow(event, claim, source, additions_first(changes))


def _event(name: str, corpus: Corpus, row: CodedRow, meta: TableMeta) -> dict[str, Any]:
    found: dict[str, Any] = {"id": name}
    if kind := slug_of(_cell(row, meta, Meaning.TYPE)):
        found["type"] = kind
    if title := begun_title(_one_line(row.title)):
        found["title"] = title
    if place := places_by_name(corpus.entities.values()).get(_cell(row, meta, Meaning.PLACE).casefold()):
        found["place"] = place
    return {**found, "rows": (link_to(row, meta),), "draft": True}


def _source(row: CodedRow, meta: TableMeta, text: str) -> dict[str, Any]:
    file = meta.files[row.file]
    where = f"{_one_line(file.name)}, {file.place(row.number)} (SHA-256 {file.sha256})"
    return {
        "title": _title(meta),
        "published": {
            "edtf": iso_day(known_from(row, meta)),
            "basis": "external",
            "reasoning": _PUBLISHED,
        },
        "retrieved": iso_day(file.day),
        "medium": "table",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "draft": True,
        "note": f"Made from a row of a table: {where}. Bars stand between cells, \u23ce for a line break.",
    }


def _date(row: CodedRow, meta: TableMeta) -> dict[str, Any]:
    """The date of the row, in the words of its column; read from several columns, it says so."""
    words = _cell(row, meta, Meaning.DATE)
    if row.date is None:
        return {"date": {"words": words, "basis": "none", "reasoning": _DATED}} if words else {}
    if not words:
        return {"date": {"edtf": row.date.text, "basis": "external", "reasoning": _DATED}}
    return {"date": {"edtf": row.date.text, "words": words, "basis": "explicit"}}


def _cell(row: CodedRow, meta: TableMeta, meaning: Meaning) -> str:
    column = meta.column(meaning)
    return known(_one_line(row.cells[column])) if column is not None else ""


def _title(meta: TableMeta) -> str:
    return _one_line(meta.title) or "table"


def _texts(cells: Iterable[str]) -> list[str]:
    """Some cells, each in one line; nothing after the last one that has something in it."""
    texts = [_one_line(it) for it in cells]
    return texts[: max((number for number, it in enumerate(texts, 1) if it), default=0)]


def _one_line(text: str) -> str:
    return on_one_line(_clean(text)).strip()


def _clean(text: str) -> str:
    """A text that can be written: half a character, as JSON can have it, becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
