"""The main screen: it owns what is selected, hands it down to the panes, and answers their messages."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.events import DescendantFocus, Key, Resize
from textual.reactive import reactive
from textual.screen import Screen

from model.index.archive import Archive
from tui.bars import Footer, Header
from tui.commands import COMMANDS, bindings
from tui.help import HelpScreen
from tui.layout import Layout
from tui.messages import Entered, EventChosen, Note, QuoteLit
from tui.narrow import Summaries, Tabs, TooSmall
from tui.panes.base import LinesWidget, Pane
from tui.panes.detail import DetailPane
from tui.panes.source import SourcePane
from tui.panes.timeline import TimelinePane
from tui.selection import History, Selection, Selector
from tui.text.line import RULE, Line, Span
from tui.text.phrases import Phrases
from tui.text.signs import Signs

FIRST_NOTE = "j k  other rows   enter  the card   ?  keys and signs"
"""What the footer says until the first key: the three keys that matter."""

FIRST_WORDS = "The lit sentence is what the selected row rests on.  "
"""What stands before it where there is room."""

PANES = ("timeline", "detail", "source")


class Divider(LinesWidget):
    """The dashed line between two columns."""

    def lines(self, width: int, height: int) -> list[Line]:
        """One mark a row."""
        return [Line((Span(self.signs.divider, RULE),))] * height


class MainScreen(Screen[None]):
    """Header, three panes that follow one selection, footer."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS)]
    selection: reactive[Selection] = reactive(Selection(), repaint=False)
    """What is selected. All panes are bound to it."""
    phrases: reactive[Phrases | None] = reactive(None, repaint=False)
    """How things are said, as of the day. Panes and header are bound to it."""

    def __init__(self, archive: Archive, signs: Signs, selection: Selection | None = None) -> None:
        super().__init__()
        self._archive = archive
        self._signs = signs
        self._selector = Selector(archive)
        self._history = History()
        self._layout = Layout.of(80, 24)
        self._zoomed = False
        self.set_reactive(MainScreen.phrases, Phrases(archive.corpus, signs, archive.timeline.day))
        self.set_reactive(MainScreen.selection, selection or self._selector.first())

    def compose(self) -> ComposeResult:
        """Header, panes, footer."""
        phrases = self.phrases
        assert phrases is not None
        yield Header(self._archive, phrases).data_bind(MainScreen.selection, MainScreen.phrases)
        yield Tabs(self._signs)
        with Container(id="body"):
            yield TimelinePane(self._archive, phrases).data_bind(MainScreen.selection, MainScreen.phrases)
            yield Divider(self._signs, id="divider")
            with Vertical(id="right"):
                yield DetailPane(phrases).data_bind(MainScreen.selection, MainScreen.phrases)
                yield SourcePane(self._archive.corpus, phrases).data_bind(
                    MainScreen.selection, MainScreen.phrases
                )
        yield Summaries(self._archive, self._signs).data_bind(MainScreen.selection, MainScreen.phrases)
        yield Footer(self._signs, id="footer")
        yield TooSmall(self._signs)

    def on_mount(self) -> None:
        """Begin in the timeline, with a word on how to read the screen."""
        self.action_pane("timeline")
        roomy = self.size.width > len(FIRST_WORDS + FIRST_NOTE)
        self.query_one(Footer).note = FIRST_WORDS + FIRST_NOTE if roomy else FIRST_NOTE

    def on_resize(self, event: Resize) -> None:
        """Arrange the panes for the new size."""
        self._layout = Layout.of(*event.size)
        # The first size may come before the panes do.
        if self.query(Footer):
            self._arrange()

    # What panes ask for

    @on(EventChosen)
    def _choose_event(self, message: EventChosen) -> None:
        self.selection = self._selector.event(message.event)

    @on(Entered)
    def _enter(self, message: Entered) -> None:
        now, target = self.selection, message.target
        if target.kind == "claim" and self._focused_name == "detail":
            # The card stays: what is asked for is the sentence. From there, Enter leads to its event.
            self._go(Selection(now.event, now.card, target.id))
            self.action_pane("source")
        else:
            self._go(self._selector.target(now, target))

    @on(QuoteLit)
    def _light(self, message: QuoteLit) -> None:
        now = self.selection
        self.selection = Selection(now.event, now.card, message.claim)

    @on(Note)
    def _say(self, message: Note) -> None:
        self.query_one(Footer).note = message.text

    def on_key(self, event: Key) -> None:
        """A message in the footer stays until the next key."""
        self.query_one(Footer).note = ""

    @on(DescendantFocus)
    def _follow_focus(self) -> None:
        self._arrange()

    # What keys ask for. Keys may come faster than messages travel: what follows from the selection is decided here.

    def action_move(self, by: int) -> None:
        """Go up or down: in the timeline by events, elsewhere as the pane sees fit."""
        if self._focused_name == "timeline":
            self.selection = self._selector.moved(self.selection, by)
        else:
            self._pane.move(by)

    def action_page(self, pages: float) -> None:
        """Go up or down by pages."""
        self.action_move(round(pages * self._pane.page))

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last line."""
        self.action_move(direction * 10**9)

    def action_enter(self) -> None:
        """Go in: to the card, or to what the pane's line leads to."""
        if self._focused_name == "timeline":
            # The few lines of a stacked card are for looking at; to work in it takes the screen.
            self._zoomed = self._zoomed or self._layout.stacked
            self.action_pane("detail")
        else:
            self._pane.enter()

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        self.query_one(f"#{name}", Pane).focus()

    def action_next_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        self.action_pane(PANES[(PANES.index(self._focused_name) + by) % len(PANES)])

    def action_zoom(self) -> None:
        """Give the focused pane the whole body, or put it back."""
        self._zoomed = not self._zoomed
        self._arrange()

    def action_out(self) -> None:
        """Back out one level: the zoomed pane, the card of an entity, the pane."""
        card = self.selection.card
        if self._zoomed and not (card is not None and card.kind == "entity"):
            self._zoomed = False
            self.action_pane("timeline" if self._layout.stacked else self._focused_name)
            self._arrange()
        elif card is not None and card.kind == "entity" and self.selection.event is not None:
            self._go(self._selector.event(self.selection.event))
        elif self._focused_name != "timeline":
            self.action_pane("timeline")
        else:
            self.post_message(Note("This is the outermost level. q quits."))

    def action_quote(self, by: int) -> None:
        """Light the next quote of the card or, in the source, of the document."""
        now, reading = self.selection, self._focused_name == "source"
        quotes = (self._selector.quotes_of_document if reading else self._selector.quotes_of_card)(now)
        if now.quote in quotes and 0 <= quotes.index(now.quote) + by < len(quotes):
            self.selection = Selection(now.event, now.card, quotes[quotes.index(now.quote) + by])
            return
        end = "last" if by > 0 else "first"
        more = "" if reading else " In the source, [ and ] walk the whole document."
        self.post_message(Note(f"This is the {end} quote of the {'document' if reading else 'card'}.{more}"))

    def action_event_of_entity(self, by: int) -> None:
        """Go to the next event that the entity on the card has a part in."""
        card = self.selection.card
        found = self._selector.event_of_entity(self.selection, by)
        if found is not None:
            self._go(found)
        elif card is not None and card.kind == "entity":
            self.post_message(Note(f"No {'later' if by > 0 else 'earlier'} event on this card."))
        else:
            self.post_message(
                Note("No entity's card is open. Enter one from a card; then e walks its events.")
            )

    def action_history(self, by: int) -> None:
        """Go back to where you were, or forward again."""
        step = self._history.back if by < 0 else self._history.forward
        found = step(self.selection)
        if found is None:
            self.post_message(Note("Nothing before this." if by < 0 else "Nothing after this."))
        else:
            self.selection = found

    def action_help(self) -> None:
        """Show the keys of where you are."""
        self.app.push_screen(HelpScreen(self._focused_name, self._signs))

    def action_palette(self) -> None:
        """Find a command by typing part of what it does."""
        # Imported here: it is dear, and few starts need it.
        from tui.palette import palette

        self.app.push_screen(palette())

    # How it stands

    @property
    def _pane(self) -> Pane:
        return self.query_one(f"#{self._focused_name}", Pane)

    @property
    def _focused_name(self) -> str:
        focused = self.focused
        return focused.id if focused is not None and focused.id in PANES else "timeline"

    def _go(self, selection: Selection) -> None:
        if selection != self.selection:
            self._history.leave(self.selection)
            self.selection = selection

    def _arrange(self) -> None:
        """Put the panes where layout, zoom and focus have them."""
        layout, name = self._layout, self._focused_name
        self.set_class(layout.too_small, "-too-small")
        self.set_class(layout.tabbed, "-tabbed")
        single = self._zoomed or layout.tabbed
        self.set_class(single, "-single")
        self.set_class(layout.columns, "-columns")
        self.set_class(layout.uneven, "-uneven")
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(single and pane != name, "-hidden")
        self.query_one("#right").set_class(single and name == "timeline", "-hidden")
        self.query_one(TimelinePane).titled = not layout.tabbed
        for bar in (self.query_one(Footer), self.query_one(Tabs), self.query_one(Summaries)):
            bar.pane = name
