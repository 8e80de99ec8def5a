"""Events by entities: who takes part in what, and who only tells of it: speaks, or passes claims on."""

from collections.abc import Mapping
from dataclasses import replace

from model.index.values import AsOf, TimelineRow
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text import event_date
from tui.text.line import ACCENT, MUTE, TEXT, Line, Look, Span, bold
from tui.text.phrases import Phrases
from tui.text.shown import fit
from tui.text.signs import MUTED_TITLES, ROLES
from tui.text.target import EventTarget
from tui.text.upright import upright
from tui.text.wrap import wrap_text
from tui.views.view import View

EMPTY = "."
"""Stands where an entity has nothing to do with the event; it leads the eye."""

TELLS = '"'
"""Stands where an entity only tells of the event: it speaks of it, or passes a claim on."""

_LEAST_TITLE, _MOST_TITLE, _CELL, _HEAD = 14, 38, 2, 10
"""Cells of a date, of a title and of a column; the most rows of the names at the head."""


class GridView(View):
    """One row for each event, one column for each entity, those that take part in the most first."""

    name = "grid"
    footer = ("help", "move", "columns", "open", "view", "back")
    whole = True

    def __init__(self) -> None:
        self._top = self._room = 0
        self._ranked_for: AsOf | None = None
        self._ranked: list[str] = []

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and how many entities have a column."""
        first, all_of_them = self._first(ctx, ctx.scene), len(self._entities(ctx))
        last = min(first + self._room, all_of_them)
        legend = f"  a sign: takes part   {TELLS}  only tells" if width >= 76 else ""
        shown = f"{first + 1}-{last} of {all_of_them} met in events " if all_of_them else ""
        return f"Events by entities{legend}", shown

    def content(self, ctx: Context, width: int, height: int, roomy: bool) -> list[Line]:
        """The names, standing on their columns, then the rows around the selected event."""
        reader = ctx.reader
        if not reader.counts.total:
            return [Line((Span(f" {row}"),)) for row in wrap_text("No event is shown.", width - 2)]
        sheet = _Sheet(ctx.phrases, width)
        self._room = sheet.room
        first = self._first(ctx, ctx.scene)
        entities = self._entities(ctx)[first : first + sheet.room]
        head = sheet.head(entities, max(1, min(_HEAD, height // 2)))
        rows = max(1, height - len(head))
        position = reader.position_of(ctx.selection.event) or 0
        if not self._top <= position < self._top + rows:
            self._top = position - rows // 2
        self._top = max(0, min(self._top, reader.counts.total - rows))
        shown = reader.rows(self._top, rows)
        parts = reader.mentions.parts_in(tuple(row.event for row in shown))
        return head + [sheet.row(row, row.position == position, entities, parts[row.event]) for row in shown]

    def aside(self, ctx: Context, by: int) -> Scene | str:
        """Columns half a page further on."""
        # What is drawn may be of another width still.
        self._room = _Sheet(ctx.phrases, ctx.view_width).room
        first = self._first(ctx, ctx.scene)
        column = max(first + by * max(1, self._room // 2), 0)
        moved = replace(ctx.scene, viewed=replace(ctx.scene.viewed, column=column))
        if self._first(ctx, moved) == first:
            return f"This is the {'last' if by > 0 else 'first'} column."
        return moved

    def _first(self, ctx: Context, scene: Scene) -> int:
        """The first column of a scene; the last page of them is full."""
        return min(scene.viewed.column, max(0, len(self._entities(ctx)) - self._room))

    def _entities(self, ctx: Context) -> list[str]:
        if self._ranked_for != ctx.scene.when:
            self._ranked_for = ctx.scene.when
            ways = ctx.reader.mentions.ways()
            self._ranked = sorted(ways, key=lambda name: (*ways[name].rank, name))
        return self._ranked


class _Sheet:
    """The grid in one width; `room` is how many columns it has."""

    def __init__(self, phrases: Phrases, width: int) -> None:
        self._phrases = phrases
        self._signs = phrases.signs
        self._title = min(_MOST_TITLE, max(_LEAST_TITLE, width // 3))
        self.room = max(0, (width - self._left) // _CELL)

    @property
    def _left(self) -> int:
        """Cells before the first column."""
        return 2 + event_date.CELLS + 1 + 2 + self._title + 1

    def head(self, entities: list[str], height: int) -> list[Line]:
        """The short names from top to bottom, each ending above its column."""
        names = [upright(self._phrases.short_name(name), height, self._signs.cut) for name in entities]
        highest = max((len(name) for name in names), default=0)
        lines = []
        for number in range(highest):
            letters = (
                name[number - highest + len(name)] if number >= highest - len(name) else "" for name in names
            )
            row = "".join(fit(letter, _CELL, "") for letter in letters)
            lines.append(Line((Span(" " * self._left), Span(row, MUTE))))
        return lines

    def row(self, row: TimelineRow, selected: bool, entities: list[str], parts: Mapping[str, bool]) -> Line:
        """Date, sign, title; in each column the event's sign where the entity takes part in it."""
        signs, look = self._signs, MUTE if row.word in MUTED_TITLES else TEXT
        sign = Span(signs.of(row.word, row.status), Look(ROLES[row.word]))
        title = fit(self._phrases.plain(row.title), self._title, signs.cut)
        spans = [
            Span(signs.selected if selected else " ", ACCENT),
            Span(f" {fit(event_date.in_row(row, self._phrases.year), event_date.CELLS, signs.cut)} "),
            sign,
            Span(" "),
            Span(title, bold(look) if selected else look),
            Span(" "),
        ]
        for name in entities:
            mark = sign if parts.get(name) else Span(TELLS if name in parts else EMPTY, MUTE)
            spans += [mark, Span(" ")]
        return Line(_joined(spans), EventTarget(row.event))


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans, with neighbours of one look as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].look == span.look:
            joined[-1] = Span(joined[-1].text + span.text, span.look)
        else:
            joined.append(span)
    return tuple(joined)
