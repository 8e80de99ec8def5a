"""Moving the as-of day, and walking what time has left open."""

from model.index.features import Feature
from tui.actions import changes, time
from tui.commands.command import Command, Way

_GROUP = "As of"

AS_OF = (
    Command(
        "step",
        ", .",
        "as of",
        "Show what was known a step earlier, a step later.",
        _GROUP,
        time.step,
        (
            Way(-1, ("comma",), "Show what was known a step earlier."),
            Way(1, ("full_stop",), "Show what was known a step later."),
        ),
    ),
    Command(
        "today",
        "t",
        "today",
        "Show it as of today; again, as of the last thing said.",
        _GROUP,
        time.today,
        (Way(1, ("t",), "Show it as of today, or as of the last thing said."),),
    ),
    Command(
        "changes",
        "=",
        "changes",
        "Show what changed from a day to a day, or leave it.",
        _GROUP,
        changes.changes,
        (Way(1, ("equals_sign",), "Show what changed since a day, right after a step by it; or leave it."),),
    ),
    Command(
        "due",
        "u U",
        "due",
        "Go to the next event that is due, to the one before.",
        _GROUP,
        time.due,
        (
            Way(1, ("u",), "Go to the next event that is due."),
            Way(-1, ("U",), "Go to the event before that is due."),
        ),
        needs=Feature.CLAIMS,
    ),
)
