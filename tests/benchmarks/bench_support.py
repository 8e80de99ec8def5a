"""First screens of what analysts ask beside a PageDown, and keys while 5,000 claims are worked through.

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
from tui.views.registry import NAMES

SIZE = (120, 40)
RUNS, PAGES, MOST_KEYS = 5, 10, 50
SCREEN, KEYS = 2.0, 4.0
"""The most that the first screen may take, in PageDowns, and a key during the work, in the same key before it."""

PAGE_DOWN, DOWN, UP = b"\x1b[6~", b"\x1b[B", b"\x1b[A"


WAITING = {"support": "Working it out", "candidates": "Looking for them"}
"""The views, by name, and what they say while they are worked out."""


ASKED = ("conflicts", "support", "questions", "lists", "candidates")
"""The views whose first screens are measured; what changed has a benchmark of its own."""

_WALKED = [it for it in NAMES[: NAMES.index("candidates") + 1] if it != "inbox"]
"""The views that `v` walks through in the bundled corpus, which has nothing in its inbox."""

WAYS = {it: b"v" * _WALKED.index(it) for it in ASKED} | {"conflicts": b"V" * (len(_WALKED) - 2)}
"""The keys that lead there. To the conflicts from behind: `v` comes from the lanes, and puts back the panes too."""


def begun(command: list[str]) -> Meter:
    """The program, with its first picture."""
    meter = Meter([sys.executable, "-m", "tui", *command], *SIZE)
    meter.shows("?  keys", seconds=60)
    meter.settle()
    return meter


def first_screen(view: str) -> bool:
    """Print what the first screen of a view takes on the bundled corpus; returns whether that is within the limit."""
    pages, screens = [], []
    for _ in range(RUNS):
        meter = begun([])
        way = WAYS[view]
        for key in way[:-1]:
            meter.press(bytes([key]))
        meter.settle()
        screens.append(meter.press(way[-1:]).last)
        meter.press(way.swapcase())
        meter.press(b"g")
        pages += [meter.press(PAGE_DOWN if number % 2 else b"\x1b[5~").last for number in range(1, PAGES)]
        meter.close()
    screen, page = statistics.median(screens), statistics.median(it for it in pages if it)
    met = screen / page <= SCREEN
    print(
        f"{'met   ' if met else 'MISSED'}  {view}: first screen {screen:5.1f} ms, PageDown {page:5.1f} ms:"
        f" ratio {screen / page:.2f}, goal {SCREEN:g}"
    )
    return met


def keys_meanwhile(view: str, folder: Path) -> bool:
    """Print what keys take while a view of a large corpus is worked out; returns whether that is within the limit."""
    meter = begun([str(folder)])
    before = [meter.press(key).first for key in (DOWN, UP) * PAGES]
    started = time.perf_counter()
    meter.type(f":{view}\r3".encode())
    meter.shows(WAITING[view])
    during: list[float] = []
    while WAITING[view] in "\n".join(meter.screen.display) and len(during) < MOST_KEYS:
        during.append(meter.press((DOWN, UP)[len(during) % 2]).first)
    took = time.perf_counter() - started
    meter.close()
    usual, slow = statistics.median(before), statistics.median(it for it in during if it)
    met = slow / usual <= KEYS
    print(
        f"{'met   ' if met else 'MISSED'}  {view}: {COUNT:,} claims in {took:.1f} s; a key meanwhile {slow:5.1f} ms"
        f" ({len(during)} pressed), before {usual:5.1f} ms: ratio {slow / usual:.2f}, goal {KEYS:g}"
    )
    return met


def main() -> int:
    """Print the table; returns 0 where every goal is met."""
    met = [first_screen(view) for view in ASKED]
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder) / "corpus")
        met += [keys_meanwhile(view, corpus) for view in WAITING]
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main())
