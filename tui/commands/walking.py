"""Walking from quote to quote, conflict to conflict, event to event, and back."""

from model.index.features import Feature
from tui.actions import findings, layer, walk
from tui.commands import on_selection
from tui.commands.command import Command, Way
from tui.views.registry import NAMES

_GROUP = "Walking"
_QUOTES = (
    Way(-1, ("left_square_bracket",), "Light the quote before."),
    Way(1, ("right_square_bracket",), "Light the next quote."),
)

WALKING = (
    Command(
        "quote",
        "[ ]",
        "quotes",
        "Light the quote before, the next one, of the card.",
        _GROUP,
        walk.quote,
        _QUOTES,
        where=(*NAMES, "detail", "conflict"),
        needs=Feature.CLAIMS,
        able=on_selection.has_quotes,
    ),
    Command(
        "quote-of-document",
        "[ ]",
        "quotes",
        "Light the quote before, the next one, of the document.",
        _GROUP,
        walk.quote,
        _QUOTES,
        where=("source",),
        needs=Feature.CLAIMS,
        able=on_selection.has_quotes,
    ),
    Command(
        "conflict",
        "c C",
        "conflict",
        "Show the next conflict between sources, the one before.",
        _GROUP,
        walk.conflict,
        (
            Way(1, ("c",), "Show the next conflict between sources."),
            Way(-1, ("C",), "Show the conflict before."),
        ),
        needs=Feature.CLAIMS,
    ),
    Command(
        "findings",
        "!",
        "findings",
        "Show what is wrong with the corpus, from the first on, and leave it again.",
        _GROUP,
        findings.findings,
        (Way(1, ("exclamation_mark",), "Show what is wrong with the corpus, or leave it again."),),
        needs=Feature.CLAIMS,
    ),
    Command(
        "reading",
        "h l",
        "reading",
        "Go to the reading on the left, on the right.",
        _GROUP,
        walk.aside,
        (
            Way(-1, ("h", "left"), "Go to what is on the left."),
            Way(1, ("l", "right"), "Go to what is on the right."),
        ),
        also="arrows",
        where=("conflict",),
        needs=Feature.CLAIMS,
        able=on_selection.has_readings,
    ),
    Command(
        "columns",
        "h l",
        "columns",
        "Show the columns further left, further right.",
        _GROUP,
        walk.aside,
        (
            Way(-1, ("h", "left"), "Show the columns further left."),
            Way(1, ("l", "right"), "Show the columns further right."),
        ),
        also="arrows",
        where=("grid",),
        needs=Feature.MENTIONS,
    ),
    Command(
        "unfold",
        "h l",
        "unfold",
        "Fold what rests on the origin, or show it.",
        _GROUP,
        walk.aside,
        (
            Way(-1, ("h", "left"), "Fold what rests on the origin."),
            Way(1, ("l", "right"), "Show what rests on the origin."),
        ),
        also="arrows",
        where=("support",),
        needs=Feature.CLAIMS,
    ),
    Command(
        "event-of-entity",
        "e E",
        "its events",
        "Go to the next event of the entity on the card, or back.",
        _GROUP,
        walk.event_of_entity,
        (
            Way(1, ("e",), "Go to the next event of the entity on the card."),
            Way(-1, ("E",), "Go to the event before, of the entity on the card."),
        ),
        needs=Feature.MENTIONS,
        able=on_selection.is_entity,
    ),
    Command(
        "own-event",
        "( )",
        "own events",
        "Go to the curated event before, the next one, past the rows between.",
        _GROUP,
        layer.next_event,
        (
            Way(-1, ("left_parenthesis",), "Go to the curated event before, past the rows between."),
            Way(1, ("right_parenthesis",), "Go to the next curated event, past the rows between."),
        ),
        needs=Feature.LAYER,
    ),
    Command(
        "history",
        "{ }",
        "history",
        "Go back to where you were, and forward again.",
        _GROUP,
        walk.history,
        (
            Way(-1, ("left_curly_bracket", "ctrl+o", "backspace"), "Go back to where you were."),
            Way(1, ("right_curly_bracket",), "Go forward again."),
        ),
        also="Ctrl-o Backspace",
    ),
)
