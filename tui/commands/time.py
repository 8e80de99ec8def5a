"""Moving the as-of day, and walking what time has left open."""

from tui.commands.command import Way, command

_GROUP = "As of"

TIME = (
    command(
        _GROUP,
        ", .",
        "as of",
        "Show what was known a step earlier, a step later.",
        Way("step(-1)", ("comma",), "Show what was known a step earlier."),
        Way("step(1)", ("full_stop",), "Show what was known a step later."),
    ),
    command(
        _GROUP,
        "t",
        "today",
        "Show it as of today; again, as of the last thing said.",
        Way("today", ("t",), "Show it as of today, or as of the last thing said."),
    ),
    command(
        _GROUP,
        ":",
        "date",
        "Type a day to see things as of it: asof 2025-05-01.",
        Way("prompt", ("colon",), "Type a day to see things as of it.", asks=True),
    ),
    command(
        _GROUP,
        "u U",
        "due",
        "Go to the next event that is due, to the one before.",
        Way("due(1)", ("u",), "Go to the next event that is due."),
        Way("due(-1)", ("U",), "Go to the event before that is due."),
    ),
)
