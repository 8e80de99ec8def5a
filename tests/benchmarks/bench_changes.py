"""What changed: what its first screen costs beside a PageDown, and at 5,000 claims beside a step of the as-of day.

    python -m tests.benchmarks.bench_changes

Milliseconds are of this machine and this moment; ratios inside one run can be compared. Exits 1 where one is missed.
"""

import statistics
import sys
import tempfile
from pathlib import Path

import seeds
from tests.benchmarks.meter import Answer, Meter
from tests.benchmarks.mixed_claims import write_corpus

SIZE = (120, 40)
ROUNDS = 8
PAGE_DOWN, SINCE = b"\x1b[6~", b"="
FIRST_SCREEN, A_STEP = 2.0, 1.0
"""The most that it may take: on the bundled corpus in PageDowns, at 5,000 claims in steps."""


def bundled() -> bool:
    """The first screen right after a step, and a PageDown, in turns; whether the goal is met."""
    meter = Meter([sys.executable, "-m", "tui", str(Path(seeds.__file__).parent)], *SIZE)
    meter.shows("Timeline")
    meter.settle()
    pages, screens = [], []
    for _ in range(ROUNDS):
        meter.press(b"g")
        pages.append(meter.press(PAGE_DOWN))
        meter.press(b",")
        screens.append(meter.press(SINCE))
        meter.press(SINCE)
        meter.press(b".")
    meter.close()
    return report("bundled corpus", screens, pages, "PageDown", FIRST_SCREEN)


def many() -> bool:
    """The first screen of what each of many steps brought, and the step itself; whether the goal is met."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder) / "corpus")
        meter = Meter([sys.executable, "-m", "tui", str(corpus)], *SIZE)
        meter.shows("Timeline", 60)
        meter.settle()
        steps, screens = [], []
        for _ in range(ROUNDS):
            steps.append(meter.press(b","))
            # Each time other days: nothing of it is kept.
            screens.append(meter.press(SINCE))
            meter.press(SINCE)
        meter.close()
    return report("5,000 claims", screens, steps, "step", A_STEP)


def report(name: str, screens: list[Answer], beside: list[Answer], what: str, goal: float) -> bool:
    """Print one line; returns whether the goal is met."""
    screen, other = (statistics.median(answer.last for answer in found) for found in (screens, beside))
    met = screen / other <= goal
    print(
        f"{'met   ' if met else 'MISSED'}  {name:14} what changed {screen:5.1f} ms, {what} {other:5.1f} ms:"
        f" ratio {screen / other:.2f}, goal {goal:g}"
    )
    return met


def main() -> int:
    """Print the table; returns 0 where every goal is met."""
    return int(not all([bundled(), many()]))


if __name__ == "__main__":
    sys.exit(main())
