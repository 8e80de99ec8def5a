"""What keys cost in a browser, beside the same keys in a terminal: bytes over the websocket, frames and all.

    python -m tests.benchmarks.bench_serve

Milliseconds are of this machine and this moment. Exits 1 where a goal is missed.
"""

import asyncio
import statistics
import sys
import time

from tests.benchmarks.keys import KEYS, TIMES, measured, table, verdict
from tests.benchmarks.meter import QUIET, Answer, Meter, percentile
from tests.serve.visitor import Window, server, visitor

COLUMNS, ROWS = 120, 40
BYTES_BY_TERMINAL = 1.3
"""The most bytes of a Down for each byte that it costs in a terminal."""


async def pressed(window: Window, keys: bytes) -> Answer:
    """What a window is sent after keys."""
    before, sent, first, last, wait = window.size, time.perf_counter(), 0.0, 0.0, 2.0
    await window.type(keys.decode())
    while await window.read(wait):
        last = (time.perf_counter() - sent) * 1000
        first = first or last
        wait = QUIET
    return Answer(window.size - before, 0, first, last)


async def in_browser() -> dict[str, list[Answer]]:
    """The answers to each key, from the first row on."""
    found = {}
    with server() as running:
        async with visitor(running.address()) as one, one.window(columns=COLUMNS, rows=ROWS) as window:
            await window.shows(" ahead ")
            for name, keys in KEYS.items():
                if name != "Tab":
                    await pressed(window, b"\x1b[H")
                found[name] = [
                    await pressed(window, keys[number % len(keys)]) for number in range(TIMES[name])
                ]
    return found


def main() -> int:
    """Print the tables; returns 0 where every goal is met."""
    meter = Meter([sys.executable, "-m", "tui", "--read-only"], COLUMNS, ROWS)
    meter.shows(" ahead ")
    meter.settle()
    terminal = measured(meter)
    meter.close()
    browser = asyncio.run(in_browser())
    table("in a terminal", terminal)
    table("in a browser", browser)
    bytes_of = {name: statistics.mean(it.size for it in answers) for name, answers in browser.items()}
    goals = [
        (
            f"{name}: bytes for each byte in a terminal",
            bytes_of[name] / statistics.mean(it.size for it in answers),
            BYTES_BY_TERMINAL,
        )
        for name, answers in terminal.items()
    ]
    return verdict([*goals, ("Down: p95 bytes", percentile([it.size for it in browser["Down"]], 0.95), 3500)])


if __name__ == "__main__":
    sys.exit(main())
