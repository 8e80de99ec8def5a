"""The one list of commands, and what is derived from it."""

from tui.commands.command import Command, Way, command
from tui.commands.finding import FINDING
from tui.commands.moving import MOVING
from tui.commands.taking import TAKING
from tui.commands.time import TIME
from tui.commands.walking import WALKING

_ELSE = (
    command(
        "Else",
        "?",
        "help",
        "Show the keys of where you are, and the signs.",
        Way("help", ("question_mark",), "Show the keys of where you are, and the signs."),
    ),
    command(
        "Else",
        "Ctrl-p",
        "palette",
        "Find a command by typing part of what it does.",
        Way("palette", ("ctrl+p",), "Find a command by typing."),
    ),
    command("Else", "q", "quit", "Quit.", Way("app.quit", ("q",), "Quit.")),
)

COMMANDS: tuple[Command, ...] = (*MOVING, *TIME, *WALKING, *FINDING, *TAKING, *_ELSE)

FOOTERS: dict[str, tuple[str, ...]] = {
    "timeline": ("help", "search", "as of", "conflict", "open", "quit"),
    "lags": ("help", "move", "as of", "open", "view", "back"),
    "entities": ("help", "move", "search", "open", "view", "back"),
    "company": ("help", "move", "search", "open", "view", "back"),
    "grid": ("help", "move", "filter", "open", "view", "back"),
    "search": ("help", "move", "hits", "search", "open", "back"),
    "detail": ("help", "move", "open", "quotes", "conflict", "back"),
    "source": ("help", "move", "quotes", "its event", "citation", "back"),
}
"""The labels of at most six hints for each place, `?` first and the way out last (UX section 9)."""


_in_force: tuple[Command, ...] = COMMANDS


def use(commands: tuple[Command, ...]) -> None:
    """Let these be the commands of this run: the same ones, perhaps under other keys."""
    global _in_force
    _in_force = commands


def in_force() -> tuple[Command, ...]:
    """The commands of this run, under the keys of this run."""
    return _in_force


def commands_in(place: str) -> list[Command]:
    """The commands that act in a place."""
    return [command for command in in_force() if place in command.where]


def footer_hints(place: str) -> list[tuple[str, str]]:
    """The footer of a place: keys and label of each hint."""
    by_label = {command.label: command for command in commands_in(place)}
    return [(_small(by_label[label].keys), label) for label in FOOTERS[place]]


def _small(keys: str) -> str:
    """Keys as the footer writes them: names in lower case, letters as they are."""
    return " ".join(key if len(key) == 1 else key.lower() for key in keys.split())
