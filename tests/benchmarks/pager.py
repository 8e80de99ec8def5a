"""`less` on what `print` prints: what a pane that only scrolls costs."""

import statistics
from collections.abc import Mapping, Sequence

from tests.benchmarks.keys import table
from tests.benchmarks.meter import Answer, Meter

Answers = Mapping[str, Sequence[Answer]]


def paging(print_command: str) -> list[str]:
    """The command that pages what a shell command prints."""
    # From a file: of a pipe, less does not know how long it is.
    paged = f'text=$(mktemp) && {print_command} > "$text" && less "$text"; rm -f "$text"'
    return ["sh", "-c", paged]


def beside_less(title: str, meter: Meter, ours: Answers) -> None:
    """Print what keys cost in `less`, which runs in the meter, and how many times as much ours are."""
    meter.shows("as of ")
    meter.settle()
    theirs: dict[str, list[Answer]] = {"Down": [meter.press(b"j") for _ in range(50)]}
    meter.press(b"g")
    theirs["PageDown"] = [meter.press(b" ") for _ in range(3)]
    meter.close()
    table(f"less, {title}", theirs)
    for name, lines in theirs.items():
        size = statistics.mean(key.size for key in ours[name]) / statistics.mean(key.size for key in lines)
        delay = statistics.median(key.last for key in ours[name]) / statistics.median(
            key.last for key in lines
        )
        print(
            f"  {name}: {size:.1f} times the bytes and {delay:.1f} times the delay of less, which has one pane"
        )
