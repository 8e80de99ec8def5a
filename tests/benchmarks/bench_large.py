"""A corpus of 10,000 claims, kept from an earlier start, against the bundled one: first row, Down, first filter key.

    python -m tests.benchmarks.bench_large

Each start has a terminal of its own, and the two corpora take turns. Milliseconds are of this machine and this moment;
the ratios can be compared. Exits 1 where a goal is missed.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import many_events, mixed_claims
from tests.benchmarks.figures import Goal
from tests.benchmarks.meter import Meter, percentile

SIZE = (120, 40)
ROUNDS, DOWNS, CLAIMS = 5, 60, 10_000

FIRST_ROW, DOWN, FILTER = 1.25, 1.3, 3.0
"""The most that each may take, in what it takes in the bundled corpus; of the filter's first key, in median Downs."""

WRITERS: dict[str, Callable[[Path, int], Path]] = {
    "many events": many_events.write_corpus,
    "mixed claims": mixed_claims.write_corpus,
}


def opened(corpus: list[str]) -> tuple[Meter, float]:
    """The program on a corpus, and milliseconds until a row of its timeline is shown."""
    meter = Meter([sys.executable, "-m", "tui", *corpus], *SIZE)
    shown = meter.shows(" ahead ", seconds=60)
    meter.shows("?  keys", seconds=60)
    meter.settle()
    return meter, shown


def first_row(corpus: list[str]) -> float:
    """The same; the program is ended."""
    meter, shown = opened(corpus)
    meter.close()
    return shown


def keys(corpus: list[str]) -> tuple[list[float], float]:
    """Milliseconds of Down keys from the first event on, and of the first key of a filter."""
    meter, _ = opened(corpus)
    meter.press(b"\x1b[H")
    downs = [meter.press(b"\x1b[B").last for _ in range(DOWNS)]
    meter.press(b"f")
    first = meter.press(b"a").first
    meter.press(b"\x1b")
    meter.close()
    return downs, first


def goals(name: str, folder: Path) -> list[Goal]:
    """What a corpus costs beside the bundled one."""
    corpora: dict[str, list[str]] = {"bundled": [], name: [str(folder)]}
    # Read for the first time, and kept.
    first_row(corpora[name])
    rows: dict[str, list[float]] = {it: [] for it in corpora}
    for _ in range(ROUNDS):
        for it, arguments in corpora.items():
            rows[it].append(first_row(arguments))
    least = {it: min(times) for it, times in rows.items()}
    downs, _ = keys([])
    many, key = keys(corpora[name])
    small, large = percentile(downs, 0.95), percentile(many, 0.95)
    ratios = least[name] / least["bundled"], large / small, key / statistics.median(many)
    said = (
        f"{least[name]:.0f} ms, {least['bundled']:.0f} ms",
        f"{large:.1f} ms, {small:.1f} ms",
        f"{key:.0f} ms, {statistics.median(many):.1f} ms",
    )
    return [
        Goal(f"{name}: first row, by the bundled corpus", ratios[0], FIRST_ROW, said[0]),
        Goal(f"{name}: Down, p95, by the bundled corpus", ratios[1], DOWN, said[1]),
        Goal(f"{name}: first key of a filter, by Down", ratios[2], FILTER, said[2]),
    ]


def all_goals() -> Iterator[Goal]:
    """What each of the corpora costs."""
    with tempfile.TemporaryDirectory() as made:
        # What is kept is kept there.
        os.environ["HOME"] = made
        for name, write in WRITERS.items():
            yield from goals(name, write(Path(made) / name.replace(" ", "-"), CLAIMS))


def main() -> int:
    """Measure all; returns 0 where every goal is met."""
    found = []
    for goal in all_goals():
        print(goal.line(), flush=True)
        found.append(goal)
    return int(not all(goal.is_met for goal in found))


if __name__ == "__main__":
    sys.exit(main())
