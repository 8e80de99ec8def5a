"""Which places the cells of a table may name."""

from collections.abc import Iterable

from model.corpus.records import Entity
from model.corpus.vocabulary import EntityType


def places_by_name(entities: Iterable[Entity]) -> dict[str, str]:
    """The ids of the entities that are places, by each of their names, casefolded, that only one has."""
    found: dict[str, str] = {}
    shared = set()
    for entity in entities:
        if entity.type in (EntityType.PLACE, EntityType.COUNTRY):
            for name in {it.casefold() for it in (entity.name, entity.short or "", *entity.aliases) if it}:
                if found.setdefault(name, entity.id) != entity.id:
                    shared.add(name)
    return {name: entity for name, entity in found.items() if name not in shared}
