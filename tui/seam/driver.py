"""The driver: Textual's own, writing less."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from selectors import EVENT_READ, SelectSelector
from signal import SIGHUP

from textual.drivers.linux_driver import LinuxDriver
from textual.events import AppBlur, AppFocus, MouseEvent, Resize
from textual.geometry import Size
from textual.message import Message

from tui.seam.keyboard import messages
from tui.terminal.canvas import Canvas
from tui.terminal.capabilities import erases_in_ground
from tui.terminal.keyboard import Keyboard, Pasted, Typed
from tui.terminal.signals import leave_keys_to_the_shell, on_ending
from tui.terminal.taken import ENTER

MOST_COLUMNS, MOST_ROWS = 1000, 500
"""The largest picture that is drawn. A terminal may say that it has 65,535 by 65,535 cells."""


_KEYBOARD = re.compile(r"\x1b\[>(\d+)u")
"""How Textual asks for kitty's keyboard protocol."""

_ALTERNATES = 4
"""What has a terminal tell with each key which one it would be in the standard layout."""


def _with_alternates(asked: re.Match[str]) -> str:
    return f"\x1b[>{int(asked[1]) | _ALTERNATES}u"


def _bounded(columns: int, rows: int) -> Size:
    return Size(min(columns, MOST_COLUMNS), min(rows, MOST_ROWS))


class ThriftyDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, which writes only the cells that change.

    The alternate screen has been entered, and painted on, before Textual starts: entering it again would clear it.
    """

    _canvas: Canvas | None = None
    _columns = _rows = 0
    _resized = True
    _left = False
    # A pipe: no more keys are read once the end of it that is written into is closed.
    _until = -1
    _ends: int | None = None

    def write(self, data: str) -> None:
        """Queue `data` for the terminal."""
        if self._left:
            super().write(data)
            return
        if self._canvas is None:
            self._canvas = Canvas(self._columns, erases_in_ground())
            data = data.removeprefix(ENTER)
        if self._resized:
            # Here, and not where the size is told: that may be in the middle of a write.
            self._resized = False
            self._canvas.resize(self._columns)
        data = _KEYBOARD.sub(_with_alternates, data)
        if thrifty := self._canvas.thrifty(data):
            super().write(thrifty)

    def send_message(self, message: Message) -> None:
        """Pass on what the terminal says; where it tells its size itself, it may show anything now."""
        if isinstance(message, Resize):
            size = _bounded(message.size.width, message.size.height)
            message = Resize(size, size, pixel_size=message.pixel_size)
            self._fit(size)
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

    def _get_terminal_size(self) -> tuple[int, int]:
        """Asked for at the start and whenever the system signals a new size.

        The terminal's own: Textual asks the environment first, where a shell may have left another one.
        """
        try:
            told = os.get_terminal_size(self.fileno)
        except OSError:
            return super()._get_terminal_size()
        size = _bounded(told.columns or 80, told.lines or 24)
        self._fit(size)
        return size

    def _fit(self, size: Size) -> None:
        self._columns, self._rows = size
        self._resized = True

    def run_input_thread(self) -> None:
        """Read keys until the end. A terminal that is gone is the end, also for who does not hear of it by a signal."""
        keyboard = Keyboard()
        with SelectSelector() as selector, os.fdopen(self._until, "rb", buffering=0) as until:
            selector.register(self.fileno, EVENT_READ)
            selector.register(until, EVENT_READ)
            while True:
                pieces: Iterable[Typed | Pasted] = ()
                ready = selector.select(keyboard.waits)
                if any(key.fileobj is until for key, _ in ready):
                    return
                if ready:
                    try:
                        data = os.read(self.fileno, 4096)
                    except OSError:
                        data = b""
                    if not data:
                        self._app.call_later(self._leave, SIGHUP)
                        return
                    pieces = keyboard.pieces(data)
                else:
                    pieces = keyboard.rest()
                for message in messages(pieces):
                    self.process_message(message)

    def disable_input(self) -> None:
        """Have no more keys read: whoever waits for one is told, and need not look now and then."""
        if self._ends is not None:
            os.close(self._ends)
            self._ends = None
        super().disable_input()

    def _sigtstp_application(self, *_: object) -> None:
        """Stop, with the terminal given back; not before it has been taken."""
        if self._writer_thread is not None:
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Go on only after having been suspended: who is sent this otherwise has the terminal still."""
        if self._must_signal_resume:
            super()._sigcont_application()

    def _signalled(self, number: int) -> None:
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

    def forget(self) -> None:
        """Take nothing for granted of what the terminal shows."""
        self._resized = True

    def _enable_mouse_pixels(self) -> None:
        """Not: cells are all that is asked for, and Textual would leave the terminal in this mode."""

    def start_application_mode(self) -> None:
        """Take the terminal, for the first time or again; a signal that ends the program gives it back first."""
        self._left = False
        self._resized = True
        on_ending(self._signalled)
        self._until, self._ends = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back. The canvas has no more say: the cursor belongs where the shell had left it."""
        super().write("\x1b[0m")
        self._left = True
        if self._app._exit:
            leave_keys_to_the_shell()
        super().stop_application_mode()
