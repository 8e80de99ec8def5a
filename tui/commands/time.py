"""Moving in time, and how time is drawn."""

from model.index.features import Feature
from tui.actions import lanes, time, walk
from tui.commands import on_selection
from tui.commands.command import EVERYWHERE, Command, Way

_GROUP, _LANES = "Time", "Lanes"
_SCALE = (
    Way(1, ("plus",), "Draw time finer."),
    Way(-1, ("minus", "underscore"), "Draw time coarser."),
)

TIME = (
    Command(
        "day",
        "d D",
        "day",
        "Go to the next day that has events, the one before.",
        _GROUP,
        time.day,
        (
            Way(1, ("d",), "Go to the next day that has events."),
            Way(-1, ("D",), "Go to the day before that has events."),
        ),
    ),
    Command(
        "month",
        "m M",
        "month",
        "Go to the next month that has events, the one before.",
        _GROUP,
        time.month,
        (
            Way(1, ("m",), "Go to the next month that has events."),
            Way(-1, ("M",), "Go to the month before that has events."),
        ),
    ),
    Command(
        "year",
        "y Y",
        "year",
        "Go to the next year that has events, the one before.",
        _GROUP,
        time.year,
        (
            Way(1, ("y",), "Go to the next year that has events."),
            Way(-1, ("Y",), "Go to the year before that has events."),
        ),
    ),
    Command(
        "go-to",
        ":",
        "go to",
        "Type a day to go to, asof or due and a day, or a name.",
        _GROUP,
        time.ask_for_day,
        (
            Way(
                1,
                ("colon",),
                "Type a day to go to, to see things as of, or what is due by it; or the name of a view.",
                help_of_rows="Type a day to go to, or to see things as of; or the name of a view.",
            ),
        ),
        help_of_rows="Type a day to go to, asof and a day, or a name.",
    ),
    Command(
        "mark",
        "x",
        "mark",
        "Count days from the selected event; on it again, stop.",
        _GROUP,
        time.mark,
        (Way(1, ("x",), "Count each row's days from the selected event."),),
        able=on_selection.is_selected,
    ),
    Command(
        "strip",
        "+ -",
        "strip",
        "Draw the strip over the panes finer, coarser.",
        _GROUP,
        time.scale,
        _SCALE,
        where=tuple(place for place in EVERYWHERE if place != "lanes"),
    ),
    Command(
        "scale",
        "+ -",
        "scale",
        "Draw days, months, years or decades: finer, coarser.",
        _LANES,
        time.scale,
        _SCALE,
        where=("lanes",),
    ),
    Command(
        "pan",
        "h l",
        "time",
        "Show what is earlier, what is later.",
        _LANES,
        walk.aside,
        (
            Way(-1, ("h", "left"), "Show what is earlier."),
            Way(1, ("l", "right"), "Show what is later."),
        ),
        also="arrows",
        where=("lanes",),
    ),
    Command(
        "grouping",
        "b B",
        "grouping",
        "Group by strand, entity, source, status: next, back.",
        _LANES,
        lanes.grouping,
        (
            Way(1, ("b",), "Group the lanes by the next thing."),
            Way(-1, ("B",), "Group the lanes by the thing before."),
        ),
        where=("lanes",),
        needs=Feature.CLAIMS,
    ),
    Command(
        "grouping-rows",
        "b B",
        "grouping",
        "Group by another column: the next, the one before.",
        _LANES,
        lanes.grouping,
        (
            Way(1, ("b",), "Group the lanes by the next column."),
            Way(-1, ("B",), "Group the lanes by the column before."),
        ),
        where=("lanes",),
        needs=Feature.ROWS,
    ),
    Command(
        "fold",
        "s S",
        "fold",
        "Fold this lane, all lanes; again, unfold them.",
        _LANES,
        lanes.fold,
        (
            Way("one", ("s", "space"), "Fold this lane, or unfold it."),
            Way("all", ("S",), "Fold all lanes, or unfold them."),
        ),
        also="Space",
        where=("lanes",),
    ),
)
