"""Who appears with whom: pairs of people, and the events that both have a part in."""

from model.dates.wording import short_form
from model.index.archive import Archive
from tui.cards.layout import columns, heading
from tui.scene import Scene
from tui.selection import Selection
from tui.text.line import MUTE, NAME, TEXT, Line, Look, Target
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES
from tui.views.view import CursorView

MOST_PAIRS, MOST_EVENTS = 60, 6
"""The most pairs that are listed, and the most events of each."""

_NAME, _DATE = 24, 11


class CompanyView(CursorView):
    """A line for each pair, and under it one for each common event; all of them can be entered."""

    name = "company"

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._made_for_day: tuple[int, str] | None = None
        self._rows: list[tuple[str, str, int, list[str]]] = []

    def title(self, scene: Scene, width: int) -> tuple[str, str]:
        """What the view shows, and how many pairs there are."""
        number = len(self._pairs())
        most = "the first " if number == MOST_PAIRS else ""
        return "Who appears with whom", f"{most}{counted(number, 'pair')} "

    def entries(self) -> list[Target]:
        """Each pair's first person, then its events."""
        return [
            target
            for one, _, _, events in self._pairs()
            for target in (Target("entity", one), *(Target("event", event) for event in events))
        ]

    def fits(self, entry: Target, now: Selection) -> bool:
        """Whether its card is the one that is shown."""
        return now.card == entry

    def lines(self, scene: Scene, width: int) -> list[Line]:
        """The pairs, those with the most common events first."""
        lines: list[Line] = []
        for one, other, number, events in self._pairs():
            lines.append(self._pair(one, other, number, scene.phrases))
            lines += [self._event(event, scene.phrases, width) for event in events]
            if number > len(events):
                lines.append(heading("", f"    and {number - len(events)} more"))
        return lines or [heading("", "No two people have a part in the same event here.")]

    def _pair(self, one: str, other: str, number: int, phrases: Phrases) -> Line:
        row = [
            (phrases.name(one), NAME, _NAME),
            (phrases.name(other), TEXT, _NAME),
            (counted(number, "event"), MUTE, 0),
        ]
        return columns(row, phrases.signs.cut, Target("entity", one))

    @staticmethod
    def _event(event: str, phrases: Phrases, width: int) -> Line:
        state = phrases.state(event)
        assert state is not None, "only events of the timeline are counted"
        word = state.word_at(phrases.day)
        row = [
            ("", TEXT, 2),
            (short_form(state.date, phrases.year), TEXT, _DATE),
            (phrases.signs.of(word, state.chosen.claim.status), Look(ROLES[word]), 1),
            (phrases.title(event), TEXT, max(10, width - _DATE - 6)),
        ]
        return columns(row, phrases.signs.cut, Target("event", event))

    def _pairs(self) -> list[tuple[str, str, int, list[str]]]:
        timeline = self.archive.timeline
        if self._made_for_day != (timeline.day, timeline.filter):
            self._made_for_day = timeline.day, timeline.filter
            mentions = self.archive.finding.mentions
            self._rows = [
                (one, other, number, mentions.common(one, other, MOST_EVENTS))
                for one, other, number in mentions.pairs(MOST_PAIRS)
            ]
        return self._rows
