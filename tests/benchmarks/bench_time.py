"""Time at 10,000 events: what a zoom step costs beside a PageDown on the same corpus, in strip and lanes.

    python -m tests.benchmarks.bench_time

Milliseconds are of this machine and this moment; ratios inside one run can be compared. Exits 1 where one is missed.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.many_events import COUNT, write_corpus
from tests.benchmarks.meter import Answer, Meter

SIZE = (120, 40)
ROUNDS = 8
LIMIT = 2.0
"""The most that a zoom step may take, in PageDowns."""

PAGE_DOWN, ZOOMS = b"\x1b[6~", (b"-", b"-", b"+", b"+")


def answers(meter: Meter) -> tuple[list[Answer], list[Answer]]:
    """The answers to PageDowns and to zoom steps, which take turns."""
    pages, zooms = [], []
    for _ in range(ROUNDS):
        for zoom in ZOOMS:
            pages.append(meter.press(PAGE_DOWN))
            zooms.append(meter.press(zoom))
    return pages, zooms


def report(name: str, pages: list[Answer], zooms: list[Answer]) -> bool:
    """Print one line; returns whether the goal is met."""
    page, zoom = (statistics.median(answer.last for answer in found) for found in (pages, zooms))
    written = [statistics.mean(answer.size for answer in found) for found in (pages, zooms)]
    met = zoom / page <= LIMIT
    print(
        f"{'met   ' if met else 'MISSED'}  {name:9} zoom step {zoom:5.1f} ms, PageDown {page:5.1f} ms: ratio"
        f" {zoom / page:.2f}, goal {LIMIT:g}; bytes {written[1]:.0f} and {written[0]:.0f}"
    )
    return met


def main() -> int:
    """Print the table; returns 0 where every goal is met."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder) / "corpus")
        met = []
        for name, keys in (("timeline", b""), ("lanes", b"v")):
            meter = Meter([sys.executable, "-m", "tui", str(corpus)], *SIZE)
            meter.shows(f"{COUNT} events")
            meter.settle()
            meter.press(b"g" + keys)
            pages, zooms = answers(meter)
            met.append(report(name, pages, zooms))
            meter.close()
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main())
