"""First picture, bytes and delay of keys, idling: against the least Textual app, in one run.

    python -m tests.benchmarks.bench_screen

Milliseconds are of this machine and this moment; the ratios can be compared. Exits 1 where a goal is missed.
"""

import statistics
import sys
from pathlib import Path

from tests.benchmarks.meter import Answer, Meter, percentile

OURS = [sys.executable, "-m", "tui"]
LEAST = [sys.executable, str(Path(__file__).with_name("least_app.py"))]
SIZE = (120, 40)
STARTS = 7
KEYS = {"Down": [b"\x1b[B"], "PageDown": [b"\x1b[6~"], "Tab": [b"\t"], "as-of": [b",", b"."]}
TIMES = {"Down": 50, "PageDown": 3, "Tab": 12, "as-of": 12}


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
    found = {}
    for name, keys in KEYS.items():
        if command == OURS and name != "Tab":
            meter.press(b"\x1b[H")
        meter.settle()
        found[name] = [meter.press(keys[number % len(keys)]) for number in range(TIMES[name])]
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
    limits = {"Down": (1200, 3500), "PageDown": (8000, 8000), "Tab": (1500, 1500), "as-of": (8000, 8000)}
    print(f"{'key':10} {'bytes mean':>10} {'p95':>6} {'ms p50':>7} {'p95':>6} {'least p95':>10}")
    for name, keys in found.items():
        sizes, delays = [key.size for key in keys], [key.last for key in keys]
        mean, p95, slow = statistics.mean(sizes), percentile(sizes, 0.95), percentile(delays, 0.95)
        print(f"{name:10} {mean:10.0f} {p95:6.0f} {statistics.median(delays):7.1f} {slow:6.1f} {own:10.1f}")
        goals += [
            (f"{name}: mean bytes", mean, limits[name][0]),
            (f"{name}: p95 bytes", p95, limits[name][1]),
        ]
        if name == "Down":
            goals.append(("Down: p95 delay over the least app's", slow / own, 4))
    goals.append(("idle for 5 s: bytes", idle, 0))
    for what, value, limit in goals:
        print(f"{'met   ' if value <= limit else 'MISSED'}  {what} {value:.2f}, goal {limit:g}")
    return int(any(value > limit for _, value, limit in goals))


if __name__ == "__main__":
    sys.exit(main())
