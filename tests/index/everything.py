"""All that a reader can be asked, as one value: two readers are the same where these are."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import combinations
from typing import Protocol

from model.dates.units import Zoom, group_of
from model.index.found import Found
from model.index.protocol import Find, Reader
from model.index.values import AsOf, TimelineRow
from model.query.terms import Query, QueryError


class Told(Protocol):
    """What there is to ask by: the ids of events, of those of which anything is claimed, and of entities."""

    @property
    def events(self) -> Collection[str]: ...

    @property
    def claims_of_event(self) -> Collection[str]: ...

    @property
    def entities(self) -> Collection[str]: ...


_MANY = 10**6
_FAR = 10**13


def everything(
    reader: Reader,
    corpus: Told,
    queries: Iterable[Query] = (),
    searches: Iterable[str] = (),
    others: Iterable[int] = (),
) -> dict[str, object]:
    """The answers of a reader, each under what was asked.

    `queries` are asked of its facets, `searches` are typed, `others` are days of which the changes are asked.
    """
    queries, searches = list(queries), list(searches)
    begun = {typed: _begun(reader, typed, 300) for typed in searches}
    found = {typed: _found(reader, typed) for typed in searches}
    assert all(_is_beginning(it, found[typed]) for typed, them in begun.items() for it in them)
    return {
        "when": (reader.when, reader.step, reader.counts, reader.pending),
        "vocabulary": {key: list(values.values()) for key, values in reader.vocabulary.items()},
        **_rows(reader, corpus),
        "changed": [reader.changed_since(AsOf(day)) for day in others],
        **_days(reader),
        **_density(reader),
        **_lanes(reader),
        "prepared": isinstance(reader.facets.prepare(), frozenset),
        "facets": [(reader.facets.count(query), _facets(reader, query)) for query in queries],
        **_mentions(reader, corpus),
        "found": found,
        "near": {typed: reader.find.nearest(typed) for typed in searches},
    }


def _rows(reader: Reader, corpus: Told) -> dict[str, object]:
    rows = reader.rows(0, _MANY)
    places = range(-1, len(rows) + 1)
    return {
        "versions": {event: reader.version_of(event) for event in corpus.events},
        "rows": rows,
        "window": [reader.rows(at, 2) for at in places],
        "after": [reader.after(key, 2) for key in (None, *(row.key for row in rows))],
        "before": [reader.before(key, 2) for key in (None, *(row.key for row in rows))],
        "positions": {event: reader.position_of(event) for event in corpus.events},
        "rows of": {event: reader.row_of(event) for event in (None, "no such event", *corpus.events)},
        "rows among": [_among(reader, some) for some in _some([*corpus.events, "no such event"])],
        "in order": [reader.in_order(some) for some in _some([*corpus.events, "no such event"])],
        "due": [(reader.next_due(at, -1), reader.next_due(at, 1)) for at in places],
        "passed": [reader.passed_until(at) for at in places],
    }


def _among(reader: Reader, events: list[str]) -> list[TimelineRow]:
    return [replace(row, busy_until=None) for row in reader.rows_among(events)]


def _some(events: list[str]) -> list[list[str]]:
    """All events, none of them, and the other half of them from behind, one of these twice."""
    return [events, [], [*events[::-2], *events[-1:]]]


def _days(reader: Reader) -> dict[str, object]:
    days, places = reader.days, range(reader.counts.total)
    found = sorted({day for at in places if (day := days.day_at(at)) is not None})
    stretches = [
        (day + before, day + after) for day in found for before, after in ((-3, -1), (0, 0), (-1, 40))
    ]
    return {
        "dated": (days.dated, [days.day_at(at) for at in (*places, _MANY)]),
        "first from": [days.first_from(day + by) for day in found for by in (0, 1)],
        "units": [days.next_unit(at, zoom, by) for at in places for zoom in Zoom for by in (-1, 1)],
        "nearest": [days.nearest(*stretch) for stretch in (*stretches, (-_FAR, -_FAR), (_FAR, _FAR))],
    }


def _density(reader: Reader) -> dict[str, object]:
    density, answers = reader.density, dict[str, object]()
    for zoom in Zoom:
        units = density.between(zoom, -_FAR, _FAR)
        edges = [edge for unit in units for edge in (unit, unit + 1)]
        answers[f"density {zoom.word}"] = (
            units,
            density.most(zoom),
            [density.units(zoom, edge, by, 2) for edge in edges for by in (-1, 1)],
            [density.groups(zoom, group_of(edge, zoom), by, 2) for edge in edges for by in (-1, 1)],
        )
    return answers


def _lanes(reader: Reader) -> dict[str, object]:
    answers: dict[str, object] = {}
    total = reader.counts.total
    for grouping in reader.lanes.groupings:
        lanes = reader.lanes.of(grouping)
        answers[f"lanes {grouping}"] = [
            (
                lane,
                reader.lanes.rows(lane, 0, _MANY),
                reader.lanes.rows(lane, 1, 1),
                reader.lanes.counts(lane, [total // 3, total // 2]),
            )
            for lane in lanes
        ]
        answers[f"places {grouping}"] = [reader.lanes.places_of(at, grouping) for at in range(total)]
    return answers


def _facets(reader: Reader, query: Query) -> dict[str, list[tuple[str, int]]]:
    return {key: reader.facets.counts(key, query) for key in (*reader.vocabulary.about, "no such key")}


def _mentions(reader: Reader, corpus: Told) -> dict[str, object]:
    mentions = reader.mentions
    pairs = mentions.pairs(_MANY)
    return {
        "met": [mentions.over_rows(parts) for parts in (1, 3)],
        "claims": mentions.claims(),
        "ways": mentions.ways(),
        "pairs": (pairs, mentions.pairs(1)),
        "common": [mentions.common(one, other, 2) for one, other, _ in pairs],
        "of some": [mentions.common(*two, 2) for two in combinations(list(corpus.entities)[:5], 2)],
        "parts": mentions.parts_in(tuple(corpus.claims_of_event)),
    }


def begins(reader: Reader, typed: str, letters: int) -> bool:
    """Whether what is found at once, before and after one more step, is the beginning of all that is found."""
    begun, whole = _begun(reader, typed, letters), _found(reader, typed)
    return all(_is_beginning(it, whole) for it in begun)


def _begun(reader: Reader, typed: str, letters: int) -> list[object]:
    """What is found at once, before and after one more step."""
    before = _found(reader, typed, letters)
    reader.find.prepare()
    return [before, _found(reader, typed, 0)]


def _is_beginning(begun: object, whole: object) -> bool:
    if begun == whole or isinstance(begun, str) or isinstance(whole, str):
        return begun == whole
    assert isinstance(begun, tuple) and isinstance(whole, tuple)
    typed, finder, hits, more, hidden, counting = begun
    first = (typed, finder, hits) == (*whole[:2], whole[2][: len(hits)])
    return first and more <= whole[3] and hidden == 0 and counting


def _found(reader: Reader, typed: str, letters: int | None = None) -> object:
    """What is found, of texts of so many letters at once where that is asked for; a finder is its words."""
    try:
        find: Find = reader.find
        found: Found = find.of(typed) if letters is None else find.begin(typed, letters)
    except QueryError as error:
        return str(error)
    return found.typed, found.finder.words, found.hits, found.more, found.hidden, found.counting
