"""Who appears with whom: pairs of people, and the events that both have a part in."""

from model.index.features import Feature
from model.index.values import AsOf
from tui.cards.layout import columns, heading
from tui.state.context import Context
from tui.text import event_date
from tui.text.line import MUTE, NAME, TEXT, Line, Look
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES
from tui.text.target import EntityTarget, EventTarget, Target
from tui.views.view import CursorView

MOST_PAIRS, MOST_EVENTS = 60, 6
"""The most pairs that are listed, and the most events of each."""

_NAME, _NUMBER = 34, 9
"""The most cells of a name, and those of how many events there are."""


class CompanyView(CursorView):
    """A line for each pair, and under it one for each common event; all of them can be entered."""

    name = "company"
    about = "who appears with whom"
    words = ("pairs", "together")
    needs = Feature.MENTIONS
    footer = ("help", "move", "search", "open", "view", "back")

    def __init__(self) -> None:
        super().__init__()
        self._counted_for: AsOf | None = None
        self._rows: list[tuple[str, str, int, list[str]]] = []

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and how many pairs there are."""
        number = len(self._pairs(ctx))
        most = "the first " if number == MOST_PAIRS else ""
        return "Company: who appears with whom", f"{most}{counted(number, 'pair')} "

    def entries(self, ctx: Context) -> list[Target]:
        """Each pair's first person, then its events."""
        entries: list[Target] = []
        for one, _, _, events in self._pairs(ctx):
            entries += [EntityTarget(one), *map(EventTarget, events)]
        return entries

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """The pairs, those with the most common events first."""
        lines: list[Line] = []
        pairs, phrases = self._pairs(ctx), ctx.phrases
        states = [state for *_, events in pairs for it in events if (state := phrases.state(it)) is not None]
        dates = event_date.cells_of(states, phrases.year, width)
        for one, other, number, events in pairs:
            lines.append(self._pair(one, other, number, phrases, width))
            lines += [self._event(event, phrases, width, dates) for event in events]
            if number > len(events):
                lines.append(heading("", f"    and {number - len(events)} more"))
        return lines or [heading("", "No two people have a part in the same event here.")]

    def _pair(self, one: str, other: str, number: int, phrases: Phrases, width: int) -> Line:
        room = min(_NAME, (width - _NUMBER) // 2 - 1)
        row = [
            (phrases.name(one), NAME, room),
            (phrases.name(other), TEXT, room),
            (counted(number, "event"), MUTE, 0),
        ]
        return columns(row, phrases.signs.cut, EntityTarget(one))

    @staticmethod
    def _event(event: str, phrases: Phrases, width: int, dates: int) -> Line:
        state = phrases.state(event)
        assert state is not None, "only events of the timeline are counted"
        word = state.word_at(phrases.day)
        row = [
            ("", TEXT, 2),
            (event_date.in_row(state, phrases.year, dates), TEXT, dates),
            (phrases.signs.of(word, state.chosen.claim.status), Look(ROLES[word]), 1),
            (phrases.title(event), TEXT, max(10, width - dates - 6)),
        ]
        return columns(row, phrases.signs.cut, EventTarget(event))

    def _pairs(self, ctx: Context) -> list[tuple[str, str, int, list[str]]]:
        """The pairs as of the scene's day and under its filter, with the events they have in common."""
        if self._counted_for != ctx.scene.when:
            mentions = ctx.reader.mentions
            self._rows = [
                (one, other, number, list(mentions.common(one, other, MOST_EVENTS)))
                for one, other, number in mentions.pairs(MOST_PAIRS)
            ]
            self._counted_for = ctx.scene.when
        return self._rows
