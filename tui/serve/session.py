"""One program that runs for a page: started, listened to, left alone while no page shows it, ended."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from tui.terminal.packets import DATA, META, Packets, packet

_PROGRAM = (sys.executable, "-m", "tui.cli.served")
_PATIENCE = 3
"""Seconds that a program has to end by itself."""

_MOST_OF_LINE = 500

LEFT = "You have left. What you looked at is no longer open."
STOPPED = "The server has ended, and what was open with it."
ELSEWHERE = "This has been opened in another window."


class Viewer(Protocol):
    """What shows a program: a page that is open."""

    async def show(self, data: bytes) -> None:
        """Write what a terminal would be written. Whoever has gone shows nothing."""

    async def end(self, sentence: str) -> None:
        """Say why nothing more comes."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of a page's terminal, in cells."""

    columns: int
    rows: int


class Session:
    """A program in the state in which it was left. `arguments` are those of `dprk-tui open`."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._arguments = list(arguments)
        self._process: Process | None = None
        self._viewer: Viewer | None = None
        self._size = Size(0, 0)
        self._joining = asyncio.Lock()
        self._parting: asyncio.Task[None] | None = None
        self._listening: asyncio.Task[None] | None = None
        self.ended = False

    @property
    def is_alone(self) -> bool:
        """Whether no page shows it."""
        return self._viewer is None

    async def join(self, viewer: Viewer, size: Size) -> None:
        """Go on in a page; the one before is told so. The first page starts the program."""
        async with self._joining:
            before, self._viewer, self._size = self._viewer, viewer, size
            if before is not None:
                # Not waited for: its line may be dead.
                self._parting = asyncio.create_task(before.end(ELSEWHERE))
            if self._process is None:
                await self._start(size)
            else:
                await self._tell("join", size)

    def leave(self, viewer: Viewer) -> None:
        """A page is gone; the program goes on."""
        if self._viewer is viewer:
            self._viewer = None

    async def typed(self, text: str) -> None:
        """Pass on what was typed or pasted."""
        await self._send(packet(DATA, text.encode("utf-8", "replace")))

    async def resize(self, size: Size) -> None:
        """Pass on that the page has another size now."""
        if size != self._size:
            self._size = size
            await self._tell("resize", size)

    async def end(self) -> None:
        """End the program: at once if it does not by itself."""
        viewer, self._viewer = self._viewer, None
        if viewer is not None:
            await viewer.end(STOPPED)
        if self._process is None:
            return
        await self._send(packet(META, b'{"type": "quit"}'))
        try:
            await asyncio.wait_for(self._process.wait(), _PATIENCE)
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
        if self._listening is not None:
            await self._listening

    async def _start(self, size: Size) -> None:
        # Of a session of its own, so that Ctrl-C ends the server, which ends its programs.
        self._process = await asyncio.create_subprocess_exec(
            *_PROGRAM, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=_environment(), start_new_session=True
        )
        # Not on its command line, which others on this machine can read.
        told = {"arguments": self._arguments, "columns": size.columns, "rows": size.rows}
        await self._send(json.dumps(told).encode() + b"\n")
        self._listening = asyncio.create_task(self._listen(self._process))

    async def _listen(self, process: Process) -> None:
        assert process.stdout is not None
        saying = asyncio.create_task(_last_line(process))
        packets = Packets()
        while data := await process.stdout.read(1 << 16):
            shown = b"".join(payload for kind, payload in packets.feed(data) if kind == DATA)
            if shown and self._viewer is not None:
                await self._viewer.show(shown)
        said, status = await saying, await process.wait()
        self.ended = True
        if self._viewer is not None:
            await self._viewer.end(_why(status, said))

    async def _tell(self, what: str, size: Size) -> None:
        told = {"type": what, "width": size.columns, "height": size.rows}
        await self._send(packet(META, json.dumps(told).encode()))

    async def _send(self, data: bytes) -> None:
        if self._process is None or self._process.stdin is None:
            return
        # A program that has ended is told of where one listens to it.
        with suppress(ConnectionError):
            self._process.stdin.write(data)
            await self._process.stdin.drain()


def _why(status: int, said: str) -> str:
    if status == 0:
        return LEFT
    if status < 0 or not said:
        return f"The program has ended {'by signal' if status < 0 else 'with status'} {abs(status)}."
    return said


async def _last_line(process: Process) -> str:
    """What a program said last on standard error, all of which is read; Textual adds a note on how to see more."""
    assert process.stderr is not None
    end = b""
    while data := await process.stderr.read(4096):
        end = (end + data)[-_MOST_OF_LINE:]
    lines = [line for line in end.decode("utf-8", "replace").splitlines() if line.strip()]
    return next((line for line in reversed(lines) if not line.startswith("NOTE:")), "")


def _environment() -> dict[str, str]:
    """That of the server, with a terminal as the page has it: of all colours, and UTF-8."""
    return os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONIOENCODING": "utf-8"}
