"""The main screen: how the panes stand, and the answers to their messages."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import Key, Paste, Resize
from textual.geometry import Region
from textual.strip import Strip as TextualStrip

from model.index.archive import Archive
from tui.bars import Footer, Header
from tui.commands.binding import bindings
from tui.commands.command import VIEWS
from tui.commands.every import COMMANDS, in_force, key, keys
from tui.help import HelpScreen
from tui.layout import Layout
from tui.messages import Chosen, Entered, Moved, Note, QuoteLit
from tui.narrow import Summaries, Tabs, TooSmall
from tui.panes.detail import DetailPane
from tui.panes.source import SourcePane
from tui.panes.timeline import TimelinePane
from tui.seam.bindings import rebind
from tui.seam.widget import LinesWidget
from tui.selection import Selection
from tui.standing import Standing
from tui.strip import Strip
from tui.taking import Taking
from tui.text.line import RULE, Line, Span
from tui.text.signs import Signs
from tui.time_travel import TimeTravel
from tui.walking import Walking

FIRST_WORDS = "The lit sentence is what the selected row rests on.  "
"""What the footer begins with, where there is room, before the three keys that matter."""


class Divider(LinesWidget):
    """The dashed line between two columns."""

    def lines(self, width: int, height: int) -> list[Line]:
        """One mark a row."""
        return [Line((Span(self.signs.divider, RULE),))] * height


class Frame(Container):
    """Holds panes that lie over all of it: Textual would draw it below them all the same, and at each key."""

    def render_lines(self, crop: Region) -> list[TextualStrip]:
        """Blanks, which nobody sees."""
        return [TextualStrip.blank(crop.width)] * crop.height


class MainScreen(Standing, TimeTravel, Taking):
    """Header, three panes that follow one scene, footer: how they stand, and what they ask for."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS)]

    def __init__(
        self, archive: Archive, signs: Signs, selection: Selection | None = None, read_only: bool = False
    ) -> None:
        super().__init__(archive, signs, selection)
        if in_force() is not COMMANDS:
            rebind(self, bindings(COMMANDS), bindings(in_force()))
        self._read_only = read_only

    def compose(self) -> ComposeResult:
        """Header, panes, footer."""
        scene = self._scene
        yield Header(self._archive, scene).data_bind(Walking.scene)
        yield Strip(self._archive, scene).data_bind(Walking.scene)
        yield Tabs(scene).data_bind(Walking.scene)
        with Frame(id="body"):
            yield TimelinePane(self._views, scene).data_bind(Walking.scene)
            yield Divider(self._signs, id="divider")
            with Frame(id="right"):
                yield DetailPane(self._archive, scene).data_bind(Walking.scene)
                yield SourcePane(self._archive.corpus, scene).data_bind(Walking.scene)
        yield Summaries(self._archive, scene).data_bind(Walking.scene)
        yield Footer(self._signs, self._read_only)
        yield TooSmall(self._signs)

    def on_mount(self) -> None:
        """Begin in the timeline, with a word on how to read the screen."""
        self.action_pane("timeline")
        hints = f"{keys('move')}  other rows   {key('open')}  the card   {key('help')}  keys and signs"
        roomy = self.size.width > len(FIRST_WORDS + hints)
        self.say(FIRST_WORDS + hints if roomy else hints)

    def on_resize(self, event: Resize) -> None:
        """Arrange the panes for the new size."""
        self._layout = Layout.of(*event.size)
        if self._layout.too_small:
            # What cannot be seen cannot be typed in.
            self.leave_prompt()
        self._arrange()
        if self.focused is None and not self._layout.too_small:
            # Where nothing had room, nothing could keep the focus.
            self.to_pane(self._where)

    # What panes ask for

    @on(Chosen)
    def _choose(self, message: Chosen) -> None:
        self._go(self._selector.target(self.selection, message.target))

    @on(Moved)
    def _move_on(self, message: Moved) -> None:
        self._pass_to(self._view.moved(self.selection, message.by))

    @on(Entered)
    def _enter(self, message: Entered) -> None:
        now, target = self.selection, message.target
        if self._where != "detail":
            # From a sentence to its event, which is seen beside it, or in its place.
            self._go(self._selector.target(now, target))
            if self._zoomed or self._layout.tabbed:
                self.to_pane("detail")
            return
        self.go_in()
        if target.kind == "claim":
            # The card stays: what is asked for is the sentence. From there, Enter leads to its event.
            self._go(Selection(now.event, now.card, target.id))
            self.to_pane("source")
            self.query_one(SourcePane).seek()
        else:
            self._go(self._selector.target(now, target))

    @on(QuoteLit)
    def _light(self, message: QuoteLit) -> None:
        now = self.selection
        self._select(Selection(now.event, now.card, message.claim))

    @on(Note)
    def _note(self, message: Note) -> None:
        self.say(message.text)

    async def typed(self, event: Key | Paste) -> bool:
        """A message in the footer stays until the next key; where nothing has room, only the way out is obeyed."""
        if self._layout.too_small and not (isinstance(event, Key) and self._leaves(event.key)):
            return True
        if (footer := self.query_one_optional(Footer)) is not None:
            footer.note = ""
        return await super().typed(event)

    def _leaves(self, key: str) -> bool:
        bound = self.active_bindings.get(key)
        return bound is not None and bound.binding.action in ("quit", "app.quit")

    # What keys ask for. Keys may come faster than messages travel: what follows from the selection is decided here.

    def action_move(self, by: int) -> None:
        """Go up or down: in the first pane by the entries of its view, elsewhere as the pane sees fit."""
        if self._where == "timeline":
            self._pass_to(self._view.moved(self.selection, by))
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
        if self._where == "timeline":
            # The few lines of a stacked card are for looking at; to work in it takes the screen.
            self.go_in()
            self._zoomed = self._zoomed or self._layout.stacked
            self.to_pane(self._view.leads_to(self.selection))
        else:
            self._pane.enter()

    def action_out(self) -> None:
        """Back out one level: to where one went in, then the zoomed pane, the pane, the view, the search."""
        if self.come_out():
            return
        if self._zoomed and not self._view.whole:
            self._zoomed = False
            self.to_pane("timeline" if self._layout.stacked else self._where)
        elif self._where != "timeline":
            self.action_pane("timeline")
        elif self._view.name != VIEWS[0]:
            self.show_view(VIEWS[0])
        elif not self.end_search():
            self._out_of_filter()

    def _out_of_filter(self) -> None:
        timeline = self._archive.timeline
        if timeline.filter:
            self.clear_filter()
            self.say(f"The filter is gone: all {timeline.total} events. {key('quit')} quits.")
        else:
            self.say(f"This is the outermost level. {key('quit')} quits.")

    def action_help(self) -> None:
        """Show the keys of where you are."""
        self.app.push_screen(HelpScreen(self.place, self._signs, self._read_only))

    def action_palette(self) -> None:
        """Find a command by typing part of what it does."""
        from tui.palette import Commands
        from tui.prompt import Prompt

        commands = Commands(self.place, self._read_only, self._signs)

        def found(typed: str | None) -> None:
            if typed is not None:
                self._then = partial(self.app.run_action, commands.action(typed), self)

        prompt = Prompt("do ", ("words", "a key"), signs=self._signs, choose=commands.offer, picks=True)
        self.ask(prompt, found)
