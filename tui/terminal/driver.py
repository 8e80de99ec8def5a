"""The driver: Textual's own, writing less."""

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from tui.terminal.canvas import Canvas
from tui.terminal.capabilities import erases_in_ground
from tui.terminal.first_paint import ENTER


class ThriftyDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, which writes only the cells that change.

    The alternate screen has been entered, and painted on, before Textual starts: entering it again would clear it.
    """

    _canvas: Canvas | None = None
    _told: Size | None = None

    def write(self, data: str) -> None:
        """Queue `data` for the terminal."""
        if self._canvas is None:
            self._canvas = Canvas(can_erase=erases_in_ground())
            data = data.removeprefix(ENTER)
        if thrifty := self._canvas.thrifty(data):
            super().write(thrifty)

    def send_message(self, message: Message) -> None:
        """Pass on what the terminal says; a new size means that it may show anything."""
        if isinstance(message, Resize) and message.size != self._told:
            if self._told is not None and self._canvas is not None:
                self._canvas.forget()
            self._told = message.size
        super().send_message(message)
