"""Keys of a search and of a filter against the Down key, on the bundled corpus and on many events, in one run each.

    python -m tests.benchmarks.bench_finding

Milliseconds are of this machine and this moment; the ratios can be compared. Exits 1 where one is above the limit.
"""

import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks import mixed_claims
from tests.benchmarks.many_events import write_corpus
from tests.benchmarks.meter import Answer, Meter

LIMIT = 1.5
"""The most that a key may take, in median Down keys."""

FIRST_LIMIT = 3
"""The most that the first key of all may take until something true is shown, in median Down keys."""

FIRST = ("p", "d", "z", "\ub300")
"""First keys: of many names, of many claims, of nothing, of Korean claims."""

TRIES = 3
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


def says(letter: str, lines: list[str]) -> bool:
    """Whether the screen says what a search for the letter finds."""
    # pyte leaves a cell empty beside one that is two cells wide.
    return f'Search "{letter}"' in "\n".join(lines).replace(f"{letter} ", letter)


def first_key(corpus: str, letter: str, at_once: bool) -> tuple[float, float]:
    """Milliseconds that the first key of a program takes, typed after the slash or with it, and those of a Down."""
    meter = Meter([sys.executable, "-m", "tui", corpus], *SIZE)
    meter.shows("?  keys", seconds=60)
    meter.settle()
    meter.press(b"\x1b[H")
    downs = [meter.press(b"\x1b[B").last for _ in range(DOWNS)]
    if not at_once:
        meter.press(b"/")
    keys = f"/{letter}" if at_once else letter
    took = meter.until(keys.encode(), partial(says, letter))
    meter.settle()
    meter.press(b"\x1b")
    meter.close()
    return took, statistics.median(downs)


def first_keys(corpus: str) -> bool:
    """Print what first keys cost, each in programs of its own; whether those after the slash are within the limit."""
    good = True
    for at_once in (False, True):
        for letter in FIRST:
            found = [first_key(corpus, letter, at_once) for _ in range(TRIES)]
            took = statistics.median(milliseconds for milliseconds, _ in found)
            ratio = statistics.median(milliseconds / down for milliseconds, down in found)
            good = good and (at_once or ratio <= FIRST_LIMIT)
            keys = f"/ with {letter}" if at_once else letter
            print(f"first key    {keys:8} {took:7.1f} ms  {ratio:5.2f} x Down")
    return good


def main() -> int:
    """Measure all; returns 0 where all is within the limits."""
    good = report("bundled", measured([]))
    with tempfile.TemporaryDirectory() as folder:
        many = write_corpus(Path(folder) / "many")
        good = report("many events", measured([str(many)])) and good
        first = first_keys(str(mixed_claims.write_corpus(Path(folder) / "mixed")))
    print(f"{'met   ' if good else 'MISSED'}  a search or filter key: at most {LIMIT:g} x Down (medians)")
    print(f"{'met   ' if first else 'MISSED'}  the first key of a search: at most {FIRST_LIMIT:g} x Down")
    return int(not (good and first))


if __name__ == "__main__":
    sys.exit(main())
