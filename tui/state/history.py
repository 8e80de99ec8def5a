"""Where one has been: the way back through time, and the way out of what one has gone into."""

from dataclasses import dataclass, replace

from tui.state.selection import Selection

KEPT = 500
"""The most places that are remembered: who has gone further forgets where that began."""


@dataclass(frozen=True, slots=True)
class Level:
    """Where one was: what was selected, in which pane and view, at which line of the card.

    `zoomed` tells whether the pane had the whole body.
    """

    selection: Selection
    pane: str
    view: str
    zoomed: bool
    line: int


@dataclass(frozen=True, slots=True)
class History:
    """Where one has been, back and forward, as in a browser; the nearest places at the ends."""

    past: tuple[Level, ...] = ()
    future: tuple[Level, ...] = ()

    def leaving(self, level: Level) -> "History":
        """The history once one has left a level for somewhere new."""
        return History((*self.past, level)[-KEPT:])

    def stepped(self, by: int, now: Level) -> "tuple[History, Level] | None":
        """The history after a step back (`by` is -1) or forward, and where that leads; None at the end."""
        if by < 0 and self.past:
            return History(self.past[:-1], (*self.future, now)), self.past[-1]
        if by > 0 and self.future:
            return History((*self.past, now), self.future[:-1]), self.future[-1]
        return None


@dataclass(frozen=True, slots=True)
class Stance:
    """How the panes stand: the focused `pane`, whether it has the whole body, and what Esc leads back to.

    Of the `levels`, the one gone into last stands at the end.
    """

    pane: str = "timeline"
    zoomed: bool = False
    levels: tuple[Level, ...] = ()

    def inside(self, level: Level) -> "Stance":
        """The stance once one has gone in: Esc leads back to the level."""
        return replace(self, levels=(*self.levels, level)[-KEPT:])
