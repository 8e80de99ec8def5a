"""The driver of a program that is shown in a browser: Textual's own, writing less, to whoever has joined last.

The server (`tui.serve`) is at the other end of its standard streams, and passes packets on.
"""

import json
import os
import sys
from contextlib import suppress
from selectors import EVENT_READ, SelectSelector
from signal import SIGHUP
from threading import Thread

from textual.drivers.web_driver import WebDriver
from textual.events import Resize
from textual.geometry import Size

from tui.seam.thrifty import ThriftyDriver
from tui.terminal.keyboard import Keyboard
from tui.terminal.packets import DATA, Packets
from tui.terminal.signals import on_ending
from tui.terminal.taken import ENTER

_PASTES = "\x1b[?2004h"
_MOUSE = "\x1b[?1000h\x1b[?1003h\x1b[?1006h"
"""Its keys and its moves, with cells as SGR has them: what Textual asks a terminal for."""


class BrowserDriver(ThriftyDriver, WebDriver):
    """A terminal in a page, which may be closed and opened again while the program goes on."""

    starts_over = True

    def write(self, data: str) -> None:
        """Send `data` to the page, as far as it changes anything."""
        if thrifty := self.thrifty(data):
            self._send(thrifty)

    def _send(self, data: str) -> None:
        # A server that is gone is noticed where one reads.
        with suppress(OSError):
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the page's terminal, and listen."""
        on_ending(self.end_by)
        self._join(*(self._size or (80, 24)))
        # It waits for keys, and nobody for it.
        Thread(target=self.run_input_thread, name="textual-input", daemon=True).start()

    def stop_application_mode(self) -> None:
        """Say that it is over."""
        with suppress(OSError):
            super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys, and what else the server says, until it is gone, which is the end."""
        keyboard, packets = Keyboard(), Packets()
        descriptor = sys.stdin.fileno()
        with SelectSelector() as selector:
            selector.register(descriptor, EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(keyboard.waits):
                    self.process_pieces(keyboard.rest())
                    continue
                data = os.read(descriptor, 1 << 16)
                if not data:
                    self.end_by(SIGHUP)
                    return
                for kind, payload in packets.feed(data):
                    if kind == DATA:
                        self.process_pieces(keyboard.pieces(payload))
                    else:
                        self._told(payload)

    def _told(self, payload: bytes) -> None:
        told = json.loads(payload)
        self.on_meta(told["type"], told)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Obey the server: another size, another page that shows all this from now on, the end."""
        if packet_type == "quit":
            self.end_by(SIGHUP)
            return
        columns, rows = payload.get("width"), payload.get("height")
        if not isinstance(columns, int) or not isinstance(rows, int):
            return
        if packet_type == "join":
            self._loop.call_soon_threadsafe(self._join, columns, rows)
        elif packet_type == "resize":
            self._fit_page(columns, rows)

    def _join(self, columns: int, rows: int) -> None:
        """Begin in a page whose terminal is as new."""
        self._send(ENTER + _PASTES + (_MOUSE if self._mouse else ""))
        self._fit_page(columns, rows)

    def _fit_page(self, columns: int, rows: int) -> None:
        size = Size(max(columns, 1), max(rows, 1))
        self.send_message(Resize(size, size))
