"""How the panes stand at a size, as one value that the screen turns into CSS classes."""

from dataclasses import dataclass

LEAST_WIDTH, LEAST_HEIGHT = 30, 8
STACKED_WIDTH, SPLIT_WIDTH, COLUMNS_WIDTH = 72, 100, 156
"""Widths from which on a layout is used. In two columns the first pane has room for all that it has had on its own."""
SINGLE_BELOW_HEIGHT = 20
ROOMY_HEIGHT = 30
"""Rows from which on there is room for what only explains: the strip over the panes, gaps between rows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a terminal of a size has room for.

    `tabbed`: one pane at a time, with tabs; `split`: the first pane over the full width, card and source side by side
    below it; `columns`: the first pane in a column of its own; none of these: stacked over the full width. `strip`: a
    line of time stands between header and panes.
    """

    too_small: bool
    tabbed: bool
    split: bool
    columns: bool
    strip: bool

    @classmethod
    def of(cls, width: int, height: int) -> "Layout":
        """The layout for a terminal of `width` by `height` cells."""
        tabbed = width < STACKED_WIDTH or height < SINGLE_BELOW_HEIGHT
        return cls(
            too_small=width < LEAST_WIDTH or height < LEAST_HEIGHT,
            tabbed=tabbed,
            split=SPLIT_WIDTH <= width < COLUMNS_WIDTH and not tabbed,
            columns=width >= COLUMNS_WIDTH and not tabbed,
            strip=height >= ROOMY_HEIGHT and width >= LEAST_WIDTH,
        )

    def first_pane(self, width: int, alone: bool) -> int:
        """The width of the first pane, `alone` on the body or not, as `screen.tcss` has it."""
        if alone or not self.columns:
            return width
        return int(width * 0.55)

    def timeline(self, width: int, height: int) -> tuple[int, int]:
        """Width and height that the timeline's rows get, as `screen.tcss` has it."""
        if self.tabbed:
            return width, height - 5 - self.strip
        body = height - 2 - self.strip
        if self.columns:
            return self.first_pane(width, alone=False), body - 1
        return width, body // 2 - 1

    @property
    def first_row(self) -> int:
        """The row of the terminal, from 0, in which the panes begin."""
        return 1 + self.strip + self.tabbed

    @property
    def stacked(self) -> bool:
        """Whether the panes stand one over the other."""
        return not (self.tabbed or self.split or self.columns)
