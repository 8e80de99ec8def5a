"""The one list of commands."""

from model.index.features import Feature
from tui.actions import panes, reload
from tui.commands.as_of import AS_OF
from tui.commands.command import ALWAYS, Command, Way
from tui.commands.curating import CURATING
from tui.commands.finding import FINDING
from tui.commands.marking import MARKING
from tui.commands.moving import MOVING
from tui.commands.taking import TAKING
from tui.commands.time import TIME
from tui.commands.viewing import VIEWING
from tui.commands.walking import WALKING

_ELSE = (
    Command(
        "help",
        "?",
        "help",
        "Show the keys of where you are, and the signs.",
        "Else",
        panes.show_help,
        (Way("keys", ("question_mark",), "Show the keys of where you are, and the signs.", "help"),),
        where=ALWAYS,
    ),
    Command(
        "signs",
        ":signs",
        "signs",
        "Show what the signs and marks mean.",
        "Else",
        panes.show_help,
        (Way("signs", (), "Show what the signs and marks mean.", "signs", ("legend", "marks")),),
    ),
    Command(
        "theme",
        ":theme",
        "theme",
        "Draw in the next theme: dark, light, contrast, terminal, plain.",
        "Else",
        panes.next_theme,
        (Way(1, (), "Draw in the next theme.", "theme", ("colours", "colors", "dark", "light")),),
    ),
    Command(
        "palette",
        "Ctrl-p",
        "palette",
        "Find a command by typing part of what it does.",
        "Else",
        panes.show_palette,
        (Way(1, ("ctrl+p",), "Find a command by typing."),),
        where=ALWAYS,
    ),
    Command(
        "redraw",
        "Ctrl-l",
        "redraw",
        "Draw the screen anew, where something else has written on it.",
        "Else",
        panes.redraw,
        (Way(1, ("ctrl+l",), "Draw the screen anew."),),
        where=ALWAYS,
    ),
    Command(
        "reload",
        "R",
        "reload",
        "Read the newest table in the place of this one, where a newer one was imported.",
        "Else",
        reload.reopen,
        (Way(1, ("R",), "Read the newest table.", "reload", ("newer", "refresh")),),
        where=ALWAYS,
        needs=Feature.ROWS,
        able=reload.can_be_newer,
    ),
    Command(
        "quit",
        "q",
        "quit",
        "Quit.",
        "Else",
        panes.leave,
        (Way(1, ("q", "ctrl+q"), "Quit."),),
        also="Ctrl-q",
        where=ALWAYS,
    ),
)

COMMANDS: tuple[Command, ...] = (
    *MOVING,
    *VIEWING,
    *TIME,
    *AS_OF,
    *WALKING,
    *FINDING,
    *TAKING,
    *MARKING,
    *CURATING,
    *_ELSE,
)
