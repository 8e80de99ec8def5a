"""The app as Textual has it, told otherwise where it must be: keys in order, frames, the end."""

import sys
from typing import ClassVar

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste, Resize
from textual.geometry import Size
from textual.screen import Screen

from tui.seam.base_screen import SeamScreen
from tui.seam.bindings import knows
from tui.seam.keyboard import messages
from tui.seam.thrifty import ThriftyDriver
from tui.terminal.keyboard import Typed
from tui.terminal.layouts import is_of_another_script, latin_keys
from tui.text.shown import typeable


class SeamApp(App[None]):
    """Obeys keys one after the other, draws what the canvas can compare, and breaks off in safe words."""

    ENABLE_COMMAND_PALETTE = False

    discreet: ClassVar[bool] = False
    """Whether a crash says no more than that there was one."""

    def __init__(self, driver: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver)
        self._drawn_for: Size | None = None
        self._cursor_shown = False
        self.animation_level = "none"

    def show_cursor(self, shown: bool) -> None:
        """Show the terminal's own cursor, or hide it; its place says what is selected, seen or not."""
        if self._driver is not None and shown != self._cursor_shown:
            self._cursor_shown = shown
            self._write_cursor(self._driver)

    def _write_cursor(self, driver: Driver) -> None:
        driver.write(f"\x1b[?25{'h' if self._cursor_shown else 'l'}")

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
            await self._typed(event)
        else:
            await super().on_event(event)

    async def _typed(self, event: Key | Paste) -> None:
        if self._exit:
            # What came after q is for nobody.
            return
        screen = self.screen
        # What was typed while the program started waits until there is something for it to act on.
        await screen._mounted_event.wait()
        if isinstance(screen, SeamScreen):
            screen.answering.begin()
        if isinstance(event, Key) and not event.is_printable and (action := self.at_any_time(event.key)):
            await self.run_action(action)
        elif isinstance(screen, SeamScreen) and await screen.typed(event):
            return
        elif isinstance(event, Key) and event.character and not knows(screen, event.key):
            await self._typed_elsewhere(event.character)
        elif not isinstance(screen, SeamScreen) or (isinstance(event, Key) and knows(screen, event.key)):
            await super().on_event(event)

    async def _typed_elsewhere(self, character: str) -> None:
        """What no key is for may have been typed in another layout: the Latin keys at its place are meant."""
        latin = latin_keys(character)
        for message in messages(map(Typed, latin)):
            if isinstance(message, Key):
                await self._typed(message)
        if not latin and is_of_another_script(character):
            self.cannot_read(character)

    def at_any_time(self, key: str) -> str | None:
        """The action of a key that is obeyed even where one types or is asked; None where it is none."""
        return None

    def cannot_read(self, character: str) -> None:
        """Say something to one who types in a script that no key is named in."""

    def action_redraw(self) -> None:
        """Draw all anew: others may have written on the terminal."""
        self._forget_screen()
        self.screen.refresh()

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
        if isinstance(self.screen, SeamScreen):
            self.cursor_position = self.screen.cursor_place
        super()._display(screen, renderable)

    def _forget_screen(self) -> None:
        if isinstance(self._driver, ThriftyDriver):
            self._driver.forget()
            if self._driver.starts_over:
                self._write_cursor(self._driver)

    def panic(self, *renderables: RenderableType) -> None:
        """End with errors that Textual has put into words, as safe text."""
        from tui.seam.crash import broken, safe

        self._return_code = 1
        super().panic(
            *(broken(None, True) if self.discreet else safe(self.console, item) for item in renderables)
        )

    def _fatal_error(self) -> None:
        # Textual's own report shows all that is in memory around the error, as it is.
        from tui.seam.crash import broken

        super().panic(broken(sys.exception(), self.discreet))
