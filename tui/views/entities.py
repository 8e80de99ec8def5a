"""The entities: who and what is met in the sources, how often, and where on the timeline."""

from model.index.archive import Archive
from tui.cards.layout import columns, heading
from tui.scene import Scene
from tui.selection import Selection
from tui.text.counts import bar_of
from tui.text.line import ACCENT, MUTE, NAME, TEXT, Line, Look, Target
from tui.text.phrases import Phrases
from tui.views.view import CursorView

BARS = 12
"""Stretches of the timeline that a row of bars has."""

_NAME, _TYPE, _EVENTS, _CLAIMS = 26, 12, 6, 6
_LEAST_ALSO = 12
"""Cells from which on other names are shown."""


class EntitiesView(CursorView):
    """One line for each entity that could be known, those with the most events first."""

    name = "entities"

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._made_for_day: tuple[int, str] | None = None
        self._entries: list[Target] = []
        self._bars: dict[str, tuple[int, ...]] = {}
        self._claims: dict[str, int] = {}

    def title(self, scene: Scene, width: int) -> tuple[str, str]:
        """What the view shows, and which entity of how many is selected."""
        entry, total = self.entry_of(scene.selection), len(self.entries())
        return "Entities", f"{entry + 1} of {total} " if entry is not None else f"{total} "

    def entries(self) -> list[Target]:
        """The entities."""
        timeline = self.archive.timeline
        if self._made_for_day != (timeline.day, timeline.filter):
            self._made_for_day = timeline.day, timeline.filter
            mentions = self.archive.finding.mentions
            self._bars, self._claims = mentions.over_rows(BARS), mentions.claims()
            order = sorted(self._claims, key=lambda name: (-self._events(name), -self._claims[name], name))
            self._entries = [Target("entity", name) for name in order]
        return self._entries

    def fits(self, entry: Target, now: Selection) -> bool:
        """Whether its card is the one that is shown."""
        return now.card == entry

    def lines(self, scene: Scene, width: int) -> list[Line]:
        """What the columns are, then the entities."""
        entries = self.entries()
        if not entries:
            return [heading("", "Nobody is met in the events that are shown.")]
        also = width - _NAME - _TYPE - _EVENTS - _CLAIMS - BARS - 6
        head = [("name", MUTE, _NAME), ("type", MUTE, _TYPE), *self._counts("events", "claims")]
        bars = "timeline" if width >= _NAME + _TYPE + BARS + 4 else ""
        lines = [columns([*head, (bars, MUTE, 0)], scene.phrases.signs.cut)]
        return lines + [self._line(entry.id, scene.phrases, also) for entry in entries]

    def _line(self, name: str, phrases: Phrases, also: int) -> Line:
        entity = phrases.corpus.entities[name]
        counts = self._bars.get(name, (0,) * BARS)
        bars = "".join(bar_of(count, 1, phrases.signs.ascii_only) for count in counts)
        row = [
            (phrases.name(name), NAME, _NAME),
            (entity.type.value, MUTE, _TYPE),
            *self._counts(str(self._events(name)), str(self._claims[name])),
            (bars, ACCENT, BARS),
        ]
        if also >= _LEAST_ALSO and entity.aliases:
            row.append((phrases.plain(", ".join(entity.aliases)), MUTE, also))
        return columns(row, phrases.signs.cut, Target("entity", name))

    @staticmethod
    def _counts(events: str, claims: str) -> list[tuple[str, Look, int]]:
        return [(f"{events:>{_EVENTS}}", TEXT, _EVENTS), (f"{claims:>{_CLAIMS}}", TEXT, _CLAIMS)]

    def _events(self, name: str) -> int:
        return sum(self._bars.get(name, ()))
