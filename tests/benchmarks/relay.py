"""A slow line: a relay on loopback that passes on what it gets, each piece half a round trip later.

The kernel's own delay (netem) is not everywhere; this needs nothing but sockets.
"""

import queue
import socket
import threading
import time
from contextlib import suppress


class Relay:
    """Listens on `port` of 127.0.0.1, and passes every connection on to `target` there, `delay` seconds each way."""

    def __init__(self, target: int, delay: float) -> None:
        self._target = target
        self._delay = delay
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                # Whoever listens there may come back.
                near.close()
                continue
            for end in (near, far):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for one, other in ((near, far), (far, near)):
                pieces: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
                threading.Thread(target=self._take, args=(one, pieces), daemon=True).start()
                threading.Thread(target=self._give, args=(other, pieces), daemon=True).start()

    def _take(self, source: socket.socket, pieces: "queue.SimpleQueue[tuple[float, bytes]]") -> None:
        data = b"-"
        while data:
            try:
                data = source.recv(1 << 16)
            except OSError:
                data = b""
            pieces.put((time.perf_counter() + self._delay, data))

    def _give(self, sink: socket.socket, pieces: "queue.SimpleQueue[tuple[float, bytes]]") -> None:
        with suppress(OSError):
            while True:
                due, data = pieces.get()
                if not data:
                    sink.shutdown(socket.SHUT_WR)
                    return
                time.sleep(max(0.0, due - time.perf_counter()))
                sink.sendall(data)
