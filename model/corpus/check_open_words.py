"""One word for one thing: the words that a field takes openly are not nearly the same."""

from collections import Counter
from collections.abc import Iterable, Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.near_words import nearly_one

GUIDE_TYPES = (
    "visit",
    "attendance",
    "meeting",
    "call",
    "ceremony",
    "parade",
    "statement",
    "decision",
    "invitation",
    "election",
    "deployment",
    "construction",
    "publication",
    "incident",
    "anniversary",
    "dispute",
    "war",
    "relation",
    "strand",
)
"""The types of events that the guide lists."""

GUIDE_LISTS = (
    "attendance",
    "funeral-committee",
    "congress-presidium",
    "delegation",
    "meeting",
    "parade-units",
)
"""The kinds of lists that the guide lists."""

GUIDE_FURNITURE = (
    "menu",
    "headline-repeat",
    "caption-repeat",
    "translation-note",
    "byline",
    "comment-form",
    "weather",
    "page-date",
    "advert",
    "biography",
)
"""The kinds of furniture that the guide lists."""

_Used = list[tuple[str, Place]]


def open_word_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each open word that is a letter away from one that is listed, or that more records have."""
    types = [(event.type, place.of("type")) for event, place in draft.events if not event.draft]
    yield from _near_problems("the type", types, GUIDE_TYPES)
    kinds = [(it.kind, place.of("kind")) for rows in draft.furniture.values() for it, place in rows]
    yield from _near_problems("the kind", kinds, GUIDE_FURNITURE)
    lists = [(it.kind, place.of("kind")) for it, place in draft.lists if not it.draft]
    yield from _near_problems("the kind", lists, GUIDE_LISTS)
    counted = [
        (amount.what, place.of("amounts", number, "what"))
        for claim, place in draft.claims
        for number, amount in enumerate(claim.amounts)
    ]
    yield from _near_problems("what is counted,", counted, ())


def _near_problems(said: str, used: _Used, listed: Iterable[str]) -> Iterator[Problem]:
    near = nearly_one((word for word, _ in Counter(word for word, _ in used).most_common()), listed)
    for word, place in used if near else ():
        if word in near:
            message = f'{said} "{word}" is nearly "{near[word]}"; use one word for one thing'
            yield Problem(place, message, "R040")
