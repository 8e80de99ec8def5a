"""Entities are told apart by their names, and each is there for something."""

import unicodedata
from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.records import Entity
from model.corpus.shortened import shortened
from model.corpus.unfinished import PLACE_OF_NOT_GIVEN
from model.corpus.vocabulary import EntityType


def name_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each entity of another one's name or alias, and for each that nothing names."""
    yield from _shared_names(draft)
    yield from _unused(draft)


def _shared_names(draft: Draft) -> Iterator[Problem]:
    names: dict[str, tuple[Entity, Place]] = {}
    forms: dict[str, tuple[Entity, Place]] = {}
    for entity, place in draft.entities:
        first, where = names.setdefault(_folded(entity.name), (entity, place))
        if first.id != entity.id:
            message = (
                f'"{first.id}" has the name "{shortened(entity.name)}" too; tell them apart, or make them one'
            )
            yield Problem(place.of("name"), message, "R015", other=where.of("name"))
        # Of two speakers without a name, the text may well use the same words.
        if entity.type is not EntityType.ANONYMOUS:
            yield from _shared_forms(entity, place, forms)


def _shared_forms(entity: Entity, place: Place, forms: dict[str, tuple[Entity, Place]]) -> Iterator[Problem]:
    for number, alias in enumerate((entity.name, *entity.aliases)):
        first, where = forms.setdefault(_folded(alias), (entity, place))
        # Of two equal names it is said already.
        if first.id != entity.id and (number or _folded(first.name) != _folded(alias)):
            at = place.of("aliases", number - 1) if number else place.of("name")
            message = f'"{shortened(alias)}" leads to "{first.id}" too; leave it to the one that the texts mean by it'
            yield Problem(at, message, "R016", other=where)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _unused(draft: Draft) -> Iterator[Problem]:
    if draft.lost or draft.in_part or draft.lost_parts:
        # What could not be read may name any of them.
        return
    used = set(_used(draft))
    if used - {entity.id for entity, _ in draft.entities} - {None}:
        # What is named and is not there may well be one of them, misspelt.
        return
    for entity, place in draft.entities:
        if entity.id not in used and place != PLACE_OF_NOT_GIVEN:
            message = f'no record names the entity "{entity.id}"; let one do so, or take it away'
            yield Problem(place, message, "R017")


def _used(draft: Draft) -> Iterator[str | None]:
    yield from (source.publisher for source, _ in draft.sources)
    yield from (event.place for event, _ in draft.events)
    yield from (hop.who for statement, _ in draft.statements for hop in statement.chain)
    yield from (name for search, _ in draft.searches for name in search.where)
    yield from (entry.entity for printed, _ in draft.lists for entry in printed.entries)
    for claim, _ in draft.claims:
        yield claim.entity
        yield claim.office
        yield from (name for _, name in claim.parts)
