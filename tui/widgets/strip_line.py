"""The strip over the panes as one line: how many events each month has, or each day, year or decade.

Groups of units with events stand side by side, each under its name; what lies between is folded to a mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.dates.edtf import Edtf
from model.dates.units import (
    Zoom,
    first_day_of,
    group_of,
    group_words,
    last_day_of,
    month_name,
    unit_of,
    units_of,
)
from model.index.protocol import Density, Reader
from model.index.values import Group
from tui.state.layer import own_of
from tui.text import event_date
from tui.text.counts import bar_of, bar_scale
from tui.text.line import KEY, LIT, MUTE, RULE, TEXT, Look, Role, Span, underlined
from tui.text.phrases import Phrases
from tui.text.shown import cut
from tui.text.signs import Signs

_AHEAD = Look(Role.AHEAD)
_LEAST_TITLE = 12
_MOST_GROUPS = 60
"""More groups than fit into any strip."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the strip: its cells, and what a click asks for: its first and last day, or what has none.

    `bar` tells that it counts events: where the selected one is among them, it is lit. `unit` is the one that they are
    counted of.
    """

    span: Span
    days: tuple[int, int] | None = None
    undated: bool = False
    bar: bool = False
    unit: int | None = None

    def marked(self, here: tuple[int, int] | None, matches: frozenset[int]) -> "Piece":
        """The piece lit where it holds what is selected, `here`; standing out where its unit is a match."""
        look = LIT if self.bar and self.holds(here) else KEY if self.unit in matches else None
        if look is None:
            return self
        look = underlined(look) if self.span.look.underline else look
        return replace(self, span=replace(self.span, look=look))

    def holds(self, here: tuple[int, int] | None) -> bool:
        """Whether some of the days from `here[0]` to `here[1]` are its own; of None, whether it has no days."""
        if here is None or self.days is None:
            return here is None and self.undated
        return self.days[0] <= here[1] and here[0] <= self.days[1]


class StripLine:
    """Draws the strip. It keeps where it is scrolled to, so that it stands still while the selection moves."""

    def __init__(self) -> None:
        self._start: tuple[Zoom, int] | None = None
        self._made_for: tuple[object, ...] = ()
        self._made: list[Piece] = []
        self._numbers: frozenset[int] = frozenset()

    def pieces(
        self,
        reader: Reader,
        zoom: Zoom,
        selected: Edtf | None,
        phrases: Phrases,
        width: int,
        matches: frozenset[int] = frozenset(),
    ) -> list[Piece]:
        """The strip in at most `width` cells; what is selected is lit, and units in `matches` stand out."""
        here = _span_of(selected)
        wanted = group_of(unit_of(here[0], zoom), zoom) if here is not None else None
        made_for = (reader.when, reader.counts, reader.pending is None, phrases, zoom, width)
        if self._made_for != made_for or (wanted is not None and wanted not in self._numbers):
            self._made_for, self._made = made_for, self._afresh(reader, zoom, wanted, phrases, width)
        return [piece.marked(here, matches) for piece in self._made]

    def _afresh(
        self, reader: Reader, zoom: Zoom, wanted: int | None, phrases: Phrases, width: int
    ) -> list[Piece]:
        """The strip with nothing selected, the group `wanted` in sight."""
        signs = phrases.signs
        # What comes next, and what is open, is said of the story alone.
        own = own_of(reader)
        ending = _open_ended(own)
        coming, title = _next(own, phrases)
        reserved = sum(piece.span.cells for piece in ending) + len(coming) + 3
        groups = self._groups(reader, zoom, wanted, width - 1 - reserved)
        self._numbers = frozenset(group.number for group in groups)
        pen = _Pen(reader, zoom, signs)
        left = [Piece(Span(" ")), *_drawn(reader, groups, pen, zoom), *ending]
        room = width - sum(piece.span.cells for piece in left) - len(coming) - 1
        if not coming or room < 2:
            return left
        words = Span(f"  {cut(title, room - 4, signs.cut)}" if room - 4 >= _LEAST_TITLE else "")
        return [*left, Piece(Span(" " * (room - words.cells))), Piece(Span(coming, MUTE)), Piece(words)]

    def _groups(self, reader: Reader, zoom: Zoom, wanted: int | None, room: int) -> list[Group]:
        """The groups that fit into `room` cells, the one `wanted` among them."""
        density = reader.density
        if self._start is not None and self._start[0] is zoom:
            kept = _fitting(density.groups(zoom, self._start[1], 1, _MOST_GROUPS), zoom, room)
            if kept and (wanted is None or any(group.number == wanted for group in kept)):
                return self._from(zoom, _filled(density, zoom, kept, room))
        if wanted is None:
            wanted = group_of(unit_of(reader.when.day, zoom), zoom)
        ahead = density.groups(zoom, wanted, 1, _MOST_GROUPS)
        behind = density.groups(zoom, wanted, -1, _MOST_GROUPS)
        kept = _fitting(ahead, zoom, room)
        used = sum(_width(group, zoom) for group in kept)
        # Half of the room is for what comes, unless there is less of it than that.
        while len(kept) > 1 and used > room / 2 and behind:
            used -= _width(kept.pop(), zoom)
        while behind and used + _width(behind[0], zoom) <= room:
            group = behind.pop(0)
            used += _width(group, zoom)
            kept.insert(0, group)
        more = [group for group in ahead if kept and group.number > kept[-1].number]
        return self._from(zoom, [*kept, *_fitting(more, zoom, room - used, least=0)])

    def _from(self, zoom: Zoom, groups: list[Group]) -> list[Group]:
        self._start = (zoom, groups[0].number) if groups else None
        return groups


class _Pen:
    """How units look: bars by number, past or ahead, as of which day."""

    def __init__(self, reader: Reader, zoom: Zoom, signs: Signs) -> None:
        self._density = reader.density
        self._zoom = zoom
        self._day = reader.when.day
        self._as_of = unit_of(self._day, zoom)
        self._signs = signs
        self._scale = bar_scale(self._density.most(zoom))

    def cells(self, group: Group) -> Iterator[Piece]:
        """One cell for each unit of a group; one cell where all are in one unit."""
        units = units_of(group.number, self._zoom)
        counts = self._density.between(self._zoom, units[0], units[-1])
        if group.only is not None:
            as_of = group_of(self._as_of, self._zoom) == group.number
            yield self._cell(group.only, counts[group.only], as_of, (units[0], units[-1]))
            return
        for unit in units:
            yield self._cell(unit, counts.get(unit, 0), unit == self._as_of, (unit, unit))

    def skipped(self, after: int | None, before: int | None) -> Span:
        """The mark of what is left out between two groups, or at an end."""
        here = group_of(self._as_of, self._zoom)
        inside = (after is None or after < here) and (before is None or here < before)
        return Span(self._signs.cut, underlined(RULE) if inside and None not in (after, before) else RULE)

    def _cell(self, unit: int, count: int, as_of: bool, units: tuple[int, int]) -> Piece:
        look = RULE if not count else _AHEAD if first_day_of(unit, self._zoom) > self._day else TEXT
        bar = bar_of(count, self._scale, self._signs.ascii_only)
        span = Span(bar, underlined(look) if as_of else look)
        return Piece(span, _days(*units, self._zoom), bar=True, unit=unit)


def _label(group: Group, before: Group | None, zoom: Zoom) -> str:
    """The name of a group; a month's year is said once."""
    if zoom is Zoom.DAY and before is not None and before.number // 12 == group.number // 12:
        return month_name(group.number)
    return group_words(group.number, zoom)


def _width(group: Group, zoom: Zoom) -> int:
    """The most cells that a group takes, with what may stand before it."""
    cells = 1 if group.only is not None else len(units_of(group.number, zoom))
    return len(group_words(group.number, zoom)) + 1 + cells + 3


def _fitting(groups: list[Group], zoom: Zoom, room: int, least: int = 1) -> list[Group]:
    """The first groups that fit into `room` cells, `least` of them in any case."""
    kept: list[Group] = []
    for group in groups:
        room -= _width(group, zoom)
        if room < 0 and len(kept) >= least:
            break
        kept.append(group)
    return kept


def _filled(density: Density, zoom: Zoom, kept: list[Group], room: int) -> list[Group]:
    """The groups and, where none comes after them, those before them that there is room for: no room stays empty."""
    if density.groups(zoom, kept[-1].number + 1, 1, 1):
        return kept
    before = density.groups(zoom, kept[0].number, -1, _MOST_GROUPS)
    room -= sum(_width(group, zoom) for group in kept)
    return [*reversed(_fitting(before, zoom, room, least=0)), *kept]


def _days(first: int, last: int, zoom: Zoom) -> tuple[int, int]:
    return first_day_of(first, zoom), last_day_of(last, zoom)


def _span_of(date: Edtf | None) -> tuple[int, int] | None:
    """The days that a date takes up on the strip: of an open one, the one by which it is placed; None without any."""
    if date is None or date.sort_key[0] > 0:
        return None
    day = date.sort_key[1]
    first = date.earliest if date.earliest is not None else day
    return first, date.latest if date.latest is not None else day


def _drawn(reader: Reader, groups: list[Group], pen: "_Pen", zoom: Zoom) -> Iterator[Piece]:
    density = reader.density
    if groups and density.groups(zoom, groups[0].number, -1, 1):
        yield Piece(pen.skipped(None, groups[0].number), None)
        yield Piece(Span(" "))
    before: Group | None = None
    for group in groups:
        if before is not None:
            yield Piece(Span(" "))
            if group.number > before.number + 1:
                yield Piece(pen.skipped(before.number, group.number))
                yield Piece(Span(" "))
        units = units_of(group.number, zoom)
        yield Piece(Span(_label(group, before, zoom), MUTE), _days(units[0], units[-1], zoom))
        yield Piece(Span(" "))
        yield from pen.cells(group)
        before = group
    if before is not None and density.groups(zoom, before.number + 1, 1, 1):
        yield Piece(Span(" "))
        yield Piece(pen.skipped(before.number, None))


def _open_ended(reader: Reader) -> list[Piece]:
    """`date open 3`: events that stand at the end of the timeline without a last day, or without a date."""
    counts = reader.counts
    if counts.counting or not (count := counts.total - reader.days.dated):
        return []
    return [
        Piece(Span("  date open ", MUTE), undated=True),
        Piece(Span(str(count), _AHEAD), undated=True, bar=True),
    ]


def _next(reader: Reader, phrases: Phrases) -> tuple[str, str]:
    """`next 7-10 May`, and the title of what is first ahead; where nothing is, what is unanswered: `3 unanswered`."""
    if reader.counts.counting:
        return "", ""
    rows = reader.rows(reader.counts.first_ahead, 1)
    if not rows or rows[0].group > 0:
        unanswered = reader.counts.unanswered
        return (f"{unanswered} unanswered" if unanswered else ""), ""
    return f"next {event_date.in_row(rows[0], phrases.year, None)}", phrases.plain(rows[0].title)
