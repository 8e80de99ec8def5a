"""The application: themes, and the one screen it opens with."""

import asyncio
import os
import sys
from functools import partial
from typing import ClassVar

from rich.console import RenderableType
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import Event, Key, Paste, Resize
from textual.geometry import Size
from textual.screen import Screen

from model.index.archive import Archive
from tui.commands.every import key
from tui.screen import MainScreen
from tui.selection import Selection
from tui.terminal.driver import ThriftyDriver
from tui.terminal.signals import ENDING
from tui.text.shown import typeable
from tui.text.signs import UNICODE, Signs
from tui.themes import THEMES


class DprkTui(App[None]):
    """The program on a terminal."""

    # Textual does not load the style sheet of a default screen by itself.
    CSS_PATH: ClassVar = ["app.tcss", "screen.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    read_only: ClassVar[bool] = False
    """Whether nothing may be done but reading (see `tui.read_only`)."""

    def __init__(
        self,
        archive: Archive,
        signs: Signs = UNICODE,
        selection: Selection | None = None,
        theme: str = THEMES[0].name,
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver)
        self._archive = archive
        self._signs = signs
        self._selection = selection
        self._drawn_for: Size | None = None
        self.animation_level = "none"
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def on_mount(self) -> None:
        """A signal that ends the program gives the terminal back first."""
        loop = asyncio.get_running_loop()
        for name in ENDING:
            loop.add_signal_handler(name, partial(self.exit, return_code=128 + name))
        if self.theme == "contrast" and self._driver is not None:
            # Its place says what is selected in every theme; those who chose this one want to see it too.
            self._driver.write("\x1b[?25h")

    async def on_event(self, event: Event) -> None:
        """Give what is typed to who asks for it.

        What is pasted is outside text too: Textual's input lines would write it to the terminal as it is.
        """
        if isinstance(event, Paste):
            event.text = typeable(event.text)
        if isinstance(event, Key) and event.key == "ctrl+j":
            # Enter, as a terminal passes it on that is not ours yet.
            event = Key("enter", "\r")
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            if self._exit:
                # What came after q is for nobody.
                return
            screen = self.screen
            # What was typed while the program started waits until there is something for it to act on.
            await screen._mounted_event.wait()
            if isinstance(screen, MainScreen) and (await screen.typed(event) or screen.knows_not(event)):
                return
        await super().on_event(event)

    def action_help_quit(self) -> None:
        """Say how one leaves, where Ctrl-C was pressed for it."""
        if isinstance(self.screen, MainScreen):
            self.screen.say(f"{key('quit')} quits.")

    def _set_pointer_shape(self, shape: str) -> None:
        # For kitty alone, and on a terminal that knows no OSC it would be text.
        pass

    def on_resize(self, event: Resize) -> None:
        """The window has, or had for a moment, another size: what the terminal shows is anybody's guess."""
        self._forget_screen()
        if event.size == self._drawn_for:
            # Textual sees no change, and would draw nothing.
            self.screen.refresh()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        # Frames of the old size may still be drawn after the event: what they left behind is forgotten here.
        size = self.screen.outer_size
        if size != self._drawn_for:
            self._drawn_for = size
            self._forget_screen()
        if isinstance(self.screen, MainScreen):
            self.cursor_position = self.screen.cursor_place
        super()._display(screen, renderable)

    def _forget_screen(self) -> None:
        if isinstance(self._driver, ThriftyDriver):
            self._driver.forget()

    def panic(self, *renderables: RenderableType) -> None:
        """End with errors that Textual has put into words, as safe text."""
        from tui.crash import broken, safe

        self._return_code = 1
        super().panic(
            *(broken(None, True) if self.read_only else safe(self.console, item) for item in renderables)
        )

    def _fatal_error(self) -> None:
        # Textual's own report shows all that is in memory around the error, as it is.
        from tui.crash import broken

        super().panic(broken(sys.exception(), self.read_only))

    def get_default_screen(self) -> MainScreen:
        """The screen that it opens with."""
        return MainScreen(self._archive, self._signs, self._selection, self.read_only)


def run_app(
    archive: Archive, signs: Signs, selection: Selection, theme: str, mouse: bool, read_only: bool = False
) -> int:
    """Open the program on the terminal, where the first picture stands already; returns its exit status."""
    # Textual's own answer to NO_COLOR paints the terminal's colours black on black; ours is a theme without any.
    os.environ.pop("NO_COLOR", None)
    # The terminal knows its size, and Rich would believe whatever a shell has left in these.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    kind = DprkTui
    if read_only:
        from tui.read_only import ReadOnlyTui

        kind = ReadOnlyTui
    app = kind(archive, signs, selection, theme, ThriftyDriver)
    app.run(mouse=mouse)
    return app.return_code or 0
