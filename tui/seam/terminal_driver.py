"""The driver: Textual's own, writing less."""

import os
import re
from collections.abc import Callable, Iterable
from selectors import EVENT_READ, SelectSelector
from signal import SIGHUP

from textual.drivers.linux_driver import LinuxDriver

from tui.seam.thrifty import ThriftyDriver, bounded
from tui.terminal.keyboard import Keyboard, Pasted, Typed
from tui.terminal.signals import leave_keys_to_the_shell, on_ending, wake_on_signals
from tui.terminal.taken import ENTER

_KEYBOARD = re.compile(r"\x1b\[>(\d+)u")
"""How Textual asks for kitty's keyboard protocol."""

_ALTERNATES = 4
"""What has a terminal tell with each key which one it would be in the standard layout."""


def _with_alternates(asked: re.Match[str]) -> str:
    return f"\x1b[>{int(asked[1]) | _ALTERNATES}u"


class TerminalDriver(ThriftyDriver, LinuxDriver):
    """Textual's driver for Linux and macOS, which writes only the cells that change.

    The alternate screen has been entered, and painted on, before Textual starts: entering it again would clear it.
    """

    _begun = _left = False
    # A pipe: no more keys are read once the end of it that is written into is closed.
    _until = -1
    _ends: int | None = None
    _sleep: Callable[[], None] | None = None
    """What ends that signals wake the loop."""

    def write(self, data: str) -> None:
        """Queue `data` for the terminal."""
        if self._left:
            super().write(data)
            return
        if not self._begun:
            self._begun = True
            data = data.removeprefix(ENTER)
        if thrifty := self.thrifty(_KEYBOARD.sub(_with_alternates, data)):
            super().write(thrifty)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Asked for at the start and whenever the system signals a new size.

        The terminal's own: Textual asks the environment first, where a shell may have left another one.
        """
        try:
            told = os.get_terminal_size(self.fileno)
        except OSError:
            return super()._get_terminal_size()
        size = bounded(told.columns or 80, told.lines or 24)
        self.fit(size)
        return size

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
                        self.end_by(SIGHUP)
                        return
                    pieces = keyboard.pieces(data)
                else:
                    pieces = keyboard.rest()
                self.process_pieces(pieces)

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

    def _enable_mouse_pixels(self) -> None:
        """Not: cells are all that is asked for, and Textual would leave the terminal in this mode."""

    def start_application_mode(self) -> None:
        """Take the terminal, for the first time or again; a signal that ends the program gives it back first."""
        self._left = False
        self.forget()
        on_ending(self.end_by)
        self._sleep = wake_on_signals(self._loop)
        self._until, self._ends = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back. The canvas has no more say: the cursor belongs where the shell had left it."""
        super().write("\x1b[0m")
        self._left = True
        if self._app._exit:
            leave_keys_to_the_shell()
        if self._sleep is not None:
            self._sleep()
            self._sleep = None
        super().stop_application_mode()
