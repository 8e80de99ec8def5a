"""Curating: claims from what is marked."""

from tui.actions import contest, coverage, curate, edit, set_aside, writing
from tui.commands.command import EVERYWHERE, Command, Way
from tui.state.scene import MARKING

_GROUP = "Curating"
_MARKED = ("marked", "gaps", MARKING)

CURATING = (
    Command(
        "claim",
        "i I",
        "claim",
        "Make a claim of what is marked; or another one of the same event and speaker.",
        _GROUP,
        curate.ask_for_claim,
        (
            Way(1, ("i",), "Make a claim of what is marked."),
            Way(2, ("I",), "Make a claim of the same event and speaker."),
        ),
        where=_MARKED,
        writes=True,
    ),
    Command(
        "contest",
        "K",
        "contest",
        "Mark the lit claim, then another one that does not stand with it: a conflict.",
        _GROUP,
        contest.contest,
        (Way(1, ("K",), "Mark the lit claim to be set against another one."),),
        writes=True,
    ),
    Command(
        "left-out",
        "L",
        "left out",
        "Say why nothing is claimed of what is marked.",
        _GROUP,
        set_aside.left_out,
        (Way(1, ("L",), "Say why nothing is claimed of it."),),
        where=("marked", "gaps"),
        writes=True,
    ),
    Command(
        "furniture",
        "F",
        "furniture",
        "Name what is marked as page furniture.",
        _GROUP,
        set_aside.furniture,
        (Way(1, ("F",), "Name what is marked as page furniture."),),
        where=("marked", "gaps", MARKING),
        writes=True,
    ),
    Command(
        "undo",
        "Z",
        "undo",
        "Take back what was written last.",
        _GROUP,
        writing.undo,
        (Way(1, ("Z",), "Take back what was written last."),),
        writes=True,
    ),
    Command(
        "coverage",
        "%",
        "coverage",
        "Light in the source of what nothing is made, or no longer.",
        _GROUP,
        coverage.coverage,
        (Way(1, ("percent_sign",), "Light of what nothing is made, or no longer."),),
        where=(*EVERYWHERE, MARKING),
    ),
    Command(
        "gaps",
        "[ ]",
        "gaps",
        "Mark the gap before, the next one.",
        _GROUP,
        coverage.walk,
        (
            Way(-1, ("left_square_bracket",), "Mark the gap before."),
            Way(1, ("right_square_bracket",), "Mark the next gap."),
        ),
        where=("gaps",),
    ),
    Command(
        "edit",
        "o",
        "editor",
        "Open what is selected at its line in your $EDITOR.",
        _GROUP,
        edit.edit,
        (Way(1, ("o",), "Open what is selected in your $EDITOR."),),
        writes=True,
    ),
)
