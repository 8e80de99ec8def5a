"""No record leads back to itself: by supersession, as a part, for its date, as its origin, by preference."""

from collections.abc import Iterator, Mapping

from model.corpus.check_calendar import all_dates
from model.corpus.check_references import RELATIONS
from model.corpus.copies import link_of, made_from
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.quarrels import contests

_SAID = 6
"""How many names of a ring are said at most."""

_A_PAIR = 2

_Links = dict[str, tuple[str, ...]]

_Ring = tuple[str, ...]
"""The names of a ring, in order; of a long one, the first ones."""


def ring_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each ring of records, and for each claim that stands in a relation to itself."""
    yield from _own_relations(draft)
    yield from _rings_of_supersession(draft)
    yield from _rings_of_events(draft)
    yield from _rings_of_dates(draft)
    yield from _rings_of_origins(draft)
    yield from _rings_of_preferences(draft)
    yield from _rings_of_copies(draft)


def _own_relations(draft: Draft) -> Iterator[Problem]:
    for claim, place in draft.claims:
        for relation in RELATIONS:
            if claim.id in getattr(claim, relation):
                message = f'"{claim.id}" {relation} itself; name another claim'
                yield Problem(place.of(relation), message, "R005")


def _rings_of_supersession(draft: Draft) -> Iterator[Problem]:
    superseding = [(claim, place) for claim, place in draft.claims if claim.supersedes]
    places = {claim.id: place.of("supersedes") for claim, place in superseding}
    links = {claim.id: _but(claim.id, claim.supersedes) for claim, _ in superseding}
    for ring in _rings(links):
        said = _said(ring, "supersedes")
        message = f"a ring of supersession: {said}; a later claim supersedes an earlier one"
        yield Problem(places[ring[0]], message, "R006")


def _rings_of_events(draft: Draft) -> Iterator[Problem]:
    places = {event.id: place.of("part_of") for event, place in draft.events if event.part_of}
    links = {event.id: (event.part_of,) for event, _ in draft.events if event.part_of}
    for ring in _rings(links):
        yield Problem(
            places[ring[0]],
            f"an event within itself: {_said(ring, 'is part of')}; take one part_of away",
            "R007",
        )


def _rings_of_dates(draft: Draft) -> Iterator[Problem]:
    places: dict[str, Place] = {}
    links: _Links = {}
    for name, date, place in all_dates(draft):
        if date is not None and date.from_ is not None:
            places[name], links[name] = place.of("from"), (date.from_,)
    for ring in _rings(links):
        said = _said(ring, "has its date from")
        message = f"a ring of dates: {said}; one of them needs a date of its own"
        yield Problem(places[ring[0]], message, "R008")


def _rings_of_origins(draft: Draft) -> Iterator[Problem]:
    # A statement that names itself says no more than the default.
    repeating = [(it, place) for it, place in draft.statements if it.origin not in (None, it.id)]
    places = {statement.id: place.of("origin") for statement, place in repeating}
    links = {statement.id: (statement.origin,) for statement, _ in repeating if statement.origin}
    for ring in _rings(links):
        said = _said(ring, "has its origin in")
        message = f"a ring of origins: {said}; the first to be said is the origin of the others"
        yield Problem(places[ring[0]], message, "R009")


def _rings_of_copies(draft: Draft) -> Iterator[Problem]:
    sources = {source.id: (source, place) for source, place in draft.sources}
    links = {
        name: (first,) for name, (source, _) in sources.items() if (first := made_from(source)) is not None
    }
    for ring in _rings(links):
        source, place = sources[ring[0]]
        said = _said(ring, "is a copy of")
        message = f"a ring of copies: {said}; the first to be printed is a copy of none"
        yield Problem(place.of(link_of(source) or ""), message, "R030")


def _rings_of_preferences(draft: Draft) -> Iterator[Problem]:
    """Over three conflicts or more; of two that contradict one another, `check_meaning` says so."""
    places: dict[str, Place] = {}
    links: dict[str, list[str]] = {}
    for conflict, place in draft.conflicts:
        if conflict.preferred is not None and contests(conflict):
            places.setdefault(conflict.preferred, place.of("preferred"))
            links.setdefault(conflict.preferred, []).extend(_but(conflict.preferred, conflict.claims))
    for ring in _rings({name: tuple(dict.fromkeys(others)) for name, others in links.items()}):
        if len(ring) > _A_PAIR:
            said = _said(ring, "is preferred to")
            message = f"a ring of preferences: {said}; let one conflict prefer none"
            yield Problem(places[ring[0]], message, "R010")


def _but(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(other for other in names if other != name)


def _said(ring: _Ring, verb: str) -> str:
    """The ring in words, back to its first name; the middle of a long one is left out."""
    names = [f'"{name}"' for name in (*ring, ring[0])]
    if len(names) > _SAID:
        names[_SAID - 2 : -1] = ["..."]
    return f" {verb} ".join(names)


def _rings(leads_to: Mapping[str, tuple[str, ...]]) -> Iterator[_Ring]:
    """Each ring in a directed graph once, from its first name on. Iterative: chains may be long."""
    done: set[str] = set()
    for start in leads_to:
        if start in done:
            continue
        trail: list[str] = []
        on_trail: dict[str, int] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                del on_trail[trail.pop()]
                done.add(name)
            elif name in on_trail:
                # No more than is said: there may be as many rings as names, each through nearly all of them.
                yield tuple(trail[on_trail[name] : on_trail[name] + _SAID])
            elif name not in done:
                on_trail[name] = len(trail)
                trail.append(name)
                stack.append((name, True))
                stack.extend((other, False) for other in leads_to.get(name, ()))
