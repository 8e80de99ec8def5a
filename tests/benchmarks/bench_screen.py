"""First picture, bytes and delay of keys, idling: against the least Textual app, in one run.

    python -m tests.benchmarks.bench_screen

Milliseconds are of this machine and this moment; the ratios can be compared. Exits 1 where a goal is missed.
"""

import statistics
import sys
from pathlib import Path

from tests.benchmarks.keys import byte_goals, measured, table, verdict
from tests.benchmarks.meter import Answer, Meter, percentile

OURS = [sys.executable, "-m", "tui"]
LEAST = [sys.executable, str(Path(__file__).with_name("least_app.py"))]
SIZE = (120, 40)
STARTS = 7


def first_pictures() -> tuple[float, float]:
    """Median milliseconds to the first timeline row, and to the least app's Static; the two take turns."""
    ours: list[float] = []
    least: list[float] = []
    for _ in range(STARTS + 1):
        for command, text, times in ((OURS, " ahead ", ours), (LEAST, "ready", least)):
            meter = Meter(command, *SIZE)
            times.append(meter.shows(text))
            meter.settle()
            meter.close()
    return statistics.median(ours[1:]), statistics.median(least[1:])


def answers(command: list[str], text: str) -> tuple[dict[str, list[Answer]], int]:
    """The answers to each key, and the bytes written in five idle seconds."""
    meter = Meter(command, *SIZE)
    meter.shows(text)
    meter.settle()
    found = measured(meter, ours=command == OURS)
    idle = meter.idle(5)
    meter.close()
    return found, idle


def main() -> int:
    """Print the table; returns 0 where every goal is met."""
    ours, least = first_pictures()
    goals = [(f"first row {ours:.0f} ms, least app {least:.0f} ms: ratio", ours / least, 1.20)]
    found, idle = answers(OURS, " ahead ")
    base, _ = answers(LEAST, "ready")
    # The least app's own key: one number counted up in a Static.
    own = percentile([key.last for key in base["Down"]], 0.95)
    table("ours, 120x40", found)
    slow = percentile([key.last for key in found["Down"]], 0.95)
    goals += byte_goals(found)
    goals.append((f"Down: p95 delay over the least app's {own:.1f} ms", slow / own, 4))
    goals.append(("idle for 5 s: bytes", idle, 0))
    return verdict(goals)


if __name__ == "__main__":
    sys.exit(main())
