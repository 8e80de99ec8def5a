"""What a view of the first pane is: it draws lines, and says where moving leads."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile
from typing import ClassVar

from model.index.features import Feature
from tui.state.beside import Task
from tui.state.context import Context
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.line import ACCENT, BLANK, LateLine, Line, Span, cut_spans
from tui.text.target import Target
from tui.text.wrap import wrap_text


class View(ABC):
    """One way to look at the archive. It follows the scene, and keeps only where it is scrolled to."""

    name: ClassVar[str]
    """The one word that it is called by: in its title, in help and palette, at the colon; the place its keys act in."""

    about: ClassVar[str] = ""
    """What it shows, in a few words that follow its name."""

    about_rows: ClassVar[str] = ""
    """The same in a table of coded rows, where that is something else."""

    words: ClassVar[tuple[str, ...]] = ()
    """Other words by which it is found, in the palette and at the colon."""

    footer: ClassVar[tuple[str, ...]] = ("help", "move", "as of", "open", "view", "back")
    """The labels of at most six commands that the footer names, the help first and the way out last."""

    whole: ClassVar[bool] = False
    """Whether it takes the whole body when it is chosen."""

    needs: ClassVar[Feature | None] = None
    """What an archive must have for it; without that, it is not there."""

    @abstractmethod
    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """The title, and what stands at the right end of its row. Both safe to show. Asked after `content`."""

    @abstractmethod
    def content(self, ctx: Context, width: int, height: int, roomy: bool) -> list[Line]:
        """At most `height` lines of at most `width` cells, the selected one among them.

        `roomy` tells that the screen is high enough for lines that only explain.
        """

    def aside(self, ctx: Context, by: int) -> Scene | str | None:
        """The scene that shows what is further right, or left; a sentence at the end, None of what has no sides."""
        return None

    def leads_to(self, ctx: Context) -> str:
        """The pane that Enter leads to."""
        return "detail"

    def term(self, ctx: Context) -> str:
        """The filter of the group in which the cursor stands, as it is typed; empty where there is none."""
        return ""

    def waits(self, ctx: Context) -> Task | None:
        """What has to be found out before it can show all, None where nothing has."""
        return None

    def walked(self, ctx: Context) -> bool:
        """Whether it is among the views that one walks through."""
        return True

    def opened(self, ctx: Context) -> Scene:
        """The scene as it is when the view has just been shown: with one of its entries selected, where it has any."""
        return ctx.scene

    def followed(self, ctx: Context) -> Scene:
        """The scene with the cursor on what is selected in it, where the view has one that has to be put there."""
        return ctx.scene

    def pointed(self, ctx: Context) -> tuple[Scene, Selection]:
        """The scene with the cursor where it is, and the selection that its line leads to."""
        event = ctx.selection.event
        return ctx.scene, ctx.selector.event(event) if event is not None else ctx.selection

    def moved(self, ctx: Context, by: int) -> tuple[Scene, Selection]:
        """The scene with the cursor `by` entries further on, or at the end, and the selection that this leads to."""
        return ctx.scene, ctx.selector.moved(ctx.selection, by)


_WITH_HEADING = 4
"""Lines from which on one of them may be taken by a heading."""

_MOST_UNDER = 8
"""The most lines of an entry that have to be in sight with it."""


def _fitting(lines: list[Line], width: int, mark: str) -> Iterator[Line]:
    """The lines of a list without what is wider than it: headings end in a mark then.

    Where nothing can be chosen, a sentence says why, which is told whole.
    """
    is_list = any(line.target is not None for line in lines)
    for line in lines:
        if line.target is not None or isinstance(line, LateLine) or line.cells <= width:
            yield line
        elif is_list:
            yield Line(cut_spans(line.spans, width, mark))
        else:
            look = next(span.look for span in line.spans if span.text)
            yield from (Line((Span(f" {row}", look),)) for row in wrap_text(line.text.strip(), width - 1))


class ListedView(View):
    """A view whose lines are made as a whole and scrolled; every line with a target is an entry."""

    def __init__(self) -> None:
        self._top = 0
        self._made_for: tuple[object, ...] = ()
        self._made: list[Line] = []
        self._headings: list[int] = []

    @abstractmethod
    def entries(self, ctx: Context) -> list[Target]:
        """What can be chosen, from top to bottom."""

    @abstractmethod
    def lines(self, ctx: Context, width: int) -> list[Line]:
        """All lines; those of the entries, in their order, have their targets."""

    @abstractmethod
    def entry_of(self, ctx: Context) -> int | None:
        """Which entry is selected, None where none is."""

    def made_from(self, ctx: Context) -> object:
        """What of the scene its lines are made from: they are kept until this is another."""
        return ctx.scene.when

    def content(self, ctx: Context, width: int, height: int, roomy: bool) -> list[Line]:
        """The lines from `top` on, which moves by half a page when it must; a mark beside the selected one."""
        made_for = (ctx.archive, self.made_from(ctx), width)
        if self._made_for != made_for:
            self._made = [*_fitting(self.lines(ctx, width - 1), width - 1, ctx.signs.cut)]
            self._headings = [*_headings(self._made)]
            # Only now: what is late is made when it is here. So it is with all that is kept of what was read.
            self._made_for = made_for
        entry = self.entry_of(ctx)
        stops = [number for number, line in enumerate(self._made) if line.target]
        selected = stops[entry] if entry is not None and entry < len(stops) else -1
        if selected >= 0 and not self._sees(selected, height):
            self._top = min(selected - height // 2, self._least(selected, height))
        self._top = max(0, min(self._top, len(self._made) - height))
        while self._top < min(selected - 1, self._least(selected, height)) and self._begins_within(height):
            self._top += 1
        window = [*range(self._top, min(self._top + height, len(self._made)))]
        if window and self._gives_way(self._top, height):
            # Under which heading the first lines stand is always said.
            window[0] = self._heading_of(self._top)
        shown = [(number, self.drawn(number, self._made[number], ctx, width - 1)) for number in window]
        mark = Span(ctx.signs.selected, ACCENT)
        return [
            Line((mark if number == selected else Span(" "), *line.spans), line.target)
            for number, line in shown
        ]

    def _sees(self, selected: int, height: int) -> bool:
        """Whether an entry is in sight, with all of its lines and what it stands under."""
        last = selected + self._depth(selected) - 1
        return self._top <= self._least(selected, height) and last < self._top + height

    def _least(self, selected: int, height: int) -> int:
        """The last line that may be the first in sight, so that what an entry stands under is seen with it."""
        heading = self._heading_of(selected)
        if height < _WITH_HEADING or heading == selected:
            return selected
        told = sum(1 for _ in takewhile(lambda line: line.target is None, self._made[heading:selected]))
        if told > 1 and selected + self._depth(selected) - heading <= height:
            return heading
        # The first line in sight may give way to the heading; where the entry follows on it, it is that line.
        return selected - 1

    def _begins_within(self, height: int) -> bool:
        """Whether the first line in sight, after the heading, is blank, or one of an entry that begins further up."""
        first = self._top + self._gives_way(self._top, height)
        return self._made[first] == BLANK or self._is_under(first)

    def _gives_way(self, number: int, height: int) -> bool:
        """Whether the heading of a line may stand in its place: not where it says what the entry below it is."""
        line = self._made[number]
        is_of_entry = line.target is not None or line == BLANK or self._is_under(number)
        return height >= _WITH_HEADING and is_of_entry and self._heading_of(number) < number

    def _is_under(self, number: int) -> bool:
        """Whether a line is one of those under an entry."""
        while number > 0 and self._made[number].target is None and self._made[number] != BLANK:
            number -= 1
            if self._made[number].target is not None:
                return True
        return False

    def _depth(self, entry: int) -> int:
        """How many lines an entry has: the one that leads to it, and those under it."""
        under = takewhile(lambda line: line.target is None and line != BLANK, self._made[entry + 1 :])
        return 1 + sum(1 for _ in islice(under, _MOST_UNDER))

    def _heading_of(self, number: int) -> int:
        """The line that a line stands under: the last one before it, or itself, with which lines begin anew.

        That is one without a target at the top, or after a blank line. Where there is none, the line itself.
        """
        before = bisect_right(self._headings, number)
        return self._headings[before - 1] if before and self._made[number] != BLANK else number

    def drawn(self, number: int, line: Line, ctx: Context, width: int) -> Line:
        """A line that is in sight, as it is drawn: here may be made what would be slow to make for all lines."""
        return line

    def moved(self, ctx: Context, by: int) -> tuple[Scene, Selection]:
        """The entry `by` further on, or at the end; where none is selected, the first."""
        entries, entry = self.entries(ctx), self.entry_of(ctx)
        if not entries:
            return ctx.scene, ctx.selection
        wanted = min(max(entry + by, 0), len(entries) - 1) if entry is not None else 0
        return self.reached(ctx, wanted)

    def pointed(self, ctx: Context) -> tuple[Scene, Selection]:
        """The entry that is selected; where none is, all stays."""
        entry = self.entry_of(ctx)
        return self.reached(ctx, entry) if entry is not None else (ctx.scene, ctx.selection)

    def reached(self, ctx: Context, entry: int) -> tuple[Scene, Selection]:
        """The scene with the cursor on an entry, and the selection that this leads to."""
        viewed = replace(ctx.scene.viewed, entry=entry)
        return replace(ctx.scene, viewed=viewed), ctx.selector.target(ctx.selection, self.entries(ctx)[entry])


def _headings(lines: list[Line]) -> Iterator[int]:
    before = BLANK
    for number, line in enumerate(lines):
        if line.target is None and before == BLANK and line != BLANK:
            yield number
        before = line


class CursorView(ListedView):
    """A listed view in which several entries may lead to the same: which of them one went to is in the scene."""

    def fits(self, entry: Target, ctx: Context) -> bool:
        """Whether an entry may be the selected one: by default, where its card is shown."""
        return ctx.selection.card == entry

    def opened(self, ctx: Context) -> Scene:
        """With one of its entries selected: where none is, the nearest one; the timeline's row stays."""
        if self.entry_of(ctx) is not None or not self.entries(ctx):
            return ctx.scene
        scene, selection = self.reached(ctx, self.nearest(ctx))
        return replace(scene, selection=replace(selection, event=ctx.selection.event))

    def nearest(self, ctx: Context) -> int:
        """The entry that has most to do with what is selected, by default the first."""
        return 0

    def entry_of(self, ctx: Context) -> int | None:
        """The entry that was gone to last where it fits, else the first that does."""
        entries, cursor = self.entries(ctx), ctx.scene.viewed.entry
        if cursor is not None and cursor < len(entries) and self.fits(entries[cursor], ctx):
            return cursor
        return next((number for number, entry in enumerate(entries) if self.fits(entry, ctx)), None)
