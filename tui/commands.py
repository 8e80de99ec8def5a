"""The one list of what can be done: bindings, footer, palette, help and the README's table of keys come from it.

Every action is a method `action_<name>` of the main screen, which asks the focused pane where that is its business.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

EVERYWHERE = ("timeline", "detail", "source")


@dataclass(frozen=True, slots=True)
class Way:
    """One action, its keys as Textual names them, and one sentence of what it does."""

    action: str
    keys: tuple[str, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done, often in two directions (`ways`).

    `keys` are those worth showing, `also` the others, as people read them. `label` is one or two words for the footer,
    `help` one sentence. `where` names the panes in which it acts.
    """

    keys: str
    also: str
    label: str
    help: str
    group: str
    ways: tuple[Way, ...]
    where: tuple[str, ...] = EVERYWHERE


COMMANDS: tuple[Command, ...] = (
    Command(
        "j k",
        "arrows",
        "move",
        "Go down, up one line.",
        "Moving",
        (Way("move(1)", ("j", "down"), "Go down one line."), Way("move(-1)", ("k", "up"), "Go up one line.")),
    ),
    Command(
        "Ctrl-d Ctrl-u",
        "",
        "half page",
        "Go down, up half a page.",
        "Moving",
        (
            Way("page(0.5)", ("ctrl+d",), "Go down half a page."),
            Way("page(-0.5)", ("ctrl+u",), "Go up half a page."),
        ),
    ),
    Command(
        "PgDn PgUp",
        "Ctrl-f Ctrl-b",
        "page",
        "Go down, up a page.",
        "Moving",
        (
            Way("page(1)", ("pagedown", "ctrl+f"), "Go down a page."),
            Way("page(-1)", ("pageup", "ctrl+b"), "Go up a page."),
        ),
    ),
    Command(
        "g G",
        "Home End",
        "ends",
        "Go to the first, the last line.",
        "Moving",
        (
            Way("edge(-1)", ("g", "home"), "Go to the first line."),
            Way("edge(1)", ("G", "end"), "Go to the last line."),
        ),
    ),
    Command(
        "Enter",
        "",
        "open",
        "Open the card of the event.",
        "Panes",
        (Way("enter", ("enter",), "Go in."),),
        ("timeline",),
    ),
    Command(
        "Enter",
        "",
        "open",
        "Go to what the line names.",
        "Panes",
        (Way("enter", ("enter",), "Go in."),),
        ("detail",),
    ),
    Command(
        "Enter",
        "",
        "its event",
        "Go to the event of the lit quote.",
        "Panes",
        (Way("enter", ("enter",), "Go in."),),
        ("source",),
    ),
    Command("Esc", "", "back", "Go back out one level.", "Panes", (Way("out", ("escape",), "Go back out."),)),
    Command(
        "Tab",
        "Shift-Tab",
        "next pane",
        "Go to the next pane, the one before.",
        "Panes",
        (
            Way("next_pane(1)", ("tab",), "Go to the next pane."),
            Way("next_pane(-1)", ("shift+tab",), "Go to the pane before."),
        ),
    ),
    Command(
        "1 2 3",
        "",
        "pane",
        "Go to the timeline, the card, the source.",
        "Panes",
        (
            Way("pane('timeline')", ("1",), "Go to the timeline."),
            Way("pane('detail')", ("2",), "Go to the card."),
            Way("pane('source')", ("3",), "Go to the source text."),
        ),
    ),
    Command(
        "z",
        "",
        "zoom",
        "Give this pane the whole screen, or put it back.",
        "Panes",
        (Way("zoom", ("z",), "Give this pane the whole screen, or put it back."),),
    ),
    Command(
        ", .",
        "",
        "as of",
        "Show what was known a step earlier, a step later.",
        "As of",
        (
            Way("step(-1)", ("comma",), "Show what was known a step earlier."),
            Way("step(1)", ("full_stop",), "Show what was known a step later."),
        ),
    ),
    Command(
        "t",
        "",
        "today",
        "Show it as of today; again, as of the last thing said.",
        "As of",
        (Way("today", ("t",), "Show it as of today, or as of the last thing said."),),
    ),
    Command(
        ":",
        "",
        "date",
        "Type a day to see things as of it: asof 2025-05-01.",
        "As of",
        (Way("prompt", ("colon",), "Type a day to see things as of it."),),
    ),
    Command(
        "v",
        "",
        "lags",
        "Show who said what how long before, or after.",
        "As of",
        (Way("lags", ("v",), "Show who said what how long before, or after."),),
    ),
    Command(
        "u U",
        "",
        "due",
        "Go to the next event that is due, to the one before.",
        "As of",
        (
            Way("due(1)", ("u",), "Go to the next event that is due."),
            Way("due(-1)", ("U",), "Go to the event before that is due."),
        ),
    ),
    Command(
        "[ ]",
        "",
        "quotes",
        "Light the quote before, the next one, of the card.",
        "Walking",
        (
            Way("quote(-1)", ("left_square_bracket",), "Light the quote before."),
            Way("quote(1)", ("right_square_bracket",), "Light the next quote."),
        ),
        ("timeline", "detail"),
    ),
    Command(
        "[ ]",
        "",
        "quotes",
        "Light the quote before, the next one, of the document.",
        "Walking",
        (
            Way("quote(-1)", ("left_square_bracket",), "Light the quote before."),
            Way("quote(1)", ("right_square_bracket",), "Light the next quote."),
        ),
        ("source",),
    ),
    Command(
        "c C",
        "",
        "conflict",
        "Show the next conflict between sources, the one before.",
        "Walking",
        (
            Way("conflict(1)", ("c",), "Show the next conflict between sources."),
            Way("conflict(-1)", ("C",), "Show the conflict before."),
        ),
    ),
    Command(
        "e E",
        "",
        "its events",
        "Go to the next event of the entity on the card, or back.",
        "Walking",
        (
            Way("event_of_entity(1)", ("e",), "Go to the next event of the entity on the card."),
            Way("event_of_entity(-1)", ("E",), "Go to the event before, of the entity on the card."),
        ),
    ),
    Command(
        "{ }",
        "Ctrl-o Backspace",
        "history",
        "Go back to where you were, and forward again.",
        "Walking",
        (
            Way("history(-1)", ("left_curly_bracket", "ctrl+o", "backspace"), "Go back to where you were."),
            Way("history(1)", ("right_curly_bracket",), "Go forward again."),
        ),
    ),
    Command(
        "?",
        "",
        "help",
        "Show the keys of where you are, and the signs.",
        "Else",
        (Way("help", ("question_mark",), "Show the keys of where you are, and the signs."),),
    ),
    Command(
        "Ctrl-p",
        "",
        "palette",
        "Find a command by typing part of what it does.",
        "Else",
        (Way("palette", ("ctrl+p",), "Find a command by typing."),),
    ),
    Command("q", "", "quit", "Quit.", "Else", (Way("app.quit", ("q",), "Quit."),)),
)

FOOTERS: dict[str, tuple[str, ...]] = {
    "timeline": ("help", "move", "as of", "conflict", "open", "quit"),
    "detail": ("help", "move", "open", "quotes", "conflict", "back"),
    "source": ("help", "move", "quotes", "its event", "zoom", "back"),
}
"""The labels of at most six hints for each pane, `?` first and the way out last (UX section 9)."""


def commands_in(pane: str) -> list[Command]:
    """The commands that act in a pane."""
    return [command for command in COMMANDS if pane in command.where]


def footer_hints(pane: str) -> list[tuple[str, str]]:
    """The footer of a pane: keys and label of each hint."""
    by_label = {command.label: command for command in commands_in(pane)}
    return [(_small(by_label[label].keys), label) for label in FOOTERS[pane]]


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The bindings of the main screen; a key that several commands share has one action."""
    ways = {way.action: way for command in commands for way in command.ways}
    return [Binding(",".join(way.keys), way.action, way.help, show=False) for way in ways.values()]


def _small(keys: str) -> str:
    """Keys as the footer writes them: names in lower case, letters as they are."""
    return " ".join(key if len(key) == 1 else key.lower() for key in keys.split())
