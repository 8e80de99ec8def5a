"""The entities: who and what is met in the sources, how often, and where on the timeline."""

from collections.abc import Mapping

from model.index.features import Feature
from model.index.values import AsOf, Ways
from tui.cards.layout import columns, heading
from tui.state.context import Context
from tui.state.layer import own_of
from tui.text.counts import bar_of
from tui.text.line import ACCENT, MUTE, NAME, TEXT, Line, Look
from tui.text.phrases import Phrases
from tui.text.target import EntityTarget, Target
from tui.views.view import CursorView

BARS = 12
"""Stretches of the timeline that a row of bars has."""

_NAME, _TYPE = 26, 12
_NUMBERS = (("part", 4), ("speaks", 6), ("passes", 6), ("claims", 6))
"""In how many events one takes part, of how many one speaks and passes claims on; in how many claims one is met."""

_COUNTED = sum(cells + 1 for _, cells in _NUMBERS)
_LEAST_NAME = 16
"""Cells of a name that other columns leave it, before they go themselves."""
_LEAST_ALSO = 12
"""Cells from which on other names are shown."""


class EntitiesView(CursorView):
    """One line for each entity that is met, those that take part in the most events first.

    Under a filter, in the events that it shows; without one, in whatever could be known, labels and mastheads too.
    """

    name = "entities"
    about = "who and what is met in the sources, and how often"
    words = ("people", "persons", "names", "places", "who")
    needs = Feature.MENTIONS
    footer = ("help", "move", "search", "open", "view", "back")

    def __init__(self) -> None:
        super().__init__()
        self._counted_for: AsOf | None = None
        self._names: list[str] = []
        self._bars: Mapping[str, tuple[int, ...]] = {}
        self._claims: Mapping[str, int] = {}
        self._ways: Mapping[str, Ways] = {}

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, which entity of how many is selected, and how many of them are met in events."""
        entry, total = self.entry_of(ctx), len(self._counted(ctx))
        met = f"{entry + 1} of {total} met" if entry is not None else f"{total} met"
        return "Entities", f"{met}, {len(self._ways)} in events " if self._ways else f"{met} "

    def entries(self, ctx: Context) -> list[Target]:
        """The entities."""
        return [EntityTarget(name) for name in self._counted(ctx)]

    def nearest(self, ctx: Context) -> int:
        """The first that has a part in the selected event."""
        event = ctx.selection.event
        if event is None or own_of(ctx.reader).position_of(event) is None:
            return 0
        parts = ctx.reader.mentions.parts_in((event,))[event]
        names = self._counted(ctx)
        return next((number for number, name in enumerate(names) if parts.get(name)), 0)

    def _counted(self, ctx: Context) -> list[str]:
        """The entities, counted for the scene's day and filter, in the order of the grid's columns."""
        if self._counted_for != ctx.scene.when:
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
            self._counted_for = ctx.scene.when
        return self._names

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """What the columns are, then the entities."""
        names = self._counted(ctx)
        if not names:
            return [heading("", "Nobody is met in the events that are shown.")]
        room = _Room(width)
        head: list[tuple[str, Look, int]] = [("name", MUTE, room.name)]
        head += [("type", MUTE, _TYPE)] if room.type else []
        head += [(f"{word:>{cells}}", MUTE, cells) for word, cells in _NUMBERS]
        head += [("timeline", MUTE, BARS)] if room.bars else []
        return [columns(head, ctx.signs.cut), *(self._line(name, ctx.phrases, room) for name in names)]

    def _line(self, name: str, phrases: Phrases, room: "_Room") -> Line:
        entity = phrases.corpus.entities[name]
        ways = self._ways.get(name, Ways())
        numbers = (ways.part, ways.speaks, ways.passes, self._claims[name])
        row: list[tuple[str, Look, int]] = [(phrases.name(name), NAME, room.name)]
        row += [(entity.type.value, MUTE, _TYPE)] if room.type else []
        row += [
            (f"{number:>{cells}}", TEXT if number else MUTE, cells)
            for number, (_, cells) in zip(numbers, _NUMBERS, strict=True)
        ]
        if room.bars:
            counts = self._bars.get(name, (0,) * BARS)
            bars = "".join(bar_of(count, 1, phrases.signs.ascii_only) for count in counts)
            row.append((bars, ACCENT, BARS))
        if room.also >= _LEAST_ALSO and entity.aliases:
            row.append((phrases.plain(", ".join(entity.aliases)), MUTE, room.also))
        return columns(row, phrases.signs.cut, EntityTarget(name))


class _Room:
    """What there is room for in a width: the numbers always, then the bars, the type, other names."""

    def __init__(self, width: int) -> None:
        rest = width - _COUNTED
        self.bars = rest >= _LEAST_NAME + BARS + 1
        rest -= (BARS + 1) * self.bars
        self.type = self.bars and rest >= _LEAST_NAME + _TYPE + 1
        rest -= (_TYPE + 1) * self.type
        self.name = min(rest, _NAME)
        self.also = rest - self.name - 1
