"""Moving in a pane, and from pane to pane."""

from tui.commands.command import VIEWS, Way, command

_MOVING, _PANES = "Moving", "Panes"
_IN = (Way("enter", ("enter",), "Go in."),)

MOVING = (
    command(
        _MOVING,
        "j k",
        "move",
        "Go down, up one line.",
        Way("move(1)", ("j", "down"), "Go down one line."),
        Way("move(-1)", ("k", "up"), "Go up one line."),
        also="arrows",
    ),
    command(
        _MOVING,
        "Ctrl-d Ctrl-u",
        "half page",
        "Go down, up half a page.",
        Way("page(0.5)", ("ctrl+d",), "Go down half a page."),
        Way("page(-0.5)", ("ctrl+u",), "Go up half a page."),
    ),
    command(
        _MOVING,
        "PgDn PgUp",
        "page",
        "Go down, up a page.",
        Way("page(1)", ("pagedown", "ctrl+f"), "Go down a page."),
        Way("page(-1)", ("pageup", "ctrl+b"), "Go up a page."),
        also="Ctrl-f Ctrl-b",
    ),
    command(
        _MOVING,
        "g G",
        "ends",
        "Go to the first, the last line.",
        Way("edge(-1)", ("g", "home"), "Go to the first line."),
        Way("edge(1)", ("G", "end"), "Go to the last line."),
        also="Home End",
    ),
    command(_PANES, "Enter", "open", "Open the card of the event.", *_IN, where=VIEWS),
    command(_PANES, "Enter", "open", "Go to what the line names.", *_IN, where=("detail",)),
    command(_PANES, "Enter", "sentence", "Go to the lit sentence in its source.", *_IN, where=("conflict",)),
    command(_PANES, "Enter", "its event", "Go to the event of the lit quote.", *_IN, where=("source",)),
    command(_PANES, "Esc", "back", "Go back out one level.", Way("out", ("escape",), "Go back out.")),
    command(
        _PANES,
        "Tab",
        "next pane",
        "Go to the next pane, the one before.",
        Way("next_pane(1)", ("tab",), "Go to the next pane."),
        Way("next_pane(-1)", ("shift+tab",), "Go to the pane before."),
        also="Shift-Tab",
    ),
    command(
        _PANES,
        "1 2 3",
        "pane",
        "Go to the timeline, the card, the source.",
        Way("pane('timeline')", ("1",), "Go to the timeline."),
        Way("pane('detail')", ("2",), "Go to the card."),
        Way("pane('source')", ("3",), "Go to the source text."),
    ),
    command(
        _PANES,
        "z",
        "zoom",
        "Give this pane the whole screen, or put it back.",
        Way("zoom", ("z",), "Give this pane the whole screen, or put it back."),
    ),
    command(
        _PANES,
        "v V",
        "view",
        "Show the next view, or back: timeline, lanes, lags, entities, company, grid.",
        Way("view(1)", ("v",), "Show the next view: timeline, lanes, lags, entities, company, grid."),
        Way("view(-1)", ("V",), "Show the view before: timeline, lanes, lags, entities, company, grid."),
    ),
)
