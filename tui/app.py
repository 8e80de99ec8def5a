"""The application: themes, and the one screen it opens with."""

import argparse
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver

from model.index.archive import Archive
from tui.screen import MainScreen
from tui.terminal.driver import ThriftyDriver
from tui.text.signs import ASCII, UNICODE, Signs
from tui.themes import THEMES


class DprkTui(App[None]):
    """The program on a terminal."""

    # Textual does not load the style sheet of a default screen by itself.
    CSS_PATH: ClassVar = ["app.tcss", "screen.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, archive: Archive, signs: Signs = UNICODE, driver: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver)
        self.archive = archive
        self.signs = signs
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_default_screen(self) -> MainScreen:
        """The screen that it opens with."""
        return MainScreen(self.archive, self.signs)


def run_app(archive: Archive, options: argparse.Namespace) -> int:
    """Open the program on the terminal; returns its exit status."""
    app = DprkTui(archive, ASCII if options.ascii else UNICODE, ThriftyDriver)
    app.run()
    return app.return_code or 0
