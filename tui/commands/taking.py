"""Taking away: to the terminal's clipboard, or to a file."""

from model.index.features import Feature
from tui.actions import take, take_row, take_rows
from tui.commands import on_selection
from tui.commands.command import Command, Way

_GROUP = "Taking away"

TAKING = (
    Command(
        "take-quote",
        "w",
        "citation",
        "Send the lit quote with its citation to the terminal's clipboard; again, to a file.",
        _GROUP,
        take_row.take_lit,
        (
            Way(
                1,
                ("w",),
                "Send the lit quote with its citation to the clipboard, or to a file.",
                "copy",
                ("yank", "cite", "quote"),
                help_of_readers="Send the lit quote with its citation to the clipboard.",
            ),
        ),
        writes=True,
        copies=True,
        help_of_readers="Send the lit quote with its citation to the clipboard.",
        needs=Feature.CLAIMS,
        able=on_selection.is_lit_or_row,
    ),
    Command(
        "take-row",
        "w",
        "citation",
        "Send the row with its file and number to the terminal's clipboard; again, to a file.",
        _GROUP,
        take_row.take_row,
        (
            Way(
                1,
                ("w",),
                "Send the row with its file and number to the clipboard, or to a file.",
                "copy",
                ("yank", "cite"),
                help_of_readers="Send the row with its file and number to the clipboard.",
            ),
        ),
        writes=True,
        copies=True,
        help_of_readers="Send the row with its file and number to the clipboard.",
        needs=Feature.ROWS,
        able=on_selection.is_row,
    ),
    Command(
        "take-event",
        "W",
        "event",
        "Send the event as Markdown, quotes and all, to the clipboard; again, to a file.",
        _GROUP,
        take.take_event,
        (
            Way(
                1,
                ("W",),
                "Send the event as Markdown to the clipboard, or to a file.",
                words=("copy", "yank"),
                help_of_readers="Send the event as Markdown, quotes and all, to the clipboard.",
            ),
        ),
        writes=True,
        copies=True,
        help_of_readers="Send the event as Markdown, quotes and all, to the clipboard.",
        needs=Feature.CLAIMS,
        able=on_selection.is_event,
    ),
    Command(
        "brief",
        "X",
        "brief",
        "Export the events shown to a new file, as a brief or a table: its ending says which.",
        _GROUP,
        take.ask_for_brief,
        (Way(1, ("X",), "Export the events shown to a new file, as a brief or a table.", "export"),),
        writes=True,
        needs=Feature.CLAIMS,
    ),
    Command(
        "rows-to-file",
        "X",
        "export",
        "Export the rows shown to a new file: its ending says in which format.",
        _GROUP,
        take_rows.ask_for_rows,
        (Way(1, ("X",), "Export the rows shown to a new file.", "export"),),
        writes=True,
        needs=Feature.ROWS,
    ),
)
