"""The one list of commands, and what is derived from it."""

from tui.commands.as_of import AS_OF
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
    command(
        "Else",
        "Ctrl-l",
        "redraw",
        "Draw the screen anew, where something else has written on it.",
        Way("app.redraw", ("ctrl+l",), "Draw the screen anew."),
    ),
    command("Else", "q", "quit", "Quit.", Way("app.quit", ("q", "ctrl+q"), "Quit."), also="Ctrl-q"),
)

COMMANDS: tuple[Command, ...] = (*MOVING, *TIME, *AS_OF, *WALKING, *FINDING, *TAKING, *_ELSE)

FOOTERS: dict[str, tuple[str, ...]] = {
    "timeline": ("help", "search", "as of", "conflict", "open", "quit"),
    "lanes": ("help", "time", "scale", "grouping", "fold", "back"),
    "lags": ("help", "move", "as of", "open", "view", "back"),
    "entities": ("help", "move", "search", "open", "view", "back"),
    "company": ("help", "move", "search", "open", "view", "back"),
    "grid": ("help", "move", "columns", "open", "view", "back"),
    "search": ("help", "move", "hits", "search", "open", "back"),
    "detail": ("help", "move", "open", "quotes", "conflict", "back"),
    "conflict": ("help", "reading", "move", "conflict", "sentence", "back"),
    "source": ("help", "move", "quotes", "its event", "citation", "back"),
}
"""The labels of at most six hints for each place, `?` first and the way out last."""


_in_force: tuple[Command, ...] = COMMANDS


def use(commands: tuple[Command, ...]) -> None:
    """Let these be the commands of this run: the same ones, perhaps under other keys."""
    global _in_force
    _in_force = commands


def in_force() -> tuple[Command, ...]:
    """The commands of this run, under the keys of this run."""
    return _in_force


def commands_in(place: str, read_only: bool = False) -> list[Command]:
    """The commands that act in a place; where one may only read, without those that write."""
    return [
        command for command in in_force() if place in command.where and not (read_only and command.writes)
    ]


def writing_actions() -> frozenset[str]:
    """The names of the actions that only writing commands have: what a reader must not be able to do."""
    names = {True: set[str](), False: set[str]()}
    for each in in_force():
        names[each.writes].update(way.action.partition("(")[0].rpartition(".")[2] for way in each.ways)
    return frozenset(names[True] - names[False])


def footer_hints(place: str, read_only: bool = False) -> list[tuple[str, str]]:
    """The footer of a place: keys and label of each hint."""
    by_label = {command.label: command for command in commands_in(place, read_only)}
    return [(_small(by_label[label].keys), label) for label in FOOTERS[place] if label in by_label]


def keys(label: str) -> str:
    """The keys in force of the command that the footer calls so, as it writes them: `n N`."""
    return _small(next(command.keys for command in in_force() if command.label == label))


def keys_of(label: str) -> list[str]:
    """All keys in force of the command that the footer calls so, those worth showing first, as people read them."""
    found = next(command for command in in_force() if command.label == label)
    return [*found.keys.split(), *found.also.split()]


def key(label: str) -> str:
    """The first of them."""
    return keys(label).split()[0]


def _small(keys: str) -> str:
    """Keys as the footer writes them: names in lower case, letters as they are."""
    return " ".join(key if len(key) == 1 else key.lower() for key in keys.split())
