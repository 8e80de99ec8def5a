"""A server as `dprk-tui serve` starts it, and a visitor without a browser: the same cookies and the same websocket."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType

PROGRAM = (sys.executable, "-m", "tui")
ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds after which something counts as never coming; generous, since it only ever ends a failing test."""


class Server:
    """A server that runs. `addresses` gives each address that it prints, when it does."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def address(self) -> str:
        """The next address that it prints."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def stop(self) -> None:
        """Press Ctrl-C."""
        self._process.send_signal(signal.SIGINT)


@contextmanager
def server(*arguments: str) -> Iterator[Server]:
    """A server on a free port of this machine; it ends well."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [*PROGRAM, "serve", "--port", "0", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        try:
            yield Server(process)
        finally:
            process.terminate()
            assert process.wait(PATIENCE) == 0


class Window:
    """A page that shows a program: its cells, and how many bytes it was sent, with those that frames add (RFC 6455)."""

    def __init__(self, socket: ClientWebSocketResponse, columns: int, rows: int) -> None:
        self._socket = socket
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.size = 0
        self.sentence: str | None = None

    @property
    def text(self) -> str:
        """What it shows."""
        return "\n".join(self.screen.display)

    async def send(self, *words: object) -> None:
        """Send a message, as textual-serve's page does."""
        await self._socket.send_str(json.dumps(words))

    async def type(self, keys: str) -> None:
        """Send keys, as a terminal would."""
        await self.send("stdin", keys)

    async def read(self, seconds: float) -> bool:
        """Take up one message, if there is one within so many seconds."""
        try:
            message = await self._socket.receive(seconds)
        except TimeoutError:
            return False
        if message.type is WSMsgType.BINARY:
            self.size += len(message.data) + (2 if len(message.data) < 126 else 4)
            self._stream.feed(message.data)
        elif message.type is WSMsgType.TEXT:
            self.sentence = message.json()[1]
        return message.type in (WSMsgType.BINARY, WSMsgType.TEXT)

    async def until(self, holds: Callable[[], object], what: str) -> None:
        """Read until something holds."""
        while not holds():
            assert await self.read(PATIENCE), f"{what} never came:\n{self.text}"

    async def shows(self, words: str) -> None:
        """Read until words stand on it."""
        await self.until(lambda: words in self.text, words)

    async def ends(self) -> str:
        """Read to the end, and give the sentence that says why."""
        while await self.read(PATIENCE):
            pass
        assert self._socket.closed
        return self.sentence or ""


class Visitor:
    """Somebody with a cookie jar, whom an address has let in."""

    def __init__(self, client: ClientSession, address: str) -> None:
        self.client = client
        self.base = re.sub(r"/\?.*|/$", "", address)

    @asynccontextmanager
    async def window(
        self, path: str = "/1/1/", columns: int = 120, rows: int = 40, origin: str | None = None
    ) -> AsyncIterator[Window]:
        """A page at a seat, of the server's own origin unless another is said."""
        address = f"{self.base}{path}socket?width={columns}&height={rows}"
        async with self.client.ws_connect(address, origin=origin or self.base) as socket:
            yield Window(socket, columns, rows)

    async def seat(self, window: str = "") -> str:
        """The path at which a new window of the first corpus goes on; it is kept for one that has a name."""
        async with self.client.get(f"{self.base}/1/seat?window={window}") as answer:
            assert answer.status == 200
            return f"/1/{await answer.text()}/"


@asynccontextmanager
async def visitor(address: str) -> AsyncIterator[Visitor]:
    """Somebody who comes by an address that a server has printed."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        async with client.get(address) as answer:
            assert answer.status == 200, await answer.text()
        yield Visitor(client, address)
