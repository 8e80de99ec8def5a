"""Moving in time, and how time is drawn."""

from tui.commands.command import EVERYWHERE, Way, command

_GROUP, _LANES = "Time", "Lanes"
_SCALE = (
    Way("scale(1)", ("plus", "equals_sign"), "Draw time finer."),
    Way("scale(-1)", ("minus", "underscore"), "Draw time coarser."),
)

TIME = (
    command(
        _GROUP,
        "d D",
        "day",
        "Go to the next day that has events, the one before.",
        Way("next_unit('day', 1)", ("d",), "Go to the next day that has events."),
        Way("next_unit('day', -1)", ("D",), "Go to the day before that has events."),
    ),
    command(
        _GROUP,
        "m M",
        "month",
        "Go to the next month that has events, the one before.",
        Way("next_unit('month', 1)", ("m",), "Go to the next month that has events."),
        Way("next_unit('month', -1)", ("M",), "Go to the month before that has events."),
    ),
    command(
        _GROUP,
        "y Y",
        "year",
        "Go to the next year that has events, the one before.",
        Way("next_unit('year', 1)", ("y",), "Go to the next year that has events."),
        Way("next_unit('year', -1)", ("Y",), "Go to the year before that has events."),
    ),
    command(
        _GROUP,
        ":",
        "go to",
        "Type a day to go to, or asof and a day to see as of.",
        Way("prompt", ("colon",), "Type a day to go to, or to see things as of."),
    ),
    command(
        _GROUP,
        "x",
        "mark",
        "Count days from the selected event; on it again, stop.",
        Way("mark", ("x",), "Count each row's days from the selected event."),
    ),
    command(
        _GROUP,
        "+ -",
        "strip",
        "Draw the strip over the panes finer, coarser.",
        *_SCALE,
        where=tuple(place for place in EVERYWHERE if place != "lanes"),
    ),
    command(
        _LANES,
        "+ -",
        "scale",
        "Draw days, months, years or decades: finer, coarser.",
        *_SCALE,
        where=("lanes",),
    ),
    command(
        _LANES,
        "h l",
        "time",
        "Show what is earlier, what is later.",
        Way("aside(-1)", ("h", "left"), "Show what is earlier."),
        Way("aside(1)", ("l", "right"), "Show what is later."),
        also="arrows",
        where=("lanes",),
    ),
    command(
        _LANES,
        "b B",
        "grouping",
        "Group by strand, entity, source, status: next, back.",
        Way("grouping(1)", ("b",), "Group the lanes by the next thing."),
        Way("grouping(-1)", ("B",), "Group the lanes by the thing before."),
        where=("lanes",),
    ),
    command(
        _LANES,
        "s S",
        "fold",
        "Fold this lane, all lanes; again, unfold them.",
        Way("fold", ("s", "space"), "Fold this lane, or unfold it."),
        Way("fold_all", ("S",), "Fold all lanes, or unfold them."),
        also="Space",
        where=("lanes",),
    ),
)
