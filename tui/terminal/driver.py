"""The driver: Textual's own, writing less."""

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

from tui.terminal.canvas import Canvas
from tui.terminal.capabilities import erases_in_ground


class ThriftyDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, which writes only the cells that change."""

    _canvas: Canvas | None = None

    def write(self, data: str) -> None:
        """Queue `data` for the terminal."""
        if self._canvas is None:
            self._canvas = Canvas(can_erase=erases_in_ground())
        if thrifty := self._canvas.thrifty(data):
            super().write(thrifty)

    def send_message(self, message: Message) -> None:
        """Pass on what the terminal says; a new size means that it may show anything."""
        if isinstance(message, Resize) and self._canvas is not None:
            self._canvas.forget()
        super().send_message(message)
