"""One screen of lanes, drawn: the axis, headings, events and, of a folded lane, how its events lie in time."""

from functools import cached_property

from model.index.features import CODED
from model.index.layered.names import is_lane_of_rows
from model.index.values import REST, Grouping, Lane
from tui.state.context import Context
from tui.text.counts import bar_of, bar_scale
from tui.text.line import ACCENT, BOLD, KEY, MUTE, RULE, TEXT, Line
from tui.text.numbers import rows_words
from tui.text.shown import cut
from tui.text.target import EventTarget
from tui.views.axis import Axis
from tui.views.distance import Distance
from tui.views.lane_lines import EventLine, Ink, laid
from tui.views.news import news_of


class LanePage:
    """Draws the lines of one scene on one axis."""

    def __init__(self, ctx: Context, axis: Axis) -> None:
        self._ctx = ctx
        self._reader = ctx.reader
        self._lanes = ctx.scene.viewed.lanes
        self._axis = axis
        self._phrases = ctx.phrases
        signs = ctx.signs
        day = ctx.scene.when.day
        on_axis = axis.first <= day <= axis.last
        # What is of the as-of day, or of the month or year that it lies in, stands on the line: some of it has been.
        self._divider = Ink(axis.start_of(day), signs.divider, ACCENT) if on_axis else None
        self._events = EventLine(axis, ctx.phrases, self._divider)
        self._distance = Distance.of(ctx.reader, ctx.scene.mark)

    @cached_property
    def _borders(self) -> list[int]:
        """The positions of the first event of each column, of the first later one, and of the first without a day."""
        days = self._reader.days
        firsts = [days.first_from(column.first) for column in self._axis.columns]
        return [*firsts, days.first_from(self._axis.last + 1), days.dated]

    def axis(self) -> Line:
        """`earlier`, the columns' names, `later`; the as-of one in the accent, the selected event's in bold."""
        axis, day = self._axis, self._ctx.scene.when.day
        selected = self._selected_day()
        pieces = []
        for column in axis.columns:
            look = MUTE
            if selected is not None and column.first <= selected <= column.last:
                look = BOLD
            if column.first <= day <= column.last:
                look = KEY
            mark = self._phrases.signs.cut if column.folded else column.label
            pieces.append(Ink(column.x, mark, RULE if column.folded else look))
        if axis.has_words:
            pieces += [Ink(1, "earlier", MUTE), Ink(axis.later, "later", MUTE)]
        return laid(pieces, axis.width, None)

    def heading(self, lane: Lane) -> Line:
        """The lane's name, and how many events it holds."""
        folded = ", folded" if lane.id in self._lanes.folded else ""
        is_rows = is_lane_of_rows(lane.id)
        count = f"{rows_words(lane.events, CODED if is_rows else self._ctx.archive.features)}{folded}"
        room = self._axis.width - len(count) - 3
        name = Ink(1, cut(self._name(lane), room, self._phrases.signs.cut), BOLD)
        return laid([name, Ink(name.end + 2, count, MUTE)], self._axis.width, self._divider)

    def rows(self, lane: Lane, first: int, count: int) -> list[Line]:
        """Lines of a lane from its entry `first` on."""
        if lane.id in self._lanes.folded:
            return [self._bars(lane)]
        selected = self._ctx.selection.event
        return [
            self._events.line(row, row.event == selected, news_of(self._ctx, row), self._distance.words(row))
            for row in self._reader.lanes.rows(lane, first, count)
        ]

    def _bars(self, lane: Lane) -> Line:
        """How the events of a folded lane lie in time: a bar for each column, and what lies beyond the axis."""
        axis = self._axis
        earlier, *counts, later, _ = self._reader.lanes.counts(lane, self._borders)
        signs = self._phrases.signs
        step = bar_scale(max(counts))
        pieces = []
        for column, count in zip(axis.columns, counts, strict=True):
            cells = 1 if column.folded else column.cells - 1
            if count:
                pieces.append(Ink(column.x, bar_of(count, step, signs.ascii_only) * cells, TEXT))
        pieces += [Ink(3, str(earlier), MUTE)] if earlier and axis.has_words else []
        pieces += [Ink(axis.later, str(later), MUTE)] if later and axis.has_words else []
        first = self._reader.lanes.rows(lane, 0, 1)
        own = self._ctx.selection.event
        inside = own is not None and self._holds(lane, own)
        if inside:
            pieces.append(Ink(0, signs.selected, ACCENT))
        return laid(pieces, axis.width, self._divider, EventTarget(first[0].event) if first else None)

    def _holds(self, lane: Lane, event: str) -> bool:
        position = self._reader.position_of(event)
        places = self._reader.lanes.places_of(position, lane.grouping) if position is not None else []
        return any(name == lane.id for name, _ in places)

    def _selected_day(self) -> int | None:
        position = self._reader.position_of(self._ctx.selection.event)
        return self._reader.days.day_at(position) if position is not None else None

    def _name(self, lane: Lane) -> str:
        phrases, by = self._phrases, lane.grouping
        if lane.id == REST:
            return f"no {by}"
        if lane.title:
            coded = ", coded elsewhere" if is_lane_of_rows(lane.id) else ""
            return f"{phrases.plain(lane.title)}{coded}"
        if by is Grouping.STRAND:
            return phrases.title(lane.id)
        if by is Grouping.ENTITY:
            return phrases.name(lane.id)
        if by is Grouping.SOURCE:
            source = phrases.corpus.sources[lane.id]
            return f"{phrases.short_name(source.publisher)}: {phrases.plain(source.title)}"
        return lane.id
