"""Moving in a pane, and from pane to pane."""

from tui.actions import panes
from tui.commands.command import Command, Way
from tui.views.registry import NAMES

_MOVING, _PANES = "Moving", "Panes"
_IN = (Way(1, ("enter",), "Go in."),)
# Hits are a view only where something was searched for.
_VIEWS = ", ".join(name for name in NAMES if name != "search")

MOVING = (
    Command(
        "move",
        "j k",
        "move",
        "Go down, up one line.",
        _MOVING,
        panes.move,
        (Way(1, ("j", "down"), "Go down one line."), Way(-1, ("k", "up"), "Go up one line.")),
        also="arrows",
    ),
    Command(
        "half-page",
        "Ctrl-d Ctrl-u",
        "half page",
        "Go down, up half a page.",
        _MOVING,
        panes.page,
        (Way(0.5, ("ctrl+d",), "Go down half a page."), Way(-0.5, ("ctrl+u",), "Go up half a page.")),
    ),
    Command(
        "page",
        "PgDn PgUp",
        "page",
        "Go down, up a page.",
        _MOVING,
        panes.page,
        (Way(1, ("pagedown", "ctrl+f"), "Go down a page."), Way(-1, ("pageup", "ctrl+b"), "Go up a page.")),
        also="Ctrl-f Ctrl-b",
    ),
    Command(
        "ends",
        "g G",
        "ends",
        "Go to the first, the last line.",
        _MOVING,
        panes.edge,
        (Way(-1, ("g", "home"), "Go to the first line."), Way(1, ("G", "end"), "Go to the last line.")),
        also="Home End",
    ),
    Command("open", "Enter", "open", "Open the card of the event.", _PANES, panes.enter, _IN, where=NAMES),
    Command(
        "open-line",
        "Enter",
        "open",
        "Go to what the line names.",
        _PANES,
        panes.enter,
        _IN,
        where=("detail",),
    ),
    Command(
        "open-sentence",
        "Enter",
        "sentence",
        "Go to the lit sentence in its source.",
        _PANES,
        panes.enter,
        _IN,
        where=("conflict",),
    ),
    Command(
        "open-event",
        "Enter",
        "its event",
        "Go to the event of the lit quote.",
        _PANES,
        panes.enter,
        _IN,
        where=("source",),
    ),
    Command(
        "back",
        "Esc",
        "back",
        "Go back out one level.",
        _PANES,
        panes.out,
        (Way(1, ("escape",), "Go back out."),),
    ),
    Command(
        "next-pane",
        "Tab",
        "next pane",
        "Go to the next pane, the one before.",
        _PANES,
        panes.next_pane,
        (Way(1, ("tab",), "Go to the next pane."), Way(-1, ("shift+tab",), "Go to the pane before.")),
        also="Shift-Tab",
    ),
    Command(
        "pane",
        "1 2 3",
        "pane",
        "Go to the timeline, the card, the source.",
        _PANES,
        panes.pane,
        (
            Way("timeline", ("1",), "Go to the timeline."),
            Way("detail", ("2",), "Go to the card."),
            Way("source", ("3",), "Go to the source text."),
        ),
    ),
    Command(
        "zoom",
        "z",
        "zoom",
        "Give this pane the whole screen, or put it back.",
        _PANES,
        panes.zoom,
        (Way(1, ("z",), "Give this pane the whole screen, or put it back."),),
    ),
    Command(
        "view",
        "v V",
        "view",
        f"Show the next view, or back: {_VIEWS}.",
        _PANES,
        panes.view,
        (
            Way(1, ("v",), f"Show the next view: {_VIEWS}."),
            Way(-1, ("V",), f"Show the view before: {_VIEWS}."),
        ),
    ),
)
