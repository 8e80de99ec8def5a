"""A line that can break: a relay on loopback to a port of this machine."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Line:
    """What passes on every connection to `port` until it is cut."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._ends: list[asyncio.StreamWriter] = []
        self._passing: list[asyncio.Task[None]] = []
        self.port = 0

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on one connection."""
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to)
        self._ends += (writer, far_writer)
        for one, other in ((reader, far_writer), (far_reader, writer)):
            self._passing.append(asyncio.create_task(_pass_on(one, other)))

    def cut(self) -> None:
        """Break all connections that there are."""
        for end in self._ends:
            end.transport.abort()
        self._ends = []

    async def end(self) -> None:
        """Break all, and wait until nothing is passed on."""
        self.cut()
        await asyncio.gather(*self._passing)


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def line_to(port: int) -> AsyncIterator[Line]:
    """A line to a port of this machine, itself at another one."""
    line = Line(port)
    server = await asyncio.start_server(line.take, "127.0.0.1", 0)
    line.port = server.sockets[0].getsockname()[1]
    try:
        yield line
    finally:
        server.close()
        await line.end()
