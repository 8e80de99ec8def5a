"""The entities: who and what is met in the sources, how often, and where on the timeline."""

from collections.abc import Mapping

from model.index.values import AsOf
from tui.cards.layout import columns, heading
from tui.state.context import Context
from tui.text.counts import bar_of
from tui.text.line import ACCENT, MUTE, NAME, TEXT, Line, Look
from tui.text.phrases import Phrases
from tui.text.target import EntityTarget, Target
from tui.views.view import CursorView

BARS = 12
"""Stretches of the timeline that a row of bars has."""

_NAME, _TYPE, _EVENTS, _CLAIMS = 26, 12, 6, 6
_LEAST_NAME = 20
"""Cells of a name that other columns leave it, before they go themselves."""
_LEAST_ALSO = 12
"""Cells from which on other names are shown."""


class EntitiesView(CursorView):
    """One line for each entity that could be known, those with the most events first."""

    name = "entities"
    about = "who and what is met in the sources, and how often"
    words = ("people", "persons", "names", "places", "who")
    footer = ("help", "move", "search", "open", "view", "back")

    def __init__(self) -> None:
        super().__init__()
        self._counted_for: AsOf | None = None
        self._names: list[str] = []
        self._bars: Mapping[str, tuple[int, ...]] = {}
        self._claims: Mapping[str, int] = {}

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which entity of how many is selected."""
        entry, total = self.entry_of(ctx), len(self._counted(ctx))
        return "Entities", f"{entry + 1} of {total} " if entry is not None else f"{total} "

    def entries(self, ctx: Context) -> list[Target]:
        """The entities."""
        return [EntityTarget(name) for name in self._counted(ctx)]

    def nearest(self, ctx: Context) -> int:
        """The first that has a part in the selected event."""
        event = ctx.selection.event
        if event is None or ctx.reader.position_of(event) is None:
            return 0
        parts = ctx.reader.mentions.parts_in((event,))[event]
        names = self._counted(ctx)
        return next((number for number, name in enumerate(names) if parts.get(name)), 0)

    def _counted(self, ctx: Context) -> list[str]:
        """The entities, counted for the scene's day and filter, those with the most events first."""
        if self._counted_for != ctx.scene.when:
            self._counted_for = ctx.scene.when
            mentions = ctx.reader.mentions
            self._bars, self._claims = mentions.over_rows(BARS), mentions.claims()
            self._names = sorted(
                self._claims, key=lambda name: (-self._events(name), -self._claims[name], name)
            )
        return self._names

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """What the columns are, then the entities."""
        names = self._counted(ctx)
        if not names:
            return [heading("", "Nobody is met in the events that are shown.")]
        room = _Room(width)
        head = [
            ("name", MUTE, room.name),
            *([("type", MUTE, _TYPE)] if room.type else []),
            *self._counts("events", "claims"),
            *([("timeline", MUTE, BARS)] if room.bars else []),
        ]
        lines = [columns(head, ctx.signs.cut)]
        return lines + [self._line(name, ctx.phrases, room) for name in names]

    def _line(self, name: str, phrases: Phrases, room: "_Room") -> Line:
        entity = phrases.corpus.entities[name]
        row = [(phrases.name(name), NAME, room.name)]
        if room.type:
            row.append((entity.type.value, MUTE, _TYPE))
        row += self._counts(str(self._events(name)), str(self._claims[name]))
        if room.bars:
            counts = self._bars.get(name, (0,) * BARS)
            bars = "".join(bar_of(count, 1, phrases.signs.ascii_only) for count in counts)
            row.append((bars, ACCENT, BARS))
        if room.also >= _LEAST_ALSO and entity.aliases:
            row.append((phrases.plain(", ".join(entity.aliases)), MUTE, room.also))
        return columns(row, phrases.signs.cut, EntityTarget(name))

    @staticmethod
    def _counts(events: str, claims: str) -> list[tuple[str, Look, int]]:
        return [(f"{events:>{_EVENTS}}", TEXT, _EVENTS), (f"{claims:>{_CLAIMS}}", TEXT, _CLAIMS)]

    def _events(self, name: str) -> int:
        return sum(self._bars.get(name, ()))


class _Room:
    """What there is room for in a width: the numbers always, then the bars, the type, other names."""

    def __init__(self, width: int) -> None:
        rest = width - _EVENTS - _CLAIMS - 2
        self.bars = rest >= _LEAST_NAME + BARS + 1
        rest -= (BARS + 1) * self.bars
        self.type = self.bars and rest >= _LEAST_NAME + _TYPE + 1
        rest -= (_TYPE + 1) * self.type
        self.name = min(rest, _NAME)
        self.also = rest - self.name - 1
