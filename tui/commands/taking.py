"""Taking away: to the terminal's clipboard, or to a file."""

from tui.commands.command import Way, command

_GROUP = "Taking away"

TAKING = (
    command(
        _GROUP,
        "w",
        "citation",
        "Send the lit quote with its citation to the terminal's clipboard; again, to a file.",
        Way("take_quote", ("w",), "Send the lit quote with its citation to the clipboard, or to a file."),
        writes=True,
    ),
    command(
        _GROUP,
        "W",
        "event",
        "Send the event as Markdown, quotes and all, to the clipboard; again, to a file.",
        Way("take_event", ("W",), "Send the event as Markdown to the clipboard, or to a file."),
        writes=True,
    ),
    command(
        _GROUP,
        "X",
        "brief",
        "Export the events shown as a brief to a new file: Markdown, HTML or CSV.",
        Way("brief", ("X",), "Export the events shown as a brief to a new file."),
        writes=True,
    ),
)
