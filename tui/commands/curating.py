"""Curating: claims from what is marked."""

from tui.actions import curate
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
)
