"""The detail pane: the card of what is selected, with a cursor on the lines that lead somewhere."""

from textual.events import Click
from textual.reactive import reactive

from model.asof.conflict import conflict_view
from model.asof.entity import entity_view
from model.asof.questions import question_view
from model.asof.state import event_state
from tui.cards.begun import DraftLines
from tui.cards.conflict import ConflictCard
from tui.cards.entity import EntityCard
from tui.cards.event import SHORT, EventCard
from tui.cards.finding import FindingCard
from tui.cards.lit import NOWHERE, LitPlace, line_of, with_lit
from tui.cards.question import QuestionCard
from tui.cards.source import SourceCard
from tui.seam.widget import NOTCH
from tui.state.context import Context
from tui.state.outcome import Say
from tui.text.card_names import card_name
from tui.text.found import with_found
from tui.text.line import ACCENT, MUTE, Line, Span
from tui.text.phrases import DRAFT
from tui.text.target import (
    CardTarget,
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    FindingTarget,
    QuestionTarget,
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
        self._own_lines: list[Line] = []
        self._place, self._said_at = NOWHERE, -1
        self._seen: tuple[object, ...] = ()

    def title(self) -> tuple[str, str]:
        """The name of the card, and its type."""
        card, phrases = self.selection.card, self.phrases
        if card is None:
            return "Event", ""
        if isinstance(card, ConflictTarget) and self.ctx.is_draft(card):
            return phrases.plain(self.ctx.drafts.conflicts[card.conflict].topic), "draft of a conflict"
        if isinstance(card, ConflictTarget):
            view = conflict_view(phrases.corpus, phrases.corpus.conflicts[card.conflict], phrases.day)
            names = [it.conflict.id for it in self.ctx.archive.listed_conflicts(self.ctx.scene.when)]
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
        if isinstance(card, QuestionTarget):
            # Its text, which may be long, is on the card.
            return "Question", DRAFT if self.ctx.is_draft(card) else ""
        type_ = naming.corpus.events[card.event].type.replace("-", " ")
        return naming.title(card.event), "draft of an event" if self.ctx.is_draft(card) else type_

    def content(self, width: int, height: int) -> list[Line]:
        """The card from `top` on, with marks at the cursor and at the claim whose words are lit."""
        at = self._card[self._cursor].target if self._cursor < len(self._card) else None
        selected, own = self.selection.card, self.selection.lit
        beside = own if isinstance(selected, ConflictTarget) else None
        laid = (selected, self.ctx.scene.when, self.phrases, width, height, self.alone, self.active, beside)
        # Moving on a card changes one line of it at most, and some have thousands of claims.
        if laid != self._laid:
            self._laid = laid
            self._own_lines, self._place = self._lines_of_card(width - 1, height)
        self._say_whose(own, width)
        lit = line_of(own, self._card, self._place, self._said_at, height, self.phrases)
        self._place_cursor(at, width, lit)
        self._follow(height)
        self._see(lit, (own, *laid), height)
        cursor = self._cursor if self.active else -1
        shown = enumerate(self._card[self._top : self._top + height], self._top)
        spoken = Span(self.signs.lit, ACCENT)
        marks = {lit: spoken, self._said_at: spoken, cursor: Span(self.signs.selected, ACCENT)}
        lines = [self._with_mark(line, marks.get(number, Span(" "))) for number, line in shown]
        below = len(self._card) - self._top - height
        if lines and below > 0 and self._top + height - 1 not in marks:
            lines[-1] = Line((Span(f" {self.signs.cut} {below + 1} more lines", MUTE),))
        return with_found(lines, self.ctx.finder)

    def _say_whose(self, lit: str | None, width: int) -> None:
        """Have the card say whose words are lit, where it does not by itself; the cursor stays on its line."""
        before = self._said_at
        self._card, self._said_at = with_lit(self._own_lines, self._place, lit, self.phrases, width - 1)
        came = (self._said_at >= 0) - (before >= 0)
        if not self._place.replaces and self._cursor >= self._place.at + (came < 0):
            self._cursor += came

    def _see(self, lit: int, now: tuple[object, ...], height: int) -> None:
        """From outside, have the lit claim in sight once it is another one, or the card.

        What is not of a claim in the first place is seen from its top, where it says whose words are lit.
        """
        arrived = self._seen[1:2] != now[1:2] and self._place.own is None and 0 <= self._said_at < height
        changed = now != self._seen and not arrived and not self.active
        if changed and lit >= 0 and not self._top <= lit < self._top + height:
            self._scroll(lit - height // 2, height)
        self._seen = now

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

    def _place_cursor(self, at: Target | None, width: int, lit: int) -> None:
        """Keep the cursor on the line that leads to `at`; when another quote is lit, on the line `lit` of its claim."""
        stops, own = self._stops(), self.selection.lit
        conflict = isinstance(self.selection.card, ConflictTarget)
        walked = own != self._lit_before and (conflict or self.active) and lit >= 0
        if walked and (conflict or at != ClaimTarget(own or "")):
            self._cursor = lit
        elif self._width != width:
            # In the same width, the same line has the same number.
            self._cursor = next((stop for stop in stops if self._card[stop].target == at), self._cursor)
        self._width, self._lit_before = width, own
        if self._cursor not in stops:
            self._cursor = next((stop for stop in stops if stop > self._cursor), stops[-1] if stops else 0)

    def watch_alone(self) -> None:
        """Say everything, or what there is room for."""
        self.redraw()

    def watch_active(self) -> None:
        """From outside, a card is seen from its top."""
        if not self.active:
            self._top, self._seen = 0, ()
        # The cursor is gone to, wherever one has looked before.
        self._followed = -1
        super().watch_active()

    def watch_context(self, before: Context | None, now: Context | None) -> None:
        """A new card starts at its top."""
        if before is None or now is None or before.selection.card != now.selection.card:
            self._cursor = self._followed = self._top = 0
            self._said_at = -1
            if now is not None and not isinstance(now.selection.card, ConflictTarget):
                self._lit_before = now.selection.lit
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

    @staticmethod
    def _with_mark(line: Line, mark: Span) -> Line:
        return Line((mark, *line.spans), line.target)

    def _lines_of_card(self, width: int, height: int) -> tuple[list[Line], LitPlace]:
        """The lines of the card with what of it is only begun, where the card is more than its first lines.

        And where among them stands whose words are lit.
        """
        card = self.selection.card
        if card is None:
            return [], NOWHERE
        drafts = DraftLines(self.ctx.drafts, self.phrases.corpus, self.ctx.begun, width)
        if isinstance(card, EventTarget) and self.ctx.is_draft(card):
            return drafts.event_card(card.event), NOWHERE
        if isinstance(card, ConflictTarget) and self.ctx.is_draft(card):
            return drafts.conflict_card(card.conflict), NOWHERE
        if isinstance(card, EventTarget):
            lines, place = self._lines_of_event(card.event, width, height)
        else:
            lines = self._lines_of(card, width)
            place = self._lit_place(card, width)
        is_short = isinstance(card, EventTarget) and self._is_short(height)
        return (lines if is_short else [*lines, *drafts.of(card)]), place

    def _lit_place(self, card: CardTarget, width: int) -> LitPlace:
        if isinstance(card, SourceTarget):
            return SourceCard(card.source, self.ctx.telling(card.source), width).lit_place
        return EntityCard.lit_place if isinstance(card, EntityTarget) else NOWHERE

    def _lines_of(self, card: CardTarget, width: int) -> list[Line]:
        phrases = self.phrases
        if isinstance(card, ConflictTarget):
            view = conflict_view(phrases.corpus, phrases.corpus.conflicts[card.conflict], phrases.day)
            return ConflictCard(view, phrases, width, self.selection.lit).full()
        if isinstance(card, EntityTarget):
            seen = entity_view(phrases.corpus, card.entity, phrases.day)
            shown = self._is_shown if self.ctx.scene.when.narrowed else None
            return EntityCard(seen, phrases, width, shown).full()
        if isinstance(card, SourceTarget):
            return SourceCard(card.source, self.ctx.telling(card.source), width).full()
        if isinstance(card, QuestionTarget):
            return self._lines_of_question(card.question, width)
        assert isinstance(card, FindingTarget), "events have lines of their own"
        archive, begun = self.ctx.archive, self.ctx.drafts
        return FindingCard(card.finding, phrases, archive.corpus, begun, archive.folder, width).full()

    def _lines_of_question(self, question: str, width: int) -> list[Line]:
        naming = self.ctx.naming(QuestionTarget(question))
        view = question_view(naming.corpus, naming.corpus.questions[question], self.phrases.day)
        return QuestionCard(view, naming, width, self.ctx.drafts.lacking("question", question)).full()

    def _is_shown(self, event: str) -> bool:
        return self.ctx.reader.position_of(event) is not None

    def _is_short(self, height: int) -> bool:
        return height <= SHORT and not self.active

    def _lines_of_event(self, event: str, width: int, height: int) -> tuple[list[Line], LitPlace]:
        phrases = self.phrases
        state = event_state(phrases.corpus, event, phrases.day)
        if state is None:
            return [Line((Span("No claim is visible as of this date."),))], NOWHERE
        event_card = EventCard(state, phrases, width, whole=self.alone)
        is_short = self._is_short(height)
        place = event_card.lit_place(is_short)
        if is_short:
            return event_card.short(), place
        plain = event_card.full(quotes=False)
        # One line more says whose words are lit, where several have any.
        roomy = height >= QUOTES_FROM and len(plain) + len(state.claims) + (len(state.claims) > 1) <= height
        return (event_card.full(quotes=True) if roomy else plain), place
