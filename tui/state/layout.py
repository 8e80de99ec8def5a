"""How the panes stand at a size, as one value that the screen turns into CSS classes."""

from dataclasses import dataclass

LEAST_WIDTH, LEAST_HEIGHT = 30, 8
STACKED_WIDTH, COLUMNS_WIDTH, UNEVEN_WIDTH = 72, 100, 140
SINGLE_BELOW_HEIGHT = 20
ROOMY_HEIGHT = 30
"""Rows from which on there is room for what only explains: the strip over the panes, gaps between rows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a terminal of a size has room for.

    `tabbed`: one pane at a time, with tabs; `columns`: two columns, `uneven` ones where there is width to spare;
    neither: stacked over the full width. `strip`: a line of time stands between header and panes.
    """

    too_small: bool
    tabbed: bool
    columns: bool
    uneven: bool
    strip: bool

    @classmethod
    def of(cls, width: int, height: int) -> "Layout":
        """The layout for a terminal of `width` by `height` cells."""
        tabbed = width < STACKED_WIDTH or height < SINGLE_BELOW_HEIGHT
        return cls(
            too_small=width < LEAST_WIDTH or height < LEAST_HEIGHT,
            tabbed=tabbed,
            columns=width >= COLUMNS_WIDTH and not tabbed,
            uneven=width >= UNEVEN_WIDTH and not tabbed,
            strip=height >= ROOMY_HEIGHT and width >= LEAST_WIDTH,
        )

    def first_pane(self, width: int, alone: bool) -> int:
        """The width of the first pane, `alone` on the body or not, as `screen.tcss` has it."""
        if alone or not self.columns:
            return width
        return int(width * (0.55 if self.uneven else 0.5))

    def timeline(self, width: int, height: int) -> tuple[int, int]:
        """Width and height that the timeline's rows get, as `screen.tcss` has it."""
        if self.tabbed:
            return width, height - 5 - self.strip
        body = height - 2 - self.strip
        if self.stacked:
            return width, body // 2 - 1
        return self.first_pane(width, alone=False), body - 1

    @property
    def first_row(self) -> int:
        """The row of the terminal, from 0, in which the panes begin."""
        return 1 + self.strip + self.tabbed

    @property
    def stacked(self) -> bool:
        """Whether the panes stand one over the other."""
        return not (self.tabbed or self.columns)
