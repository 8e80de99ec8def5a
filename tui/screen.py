"""The main screen: how the panes stand, and the answers to their messages."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.events import Key, Resize
from textual.geometry import Offset
from textual.reactive import reactive
from textual.widget import Widget

from model.index.archive import Archive
from tui.bars import Footer, Header
from tui.commands.binding import bindings, rebound
from tui.commands.command import PANES, VIEWS
from tui.commands.every import COMMANDS, in_force
from tui.cursor import place_in
from tui.help import HelpScreen
from tui.layout import Layout
from tui.messages import Chosen, Entered, Note, QuoteLit
from tui.narrow import Summaries, Tabs, TooSmall
from tui.panes.base import LinesWidget, Pane
from tui.panes.detail import DetailPane
from tui.panes.source import SourcePane
from tui.panes.timeline import TimelinePane
from tui.selection import Selection
from tui.strip import Strip
from tui.taking import Taking
from tui.text.line import RULE, Line, Span
from tui.text.shown import shown
from tui.text.signs import Signs
from tui.time_travel import TimeTravel
from tui.views.every import views_of
from tui.views.lanes import LanesView
from tui.views.search import SearchView
from tui.views.view import View
from tui.walking import Walking

FIRST_NOTE = "j k  other rows   enter  the card   ?  keys and signs"
"""What the footer says until the first key: the three keys that matter."""

FIRST_WORDS = "The lit sentence is what the selected row rests on.  "
"""What stands before it where there is room."""


class Divider(LinesWidget):
    """The dashed line between two columns."""

    def lines(self, width: int, height: int) -> list[Line]:
        """One mark a row."""
        return [Line((Span(self.signs.divider, RULE),))] * height


class MainScreen(TimeTravel, Taking):
    """Header, three panes that follow one scene, footer: how they stand, and what they ask for."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS)]

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """The pane that has the focus. Textual would paint the whole screen for it; here the panes paint themselves."""

    def __init__(
        self, archive: Archive, signs: Signs, selection: Selection | None = None, read_only: bool = False
    ) -> None:
        super().__init__(archive, signs, selection)
        if in_force() is not COMMANDS:
            self._bindings = rebound(self._bindings, bindings(COMMANDS), bindings(in_force()))
        self._views = views_of(archive)
        self._read_only = read_only
        self._layout = Layout.of(80, 24)
        self._zoomed = False
        self._where = "timeline"

    def compose(self) -> ComposeResult:
        """Header, panes, footer."""
        scene = self._scene
        yield Header(self._archive, scene).data_bind(Walking.scene)
        yield Strip(self._archive, scene).data_bind(Walking.scene)
        yield Tabs(self._signs)
        with Container(id="body"):
            yield TimelinePane(self._views, scene).data_bind(Walking.scene)
            yield Divider(self._signs, id="divider")
            with Vertical(id="right"):
                yield DetailPane(scene).data_bind(Walking.scene)
                yield SourcePane(self._archive.corpus, scene).data_bind(Walking.scene)
        yield Summaries(self._archive, scene).data_bind(Walking.scene)
        yield Footer(self._signs, self._read_only)
        yield TooSmall(self._signs)

    def on_mount(self) -> None:
        """Begin in the timeline, with a word on how to read the screen."""
        self.action_pane("timeline")
        roomy = self.size.width > len(FIRST_WORDS + FIRST_NOTE)
        self.query_one(Footer).note = FIRST_WORDS + FIRST_NOTE if roomy else FIRST_NOTE

    def on_resize(self, event: Resize) -> None:
        """Arrange the panes for the new size."""
        self._layout = Layout.of(*event.size)
        self._arrange()

    # What panes ask for

    @on(Chosen)
    def _choose(self, message: Chosen) -> None:
        self._select(self._selector.target(self.selection, message.target))

    @on(Entered)
    def _enter(self, message: Entered) -> None:
        now, target = self.selection, message.target
        if target.kind == "claim" and self.focused_name == "detail":
            # The card stays: what is asked for is the sentence. From there, Enter leads to its event.
            self._go(Selection(now.event, now.card, target.id))
            self.action_pane("source")
        else:
            self._go(self._selector.target(now, target))

    @on(QuoteLit)
    def _light(self, message: QuoteLit) -> None:
        now = self.selection
        self._select(Selection(now.event, now.card, message.claim))

    @on(Note)
    def _say(self, message: Note) -> None:
        # What a person typed may be in it.
        self.query_one(Footer).note = shown(message.text)

    def on_key(self, event: Key) -> None:
        """A message in the footer, and the marks of what a step has changed, stay until the next key."""
        self.query_one(Footer).note = ""
        if self.scene is not None and self.scene.changed:
            self.scene = replace(self.scene, changed=frozenset())

    def watch_focused(self, widget: Widget | None) -> None:
        """The panes stand as the focus has it; it may also leave them, for a prompt or another window."""
        if isinstance(widget, Pane) and widget.id is not None:
            self._where = widget.id
            self.leave_prompt()
            self._arrange()

    # What keys ask for. Keys may come faster than messages travel: what follows from the selection is decided here.

    def action_move(self, by: int) -> None:
        """Go up or down: in the first pane by the entries of its view, elsewhere as the pane sees fit."""
        if self.focused_name == "timeline":
            now = self.selection if self._passing is None else self._passing
            self._pass_to(self._view.moved(now, by))
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
        if self.focused_name == "timeline":
            # The few lines of a stacked card are for looking at; to work in it takes the screen.
            self._zoomed = self._zoomed or self._layout.stacked
            self.action_pane(self._view.leads_to(self.selection))
        else:
            self._pane.enter()

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        # At once: `focus` would only ask for it, and the second of two quick Tabs would start from where the first did.
        pane = self.query_one(f"#{name}", Pane)
        if pane is self.focused:
            self._arrange()
        else:
            self.set_focus(pane)

    def action_next_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        self.action_pane(PANES[(PANES.index(self.focused_name) + by) % len(PANES)])

    def action_zoom(self) -> None:
        """Give the focused pane the whole body, or put it back."""
        self._zoomed = not self._zoomed
        self._arrange()

    def action_view(self, by: int) -> None:
        """Show the next view in the first pane, or the one before."""
        # Hits are a view of what was searched for, and of nothing where nothing was.
        walked = [name for name in VIEWS if name != "search" or self._scene.found is not None]
        here = walked.index(self._view.name) if self._view.name in walked else 0
        self.show_view(walked[(here + by) % len(walked)])

    def action_out(self) -> None:
        """Back out one level: the card of an entity or a conflict, the zoomed pane, the pane, the view."""
        card, event = self.selection.card, self.selection.event
        # In a list of entities or hits their cards come with moving: no level was gone into.
        listed = self._view.name != VIEWS[0] and self.focused_name == "timeline"
        if card is not None and card.kind != "event" and event is not None and not listed:
            self._go(self._selector.event(event))
            if card.kind != "conflict" or not self._zoomed:
                return
        if self._zoomed and not self._view.whole:
            self._zoomed = False
            self.action_pane("timeline" if self._layout.stacked else self.focused_name)
        elif self.focused_name != "timeline":
            self.action_pane("timeline")
        elif self._view.name != VIEWS[0]:
            self.show_view(VIEWS[0])
        elif not self.end_search():
            self._out_of_filter()

    def _out_of_filter(self) -> None:
        timeline = self._archive.timeline
        if timeline.filter and not timeline.total:
            self.clear_filter()
        elif timeline.filter:
            self.post_message(Note("This is the outermost level, under a filter. f changes it, q quits."))
        else:
            self.post_message(Note("This is the outermost level. q quits."))

    def action_help(self) -> None:
        """Show the keys of where you are."""
        self.app.push_screen(HelpScreen(self.place, self._signs, self._read_only))

    def action_palette(self) -> None:
        """Find a command by typing part of what it does."""
        # Imported here: it is dear, and few starts need it.
        from tui.palette import palette

        self.app.push_screen(palette(self._read_only))

    # How it stands

    def zoom_into(self, name: str) -> None:
        """Give a pane the focus and the whole body."""
        self._zoomed = True
        self.action_pane(name)

    def standing(self) -> tuple[str, bool]:
        """The focused pane, and whether it has the whole body."""
        return self.focused_name, self._zoomed

    def stand(self, before: tuple[str, bool]) -> None:
        """Let the panes stand as before."""
        name, self._zoomed = before
        self.set_focus(self.query_one(f"#{name}"))
        self._arrange()

    def hits_view(self) -> SearchView:
        """The view that lists hits."""
        view = self._views["search"]
        assert isinstance(view, SearchView)
        return view

    @property
    def _pane(self) -> Pane:
        return self.query_one(f"#{self.focused_name}", Pane)

    @property
    def focused_name(self) -> str:
        """The name of the pane that has the focus, or had it last."""
        return self._where

    @property
    def place(self) -> str:
        """The place whose keys act: the view in the first pane, the pane, or a conflict in it."""
        name, card = self.focused_name, self.selection.card
        if name == "timeline":
            return self._view.name
        return "conflict" if name == "detail" and card is not None and card.kind == "conflict" else name

    @property
    def _view(self) -> View:
        assert self.scene is not None
        return self._views[self.scene.view]

    @property
    def lanes(self) -> LanesView:
        """The lanes, on the screen or not."""
        view = self._views[LanesView.name]
        assert isinstance(view, LanesView)
        return view

    def show_view(self, name: str, focus: bool = True) -> None:
        """Show a view in the first pane, which has the focus then; some take the whole body."""
        self.scene = replace(self._scene, view=name, lanes=self.lanes_here())
        self._zoomed = self._view.whole
        if focus:
            self.action_pane("timeline")
        else:
            self._arrange()

    @property
    def cursor_place(self) -> Offset:
        """The cell for the terminal's own cursor: what is selected in the focused pane."""
        panes = self.query(f"#{self.focused_name}").results(Pane)
        return next((place_in(pane) for pane in panes), Offset())

    def _arrange(self) -> None:
        """Put the panes where layout, zoom and focus have them."""
        if not self.query(TooSmall) or len(self.query(Pane)) < len(PANES):
            # A size, or the end, may come before the panes do; the last of them is this one.
            return
        layout, name = self._layout, self.focused_name
        self.set_class(layout.too_small, "-too-small")
        self.set_class(layout.tabbed, "-tabbed")
        self.set_class(layout.strip, "-strip")
        single = self._zoomed or layout.tabbed
        self.set_class(single, "-single")
        self.set_class(layout.columns, "-columns")
        self.set_class(layout.uneven, "-uneven")
        for pane in PANES:
            widget = self.query_one(f"#{pane}", Pane)
            widget.set_class(single and pane != name, "-hidden")
            widget.active = pane == name
        self.query_one("#right").set_class(single and name == "timeline", "-hidden")
        self.query_one(DetailPane).alone = single
        self.query_one(TimelinePane).titled = not layout.tabbed
        self.query_one(Footer).place = self.place
        for bar in (self.query_one(Tabs), self.query_one(Summaries)):
            bar.pane = name
