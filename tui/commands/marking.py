"""Marking text in the source."""

from model.index.features import Feature
from tui.actions import marking
from tui.commands import on_selection
from tui.commands.command import Command, Way
from tui.state.scene import MARKING as _WHERE

_GROUP = "Marking text"
_MARKING = (_WHERE,)

MARKING = (
    Command(
        "mark-text",
        "s",
        "mark text",
        "Mark text from the lit sentence on, or the first one in sight; after a claim, from the next one without any.",
        _GROUP,
        marking.start,
        (Way(1, ("s",), "Mark text, to make a claim of it."),),
        where=("source",),
        passing=True,
        needs=Feature.CLAIMS,
        able=on_selection.has_source,
    ),
    Command(
        "mark-on",
        "s",
        "mark on",
        "Go on marking what is marked.",
        _GROUP,
        marking.start,
        (Way(1, ("s",), "Go on marking."),),
        where=("marked", "gaps"),
        passing=True,
        needs=Feature.CLAIMS,
    ),
    Command(
        "mark-characters",
        "h l",
        "characters",
        "Mark one character less, more.",
        _GROUP,
        marking.character,
        (
            Way(-1, ("h", "left"), "Mark one character less."),
            Way(1, ("l", "right"), "Mark one character more."),
        ),
        also="arrows",
        where=_MARKING,
        passing=True,
        needs=Feature.CLAIMS,
    ),
    Command(
        "mark-words",
        "H L",
        "words",
        "Mark one word less, more; once it is taken, L says why it is left out.",
        _GROUP,
        marking.word,
        (
            Way(-1, ("H", "shift+left"), "Mark one word less."),
            Way(1, ("L", "shift+right"), "Mark one word more."),
        ),
        also="Shift-arrows",
        where=_MARKING,
        passing=True,
        needs=Feature.CLAIMS,
    ),
    Command(
        "mark-sentences",
        "( )",
        "sentences",
        "Mark one sentence less, more.",
        _GROUP,
        marking.sentence,
        (
            Way(-1, ("left_parenthesis",), "Mark one sentence less."),
            Way(1, ("right_parenthesis",), "Mark one sentence more."),
        ),
        where=_MARKING,
        passing=True,
        needs=Feature.CLAIMS,
    ),
    Command(
        "mark-next",
        "j k",
        "next sentence",
        "Mark the next sentence instead, the one before.",
        _GROUP,
        marking.next_sentence,
        (
            Way(1, ("j", "down"), "Mark the next sentence instead."),
            Way(-1, ("k", "up"), "Mark the sentence before instead."),
        ),
        also="arrows",
        where=_MARKING,
        passing=True,
        needs=Feature.CLAIMS,
    ),
    Command(
        "mark-other-end",
        "o",
        "other end",
        "Let the other end of what is marked move.",
        _GROUP,
        marking.other_end,
        (Way(1, ("o",), "Let the other end move."),),
        where=_MARKING,
        passing=True,
        needs=Feature.CLAIMS,
    ),
    Command(
        "mark-taken",
        "w",
        "take it",
        "Keep what is marked, to make something of it.",
        _GROUP,
        marking.take,
        (Way(1, ("w", "enter"), "Keep what is marked."),),
        also="Enter",
        where=_MARKING,
        passing=True,
        needs=Feature.CLAIMS,
    ),
)
