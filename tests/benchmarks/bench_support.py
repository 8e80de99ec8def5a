"""What rests on whom: its first screen beside a PageDown, and keys while 5,000 claims are worked through.

    python -m tests.benchmarks.bench_support

Milliseconds are of this machine and this moment; ratios inside one run can be compared. Exits 1 where one is missed.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.meter import Meter
from tests.benchmarks.mixed_claims import COUNT, write_corpus
from tui.views.registry import keys_to

SIZE = (120, 40)
RUNS, PAGES, MOST_KEYS = 5, 10, 50
SCREEN, KEYS = 2.0, 4.0
"""The most that the first screen may take, in PageDowns, and a key during the work, in the same key before it."""

PAGE_DOWN, DOWN, UP = b"\x1b[6~", b"\x1b[B", b"\x1b[A"


def begun(command: list[str]) -> Meter:
    """The program, one key before the view."""
    meter = Meter([sys.executable, "-m", "tui", *command], *SIZE)
    meter.shows("?  keys", seconds=60)
    meter.settle()
    for _ in keys_to("support")[1:]:
        meter.press(b"v")
    meter.settle()
    return meter


def first_screen() -> bool:
    """Print what the first screen takes on the bundled corpus; returns whether that is within the limit."""
    pages, screens = [], []
    for _ in range(RUNS):
        meter = begun([])
        screens.append(meter.press(b"v").last)
        meter.press(b"V" * len(keys_to("support")))
        meter.press(b"g")
        pages += [meter.press(PAGE_DOWN if number % 2 else b"\x1b[5~").last for number in range(1, PAGES)]
        meter.close()
    screen, page = statistics.median(screens), statistics.median(it for it in pages if it)
    met = screen / page <= SCREEN
    print(
        f"{'met   ' if met else 'MISSED'}  first screen {screen:5.1f} ms, PageDown {page:5.1f} ms:"
        f" ratio {screen / page:.2f}, goal {SCREEN:g}"
    )
    return met


def keys_meanwhile(folder: Path) -> bool:
    """Print what keys take while a large corpus is worked through; returns whether that is within the limit."""
    meter = begun([str(write_corpus(folder))])
    before = [meter.press(key).first for key in (DOWN, UP) * PAGES]
    started = time.perf_counter()
    meter.type(b"v3")
    meter.shows("Working it out")
    during: list[float] = []
    while "Working it out" in "\n".join(meter.screen.display) and len(during) < MOST_KEYS:
        during.append(meter.press((DOWN, UP)[len(during) % 2]).first)
    took = time.perf_counter() - started
    meter.close()
    usual, slow = statistics.median(before), statistics.median(it for it in during if it)
    met = slow / usual <= KEYS
    print(
        f"{'met   ' if met else 'MISSED'}  {COUNT:,} claims in {took:.1f} s; a key meanwhile {slow:5.1f} ms"
        f" ({len(during)} pressed), before {usual:5.1f} ms: ratio {slow / usual:.2f}, goal {KEYS:g}"
    )
    return met


def main() -> int:
    """Print the table; returns 0 where every goal is met."""
    met = [first_screen()]
    with tempfile.TemporaryDirectory() as folder:
        met.append(keys_meanwhile(Path(folder) / "corpus"))
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main())
