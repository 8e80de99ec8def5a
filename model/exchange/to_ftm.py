"""Events as entities of FollowTheMoney (followthemoney.tech), one JSON object a line: its schema `Event`.

Its dates are years, months or days, so that none becomes finer. One that may be any day of several is said as the
month or year that has them all, and where there is none in words alone. The name of an event begins with its word, and
people stand in it as involved only where it occurred: links are drawn without a word.
"""

import hashlib
from collections.abc import Iterable, Iterator

from model.asof.state import event_state
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Entity
from model.corpus.vocabulary import EntityType
from model.dates.edtf import Edtf, Part, Precision, Shape
from model.dates.wording import medium_form
from model.exchange.extract import Extract
from model.exchange.json_text import json_line
from model.exchange.row_exports.told_rows import WORD, RowsExtract, told_lines, told_title
from model.exchange.told_event import ToldEvent, told_events, without_drafts
from model.exchange.visible import visible

_SCHEMAS = {EntityType.PERSON: "Person", EntityType.ORGANIZATION: "Organization"}
"""What can be involved in an event, by what it is here."""

_YEARS = range(1, 10_000)


def write(extract: Extract) -> Iterator[str]:
    """The people and organizations that are involved, then the events."""
    corpus, day = extract.corpus, extract.scope.day
    space = _mark(extract.whole.info.title)
    told = [*told_events(extract)]
    involved = {it.event: _involved(corpus, it, day) for it in told}
    for name in dict.fromkeys(name for names in involved.values() for name in names):
        yield json_line(_entity(corpus.entities[name], space))
    for it in told:
        event = corpus.events[it.event]
        place = corpus.entities[event.place].name if event.place is not None else ""
        properties = {
            "name": [it.headline],
            **dates(it.date),
            "summary": [it.lines[0]],
            "description": ["\n".join(it.lines)],
            "keywords": [it.word.value],
            "location": [visible(place)] if place else [],
            "involved": [_id(space, "entity", name) for name in involved[it.event]],
            "recordId": [it.event],
        }
        yield json_line(ftm_entity(_id(space, "event", it.event), "Event", properties))


def left_out(extract: Extract) -> Iterator[str]:
    """What of the dates stands in words alone."""
    wordy = sum(it.date is not None and not dates(it.date) for it in told_events(extract))
    if wordy:
        yield f"{wordy} {'event has its' if wordy == 1 else 'events have their'} date in words alone."
    yield from without_drafts(extract)


def write_rows(extract: RowsExtract) -> Iterator[str]:
    """The rows, each as an event."""
    space = _mark(extract.title)
    for row in extract.rows:
        where, *said = told_lines(extract, row)
        found = dates(row.date)
        properties = {
            "name": [told_title(row)],
            **found,
            "summary": [f"{medium_form(row.date)}; {where}"],
            "description": ["\n".join(said)] if said else [],
            "keywords": [WORD],
            "recordId": [f"{visible(row.file)}#{row.number}"],
        }
        yield json_line(ftm_entity(_id(space, "row", row.name), "Event", properties))


def ftm_entity(name: str, schema: str, properties: dict[str, list[str]]) -> dict[str, object]:
    """An entity; a property that has no value is not there."""
    return {"id": name, "schema": schema, "properties": {key: it for key, it in properties.items() if it}}


def dates(date: Edtf | None) -> dict[str, list[str]]:
    """The properties of a date: `date`, or `startDate` and `endDate` of what lasts. None of them is finer than it."""
    if date is None:
        return {}
    start, end = date.start, date.end
    if date.shape is Shape.EXTENT:
        found = {"startDate": _prefix(start), "endDate": _prefix(end)}
    else:
        found = {"date": _prefix(start if date.shape is Shape.POINT else _that_has_both(start, end))}
    return {name: [it] for name, it in found.items() if it}


def _that_has_both(start: Part | None, end: Part | None) -> Part | None:
    """The month or year in which both are."""
    if start is None or end is None:
        return None
    levels = (Precision.MONTH, Precision.YEAR)
    return next((it for level in levels if (it := start.coarsened(level)) == end.coarsened(level)), None)


def _prefix(part: Part | None) -> str:
    if part is None or part.year not in _YEARS:
        return ""
    return "-".join(f"{it:0{width}}" for it, width in ((part.year, 4), (part.month, 2), (part.day, 2)) if it)


def _involved(corpus: Corpus, told: ToldEvent, day: int) -> list[str]:
    state = event_state(corpus, told.event, day)
    if state is None or told.word is not Word.OCCURRED:
        return []
    return [it for it in _taking_part(state.chosen.claim) if corpus.entities[it].type in _SCHEMAS]


def _taking_part(claim: Claim) -> Iterable[str]:
    held = ((it,) if isinstance(it, str) else it for it in claim.roles.values())
    return dict.fromkeys(name for names in held for name in names)


def _entity(entity: Entity, space: str) -> dict[str, object]:
    properties = {"name": [visible(entity.name)], "alias": [visible(it) for it in entity.aliases]}
    return ftm_entity(_id(space, "entity", entity.id), _SCHEMAS[entity.type], properties)


def _mark(title: str) -> str:
    return hashlib.sha256(title.encode("utf-8", "replace")).hexdigest()[:12]


def _id(space: str, kind: str, name: str) -> str:
    return f"dprk-tui-{space}-{kind}-{name}"
