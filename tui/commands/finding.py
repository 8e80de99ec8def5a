"""Finding: words, hits, filters."""

from model.index.features import Feature
from tui.actions import filter, find
from tui.commands.command import Command, Way

_GROUP = "Finding"

FINDING = (
    Command(
        "search",
        "/",
        "search",
        "Search names, titles, quotes and sources while you type.",
        _GROUP,
        find.ask_for_words,
        (Way(1, ("slash",), "Search names, titles, quotes and sources."),),
        needs=Feature.CLAIMS,
    ),
    Command(
        "search-rows",
        "/",
        "search",
        "Search all columns while you type.",
        _GROUP,
        find.ask_for_words,
        (Way(1, ("slash",), "Search all columns."),),
        needs=Feature.ROWS,
    ),
    Command(
        "hit",
        "n N",
        "hits",
        "Go to the next hit of the search, the one before.",
        _GROUP,
        find.hit,
        (
            Way(1, ("n",), "Go to the next hit of the search."),
            Way(-1, ("N",), "Go to the hit before."),
        ),
    ),
    Command(
        "filter",
        "f",
        "filter",
        "Show only some events: by:ushakov has:conflict, and more.",
        _GROUP,
        filter.ask_for_filter,
        (Way(1, ("f",), "Show only some events, or all again.", "filter"),),
        needs=Feature.CLAIMS,
    ),
    Command(
        "filter-rows",
        "f",
        "filter",
        "Show only some rows: by words, by the values of columns, by days.",
        _GROUP,
        filter.ask_for_filter,
        (Way(1, ("f",), "Show only some rows, or all again.", "filter"),),
        needs=Feature.ROWS,
    ),
)
