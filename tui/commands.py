"""The one list of what can be done: bindings, footer, help and the README's key table are made from it.

A command's `action` is a method `action_<name>` of the screen, or of the panes where `pane` is True.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

EVERYWHERE = ("timeline", "detail", "source")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done.

    `keys` are Textual's key names, `shown` how people read them. `label` is one or two words for the footer;
    `help` one sentence. `where` names the panes in which it acts.
    """

    action: str
    keys: tuple[str, ...]
    shown: str
    label: str
    help: str
    group: str
    where: tuple[str, ...] = EVERYWHERE
    pane: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("move(1)", ("j", "down"), "j, Down", "move", "Go down one line.", "Moving", pane=True),
    Command("move(-1)", ("k", "up"), "k, Up", "move", "Go up one line.", "Moving", pane=True),
    Command("page(0.5)", ("ctrl+d",), "Ctrl-d", "half down", "Go down half a page.", "Moving", pane=True),
    Command("page(-0.5)", ("ctrl+u",), "Ctrl-u", "half up", "Go up half a page.", "Moving", pane=True),
    Command(
        "page(1)", ("pagedown", "ctrl+f"), "PgDn, Ctrl-f", "page down", "Go down a page.", "Moving", pane=True
    ),
    Command(
        "page(-1)", ("pageup", "ctrl+b"), "PgUp, Ctrl-b", "page up", "Go up a page.", "Moving", pane=True
    ),
    Command("edge(-1)", ("g", "home"), "g, Home", "start", "Go to the first line.", "Moving", pane=True),
    Command("edge(1)", ("G", "end"), "G, End", "end", "Go to the last line.", "Moving", pane=True),
    Command(
        "enter", ("enter",), "Enter", "open", "Open the card of the event.", "Panes", ("timeline",), pane=True
    ),
    Command(
        "enter",
        ("enter",),
        "Enter",
        "open",
        "Go to what the line names: a person, a quote, an event.",
        "Panes",
        ("detail",),
        pane=True,
    ),
    Command(
        "enter",
        ("enter",),
        "Enter",
        "its event",
        "Go to the event that the lit quote speaks of.",
        "Panes",
        ("source",),
        pane=True,
    ),
    Command("out", ("escape",), "Esc", "out", "Go back out one level.", "Panes"),
    Command("next_pane(1)", ("tab",), "Tab", "next pane", "Go to the next pane.", "Panes"),
    Command("next_pane(-1)", ("shift+tab",), "Shift-Tab", "pane", "Go to the pane before.", "Panes"),
    Command("pane('timeline')", ("1",), "1", "timeline", "Go to the timeline.", "Panes"),
    Command("pane('detail')", ("2",), "2", "card", "Go to the card.", "Panes"),
    Command("pane('source')", ("3",), "3", "source", "Go to the source text.", "Panes"),
    Command("zoom", ("z",), "z", "zoom", "Give this pane the whole screen, or put it back.", "Panes"),
    Command(
        "quote(-1)",
        ("left_square_bracket",),
        "[",
        "quotes",
        "Light the quote before: of the card, or of the document while in the source.",
        "Walking",
    ),
    Command(
        "quote(1)",
        ("right_square_bracket",),
        "]",
        "quotes",
        "Light the next quote: of the card, or of the document while in the source.",
        "Walking",
    ),
    Command(
        "event_of_entity(1)",
        ("e",),
        "e",
        "its events",
        "Go to the next event of the entity whose card is open.",
        "Walking",
    ),
    Command(
        "event_of_entity(-1)",
        ("E",),
        "E",
        "its events",
        "Go to the event before of the entity whose card is open.",
        "Walking",
    ),
    Command(
        "history(-1)",
        ("left_curly_bracket", "ctrl+o", "backspace"),
        "{, Ctrl-o, Backspace",
        "back",
        "Go back to where you were.",
        "Walking",
    ),
    Command("history(1)", ("right_curly_bracket",), "}", "forward", "Go forward again.", "Walking"),
    Command(
        "help",
        ("question_mark",),
        "?",
        "help",
        "Show the keys of where you are, and what the signs mean.",
        "Else",
    ),
    Command(
        "palette", ("ctrl+p",), "Ctrl-p", "palette", "Find a command by typing part of what it does.", "Else"
    ),
    Command("app.quit", ("q",), "q", "quit", "Leave.", "Else"),
)

FOOTERS: dict[str, tuple[str, ...]] = {
    "timeline": ("help", "move", "open", "next pane", "quotes", "quit"),
    "detail": ("help", "move", "open", "quotes", "back", "out"),
    "source": ("help", "move", "quotes", "its event", "zoom", "out"),
}
"""The labels of at most six hints for each pane, `?` first and the way out last (UX section 9)."""


def footer_hints(pane: str) -> list[tuple[str, str]]:
    """The footer of a pane: keys and label of each hint; commands with the same label share one."""
    hints = []
    for label in FOOTERS[pane]:
        keys = [
            command.shown.split(",")[0]
            for command in COMMANDS
            if command.label == label and pane in command.where
        ]
        hints.append((" ".join(key if len(key) == 1 else key.lower() for key in keys), label))
    return hints


def key_table() -> str:
    """The commands as a Markdown table, for the README."""
    rows = ["| keys | what they do |", "|---|---|"]
    for command in COMMANDS:
        where = "" if command.where == EVERYWHERE else f" (in the {', '.join(command.where)})"
        keys = ", ".join(f"`{key}`" for key in command.shown.split(", "))
        rows.append(f"| {keys} | {command.help}{where} |")
    return "\n".join(rows) + "\n"


def bindings(commands: Iterable[Command], pane: bool) -> list[Binding]:
    """The bindings of the screen, or of every pane."""
    seen: set[str] = set()
    found = []
    for command in commands:
        fresh = [key for key in command.keys if key not in seen]
        if command.pane is pane and fresh:
            seen.update(fresh)
            found.append(Binding(",".join(fresh), command.action, command.help, show=False))
    return found
