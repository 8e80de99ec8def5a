"""What a line is before it is drawn: spans of safe text, each with a look, and perhaps what the line leads to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.text.shown import cells, cut
from tui.text.target import Target


class Role(StrEnum):
    """What a piece of text is for; themes give each role its colour."""

    TEXT = "text"
    MUTE = "mute"
    RULE = "rule"
    ACCENT = "accent"
    AHEAD = "ahead"
    DOUBT = "doubt"
    DUE = "due"
    NO = "no"
    CONTEST = "contest"
    LIT = "lit"


@dataclass(frozen=True, slots=True)
class Look:
    """A role with the few attributes that type has on this screen."""

    role: Role
    bold: bool = False
    underline: bool = False
    strike: bool = False
    reverse: bool = False


TEXT, MUTE, RULE, ACCENT = Look(Role.TEXT), Look(Role.MUTE), Look(Role.RULE), Look(Role.ACCENT)
BOLD, KEY = Look(Role.TEXT, bold=True), Look(Role.ACCENT, bold=True)
FOCUSED = Look(Role.ACCENT, bold=True, reverse=True)
NAME = Look(Role.TEXT, underline=True)
STRUCK = Look(Role.MUTE, strike=True)
LIT = Look(Role.LIT)
HEDGE = Look(Role.LIT, bold=True, underline=True)
OPEN = Look(Role.DUE, underline=True)
MARKED = Look(Role.ACCENT, reverse=True)


def bold(look: Look) -> Look:
    """The same look in bold."""
    return replace(look, bold=True)


def underlined(look: Look) -> Look:
    """The same look, underlined."""
    return replace(look, underline=True)


@dataclass(frozen=True, slots=True)
class Span:
    """Text that is safe to show (see `tui.text.shown`), in one look."""

    text: str
    look: Look = TEXT

    @property
    def cells(self) -> int:
        """The width of the span in cells."""
        return cells(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of cells. Widths are the drawer's business: a line may be shorter than its pane."""

    spans: tuple[Span, ...] = ()
    target: Target | None = None

    @property
    def text(self) -> str:
        """The line without its looks."""
        return "".join(span.text for span in self.spans)

    @property
    def cells(self) -> int:
        """The width of the line in cells."""
        return sum([cells(span.text) for span in self.spans])


class LateLine(Line):
    """A line that is drawn when it is looked at: of a list of thousands, few are."""

    __slots__ = ("_draw", "_drawn")

    _draw: Callable[[], Line]
    _drawn: tuple[Span, ...] | None

    def __init__(self, draw: Callable[[], Line], target: Target | None = None) -> None:
        object.__setattr__(self, "_draw", draw)
        object.__setattr__(self, "_drawn", None)
        object.__setattr__(self, "target", target)

    @property
    def spans(self) -> tuple[Span, ...]:
        """What `draw` gives; asked of it once."""
        drawn = self._drawn
        if drawn is None:
            drawn = self._draw().spans
            object.__setattr__(self, "_drawn", drawn)
        return drawn


BLANK = Line()


def line(*spans: Span | str, target: Target | None = None) -> Line:
    """A line of spans; a plain string is a span in the text look."""
    return Line(tuple(Span(span) if isinstance(span, str) else span for span in spans), target)


def cut_spans(spans: Iterable[Span], width: int, mark: str) -> tuple[Span, ...]:
    """The spans in at most `width` cells; the one that does not fit is cut with `mark`."""
    kept: list[Span] = []
    room = width
    for span in spans:
        taken = span.cells
        if taken > room:
            rest = cut(span.text, room, mark)
            return (*kept, replace(span, text=rest)) if rest else tuple(kept)
        kept.append(span)
        room -= taken
    return tuple(kept)


def between(left: Iterable[Span], right: Iterable[Span], width: int, fill: str, mark: str) -> Line:
    """One line with `left` at its start and `right` at its end, `fill` (one cell) between; `left` is cut first."""
    ending = cut_spans(right, width, mark)
    room = width - sum(span.cells for span in ending)
    beginning = cut_spans(left, room - 2 if ending else room, mark)
    gap = room - sum(span.cells for span in beginning)
    if not ending:
        return Line((*beginning, Span(f" {fill * (gap - 1)}" if gap > 1 else " " * gap, RULE)))
    middle = f" {fill * (gap - 2)} " if gap > 2 else " " * max(gap, 0)
    return Line((*beginning, Span(middle, RULE), *ending))
