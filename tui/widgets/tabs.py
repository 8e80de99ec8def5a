"""What stands in for the panes that a small terminal has no room for: tabs above."""

import re

from textual.reactive import reactive

from tui.state.context import Context
from tui.state.scene import FIRST_VIEW, PANES
from tui.text.line import FOCUSED, MUTE, TEXT, Line, Span
from tui.text.numbers import noun
from tui.text.target import (
    ConflictTarget,
    EntityTarget,
    FindingTarget,
    ListTarget,
    QuestionTarget,
    RowTarget,
    SourceTarget,
)
from tui.widgets.follower import Follower

_WHICH = re.compile(r"\d+ of \d+")


class Tabs(Follower):
    """The three panes in one row, the one on the screen in a block: what the first one shows, and the second."""

    pane: reactive[str] = reactive("timeline", repaint=False)
    """The pane on the screen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="tabs")

    def made_from(self, ctx: Context) -> object:
        """The names, and which entry of how many is selected."""
        return self._names(ctx), self._counted(ctx)

    def watch_pane(self) -> None:
        """Follow the focus."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """` 1 Timeline   2 Event   3 Source`, closer together where there is no room for that."""
        names = [f"{number} {name}" for number, name in enumerate(self._names(self.ctx), 1)]
        looks = [FOCUSED if pane == self.pane else MUTE for pane in PANES]
        tabs = [(f" {name} ", look) for name, look in zip(names, looks, strict=True)]
        if sum(len(words) for words, _ in tabs) >= width:
            # Neighbours share the blank between them.
            ends = ["", *(" " for _ in names[1:])]
            tabs = [(f"{end}{name}", look) for end, name, look in zip(ends, names, looks, strict=True)]
        else:
            tabs.insert(0, (" ", TEXT))
        counted = self._counted(self.ctx)
        room = width - sum(len(words) for words, _ in tabs) - len(counted) - 1
        if counted and room > 0:
            tabs += [(" " * room, TEXT), (f"{counted} ", MUTE)]
        return [Line(tuple(Span(words, look) for words, look in tabs))]

    @staticmethod
    def _counted(ctx: Context) -> str:
        """`3 of 18`, as the view's title has it where there is room for one; the header says it of the timeline."""
        if ctx.scene.viewed.name == FIRST_VIEW:
            return ""
        _, number = ctx.view.title(ctx, ctx.view_width)
        return number.strip() if _WHICH.match(number) else ""

    @staticmethod
    def _names(ctx: Context) -> tuple[str, str, str]:
        match ctx.selection.card:
            case RowTarget():
                card = "Row"
            case EntityTarget():
                card = "Entity"
            case ConflictTarget():
                card = "Conflict"
            case QuestionTarget():
                card = "Question"
            case ListTarget():
                card = "List"
            case SourceTarget():
                card = "Document"
            case FindingTarget():
                card = "Finding"
            case _:
                card = noun(ctx.archive.features).capitalize()
        return ctx.scene.viewed.name.capitalize(), card, "Source"
