"""VisiData, lnav and less on the file that a table was made of: whichever of them is installed."""

import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.memory import memory_of
from tests.benchmarks.meter import Meter, percentile
from tests.benchmarks.table_screen import DOWN, END, MEMORY, PAINT, SIZE, UNIQUE, Screen, until


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: its name and command, the keys to its first row, and those that begin a search of all columns.

    Of every one `j` is a row down, `G` the end.
    """

    name: str
    command: str
    top: bytes
    search: bytes


PEERS = (
    Peer("VisiData", "vd", b"gg", b"g/"),
    Peer("lnav", "lnav", b"g", b"/"),
    Peer("less", "less", b"g", b"/"),
)
DOWNS, STARTS = 60, 3


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
        _end(meter)
    yield Figure(PAINT, size, min(paints), who=peer.name)
    meter = Meter([peer.command, str(file)], *SIZE)
    meter.shows("KP1", seconds=300)
    # One that goes on reading says so on the screen.
    meter.settle()
    meter.press(peer.top)
    meter.settle()
    downs = [meter.press(b"j").last for _ in range(DOWNS)]
    yield Figure(DOWN, size, percentile(downs, 0.95), who=peer.name)
    yield Figure(END, size, until(meter, b"G", lambda shown: _has_row(shown, size), 600), who=peer.name)
    meter.settle()
    meter.press(peer.top)
    meter.settle()
    meter.press(peer.search)
    meter.type(f"KP{size}".encode())
    meter.settle()
    found = until(meter, b"\r", lambda shown: _has_row(shown, size), 600)
    yield Figure(UNIQUE, size, found, who=peer.name)
    meter.settle()
    yield Figure(MEMORY, size, memory_of(meter.process), "MiB", peer.name)
    _end(meter)


def _has_row(shown: Screen, number: int) -> bool:
    return any(line.lstrip().startswith((f"KP{number} ", f"KP{number},")) for line in shown)


def _end(meter: Meter) -> None:
    """End it, whatever it waits for."""
    os.kill(meter.process, signal.SIGKILL)
    os.close(meter.descriptor)
    os.waitpid(meter.process, 0)
