"""A terminal that measures: bytes and delays of a program in a real pty, its screen kept by pyte."""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyte
from pyte.screens import Char

QUIET = 0.06
"""Seconds without output after which an answer counts as complete."""


@dataclass(frozen=True)
class Answer:
    """What a program wrote after a key: bytes, and milliseconds to the first and the last of them.

    `ink` is the bytes of the text in the cells that look other than before: where nothing can be scrolled, as in panes
    side by side, less than that, but for blanks that are erased, no program can write that shows the same.
    """

    size: int
    ink: int
    first: float
    last: float


class Screen(pyte.Screen):
    """A screen that can be looked at between two pieces of output: half of a wide character may be gone."""

    @property
    def display(self) -> list[str]:
        """Its lines; what is two cells wide is one character."""
        return ["".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines)]


_HOME = TemporaryDirectory(prefix="dprk-tui-home-")
"""What is measured keeps nothing in the home of whoever measures it."""


class Meter:
    """A program in a pty of `columns` by `rows` cells."""

    def __init__(self, command: Sequence[str], columns: int, rows: int, term: str = "xterm-256color") -> None:
        self.screen = Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        environment |= {"HOME": _HOME.name, "TERM": term, "PYTHONPATH": str(Path.cwd())}
        self.arrived = 0.0
        self.started = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), environment)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is written within `seconds`, or nothing; `arrived` says when, before the screen has made sense of it."""
        data = self._take(seconds)
        if data:
            self.stream.feed(data)
        return data

    def _pieces(self, seconds: float) -> list[tuple[float, bytes]]:
        """What is written from within `seconds` until nothing has been for a while, and when; not yet on the screen.

        To make sense of a piece takes longer than the next one needs to come: it would count as the program's time.
        """
        found: list[tuple[float, bytes]] = []
        while data := self._take(QUIET if found else seconds):
            found.append((self.arrived, data))
        return found

    def _take(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return b""
        try:
            data = os.read(self.descriptor, 1 << 20)
        except OSError:
            return b""
        self.arrived = time.perf_counter()
        return data

    def shows(self, text: str, seconds: float = 30) -> float:
        """Milliseconds from the start until `text` stood on the screen."""
        return self._until(self.started, lambda lines: text in "\n".join(lines), seconds)

    def until(self, keys: bytes, is_true: Callable[[list[str]], bool], seconds: float = 30) -> float:
        """Milliseconds from keys to the piece of output with which the lines of the screen are so.

        Returns when nothing more comes; raises `TimeoutError`.
        """
        sent = time.perf_counter()
        os.write(self.descriptor, keys)
        return self._until(sent, is_true, seconds)

    def _until(self, begun: float, is_true: Callable[[list[str]], bool], seconds: float) -> float:
        came = begun if is_true(self.screen.display) else None
        end = time.perf_counter() + seconds
        while came is None:
            if time.perf_counter() > end:
                raise TimeoutError("what was waited for never appeared:\n" + "\n".join(self.screen.display))
            for arrived, piece in self._pieces(0.05):
                self.stream.feed(piece)
                if came is None and is_true(self.screen.display):
                    came = arrived
        return (came - begun) * 1000

    def settle(self) -> None:
        """Wait until nothing has been written for a while."""
        while self.read(5 * QUIET):
            pass

    def press(self, keys: bytes) -> Answer:
        """What the program answers to `keys`."""
        before = self._cells()
        sent = time.perf_counter()
        os.write(self.descriptor, keys)
        pieces = self._pieces(2.0)
        for _, piece in pieces:
            self.stream.feed(piece)
        first, last = ((pieces[at][0] - sent) * 1000 if pieces else 0.0 for at in (0, -1))
        changed = (now for was, now in zip(before, self._cells(), strict=True) if _look(was) != _look(now))
        ink = sum(len(cell.data.encode()) for cell in changed)
        return Answer(sum(len(piece) for _, piece in pieces), ink, first, last)

    def _cells(self) -> list[Char]:
        buffer = self.screen.buffer
        return [buffer[y][x] for y in range(self.screen.lines) for x in range(self.screen.columns)]

    def type(self, keys: bytes) -> None:
        """Send keys, and wait for nothing."""
        os.write(self.descriptor, keys)

    def busy(self) -> float:
        """Milliseconds of the processor that the program has used so far, in all its threads (Linux)."""
        threads = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e6

    def idle(self, seconds: float) -> int:
        """Bytes written while nobody touches a key."""
        end, size = time.perf_counter() + seconds, 0
        while (left := end - time.perf_counter()) > 0:
            size += len(self.read(left))
        return size

    def close(self) -> None:
        """End the program."""
        os.write(self.descriptor, b"q")
        os.close(self.descriptor)
        os.waitpid(self.process, 0)

    def end(self) -> None:
        """End it, whatever it waits for."""
        os.kill(self.process, signal.SIGKILL)
        os.close(self.descriptor)
        os.waitpid(self.process, 0)


def _look(cell: Char) -> Char:
    """A cell as it looks: a blank has no ink, and so none of a colour."""
    return cell._replace(fg="default", bold=False) if cell.data == " " else cell


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the values lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[round(part * 100) - 1]
