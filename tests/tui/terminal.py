"""A terminal to run the program in: a real pty, its screen kept by an emulator, nothing timed."""

import os
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect
import pyte

DEADLINE = 60.0
"""Seconds after which a condition counts as never met; generous, since it only ever ends a failing test."""

_ALTERNATE_SCREEN = 1049 << 5
"""How pyte notes the private mode 1049."""

# What pyte would take for text: device control strings, and the pushing and popping of keyboard protocols.
_UNKNOWN = re.compile(r"\x1bP.*?\x1b\\|\x1b\[[<=>][0-9;]*[a-zA-Z]", re.DOTALL)
_UNFINISHED = re.compile(r"\x1b(?:\[[<=>0-9;?]*|P[^\x1b]*\x1b?|\][^\x07]*)?$")


class Terminal:
    """A program running in a terminal of `width` by `height` cells. `heard` is all that it has written, as it came."""

    def __init__(
        self, command: Sequence[str], width: int, height: int, folder: Path, **variables: str
    ) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        environment = kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        environment |= variables
        self.screen = pyte.Screen(width, height)
        self.heard = ""
        self._stream = pyte.Stream(self.screen)
        self._waiting = ""
        self._child = pexpect.spawn(
            command[0], list(command[1:]), cwd=str(folder), env=environment, dimensions=(height, width),
            encoding="utf-8", timeout=DEADLINE,
        )  # fmt: skip
        # The program is waited for by what it shows, so no key needs a pause before it.
        self._child.delaybeforesend = None

    def send(self, keys: str) -> None:
        """Press keys."""
        self._child.send(keys)

    def send_bytes(self, keys: bytes) -> None:
        """Send what may be no text."""
        os.write(self._child.child_fd, keys)

    def picture_at_end(self, keys: str) -> list[str]:
        """Press keys that end the program; the rows as they stood when it gave the terminal back.

        While it runs, a frame may be seen of which only a part has come. Fails where its status is not 0.
        """
        self.send(keys)
        assert self.close() == 0
        screen = pyte.Screen(self.screen.columns, self.screen.lines)
        drawn, end, _ = self.heard.rpartition("\x1b[?1049l")
        assert end, "it had the screen for itself"
        pyte.Stream(screen).feed(_UNKNOWN.sub("", drawn))
        return _rows(screen)

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        # Its number stays taken: who closes the emulator later would close what had got it since.
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, self._child.child_fd)
        os.close(nowhere)

    @property
    def process(self) -> int:
        """The id of the program's process."""
        return int(self._child.pid)

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Read the program's output until `condition` holds; fails with the screen if it never does."""
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"never seen: {what}\n" + "\n".join(self.rows))

    def resize(self, width: int, height: int) -> None:
        """Make the window another size. What a terminal then shows of the old picture, nobody may rely on."""
        self.screen.resize(height, width)
        self.screen.erase_in_display(2)
        self._child.setwinsize(height, width)

    def claim(self, width: int, height: int) -> None:
        """Tell the program of a size, which the emulator keeps out of."""
        self._child.setwinsize(height, width)

    def wait_for_end(self) -> None:
        """Read until the program has ended, however it did."""
        while self._read():
            pass
        # Once there is nothing more to read, this waits for the end, however long that takes on a busy machine;
        # `close` alone would sleep for a while, and then hang up on what has not ended by then.
        if self._child.flag_eof and not self._child.isalive():
            self._child.ptyproc.delayafterclose = 0
        self._child.close()

    def close(self) -> int:
        """Read what the program still has to say; returns its exit status."""
        self.wait_for_end()
        assert self._child.signalstatus is None, f"ended by signal {self._child.signalstatus}"
        return int(self._child.exitstatus)

    @property
    def rows(self) -> list[str]:
        """The screen as text."""
        return _rows(self.screen)

    def has(self, words: str) -> bool:
        """Whether some row of the screen holds `words`."""
        return any(words in row for row in self.rows)

    def on_ground(self, colour: str) -> list[str]:
        """For each row, what stands on a background colour (six hex digits)."""
        width = self.screen.columns
        cells = (self.screen.buffer[y] for y in range(self.screen.lines))
        return ["".join(row[x].data for x in range(width) if row[x].bg == colour) for row in cells]

    @property
    def in_alternate_screen(self) -> bool:
        """Whether the program has the screen for itself, so that leaving brings back what was there."""
        return _ALTERNATE_SCREEN in self.screen.mode

    @property
    def cursor_shown(self) -> bool:
        """Whether the cursor can be seen."""
        return not self.screen.cursor.hidden

    def _read(self) -> bool:
        """Take what has come, waiting for it if need be; False when the program has ended."""
        try:
            new = self._child.read_nonblocking(65536, timeout=DEADLINE)
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        self.heard += new
        text = self._waiting + new
        unfinished = _UNFINISHED.search(text)
        cut = unfinished.start() if unfinished else len(text)
        self._waiting = text[cut:]
        self.feed(text[:cut])
        return True

    def feed(self, text: str) -> None:
        """Show what came, but for what the emulator would take for text."""
        self._stream.feed(_UNKNOWN.sub("", text))


def _rows(screen: pyte.Screen) -> list[str]:
    # Not pyte's own `display`, which fails in the middle of a frame that draws over half of a wide character.
    return ["".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)]
