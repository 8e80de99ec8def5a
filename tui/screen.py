"""The main screen: it composes the widgets, does what commands ask for, and applies what comes of them."""

from textual import on
from textual.app import ComposeResult
from textual.events import Key, Paste, Resize
from textual.geometry import Offset
from textual.widget import Widget

from model.curate.reload import Rereader
from model.index.archive import Archive
from tui.actions import panes
from tui.actions.opening import first_said
from tui.commands.binding import bindings
from tui.commands.command_list import CommandList
from tui.commands.palette import palette
from tui.help import HelpScreen
from tui.prompt.asking import Asking
from tui.seam.bindings import bind
from tui.seam.lending import lent
from tui.seam.read_only import REFUSAL
from tui.seam.widget import Unread
from tui.showing import ShowingScreen
from tui.state.context import Context
from tui.state.form import Fill
from tui.state.layout import Layout
from tui.state.outcome import (
    Ask,
    Copy,
    Do,
    Effect,
    LendTerminal,
    NextTheme,
    Outcome,
    PaneEffect,
    Quit,
    Redraw,
    Reopen,
    Say,
    ShowHelp,
    ShowPalette,
    TakeUp,
)
from tui.state.scene import Scene
from tui.text.signs import Signs
from tui.views.registry import new_views
from tui.widgets.arrangement import arrange
from tui.widgets.card import DetailPane, card_of
from tui.widgets.cursor import place_in
from tui.widgets.doing import done_in
from tui.widgets.footer import Footer
from tui.widgets.frame import Divider, Frame
from tui.widgets.header import Header
from tui.widgets.pane import Pane
from tui.widgets.source_panes import source_pane
from tui.widgets.strip import Strip
from tui.widgets.summaries import Summaries
from tui.widgets.tabs import Tabs
from tui.widgets.timeline import TimelinePane
from tui.widgets.too_small import TooSmall


class MainScreen(ShowingScreen):
    """Header, three panes that follow one scene, footer.

    Its scene is the only state of the program that commands change: `do` makes what comes of one, `answer` applies it.
    """

    def __init__(
        self,
        archive: Archive,
        signs: Signs,
        scene: Scene,
        commands: CommandList,
        rereader: Rereader | None = None,
    ) -> None:
        super().__init__()
        self._commands = commands
        self._rereader = rereader
        bind(self, bindings(commands))
        self._views = new_views(archive.features)
        self._scene = scene
        self._base = Context(
            archive, signs, scene, commands.keys, self._views, Layout.of(80, 24),
            card_line=self._card_line, read_only=commands.read_only, named=commands.named,
        )  # fmt: skip
        self._asking = Asking(self, self._fresh, self._answer_typed)
        self.set_reactive(MainScreen.context, self._base)
        self.set_reactive(MainScreen.beside, self._base)

    def compose(self) -> ComposeResult:
        """Header, strip, panes, footer."""
        ctx = self._base
        yield Header(ctx).data_bind(MainScreen.context)
        yield Strip(ctx).data_bind(context=MainScreen.beside)
        yield Tabs(ctx).data_bind(MainScreen.context)
        with Frame(id="body"):
            yield TimelinePane(self._views, ctx).data_bind(MainScreen.context)
            yield Divider(ctx.signs, "divider")
            with Frame(id="right"):
                yield DetailPane(ctx).data_bind(context=MainScreen.beside)
                yield Divider(ctx.signs, "lower-divider")
                yield source_pane(ctx).data_bind(context=MainScreen.beside)
        yield Summaries(ctx).data_bind(context=MainScreen.beside)
        yield Footer(ctx, self._commands.hints).data_bind(MainScreen.context)
        yield TooSmall(ctx.signs, ctx.key("quit"))

    def on_mount(self) -> None:
        """Begin in the timeline, with a word on how to read the screen."""
        # At once, since what is shown first may be what `_show` would find shown already.
        arrange(self, self._layout, self._scene)
        self._show()
        self.say(first_said(self._base, self.size.width))
        self.follow_what_is_read()
        self.wait_for_nothing()

    def on_resize(self, event: Resize) -> None:
        """Arrange the panes for the new size."""
        if self._layout.too_small:
            # What cannot be seen cannot be typed in.
            self._asking.leave()
        self._show()

    # What is there

    @property
    def scene(self) -> Scene:
        """The scene as the last command has it."""
        return self._scene

    @property
    def cursor_place(self) -> Offset:
        """The cell for the terminal's own cursor: what is selected in the focused pane."""
        pane = self.query_one_optional(f"#{self._scene.stance.pane}", Pane)
        return place_in(pane) if pane is not None else Offset()

    def news(self) -> None:
        """Show the scene once more, and answer once more what is typed: more has been counted."""
        self.renew()
        self.say_anew()
        self._asking.answer_again()

    @on(Unread)
    def _tell(self, message: Unread) -> None:
        if not message.is_late:
            self.say(message.why)
        elif any(it.is_awaited for it in self._fars):
            # Else what the pane waited for has come before its message: nothing else would take the words away.
            self.say_late(message.why)

    def _card_line(self) -> int:
        # The line is that of the card that is selected, seen or not yet.
        if self.beside is None or card_of(self.beside) != card_of(self.now()):
            self._show()
        return self.query_one("#detail", DetailPane).line

    # Doing

    def action_press(self, key: str) -> None:
        """Do what a key is for, where one is."""
        if (found := self._commands.of_key(key, self._scene.place)) is not None:
            self.do(found[0].id, found[1].by)

    def do(self, id: str, by: int | float | str) -> None:
        """Do a command with what one of its ways gives to it: all of them come through here."""
        command = self._commands.of_id(id)
        if self._commands.refuses(command):
            self.say(REFUSAL)
            return
        if why := self._commands.why_not(command, by):
            self.say(why)
            return
        if not command.passing:
            # It may go by what is drawn, as a pane or an axis of time.
            self._show()
        self.answer(lambda: command.run(self.now(), by))

    def _apply(self, outcome: Outcome) -> None:
        match outcome:
            case Scene():
                self._scene = outcome.after(self._scene)
                # Of a burst of moves only where it has led is shown.
                self.call_next(self._show_led)
            case Say(words, anew):
                self.say(words, anew)
            case Ask() | Fill():
                self._show()
                self._asking.ask(outcome)
            case PaneEffect():
                self._show()
                found = done_in(self, self._pane, outcome)
                self.answer(lambda: panes.came_of(self.now(), outcome, found))
            case Effect():
                self._let(outcome)

    def _let(self, effect: Effect) -> None:
        """Do something outside of the scene."""
        match effect:
            case Do(id, by):
                self.do(id, by)
            case ShowHelp(signs):
                self._show()
                here = self._commands.able(self._scene.place, self.now())
                self.app.push_screen(HelpScreen(self._commands, here, self._base.signs, signs))
            case ShowPalette():
                self.answer(lambda: palette(self._commands, self._scene.place, self._base.signs))
            case Copy(text):
                self.app.copy_to_clipboard(text)
            case TakeUp(archive):
                if self._rereader is not None:
                    self._rereader.wrote(archive)
                self._go_on_in(effect)
            case LendTerminal(command, said):
                self.say(lent(self.app, command) or said)
            case Redraw() | NextTheme() | Reopen():
                self.call_next(self.app.run_action, effect.action)
            case Quit():
                self.app.exit()
            case _:
                raise TypeError(f"nobody does {effect}")

    # Showing

    def watch_focused(self, widget: Widget | None) -> None:
        """A click may put the focus into another pane; a prompt that asks is left then."""
        if isinstance(widget, Pane) and widget.id is not None:
            if self._asking.asks:
                self._asking.leave()
            elif (pane := widget.id) != self._scene.stance.pane:
                self.answer(lambda: panes.focus(self.now(), pane))

    # What is typed

    async def typed(self, event: Key | Paste) -> bool:
        """A message in the footer stays until the next key; where nothing has room, only the way out is obeyed."""
        if self._layout.too_small:
            return not (isinstance(event, Key) and self._leaves(event.key))
        if self.turn(event):
            return True
        if isinstance(event, Key) and self._asking.has_no_use_for(event) and self._leaves(event.key):
            self.do("quit", 1)
            return True
        if taken := await self.give(event):
            # What is typed may ask for more than what is shown.
            self.call_next(self.count)
        self._fresh()
        return taken

    def _leaves(self, key: str) -> bool:
        found = self._commands.of_key(key, self._scene.place)
        return found is not None and found[0].id == "quit"
