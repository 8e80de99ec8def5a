"""Where one has been: the way back through time, and the way out of what one has gone into."""

from dataclasses import dataclass

from tui.selection import Selection


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


class History:
    """Where one has been, back and forward, as in a browser."""

    def __init__(self) -> None:
        self._past: list[Level] = []
        self._future: list[Level] = []

    def leave(self, level: Level) -> None:
        """Remember where one was, on the way to somewhere new."""
        self._past.append(level)
        self._future.clear()

    def back(self, now: Level) -> Level | None:
        """Where one was before, None at the beginning."""
        return self._step(self._past, self._future, now)

    def forward(self, now: Level) -> Level | None:
        """Where `back` came from, None at the end."""
        return self._step(self._future, self._past, now)

    @staticmethod
    def _step(source: list[Level], other: list[Level], now: Level) -> Level | None:
        if not source:
            return None
        other.append(now)
        return source.pop()
