"""The detail pane: the card of what is selected, with a cursor on the lines that lead somewhere."""

from textual.events import Click
from textual.reactive import reactive

from model.asof.conflict import conflict_view
from model.asof.entity import entity_view
from model.asof.state import event_state
from tui.cards.begun import DraftLines
from tui.cards.conflict import ConflictCard
from tui.cards.entity import EntityCard
from tui.cards.event import SHORT, EventCard
from tui.cards.finding import FindingCard
from tui.cards.source import SourceCard
from tui.seam.widget import NOTCH
from tui.state.context import Context
from tui.state.outcome import Say
from tui.text.card_names import card_name
from tui.text.found import with_found
from tui.text.line import ACCENT, MUTE, Line, Span
from tui.text.target import (
    CardTarget,
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    FindingTarget,
    SourceTarget,
    Target,
)
from tui.widgets.messages import Entered
from tui.widgets.pane import Pane

QUOTES_FROM = 24
"""Lines of a pane from which on claims show their quotes: below, the source beside it shows the one that counts."""


class DetailPane(Pane):
    """Shows the card; Enter goes where the line under the cursor leads. On a claim, moving lights its quote."""

    alone: reactive[bool] = reactive(False, repaint=False)
    """Whether the card has the whole body: then every reason is said in full."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="detail")
        self._card: list[Line] = []
        self._laid: tuple[object, ...] = ()
        self._cursor = self._followed = 0
        self._top = 0
        self._width = 0
        self._lit_before: str | None = None

    def title(self) -> tuple[str, str]:
        """The name of the card, and its type."""
        card, phrases = self.selection.card, self.phrases
        if card is None:
            return "Event", ""
        if isinstance(card, ConflictTarget) and self.ctx.is_draft(card):
            return phrases.plain(self.ctx.drafts.conflicts[card.conflict].topic), "draft of a conflict"
        if isinstance(card, ConflictTarget):
            view = conflict_view(phrases.corpus, phrases.corpus.conflicts[card.conflict], phrases.day)
            names = [it.id for it in self.ctx.archive.conflicts(self.ctx.scene.when)]
            which = f", {names.index(card.conflict) + 1} of {len(names)}" if card.conflict in names else ""
            return phrases.plain(view.conflict.topic), f"{view.kind}{which}"
        if isinstance(card, EntityTarget):
            return phrases.name(card.entity), phrases.corpus.entities[card.entity].type.value
        if isinstance(card, SourceTarget):
            kind = "draft of a document" if self.ctx.is_draft(card) else "document"
            return card_name(card, self.ctx.naming(card)), kind
        if isinstance(card, FindingTarget):
            total = len(phrases.corpus.findings)
            return card_name(card, phrases), f"finding {card.finding + 1} of {total}"
        naming = self.ctx.naming(card)
        type_ = naming.corpus.events[card.event].type.replace("-", " ")
        return naming.title(card.event), "draft of an event" if self.ctx.is_draft(card) else type_

    def content(self, width: int, height: int) -> list[Line]:
        """The card from `top` on, a mark at the cursor, or at the claim whose quote is lit."""
        at = self._card[self._cursor].target if self._cursor < len(self._card) else None
        selected, lit = self.selection.card, self.selection.quote
        own = lit if isinstance(selected, ConflictTarget) else None
        laid = (selected, self.phrases, width, height, self.alone, self.active, own)
        # Moving on a card changes nothing on it, and some have thousands of claims.
        if laid != self._laid:
            self._laid, self._card = laid, self._lines_of_card(width - 1, height)
        self._place_cursor(at, width)
        self._follow(height)
        marked = self._cursor if self.active else self._lit_line()
        shown = enumerate(self._card[self._top : self._top + height], self._top)
        lines = [self._with_pointer(line, number == marked) for number, line in shown]
        below = len(self._card) - self._top - height
        if lines and below > 0 and marked != self._top + height - 1:
            lines[-1] = Line((Span(f" {self.signs.cut} {below + 1} more lines", MUTE),))
        return with_found(lines, self.ctx.finder)

    def _follow(self, height: int) -> None:
        """Have the cursor in sight after it has moved; what stands above the first line to enter is seen with it."""
        if self.active and self._cursor != self._followed:
            if self._cursor == next(iter(self._stops()), None):
                self._top = 0
            elif not self._top <= self._cursor < self._top + height - 1:
                self._top = self._cursor - height // 2
        self._followed = self._cursor
        self._scroll(self._top, height)

    def _scroll(self, top: int, height: int) -> None:
        self._top = max(0, min(top, len(self._card) - height))

    def _place_cursor(self, at: Target | None, width: int) -> None:
        """Keep the cursor on the line that leads to `at`; of a conflict, on the quote that is lit, when it changes."""
        stops, card, lit = self._stops(), self.selection.card, self.selection.quote
        if isinstance(card, ConflictTarget) and lit is not None and lit != self._lit_before:
            at = ClaimTarget(lit)
        elif self._width == width:
            # In the same width, the same line has the same number.
            at = None
        self._width, self._lit_before = width, lit
        self._cursor = next((stop for stop in stops if self._card[stop].target == at), self._cursor)
        if self._cursor not in stops:
            self._cursor = next((stop for stop in stops if stop > self._cursor), stops[-1] if stops else 0)

    def watch_alone(self) -> None:
        """Say everything, or what there is room for."""
        self.redraw()

    def watch_active(self) -> None:
        """From outside, a card is seen from its top."""
        if not self.active:
            self._top = 0
        super().watch_active()

    def watch_context(self, before: Context | None, now: Context | None) -> None:
        """A new card starts at its top."""
        if before is None or now is None or before.selection.card != now.selection.card:
            self._cursor = self._followed = self._top = 0
        super().watch_context(before, now)

    def move(self, by: int) -> ClaimTarget | None:
        """To the next line that leads somewhere; by pages, and where there is no such line, scroll."""
        stops = self._stops()
        ahead = [stop for stop in stops if (stop - self._cursor) * by > 0]
        if abs(by) == 1 and ahead:
            return self._go(ahead[0] if by > 0 else ahead[-1])
        self._scroll(self._top + by, self.size.height - self.titled)
        # The page has moved already: it need not follow the cursor.
        self._followed = min(stops, key=lambda stop: abs(stop - (self._cursor + by)), default=0)
        return self._go(self._followed)

    def wheel(self, by: int) -> None:
        """Scroll the card; the cursor stays on its line."""
        self._scroll(self._top + by * NOTCH, self.size.height - self.titled)
        self.redraw()

    @property
    def line(self) -> int:
        """The line of the card on which the cursor stands."""
        return self._cursor

    def go_to(self, line: int) -> None:
        """Put the cursor back on a line."""
        self._cursor = line
        self.redraw()

    def entered(self) -> Target | Say:
        """What the line under the cursor leads to."""
        target = self._card[self._cursor].target if self._cursor < len(self._card) else None
        if target is None:
            move = self.ctx.keys["move"]
            return Say(f"Nothing to enter on this line. {move} go to lines that lead somewhere.")
        return target

    def on_click(self, click: Click) -> None:
        """Go where the clicked line leads."""
        row = self.content_row(click)
        number = self._top + (row or 0)
        if row is not None and number < len(self._card) and (target := self._card[number].target):
            self.post_message(Entered(target, self._go(number)))

    def _stops(self) -> list[int]:
        """The lines that lead somewhere."""
        return [number for number, line in enumerate(self._card) if line.target]

    def _go(self, line: int) -> ClaimTarget | None:
        """Put the cursor on a line; gives the claim whose quote it is on."""
        self._cursor = line
        target = self._card[line].target if self._card else None
        self.redraw()
        return target if isinstance(target, ClaimTarget) else None

    def _lit_line(self) -> int:
        lit = ClaimTarget(self.selection.quote) if self.selection.quote else None
        # Among the claims and readings, which are indented: the labels above say the same of the chosen one.
        stops = [n for n, line in enumerate(self._card) if line.target == lit and line.text.startswith(" ")]
        return stops[-1] if stops and lit else -1

    def _with_pointer(self, line: Line, marked: bool) -> Line:
        return Line((Span(self.signs.selected if marked else " ", ACCENT), *line.spans), line.target)

    def _lines_of_card(self, width: int, height: int) -> list[Line]:
        """The lines of the card with what of it is only begun, where the card is more than its first lines."""
        card = self.selection.card
        if card is None:
            return []
        drafts = DraftLines(self.ctx.drafts, self.phrases.corpus, self.ctx.begun, width)
        if isinstance(card, EventTarget) and self.ctx.is_draft(card):
            return drafts.event_card(card.event)
        if isinstance(card, ConflictTarget) and self.ctx.is_draft(card):
            return drafts.conflict_card(card.conflict)
        lines = self._lines_of(card, width, height)
        is_short = isinstance(card, EventTarget) and self._is_short(height)
        return lines if is_short else [*lines, *drafts.of(card)]

    def _lines_of(self, card: CardTarget, width: int, height: int) -> list[Line]:
        phrases = self.phrases
        if isinstance(card, ConflictTarget):
            view = conflict_view(phrases.corpus, phrases.corpus.conflicts[card.conflict], phrases.day)
            return ConflictCard(view, phrases, width, self.selection.quote).full()
        if isinstance(card, EntityTarget):
            return EntityCard(entity_view(phrases.corpus, card.entity, phrases.day), phrases, width).full()
        if isinstance(card, SourceTarget):
            return SourceCard(card.source, self.ctx.telling(card.source), width).full()
        if isinstance(card, FindingTarget):
            archive = self.ctx.archive
            begun = self.ctx.drafts
            return FindingCard(card.finding, phrases, archive.corpus, begun, archive.folder, width).full()
        return self._lines_of_event(card.event, width, height)

    def _is_short(self, height: int) -> bool:
        return height <= SHORT and not self.active

    def _lines_of_event(self, event: str, width: int, height: int) -> list[Line]:
        phrases = self.phrases
        state = event_state(phrases.corpus, event, phrases.day)
        if state is None:
            return [Line((Span("No claim is visible as of this date."),))]
        event_card = EventCard(state, phrases, width, whole=self.alone)
        if self._is_short(height):
            return event_card.short()
        plain = event_card.full(quotes=False)
        roomy = height >= QUOTES_FROM and len(plain) + len(state.claims) <= height
        return event_card.full(quotes=True) if roomy else plain
