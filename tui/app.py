"""The application: themes, and the one screen it opens with."""

import os
from typing import ClassVar

from textual.driver import Driver

from model.curate.reload import Rereader
from model.index.archive import Archive
from model.index.features import Feature
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.screen import MainScreen
from tui.seam.base_app import SeamApp
from tui.seam.read_only import ReadOnly, ReadOnlyInBrowser
from tui.state.first import first_scene
from tui.state.scene import Scene
from tui.text.signs import UNICODE, Signs
from tui.theme.themes import THEMES


class DprkTui(SeamApp):
    """The program on a terminal; by default it opens on the archive's own day, at the first event that is ahead."""

    # Textual does not load the style sheet of a default screen by itself.
    CSS_PATH: ClassVar = ["app.tcss", "screen.tcss"]

    def __init__(
        self,
        archive: Archive,
        signs: Signs = UNICODE,
        scene: Scene | None = None,
        theme: str = THEMES[0].name,
        driver: type[Driver] | None = None,
        commands: CommandList | None = None,
        rereader: Rereader | None = None,
    ) -> None:
        super().__init__(driver)
        self._archive = archive
        self._rereader = rereader
        self._signs = signs
        self._scene = scene or first_scene(archive, archive.default)
        self._commands = commands or CommandList(COMMANDS, self.discreet, archive.features)
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def on_mount(self) -> None:
        """Show the cursor to those who chose the theme with strong contrasts."""
        self._show_cursor_in_contrast()

    def _show_cursor_in_contrast(self) -> None:
        # Its place says what is selected in every theme; they want to see it too.
        self.show_cursor(self.theme == "contrast")

    def action_next_theme(self) -> None:
        """Draw in the next theme, and say which it is."""
        names = [known.name for known in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._show_cursor_in_contrast()
        if isinstance(self.screen, MainScreen):
            self.screen.say(f"The theme is {self.theme} now.")

    def action_help_quit(self) -> None:
        """Say how one leaves, where Ctrl-C was pressed for it."""
        if isinstance(self.screen, MainScreen):
            self.screen.say(f"{self._commands.keys['quit']} quits.")

    def cannot_read(self, character: str) -> None:
        """Say that keys are Latin letters, and how one leaves without any."""
        if isinstance(self.screen, MainScreen):
            quits = self._commands.of_id("quit")
            leaves = next((it for it in (*quits.keys.split(), *quits.also.split()) if len(it) > 1), None)
            way_out = f"; {leaves} quits" if leaves is not None else ""
            self.screen.say(f"Switch the keyboard to Latin letters{way_out}.")

    def at_any_time(self, key: str) -> str | None:
        """Drawing anew."""
        return "redraw" if any(key in way.keys for way in self._commands.of_id("redraw").ways) else None

    def get_default_screen(self) -> MainScreen:
        """The screen that it opens with."""
        return MainScreen(self._archive, self._signs, self._scene, self._commands, self._rereader)


class ReadOnlyTui(ReadOnly, DprkTui):
    """The program for one who may only read: its own commands that write are refused by the screen."""

    def refuse(self, why: str) -> None:
        """Say why something is not done, and how one leaves: Ctrl-C, which may be for both, is asked for either."""
        # Not by a message: that would arrive after the next key of a burst.
        if isinstance(self.screen, MainScreen):
            self.screen.say(f"{why} {self._commands.keys['quit']} quits.")


class BrowserReaderTui(ReadOnlyInBrowser, ReadOnlyTui):
    """The same in a browser, to whose clipboard one may copy."""


def run_app(
    archive: Archive, signs: Signs, scene: Scene, theme: str, mouse: bool, commands: CommandList
) -> int:
    """Open the program on the terminal, where the first picture stands already; returns its exit status.

    The archive's folder is followed while it is open.
    """
    from tui.seam.terminal_driver import TerminalDriver

    _forget_colours_and_size()
    kind = ReadOnlyTui if commands.read_only else DprkTui
    app = kind(archive, signs, scene, theme, TerminalDriver, commands, _rereader(archive))
    app.run(mouse=mouse)
    return app.return_code or 0


def run_in_browser(
    archive: Archive,
    signs: Signs,
    scene: Scene,
    theme: str,
    mouse: bool,
    commands: CommandList,
    size: tuple[int, int],
) -> int:
    """The same in a page of `size`, columns and rows: the standard streams lead to it."""
    from tui.seam.browser_driver import BrowserDriver

    _forget_colours_and_size()
    kind = BrowserReaderTui if commands.read_only else DprkTui
    app = kind(archive, signs, scene, theme, BrowserDriver, commands, _rereader(archive))
    app.run(mouse=mouse, size=size)
    return app.return_code or 0


def _forget_colours_and_size() -> None:
    # Textual's own answer to NO_COLOR paints the terminal's colours black on black; ours is a theme without any.
    # The terminal knows its size, and Rich would believe whatever a shell has left in the others.
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        os.environ.pop(name, None)


def _rereader(archive: Archive) -> Rereader | None:
    # A table is written once: nobody changes it while it is read.
    return Rereader(archive) if Feature.CLAIMS in archive.features else None
