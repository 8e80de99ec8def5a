"""The entities: who and what is met in the sources, how often, and where on the timeline."""

from collections.abc import Mapping

from model.index.values import AsOf, Ways
from tui.cards.layout import columns, heading
from tui.state.context import Context
from tui.text.counts import bar_of
from tui.text.line import ACCENT, MUTE, NAME, TEXT, Line, Look
from tui.text.phrases import Phrases
from tui.text.target import EntityTarget, Target
from tui.views.view import CursorView

BARS = 12
"""Stretches of the timeline that a row of bars has."""

_LEAST_NAME, _NAME, _TYPE = 16, 24, 12
_NUMBERS = (("part", 4), ("speaks", 6), ("passes", 6), ("claims", 6))
"""In how many events one takes part, of how many one speaks and passes claims on; in how many claims one is met."""

_COUNTED = sum(cells + 1 for _, cells in _NUMBERS)
_WITH_BARS, _WITH_TYPE = _LEAST_NAME + _COUNTED + BARS + 2, _NAME + _COUNTED + BARS + _TYPE + 3
"""The width from which on the bars are there, and the types too."""

_LEAST_ALSO = 12
"""Cells from which on other names are shown."""


class EntitiesView(CursorView):
    """One line for each entity that is met, those that take part in the most events first.

    Under a filter, in the events that it shows; without one, in whatever could be known, labels and mastheads too.
    """

    name = "entities"
    footer = ("help", "move", "search", "open", "view", "back")

    def __init__(self) -> None:
        super().__init__()
        self._counted_for: AsOf | None = None
        self._names: list[str] = []
        self._bars: Mapping[str, tuple[int, ...]] = {}
        self._claims: Mapping[str, int] = {}
        self._ways: Mapping[str, Ways] = {}

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which entity of how many is selected."""
        entry, total = self.entry_of(ctx), len(self._counted(ctx))
        return "Entities", f"{entry + 1} of {total} met " if entry is not None else f"{total} met "

    def entries(self, ctx: Context) -> list[Target]:
        """The entities."""
        return [EntityTarget(name) for name in self._counted(ctx)]

    def _counted(self, ctx: Context) -> list[str]:
        """The entities, counted for the scene's day and filter, in the order of the grid's columns."""
        if self._counted_for != ctx.scene.when:
            self._counted_for = ctx.scene.when
            mentions = ctx.reader.mentions
            self._bars, self._claims, self._ways = (
                mentions.over_rows(BARS),
                mentions.claims(),
                mentions.ways(),
            )
            self._names = sorted(
                self._claims,
                key=lambda name: (*self._ways.get(name, Ways()).rank, -self._claims[name], name),
            )
        return self._names

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """What the columns are, then the entities."""
        names = self._counted(ctx)
        if not names:
            return [heading("", "Nobody is met in the events that are shown.")]
        head: list[tuple[str, Look, int]] = [("name", MUTE, _name_cells(width))]
        head += [("type", MUTE, _TYPE)] if width >= _WITH_TYPE else []
        head += [(f"{word:>{cells}}", MUTE, cells) for word, cells in _NUMBERS]
        head += [("timeline", MUTE, 0)] if width >= _WITH_BARS else []
        return [columns(head, ctx.signs.cut), *(self._line(name, ctx.phrases, width) for name in names)]

    def _line(self, name: str, phrases: Phrases, width: int) -> Line:
        entity = phrases.corpus.entities[name]
        ways = self._ways.get(name, Ways())
        numbers = (ways.part, ways.speaks, ways.passes, self._claims[name])
        row: list[tuple[str, Look, int]] = [(phrases.name(name), NAME, _name_cells(width))]
        row += [(entity.type.value, MUTE, _TYPE)] if width >= _WITH_TYPE else []
        row += [
            (f"{number:>{cells}}", TEXT if number else MUTE, cells)
            for number, (_, cells) in zip(numbers, _NUMBERS, strict=True)
        ]
        if width >= _WITH_BARS:
            counts = self._bars.get(name, (0,) * BARS)
            bars = "".join(bar_of(count, 1, phrases.signs.ascii_only) for count in counts)
            row.append((bars, ACCENT, BARS))
        also = width - _WITH_TYPE - 2
        if also >= _LEAST_ALSO and entity.aliases:
            row.append((phrases.plain(", ".join(entity.aliases)), MUTE, also))
        return columns(row, phrases.signs.cut, EntityTarget(name))


def _name_cells(width: int) -> int:
    """As many as there is room for beside the numbers, and the bars where they are there."""
    beside = _COUNTED + (BARS + 2 if width >= _WITH_BARS else 0)
    return _NAME if width >= _WITH_TYPE else min(_NAME, max(_LEAST_NAME, width - beside))
