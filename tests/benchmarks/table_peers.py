"""VisiData, lnav and less on the file that a table was made of: whichever of them is installed."""

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.memory import memory_of
from tests.benchmarks.meter import Meter, percentile
from tests.benchmarks.table_screen import DOWN, END, MEMORY, PAINT, SIZE, UNIQUE, Screen


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: its name and command, the keys to its first row, and those that begin a search of all columns.

    Of every one `j` is a row down, `G` the end. One that does not go to what it finds `says` that it was found.
    """

    name: str
    command: str
    top: bytes
    search: bytes
    says: str | None = None

    def has_found(self, number: int, shown: Screen) -> bool:
        """Whether the screen tells that the row of a number was found."""
        return any(self.says in line for line in shown) if self.says else _has_row(shown, number)


PEERS = (
    Peer("VisiData", "vd", b"gg", b"g/"),
    Peer("lnav", "lnav", b"g", b"/", says=" 1 hits for "),
    Peer("less", "less", b"g", b"/"),
)
DOWNS, STARTS = 60, 3
MOST_SECONDS = 300


def installed() -> tuple[list[Peer], list[Peer]]:
    """Those that are on the PATH, and those that are not."""
    there = [it for it in PEERS if shutil.which(it.command)]
    return there, [it for it in PEERS if it not in there]


def beside(peer: Peer, file: Path, size: int) -> Iterator[Figure]:
    """What a peer takes on a CSV file of so many rows, whose ids are KP1 and so on in the order of the file."""
    paints = []
    for _ in range(STARTS):
        meter = Meter([peer.command, str(file)], *SIZE)
        paints.append(meter.shows("KP1", seconds=300))
        meter.end()
    yield Figure(PAINT, size, min(paints), who=peer.name)
    meter = Meter([peer.command, str(file)], *SIZE)
    meter.shows("KP1", seconds=300)
    _read_to_the_end(meter, size)
    meter.press(peer.top)
    meter.settle()
    downs = [meter.press(b"j").last for _ in range(DOWNS)]
    yield Figure(DOWN, size, percentile(downs, 0.95), who=peer.name)
    yield Figure(
        END, size, meter.until(b"G", lambda shown: _has_row(shown, size), MOST_SECONDS), who=peer.name
    )
    meter.settle()
    meter.press(peer.top)
    meter.settle()
    meter.press(peer.search)
    word = f"KP{size}".encode()
    meter.type(word[:-1])
    meter.settle()
    found = meter.until(word[-1:] + b"\r", partial(peer.has_found, size), MOST_SECONDS)
    yield Figure(UNIQUE, size, found, who=peer.name)
    meter.settle()
    yield Figure(MEMORY, size, memory_of(meter.process), "MiB", peer.name)
    meter.end()


def _read_to_the_end(meter: Meter, size: int) -> None:
    """Wait until it has read the whole file: until then, its end is somewhere else."""
    end = time.perf_counter() + MOST_SECONDS
    while not _has_row(meter.screen.display, size):
        if time.perf_counter() > end:
            raise TimeoutError("it never came to the end of the file")
        meter.press(b"G")
    meter.settle()


def _has_row(shown: Screen, number: int) -> bool:
    # What comes after it is a comma, blanks, or the rule of a column that it fills.
    return any(re.match(rf"\s*KP{number}\b", line) for line in shown)
