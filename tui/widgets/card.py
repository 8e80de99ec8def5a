"""The detail pane: the card of what is selected, with a cursor on the lines that lead somewhere."""

from textual.events import Click
from textual.reactive import reactive

from tui.cards.lit import NOWHERE, line_of, with_lit
from tui.cards.selected import card_title, selected_card
from tui.seam.widget import NOTCH
from tui.state.context import Context
from tui.state.outcome import Say
from tui.text.found import with_found
from tui.text.line import ACCENT, MUTE, Line, Span
from tui.text.target import ClaimTarget, ConflictTarget, Target, TextTarget
from tui.widgets.messages import Entered
from tui.widgets.pane import Pane


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
        return card_title(self.ctx)

    def content(self, width: int, height: int) -> list[Line]:
        """The card from `top` on, with marks at the cursor and at the claim whose words are lit."""
        at = self._card[self._cursor].target if self._cursor < len(self._card) else None
        selected, own = self.selection.card, self.selection.lit
        beside = own if isinstance(selected, ConflictTarget) else None
        laid = (selected, self.ctx.scene.when, self.phrases, width, height, self.alone, self.active, beside)
        # Moving on a card changes one line of it at most, and some have thousands of claims.
        if laid != self._laid:
            self._own_lines, self._place = selected_card(self.ctx, width - 1, height, self.alone, self.active)
            # Only now: what is late is laid out when it is here.
            self._laid = laid
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

    def move(self, by: int) -> ClaimTarget | TextTarget | None:
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

    def _go(self, line: int) -> ClaimTarget | TextTarget | None:
        """Put the cursor on a line; gives the claim whose quote it is on, or the words that are lit with it."""
        self._cursor = line
        target = self._card[line].target if self._card else None
        self.redraw()
        if isinstance(target, TextTarget):
            return target if target.lit else None
        return target if isinstance(target, ClaimTarget) else None

    @staticmethod
    def _with_mark(line: Line, mark: Span) -> Line:
        return Line((mark, *line.spans), line.target)


def card_of(ctx: Context) -> tuple[object, ...]:
    """What a card and the place of its cursor follow from: where that is the same, both stay."""
    scene = ctx.scene
    return id(ctx.archive), ctx.layout, scene.when, scene.selection, scene.stance
