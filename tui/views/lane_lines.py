"""One event of a lane as a line: its sign where it stands in time, what it takes up, and its title beside that."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from model.dates.civil import civil_date
from model.dates.edtf import Edtf, Shape
from model.dates.wording import NO_DATE
from model.index.values import TimelineRow
from tui.text import event_date
from tui.text.line import ACCENT, KEY, MUTE, TEXT, Line, Look, Role, Span, bold
from tui.text.phrases import Phrases
from tui.text.row_looks import row_looks
from tui.text.shown import cells, cut
from tui.text.target import EventTarget, Target
from tui.views.axis import Axis

_CONTEST = Look(Role.CONTEST, bold=True)
_INSIDE = 14
"""Cells of a bar from which on a title that has no room beside it stands in it."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A piece of a line at a cell."""

    x: int
    text: str
    look: Look

    @property
    def end(self) -> int:
        """The cell after it."""
        return self.x + cells(self.text)


def laid(pieces: Iterable[Ink], width: int, divider: Ink | None, target: Target | None = None) -> Line:
    """Pieces that do not overlap as a line; the divider, a line down the whole pane, is seen between them."""
    spans: list[Span] = []
    at = 0
    for piece in [*sorted(pieces, key=lambda ink: ink.x), Ink(width, "", TEXT)]:
        gap = piece.x - at
        if divider is not None and at <= divider.x < piece.x and gap > 1:
            before = divider.x - at
            spans += [Span(" " * before), Span(divider.text, divider.look), Span(" " * (gap - before - 1))]
        elif gap > 0:
            spans.append(Span(" " * gap))
        spans.append(Span(piece.text, piece.look))
        at = piece.end
    return Line(tuple(span for span in spans if span.text), target)


class EventLine:
    """Draws the events of lanes on one axis."""

    def __init__(self, axis: Axis, phrases: Phrases, divider: Ink | None) -> None:
        self._axis = axis
        self._phrases = phrases
        self._signs = phrases.signs
        self._divider = divider

    def line(self, row: TimelineRow, selected: bool, news: str, distance: str = "") -> Line:
        """The line of an event; `distance` is said after its title."""
        look, _ = row_looks(row)
        glyph = self._glyph(row, self._signs.of(row.word, row.status), look)
        title = self._title(row, selected, news, distance)
        return laid(
            self._together(glyph, title, row), self._axis.width, self._divider, EventTarget(row.event)
        )

    def _glyph(self, row: TimelineRow, sign: str, look: Look) -> list[Ink]:
        """Sign and extent, and the date in words where it is not on the axis; in parentheses what is borrowed."""
        axis, date = self._axis, row.date
        if date is None:
            words = [Ink(1, NO_DATE, MUTE)] if axis.has_words else []
            return [*words, Ink(axis.earlier, sign, look)]
        first = axis.x_of(date.earliest) if date.earliest is not None else None
        last = axis.x_of(date.latest) if date.latest is not None else None
        if first is None and last == axis.earlier:
            # All of it is earlier: the words say since when.
            first = last
        fill = self._signs.lasts if date.shape is Shape.EXTENT else self._signs.rule
        ends = (1, self._signs.back, axis.width - 2, self._signs.chain)
        glyph = _extent(date, Ink(0, sign, look), first, last, fill, ends)
        words = self._words(row, date, glyph)
        return [*glyph, *(words or (self._around(glyph) if row.borrows else ()))]

    def _around(self, glyph: list[Ink]) -> list[Ink]:
        """Parentheses, where there is room: at the edges of the screen is none."""
        before, after = min(ink.x for ink in glyph) - 1, max(ink.end for ink in glyph)
        return [Ink(x, text, MUTE) for x, text in ((before, "("), (after, ")")) if 0 <= x < self._axis.width]

    def _words(self, row: TimelineRow, date: Edtf, glyph: list[Ink]) -> list[Ink]:
        """`21 Mar` before a sign that is earlier than the axis, `by Dec 2026` after one that is later."""
        axis = self._axis
        if not axis.has_words or (date.earliest is None and date.latest is None):
            return []
        first = date.earliest if date.earliest is not None else date.latest
        last = date.latest if date.latest is not None else first
        assert first is not None and last is not None
        year = civil_date(self._phrases.day)[0]
        if last > axis.last and date.latest is not None:
            return [Ink(max(ink.end for ink in glyph) + 1, event_date.in_row(row, year, axis.words), MUTE)]
        sign_day = last if date.shape is Shape.WINDOW and date.latest is not None else first
        return [Ink(1, event_date.in_row(row, year, axis.words), MUTE)] if sign_day < axis.first else []

    def _title(self, row: TimelineRow, selected: bool, news: str, distance: str) -> "_Title":
        signs = self._signs
        _, look = row_looks(row)
        marks = [Ink(0, signs.selected, ACCENT)] if selected else []
        if news:
            marks.append(Ink(0, news, KEY))
        after = [Ink(0, distance, MUTE)] if distance else []
        contested = [Ink(0, signs.contested, _CONTEST)] if row.contested else []
        return _Title(
            marks, self._phrases.plain(row.title), bold(look) if selected else look, contested, after
        )

    def _together(self, glyph: list[Ink], title: "_Title", row: TimelineRow) -> list[Ink]:
        """Glyph and title: the title on the side where the screen is wider, else on the other, else in the bar."""
        width, mark = self._axis.width, self._signs.cut
        start, end = min(ink.x for ink in glyph), max(ink.end for ink in glyph)
        left, right = start - 2, width - end - 2
        sides = [(left, False), (right, True)]
        sign = self._signs.of(row.word, row.status)
        sign_x = next(ink.x for ink in glyph if ink.text == sign)
        if sign_x < width // 2:
            sides.reverse()
        for room, to_right in sides:
            if title.cells <= room:
                return [
                    *glyph,
                    *title.at(end + 1 if to_right else start - 1 - title.cells, title.cells, to_right, mark),
                ]
        bar = max(glyph, key=lambda ink: cells(ink.text))
        room = max(left, right)
        if len(bar.text) >= _INSIDE and len(bar.text) - 4 > room:
            others = [ink for ink in glyph if ink is not bar]
            inside = min(title.cells, len(bar.text) - 4)
            edge = bar.x + 2 + inside
            ends = [Ink(bar.x, bar.text[:1], bar.look), Ink(edge + 1, bar.text[inside + 3 :], bar.look)]
            return [*others, *ends, *title.at(bar.x + 2, inside, True, mark)]
        to_right = right >= left
        return [*glyph, *title.at(end + 1 if to_right else 1, max(room, 0), to_right, mark)]


@dataclass(frozen=True, slots=True)
class _Title:
    """A title with its marks before and after it."""

    marks: list[Ink]
    text: str
    look: Look
    contested: list[Ink]
    after: list[Ink]

    @property
    def cells(self) -> int:
        """The cells of all of it, a blank between its parts."""
        parts = [*self.marks, *self.contested, *self.after]
        return cells(self.text) + sum(cells(ink.text) + 1 for ink in parts)

    def at(self, x: int, room: int, to_right: bool, mark: str) -> list[Ink]:
        """Its pieces from a cell on, in at most `room` cells; the title is cut first, then what stands after it."""
        text = self.text
        if self.cells > room:
            text = cut(text, max(0, room - (self.cells - cells(text))), mark)
        before = [] if to_right else self.contested
        after = [*(self.contested if to_right else []), *self.after]
        pieces: list[Ink] = []
        start = x
        for ink in [*self.marks, *before, Ink(0, text, self.look), *after]:
            if ink.text and x + cells(ink.text) <= start + room:
                pieces.append(Ink(x, ink.text, ink.look))
                x = pieces[-1].end + 1
        return pieces


def _extent(
    date: Edtf, sign: Ink, first: int | None, last: int | None, fill: str, ends: tuple[int, str, int, str]
) -> list[Ink]:
    """What a date takes up, and its sign: at the last day of what is once some time inside, else at the first.

    `first` and `last` are the cells of its first and last day, None where it is open: there it runs on to one of
    `ends`, the cells and arrows at both sides of the screen.
    """
    left, back, right, on = ends
    look = sign.look
    if first is None:
        assert last is not None
        bar = [Ink(left, back, look), Ink(left + 1, fill * (last - left - 1), look)]
        return [*bar, replace(sign, x=last)]
    if last is None:
        return [
            replace(sign, x=first),
            Ink(first + 1, fill * (right - first - 1), look),
            Ink(right, on, look),
        ]
    if last <= first:
        return [replace(sign, x=first)]
    if date.shape is Shape.WINDOW:
        return [Ink(first, fill * (last - first), look), replace(sign, x=last)]
    return [replace(sign, x=first), Ink(first + 1, fill * (last - first), look)]
