"""Finding: words, hits, filters."""

from tui.commands.command import Way, command

_GROUP = "Finding"

FINDING = (
    command(
        _GROUP,
        "/",
        "search",
        "Search names, titles, quotes and sources while you type.",
        Way("search", ("slash",), "Search names, titles, quotes and sources."),
    ),
    command(
        _GROUP,
        "n N",
        "hits",
        "Go to the next hit of the search, the one before.",
        Way("hit(1)", ("n",), "Go to the next hit of the search."),
        Way("hit(-1)", ("N",), "Go to the hit before."),
    ),
    command(
        _GROUP,
        "f",
        "filter",
        "Show only some events: by:ushakov has:conflict, and more.",
        Way("filter", ("f",), "Show only some events, or all again."),
    ),
)
