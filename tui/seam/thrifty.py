"""What our drivers have in common: they write only the cells that change, and end as a signal says."""

from collections.abc import Iterable
from contextlib import suppress

from textual.driver import Driver
from textual.events import AppBlur, AppFocus, MouseEvent, Resize
from textual.geometry import Size
from textual.message import Message

from tui.seam.keyboard import messages
from tui.terminal.canvas import Canvas
from tui.terminal.capabilities import erases_in_ground
from tui.terminal.keyboard import Pasted, Typed

MOST_COLUMNS, MOST_ROWS = 1000, 500
"""The largest picture that is drawn. A terminal may say that it has 65,535 by 65,535 cells."""


def bounded(columns: int, rows: int) -> Size:
    """A size that can be drawn."""
    return Size(min(columns, MOST_COLUMNS), min(rows, MOST_ROWS))


class ThriftyDriver(Driver):
    """To be mixed in before one of Textual's drivers."""

    starts_over = False
    """Whether what shows a new size may know nothing of the cursor either, as a page that was loaded anew."""

    _canvas: Canvas | None = None
    _columns = _rows = 0
    _resized = True

    def thrifty(self, data: str) -> str:
        """What to write so that the terminal shows what it would show after `data`; nothing where it does already."""
        if self._canvas is None:
            self._canvas = Canvas(self._columns, erases_in_ground())
        if self._resized:
            # Here, and not where the size is told: that may be in the middle of a write.
            self._resized = False
            self._canvas.resize(self._columns)
        return self._canvas.thrifty(data)

    def forget(self) -> None:
        """Take nothing for granted of what the terminal shows."""
        self._resized = True

    def fit(self, size: Size) -> None:
        """The terminal has this size now, and may show anything."""
        self._columns, self._rows = size
        self._resized = True

    def send_message(self, message: Message) -> None:
        """Pass on what the terminal says; where it tells its size itself, it may show anything now."""
        if isinstance(message, Resize):
            size = bounded(message.size.width, message.size.height)
            message = Resize(size, size, pixel_size=message.pixel_size)
            self.fit(size)
        super().send_message(message)

    def process_message(self, message: Message) -> None:
        """Pass on what the keyboard and the mouse say; not what is said of cells that are not there, or of the window.

        Textual would take the focus from where it is when the window has lost its own, and paint all anew.
        """
        if isinstance(message, (AppFocus, AppBlur)):
            return
        if isinstance(message, MouseEvent) and not (message.x < self._columns and message.y < self._rows):
            return
        super().process_message(message)

    def process_pieces(self, pieces: Iterable[Typed | Pasted]) -> None:
        """Pass on what came from the keyboard and the mouse."""
        for message in messages(pieces):
            self.process_message(message)

    def end_by(self, number: int) -> None:
        """End the program as a signal asks for it; from any thread, and between any two steps of the main one."""
        # When all is over there is no loop that could be told.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._app.call_later, self._leave, number)

    async def _leave(self, number: int) -> None:
        """End the program with the exit status of a signal, unless it is ending.

        Not before the screen is there: Textual adds nothing to a screen while it ends, and ours would miss its panes.
        """
        await self._app.screen._mounted_event.wait()
        if not self._app._exit:
            self._app.exit(return_code=128 + number)
