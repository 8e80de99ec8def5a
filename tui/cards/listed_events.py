"""The events in which an entity has a part, on its card: one a line, laid out where they are looked at."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from model.asof.word import Word
from model.index.protocol import Reader
from model.index.values import TimelineRow
from tui.cards.layout import columns, widest
from tui.text import event_date
from tui.text.line import MUTE, TEXT, LateLine, Line, Look
from tui.text.phrases import Phrases
from tui.text.signs import ROLES
from tui.text.target import EventTarget

WIDTH_WITH_WORD = 66
"""The width of a card from which on its events show their words beside their signs."""

AT_ONCE = 64
"""Events that are laid out together, in columns of the same widths: a screen shows no more, and some have thousands."""

_MOST_OF_PARTS = 28
"""The most cells for the parts that an entity has in events."""

T = TypeVar("T")


class ListedEvents(Generic[T]):
    """Those of some events that a reader has, in the order of the timeline.

    `part` says beside the row of each, of what `events` has of it, which part the entity has there.
    """

    def __init__(
        self,
        events: Mapping[str, T],
        part: Callable[[TimelineRow, T], str],
        reader: Reader,
        phrases: Phrases,
        width: int,
    ) -> None:
        self._events, self._part = events, part
        self._reader, self._phrases, self._width = reader, phrases, width
        self._order: Sequence[str] = reader.in_order(events) if events else ()
        self._laid: dict[int, list[Line]] = {}

    def lines(self) -> list[Line]:
        """A line for each, which is laid out when it is looked at."""
        return [LateLine(partial(self._line, at), EventTarget(it)) for at, it in enumerate(self._order)]

    def _line(self, at: int) -> Line:
        block, within = divmod(at, AT_ONCE)
        if block not in self._laid:
            self._laid[block] = self._lay_out(self._order[block * AT_ONCE :][:AT_ONCE])
        return self._laid[block][within]

    def _lay_out(self, events: Sequence[str]) -> list[Line]:
        rows = self._reader.rows_among(events)
        parts = [self._part(row, self._events[row.event]) for row in rows]
        room = min(widest(parts, 0), _MOST_OF_PARTS)
        dates = event_date.cells_of(rows, self._phrases.year, self._width)
        return [
            LateLine(partial(self._event, row, it, room, dates)) for row, it in zip(rows, parts, strict=True)
        ]

    def _event(self, row: TimelineRow, parts: str, room: int, dates: int) -> Line:
        """Date, sign, word where there is room for it, title, and the part that the entity has in it."""
        signs, look = self._phrases.signs, Look(ROLES[row.word])
        words = (
            [("" if row.word is Word.OCCURRED else row.word.value, look, 12)]
            if self._width >= WIDTH_WITH_WORD
            else []
        )
        taken = 2 + dates + 1 + 2 + 13 * len(words) + 1 + room
        return columns(
            [
                ("", TEXT, 1),
                (event_date.in_row(row, self._phrases.year, dates), TEXT, dates),
                (signs.of(row.word, row.status), look, 1),
                *words,
                (self._phrases.title(row.event), TEXT, max(12, self._width - taken)),
                (parts, MUTE, 0),
            ],
            signs.cut,
        )
