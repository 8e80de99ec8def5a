"""The application: themes, and the one screen it opens with."""

import os
from typing import ClassVar

from textual.driver import Driver

from model.index.archive import Archive
from tui.commands.every import in_force, key, keys_of, writing_actions
from tui.screen import MainScreen
from tui.seam.app import SeamApp
from tui.seam.driver import ThriftyDriver
from tui.seam.read_only import ReadOnly
from tui.selection import Selection
from tui.text.signs import UNICODE, Signs
from tui.themes import THEMES


class DprkTui(SeamApp):
    """The program on a terminal."""

    # Textual does not load the style sheet of a default screen by itself.
    CSS_PATH: ClassVar = ["app.tcss", "screen.tcss"]

    read_only: ClassVar[bool] = False
    """Whether nothing may be done but reading (see `tui.seam.read_only`)."""

    def __init__(
        self,
        archive: Archive,
        signs: Signs = UNICODE,
        selection: Selection | None = None,
        theme: str = THEMES[0].name,
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver)
        self._archive = archive
        self._signs = signs
        self._selection = selection
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def on_mount(self) -> None:
        """Show the cursor to those who chose the theme with strong contrasts."""
        if self.theme == "contrast":
            # Its place says what is selected in every theme; they want to see it too.
            self.show_cursor()

    def action_help_quit(self) -> None:
        """Say how one leaves, where Ctrl-C was pressed for it."""
        if isinstance(self.screen, MainScreen):
            self.screen.say(f"{key('quit')} quits.")

    def cannot_read(self, character: str) -> None:
        """Say that keys are Latin letters, and how one leaves without any."""
        if isinstance(self.screen, MainScreen):
            leaves = next((it for it in keys_of("quit") if len(it) > 1), None)
            way_out = f"; {leaves} quits" if leaves is not None else ""
            self.screen.say(f"Switch the keyboard to Latin letters{way_out}.")

    def at_any_time(self, key: str) -> str | None:
        """Drawing anew."""
        ways = [way for command in in_force() if command.label == "redraw" for way in command.ways]
        return next((way.action for way in ways if key in way.keys), None)

    def get_default_screen(self) -> MainScreen:
        """The screen that it opens with."""
        return MainScreen(self._archive, self._signs, self._selection, self.read_only)


class ReadOnlyTui(ReadOnly, DprkTui):
    """The program for one who may only read."""

    read_only = True

    def writes(self, action: str) -> bool:
        """Whether that is an action of commands that write."""
        return action in writing_actions()

    def refuse(self, why: str) -> None:
        """Say why something is not done, and how one leaves: Ctrl-C, which may be for both, is asked for either."""
        # Not by a message: that would arrive after the next key of a burst.
        if isinstance(self.screen, MainScreen):
            self.screen.say(f"{why} {key('quit')} quits.")


def run_app(
    archive: Archive, signs: Signs, selection: Selection, theme: str, mouse: bool, read_only: bool = False
) -> int:
    """Open the program on the terminal, where the first picture stands already; returns its exit status."""
    # Textual's own answer to NO_COLOR paints the terminal's colours black on black; ours is a theme without any.
    os.environ.pop("NO_COLOR", None)
    # The terminal knows its size, and Rich would believe whatever a shell has left in these.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    kind = ReadOnlyTui if read_only else DprkTui
    app = kind(archive, signs, selection, theme, ThriftyDriver)
    app.run(mouse=mouse)
    return app.return_code or 0
