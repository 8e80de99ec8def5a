"""Walking from quote to quote, conflict to conflict, event to event, and back."""

from tui.commands.command import VIEWS, Way, command

_GROUP = "Walking"
_QUOTES = (
    Way("quote(-1)", ("left_square_bracket",), "Light the quote before."),
    Way("quote(1)", ("right_square_bracket",), "Light the next quote."),
)

WALKING = (
    command(
        _GROUP,
        "[ ]",
        "quotes",
        "Light the quote before, the next one, of the card.",
        *_QUOTES,
        where=(*VIEWS, "detail", "conflict"),
    ),
    command(
        _GROUP,
        "[ ]",
        "quotes",
        "Light the quote before, the next one, of the document.",
        *_QUOTES,
        where=("source",),
    ),
    command(
        _GROUP,
        "c C",
        "conflict",
        "Show the next conflict between sources, the one before.",
        Way("conflict(1)", ("c",), "Show the next conflict between sources."),
        Way("conflict(-1)", ("C",), "Show the conflict before."),
    ),
    command(
        _GROUP,
        "h l",
        "reading",
        "Go to the reading on the left, on the right.",
        Way("aside(-1)", ("h", "left"), "Go to what is on the left."),
        Way("aside(1)", ("l", "right"), "Go to what is on the right."),
        also="arrows",
        where=("conflict",),
    ),
    command(
        _GROUP,
        "h l",
        "columns",
        "Show the columns further left, further right.",
        Way("aside(-1)", ("h", "left"), "Show the columns further left."),
        Way("aside(1)", ("l", "right"), "Show the columns further right."),
        also="arrows",
        where=("grid",),
    ),
    command(
        _GROUP,
        "e E",
        "its events",
        "Go to the next event of the entity on the card, or back.",
        Way("event_of_entity(1)", ("e",), "Go to the next event of the entity on the card."),
        Way("event_of_entity(-1)", ("E",), "Go to the event before, of the entity on the card."),
    ),
    command(
        _GROUP,
        "{ }",
        "history",
        "Go back to where you were, and forward again.",
        Way("history(-1)", ("left_curly_bracket", "ctrl+o", "backspace"), "Go back to where you were."),
        Way("history(1)", ("right_curly_bracket",), "Go forward again."),
        also="Ctrl-o Backspace",
    ),
)
