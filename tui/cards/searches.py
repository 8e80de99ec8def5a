"""Searches that found nothing, as they stand on the card of what was sought."""

from collections.abc import Iterable

from model.asof.searches import made_on, search_words
from model.corpus.asked import VainSearch
from tui.cards.layout import columns, heading, widest
from tui.text.line import BLANK, MUTE, TEXT, Line
from tui.text.phrases import Phrases, counted
from tui.text.target import EntityTarget

_DAY = 6


def search_lines(searches: Iterable[VainSearch], phrases: Phrases, after: int | None = None) -> list[Line]:
    """A heading, and a line for each search: its day, where, with which words; it leads to the first of where.

    One that was made no later than the day `after` says so: it was no search for what came of it.
    """
    found = list(searches)
    if not found:
        return []
    days = [phrases.known_on(made_on(it)) for it in found]
    room = widest(days, _DAY)
    lines = [BLANK, heading(counted(len(found), "search", "searches"), "found nothing")]
    for search, day in zip(found, days, strict=True):
        early = after is not None and made_on(search) <= after
        words = search_words(phrases.corpus, search, phrases.safe)
        target = EntityTarget(search.where[0]) if search.where else None
        row = [
            (f"  {day}", MUTE, 2 + room),
            (words + (" (before its day had passed)" if early else ""), MUTE if early else TEXT, 0),
        ]
        lines.append(columns(row, phrases.signs.cut, target))
    return lines
