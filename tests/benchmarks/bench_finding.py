"""Keys of a search and of a filter against the Down key, on the bundled corpus and on many events, in one run each.

    python -m tests.benchmarks.bench_finding

Milliseconds are of this machine and this moment; the ratios can be compared. Exits 1 where one is above the limit.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.many_events import write_corpus
from tests.benchmarks.meter import Answer, Meter

LIMIT = 1.5
"""The most that a key may take, in median Down keys."""

SIZE = (120, 40)
DOWNS = 40
BACK = b"\x7f"

SEARCHES = ("kim", "moscow", "pyongyang", "vucic", "the kremlin", "wonsan", "choe ryong hae")
FILTERS = ("who:kim", "by:a", "source:", "origin:", "status:sched", "basis:ex", "type:mee", "has:con")


def typed(meter: Meter, words: tuple[str, ...]) -> list[Answer]:
    """The answers to each letter of some words; what was typed is taken back in between, unmeasured."""
    answers = []
    for word in words:
        answers += [meter.press(letter.encode()) for letter in word]
        meter.press(BACK * len(word))
    return answers


def measured(corpus: list[str]) -> dict[str, list[Answer]]:
    """The answers to Down, to letters of a search and to letters of a filter."""
    meter = Meter([sys.executable, "-m", "tui", *corpus], *SIZE)
    meter.shows("?  keys", seconds=60)
    meter.settle()
    meter.press(b"\x1b[H")
    meter.settle()
    found = {"Down": [meter.press(b"\x1b[B") for _ in range(DOWNS)]}
    # What is made once, when it is first asked for, is no answer to a key.
    for name, key, words in (("search", b"/", SEARCHES), ("filter", b"f", FILTERS)):
        meter.press(key)
        meter.press(b"a")
        meter.press(BACK)
        meter.settle()
        found[name] = typed(meter, words)
        meter.press(b"\x1b")
        meter.settle()
    meter.close()
    return found


def report(name: str, found: dict[str, list[Answer]]) -> bool:
    """Print the medians; returns whether both are within the limit."""
    medians = {key: statistics.median(answer.last for answer in answers) for key, answers in found.items()}
    good = True
    for key, answers in found.items():
        size = statistics.mean(answer.size for answer in answers)
        ratio = medians[key] / medians["Down"]
        good = good and ratio <= LIMIT
        print(f"{name:12} {key:8} {medians[key]:7.1f} ms  {ratio:5.2f} x Down  {size:6.0f} bytes")
    return good


def main() -> int:
    """Measure both; returns 0 where all is within the limit."""
    good = report("bundled", measured([]))
    with tempfile.TemporaryDirectory() as folder:
        many = write_corpus(Path(folder) / "many")
        good = report("many events", measured([str(many)])) and good
    print(f"{'met   ' if good else 'MISSED'}  a search or filter key: at most {LIMIT:g} x Down (medians)")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
