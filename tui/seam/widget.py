"""Widgets made of lines of cells, drawn only where they changed (Textual's Line API).

A widget computes the lines it shows; this base compares them with those on the screen and asks Textual to repaint just
those that differ. `tui.terminal` then writes only the cells that do.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import ClassVar

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.events import MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection as Marked
from textual.strip import Strip
from textual.widget import Widget

from model.index.faults import Interrupted, Late, StoreFault
from tui.text.line import BLANK, MUTE, Line, Look, Role, Span, cut_spans
from tui.text.signs import Signs

LATE = Line((Span(" ...", MUTE),))
"""What stands in the place of a line that is not here yet."""

NOTCH = 3
"""Lines by which a notch of the mouse wheel scrolls a text."""


class Unread(Message):
    """What a widget shows could not be read, and `why`: it stays as it was, unless that `is_late`."""

    def __init__(self, why: str, *, is_late: bool = False) -> None:
        super().__init__()
        self.why, self.is_late = why, is_late


_MARK = Style(reverse=True)
"""What the mouse has marked."""


class LinesWidget(Widget):
    """A widget made of `Line`s. Subclasses give `lines`; `redraw` shows what they give now."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{role}" for role in Role}

    def __init__(self, signs: Signs, id: str | None = None) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._made: list[Line] = []
        self._filled_for = Size(0, 0)
        self._lines: list[Line] = []
        self._strips: dict[int, Strip] = {}
        self._styles: dict[Look, Style] = {}

    def lines(self, width: int, height: int) -> list[Line]:
        """The lines to show in `width` by `height` cells; fewer are filled with blanks."""
        raise NotImplementedError

    def lines_of_late(self, width: int, height: int) -> list[Line]:
        """What stands there until what is to be shown has come: what stood there before may be of something else."""
        return [LATE]

    def wheel(self, by: int) -> None:
        """What the mouse wheel does: one notch down, or up. Nothing, where nothing is further down."""

    def redraw(self) -> None:
        """Show the lines as they are now, repainting those that differ and no others."""
        width, height = self.size
        if not self.is_mounted or not width or not height:
            return
        old = self._lines
        self._fill(width, height)
        if len(old) != len(self._lines):
            self._repaint()
            return
        changed = [
            y
            for y, (before, after) in enumerate(zip(old, self._lines, strict=True))
            if before is not after and before.spans != after.spans
        ]
        for y in changed:
            self._strips.pop(y, None)
        if changed:
            self.refresh(*(Region(0, first, width, count) for first, count in _stretches(changed)))

    def render_line(self, y: int) -> Strip:
        """The strip of one row (Textual's Line API), with the offsets that marking text with the mouse needs."""
        self._fit()
        return self._strip(y, self.text_selection).apply_offsets(0, y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of some rows. There is no border and no padding here, which Textual would draw around them."""
        self._fit()
        marked = self.text_selection
        strips = [self._strip(y, marked) for y in crop.line_range]
        left, right = crop.column_span
        whole = (left, right) == (0, self._filled_for.width)
        return strips if whole else [strip.crop(left, right) for strip in strips]

    def _fit(self) -> None:
        """Have lines of the present size: Textual may paint before it tells a new one."""
        if self._filled_for != self.size:
            self._strips.clear()
            self._fill(*self.size)

    def _strip(self, y: int, marked: Marked | None) -> Strip:
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._strip_afresh(y, marked)
        return strip

    def _strip_afresh(self, y: int, marked: Marked | None) -> Strip:
        # Textual may still ask for the rows of a taller layout, in the moment after the terminal was made smaller.
        line = (
            self._lines[y]
            if y < len(self._lines)
            else _to_width(BLANK, self._filled_for.width, self.signs.cut)
        )
        here = marked.get_span(y) if marked is not None else None
        if here is None:
            # Columns and what fills them are often of one look: what is one piece to look at is written as one.
            segments = [
                Segment("".join([span.text for span in some]), self.style_of(look))
                for look, some in groupby(line.spans, attrgetter("look"))
            ]
        else:
            # Code points, as Textual counts them; what was marked may have been wider than the line is now.
            first, last = (_border(line.text, at) for at in here)
            segments = list(self._in_reverse(line, first, last if here[1] >= 0 else len(line.text)))
        return Strip(segments, self._filled_for.width)

    def _in_reverse(self, line: Line, first: int, last: int) -> Iterator[Segment]:
        """The spans of a line, its code points from `first` to `last` in reverse."""
        begin = 0
        for span in line.spans:
            style, end = self.style_of(span.look), begin + len(span.text)
            borders = [min(max(at, begin), end) - begin for at in (begin, first, last, end)]
            for number, (left, right) in enumerate(pairwise(borders)):
                if left < right:
                    yield Segment(span.text[left:right], style + _MARK if number == 1 else style)
            begin = end

    def get_selection(self, selection: Marked) -> tuple[str, str] | None:
        """The text that the mouse has marked, and how pieces of it are joined."""
        texts = [line.text for line in self._lines]
        ends = (
            Offset(_border(texts[end.y], end.x), end.y) if end is not None and end.y < len(texts) else end
            for end in selection
        )
        return Marked(*ends).extract("\n".join(text.rstrip() for text in texts)), "\n"

    def selection_updated(self, selection: Marked | None) -> None:
        """Show what the mouse has marked."""
        self._repaint()

    def style_of(self, look: Look) -> Style:
        """The theme's style for a look."""
        style = self._styles.get(look)
        if style is None:
            style = self.get_component_rich_style(f"lines--{look.role}")
            style += Style(
                bold=look.bold or None,
                underline=look.underline or None,
                strike=look.strike or None,
                reverse=look.reverse or None,
            )
            self._styles[look] = style
        return style

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel turns what is under the mouse, whichever pane is focused."""
        event.stop()
        self.wheel(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The same in the other direction."""
        event.stop()
        self.wheel(-1)

    def on_resize(self, event: Resize) -> None:
        """Lay the lines out anew."""
        self._fill(event.size.width, event.size.height)
        self._repaint()

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def _repaint(self) -> None:
        """Paint every row."""
        self._strips.clear()
        self.refresh()

    def _fill(self, width: int, height: int) -> None:
        """Make the lines for a size; one that was made before, and is the same line now, is taken over."""
        try:
            made = self.lines(width, height)[:height]
        except Late as late:
            made = self.lines_of_late(width, height)[:height]
            self.post_message(Unread(str(late), is_late=True))
        except (StoreFault, Interrupted) as fault:
            # What cannot be read takes nothing from the screen.
            made = self._made[:height]
            self.post_message(Unread(str(fault) if isinstance(fault, StoreFault) else ""))
        made += [BLANK] * (height - len(made))
        before = list(zip(self._made, self._lines, strict=True)) if self._filled_for.width == width else []
        self._made, self._filled_for = made, Size(width, height)
        self._lines = [
            before[y][1]
            if y < len(before) and before[y][0] is line
            else _to_width(line, width, self.signs.cut)
            for y, line in enumerate(made)
        ]


def _border(text: str, at: int) -> int:
    """Where the cluster ends in which code point `at` is: Textual counts code points, and may stop inside of one.

    A mark that begins or ends there does so behind an accent, and before the letter that comes next.
    """
    if text.isascii() or at <= 0:
        return at
    return next((last for _, last, _ in split_graphemes(text)[0] if last >= at), len(text))


def _stretches(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows in order as stretches of neighbours: the first one, and how many."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and sum(found[-1]) == row:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((row, 1))
    return found


def _to_width(line: Line, width: int, mark: str) -> Line:
    if line.cells > width:
        line = Line(cut_spans(line.spans, width, mark), line.target)
    missing = width - line.cells
    return Line((*line.spans, Span(" " * missing)), line.target) if missing else line
