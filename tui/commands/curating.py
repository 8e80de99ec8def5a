"""Curating: claims from what is marked."""

from tui.actions import curate, edit
from tui.commands.command import Command, Way
from tui.state.scene import MARKING

_GROUP = "Curating"
_MARKED = ("marked", MARKING)

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
