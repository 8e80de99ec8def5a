"""Bytes and delay of keys at three sizes, beside `less` on the same text; held keys, bursts, and idling.

    python -m tests.benchmarks.bench_keys

Milliseconds are of this machine and this moment. Exits 1 where a goal is missed.
"""

import shlex
import statistics
import sys
import time

from tests.benchmarks.keys import byte_goals, measured, table, verdict
from tests.benchmarks.meter import Meter
from tests.benchmarks.pager import beside_less, paging

OURS = [sys.executable, "-m", "tui"]
SIZES = [(80, 24), (120, 40), (160, 50)]
GROUPS = 24
"""Of five rows down and three up: 192 keys, and eight more that lead nowhere."""


def marked(meter: Meter, number: int) -> bool:
    """Whether the screen says that this row is the selected one."""
    return f" {number} of " in "\n".join(meter.screen.display)


def until(meter: Meter, number: int) -> float:
    """Milliseconds until that row is selected; endless where it never is."""
    sent = time.perf_counter()
    while not marked(meter, number):
        meter.read(0.002)
        if time.perf_counter() - sent > 10:
            return float("inf")
    return (time.perf_counter() - sent) * 1000


def held(meter: Meter) -> float:
    """Milliseconds that the screen is behind when a key held at 30 a second is let go, after 45 rows."""
    meter.press(b"\x1b[H")
    begun = time.perf_counter()
    for number in range(45):
        while (left := begun + number / 30 - time.perf_counter()) > 0:
            meter.read(left)
        meter.type(b"j")
    return until(meter, 46)


def burst(meter: Meter) -> float:
    """Milliseconds after 200 keys at once until the right row is selected."""
    meter.press(b"\x1b[H")
    meter.type((b"jjjjjkkk" * GROUPS) + b"jkjkjkjk")
    return until(meter, 2 * GROUPS + 1)


def idling(meter: Meter) -> tuple[int, float]:
    """Bytes written, and milliseconds of the processor used, in five idle seconds."""
    meter.settle()
    before = meter.busy()
    size = meter.idle(5)
    return size, meter.busy() - before


def main() -> int:
    """Print the tables; returns 0 where every goal is met."""
    goals: list[tuple[str, float, float]] = []
    for width, height in SIZES:
        meter = Meter(OURS, width, height)
        meter.shows(" ahead ")
        meter.settle()
        found = measured(meter)
        table(f"ours, {width}x{height}", found)
        printing = shlex.join([*OURS, "print"])
        beside_less(f"{width}x{height}", Meter(paging(printing), width, height), found)
        if (width, height) == (120, 40):
            goals += byte_goals(found)
            goals.append(
                ("keys held at 30 a second: ms behind", statistics.median(held(meter) for _ in range(3)), 50)
            )
            goals.append(
                (
                    "200 keys at once: ms to the right row",
                    statistics.median(burst(meter) for _ in range(3)),
                    150,
                )
            )
            size, busy = idling(meter)
            goals += [("idle for 5 s: bytes", size, 0), ("idle for 5 s: ms of CPU", busy, 10)]
        meter.close()
    return verdict(goals)


if __name__ == "__main__":
    sys.exit(main())
