"""Events by entities: who takes part in what, and who only tells of it: speaks, or passes claims on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_lowercase, ascii_uppercase, digits

from model.index.features import Feature
from model.index.values import AsOf, TimelineRow
from tui.state.context import Context
from tui.state.layer import own_of
from tui.state.scene import Scene
from tui.text import event_date
from tui.text.line import ACCENT, BLANK, KEY, MUTE, RULE, TEXT, Line, Look, Span, bold, cut_spans
from tui.text.phrases import Phrases
from tui.text.shown import fit
from tui.text.signs import MUTED_TITLES, ROLES
from tui.text.target import EventTarget
from tui.text.wrap import wrap_text
from tui.views.view import View

TELLS = '"'
"""Stands where an entity only tells of the event: it speaks of it, or passes a claim on.

Nothing stands where it has nothing to do with it.
"""

LETTERS = f"{ascii_lowercase}{ascii_uppercase}{digits}"
"""What columns are called, so many at most: their names stand above, each behind its letter."""

GUIDED = 5
"""After so many columns a line leads the eye."""

_LEAST_TITLE, _MOST_TITLE, _CELL, _NAME = 8, 38, 2, 12
"""Cells of a title, of a column and of a name."""

_LEAST_NAMED = 12
"""Lines from which on one at the foot names who has to do with the selected event."""


class GridView(View):
    """One row for each event, one column for each entity, those that take part in the most first."""

    name = "grid"
    about = "who takes part in which event"
    words = ("matrix", "table", "participants")
    needs = Feature.MENTIONS
    footer = ("help", "move", "columns", "open", "view", "back")
    whole = True

    def __init__(self) -> None:
        self._top = self._room = 0
        self._height = 100
        self._ranked_for: AsOf | None = None
        self._ranked: list[str] = []

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and how many entities have a column."""
        first, all_of_them = self._first(ctx, ctx.scene), len(self._entities(ctx))
        last = min(first + self._room, all_of_them)
        legend = f"  a sign: takes part   {TELLS}  only tells" if width >= 72 else ""
        shown = f"{first + 1}-{last} of {all_of_them} met in events " if all_of_them else ""
        return f"Grid{legend}", shown

    def content(self, ctx: Context, width: int, height: int, roomy: bool) -> list[Line]:
        """The names, standing on their columns, then the rows around the selected event."""
        reader = own_of(ctx.reader)
        if not reader.counts.total:
            return [Line((Span(f" {row}"),)) for row in wrap_text("No event is shown.", width - 2)]
        self._height = height
        sheet = _Sheet(ctx.phrases, width, height)
        self._room = sheet.room
        first = self._first(ctx, ctx.scene)
        entities = self._entities(ctx)[first : first + sheet.room]
        head = sheet.head(entities)
        foot = [self._with_names(ctx, width)] if height >= _LEAST_NAMED else []
        rows = max(1, height - len(head) - len(foot))
        position = reader.position_of(ctx.selection.event) or 0
        if not self._top <= position < self._top + rows:
            self._top = position - rows // 2
        self._top = max(0, min(self._top, reader.counts.total - rows))
        shown = reader.rows(self._top, rows)
        parts = reader.mentions.parts_in(tuple(row.event for row in shown))
        lines = [sheet.row(row, row.position == position, entities, parts[row.event]) for row in shown]
        return [*head, *lines, *[BLANK] * (rows - len(lines) if foot else 0), *foot]

    def _with_names(self, ctx: Context, width: int) -> Line:
        """Who takes part in the selected event and who only tells of it, by name, whatever columns are in sight."""
        event, phrases = ctx.selection.event, ctx.phrases
        if event is None or own_of(ctx.reader).position_of(event) is None:
            return BLANK
        parts = own_of(ctx.reader).mentions.parts_in((event,))[event]
        ranked = [it for it in self._entities(ctx) if it in parts]
        spans = [Span(" "), Span(ctx.signs.selected, ACCENT)]
        for words, has_part in (("takes part", True), ("only tells", False)):
            if names := short_names([it for it in ranked if parts[it] is has_part], phrases):
                spans += [Span(f" {words} ", MUTE), Span(f"{', '.join(names)} ")]
        return Line(cut_spans(spans, width, ctx.signs.cut))

    def aside(self, ctx: Context, by: int) -> Scene | str:
        """Columns half a page further on."""
        # What is drawn may be of another width still.
        self._room = _Sheet(ctx.phrases, ctx.view_width, self._height).room
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
            ways = ctx.reader.mentions.ways()
            self._ranked = sorted(ways, key=lambda name: (*ways[name].rank, name))
            self._ranked_for = ctx.scene.when
        return self._ranked


def short_names(entities: Sequence[str], phrases: Phrases) -> list[str]:
    """The short names of entities; of those that have the same one, as several unnamed voices, the whole."""
    short = Counter(phrases.short_name(it) for it in entities)
    return [name if short[name := phrases.short_name(it)] == 1 else phrases.name(it) for it in entities]


class _Sheet:
    """The grid in one size; `room` is how many columns it has, so many at most as it has room to name."""

    def __init__(self, phrases: Phrases, width: int, height: int) -> None:
        self._phrases = phrases
        self._signs = phrases.signs
        self._title = min(_MOST_TITLE, max(_LEAST_TITLE, width // 3))
        # Titles keep what they have in a narrow grid; what is left of their room goes to dates.
        spare = event_date.CELLS + max(0, self._title - _LEAST_TITLE)
        self._dates = event_date.cells_of_all(phrases.corpus, phrases.year, spare)
        self._title -= self._dates - event_date.CELLS
        self._abreast = max(1, (width - 1) // (_NAME + 3))
        named = self._abreast * max(1, height // 3)
        self.room = max(0, min((width - self._left) // _CELL, named, len(LETTERS)))

    @property
    def _left(self) -> int:
        """Cells before the first column."""
        return 2 + self._dates + 1 + 2 + self._title + 1

    def head(self, entities: list[str]) -> list[Line]:
        """The names behind their letters, several abreast; then the letters, each above its column."""
        names = [
            (Span(f"{it} ", KEY), Span(f"{name} "))
            for it, name in zip(LETTERS, self._names(entities), strict=False)
        ]
        lines = []
        for first in range(0, len(names), self._abreast):
            abreast = names[first : first + self._abreast]
            lines.append(Line((Span(" "), *(span for name in abreast for span in name))))
        letters = self._cells([Span(letter, KEY) for letter in LETTERS[: len(entities)]])
        return [*lines, Line((Span(" " * self._left), *letters))] if entities else []

    def _names(self, entities: list[str]) -> list[str]:
        """What the columns are called, no two of them the same."""
        names: dict[str, None] = {}
        for name in short_names(entities, self._phrases):
            words, number = fit(name, _NAME, self._signs.cut), 1
            while words in names:
                number += 1
                words = fit(fit(name, _NAME - len(f" {number}"), self._signs.cut) + f" {number}", _NAME, "")
            names[words] = None
        return [*names]

    def _cells(self, marks: list[Span]) -> list[Span]:
        """The marks of a row in their columns, a line after each few of them."""
        spans: list[Span] = []
        for number, mark in enumerate(marks, 1):
            guide = Span(self._signs.divider, RULE) if not number % GUIDED else Span(" ")
            spans += [mark, guide]
        return spans

    def row(self, row: TimelineRow, selected: bool, entities: list[str], parts: Mapping[str, bool]) -> Line:
        """Date, sign, title; in each column the event's sign where the entity takes part in it."""
        signs, look = self._signs, MUTE if row.word in MUTED_TITLES else TEXT
        sign = Span(signs.of(row.word, row.status), Look(ROLES[row.word]))
        title = fit(self._phrases.plain(row.title), self._title, signs.cut)
        spans = [
            Span(signs.selected if selected else " ", ACCENT),
            Span(f" {fit(event_date.in_row(row, self._phrases.year, self._dates), self._dates, signs.cut)} "),
            sign,
            Span(" "),
            Span(title, bold(look) if selected else look),
            Span(" "),
        ]
        spans += self._cells(
            [sign if parts.get(name) else Span(TELLS if name in parts else " ", MUTE) for name in entities]
        )
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
