"""Titles, readings and names have room where they are shown, and are told apart there."""

from collections.abc import Iterator

from model.corpus.cells import cells, cut
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.records import Entity
from model.corpus.shortened import shortened
from model.corpus.vocabulary import EntityType

TITLE_CELLS, READING_CELLS, NAME_CELLS = 38, 30, 11
"""The room of a title in the list, of a reading on a card, and of a name in a column."""

GRID_CELLS = 10
"""The room of a name at the head of the grid."""

_MOST_MEASURED = 1000
"""A text of more characters is too long whatever they are."""


def look_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each text without room, and for each name that looks like another."""
    for event, place in draft.events:
        if "title" not in draft.unfinished.get(place, ()):
            yield from _too_long(
                event.title, TITLE_CELLS, "a title", "say it shorter", place.of("title"), "L001"
            )
    for conflict, place in draft.conflicts:
        for name, words in conflict.readings.items():
            at = place.of("readings", name)
            yield from _too_long(words, READING_CELLS, "a reading", "say it in a few words", at, "L002")
    for entity, place in draft.entities:
        if entity.short is None:
            advice = 'give "short", what a column shows'
            yield from _too_long(entity.name, NAME_CELLS, "a name", advice, place.of("name"), "L003")
        else:
            advice = "leave letters out until they all are seen"
            yield from _too_long(entity.short, NAME_CELLS, 'a "short"', advice, place.of("short"), "L003")
    yield from _alike(draft)
    yield from _like_a_country(draft)


def _too_long(text: str, most: int, what: str, advice: str, place: Place, code: str) -> Iterator[Problem]:
    size = cells(text) if len(text) <= _MOST_MEASURED else len(text)
    if size > most:
        message = f'"{shortened(text)}" takes {size} cells, and {what} has {most}; {advice}'
        yield Problem(place, message, code)


def _alike(draft: Draft) -> Iterator[Problem]:
    """Of those who take part in events: they have a column each. "Unnamed" is what speakers without a name are."""
    part = {event.place for event, _ in draft.events}
    for claim, _ in draft.claims:
        part.update(name for _, name in claim.parts)
    first: dict[str, tuple[Entity, Place]] = {}
    for entity, place in draft.entities:
        if entity.id in part and entity.type is not EntityType.ANONYMOUS:
            seen = _in_grid(entity)
            other, where = first.setdefault(seen, (entity, place))
            if other.id != entity.id:
                message = f'at the head of the grid it is "{seen}", as "{other.id}" is; give another "short"'
                at = "name" if entity.short is None else "short"
                yield Problem(place.of(at), message, "L004", other=where)


def _in_grid(entity: Entity) -> str:
    return cut((entity.short or entity.name)[:_MOST_MEASURED], GRID_CELLS)


def _like_a_country(draft: Draft) -> Iterator[Problem]:
    countries: dict[str, str] = {}
    for entity, _ in draft.entities:
        if entity.type is EntityType.COUNTRY:
            for form in (entity.name, entity.short, *entity.aliases):
                countries.setdefault((form or entity.name).casefold(), entity.id)
    for entity, place in draft.entities:
        if entity.type is EntityType.ANONYMOUS and (
            country := countries.get((entity.short or entity.name).casefold())
        ):
            at = "name" if entity.short is None else "short"
            message = (
                f'a speaker without a name is shown as if "{country}" spoke; let it say that nobody is named'
            )
            yield Problem(place.of(at), message, "L005")
