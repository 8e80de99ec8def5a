"""A line to a server that breaks when it is told to: a relay on loopback to the server's socket."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class BreakingLine:
    """Listens on `port` of 127.0.0.1, and passes every connection on to the socket at `path`.

    A connection breaks when `left` more bytes have come back from the server by it (None: never); while the line is
    `silent`, nothing is passed on at all, as by a firewall that drops what it gets.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.left: int | None = None
        self.silent = False
        self.broken = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        held = []
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self.silent:
                    held.append(near)
                    continue
                far = socket.socket(socket.AF_UNIX)
                far.connect(self._path)
                for one, other, back in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._pass_on, args=(one, other, back), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, back: bool) -> None:
        with suppress(OSError):
            left = None
            while data := one.recv(1 << 16):
                if back and self.left is not None:
                    left = self.left if left is None else left
                    if len(data) >= left:
                        other.sendall(data[:left])
                        self.broken += 1
                        break
                    left -= len(data)
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def breaking_line(path: str) -> Iterator[BreakingLine]:
    """A line to the socket at `path`."""
    line = BreakingLine(path)
    try:
        yield line
    finally:
        line.close()
