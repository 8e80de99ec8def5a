"""A table on our screen, in a real terminal: how long until something true is shown, and in how much memory."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.memory import memory_of
from tests.benchmarks.meter import Meter, percentile

SIZE = (120, 40)
STARTS, DOWNS, TRIES = 5, 60, 5

PAINT, DOWN, DOWN_BYTES, MEMORY = "first paint", "Down key, p95", "bytes of a Down key, mean", "memory"
DOWN_MEDIAN = "Down key, median"
END, DATE, FILTER, WORD_FILTER = (
    "jump to end",
    "go to a date",
    "filter on, by a value",
    "filter on, by a word",
)
COUNTED, AS_OF, UNIQUE = "all counted under a word filter", "as-of step", "search: a word of one row"
SEARCH = "search: {}"

_HEADER, _TITLE = 0, 2
"""Lines of the screen: counts and filter; the title of the timeline, with the position, or that of the search."""

Screen = list[str]


def started(table: Path) -> Meter:
    """The program on a table, at rest, in its first row."""
    meter = Meter([sys.executable, "-m", "tui", str(table)], *SIZE)
    meter.shows("keys and signs", seconds=120)
    meter.settle()
    meter.press(b"\x1b[H")
    meter.settle()
    return meter


def until(meter: Meter, keys: bytes, is_true: Callable[[Screen], bool], seconds: float = 120) -> float:
    """Milliseconds from keys to what was written last before the screen was first seen to be so."""
    sent = time.perf_counter()
    meter.type(keys)
    while True:
        if meter.read_frame(0.05) and is_true(meter.screen.display):
            return (meter.arrived - sent) * 1000
        if time.perf_counter() - sent > seconds:
            raise TimeoutError(f"nothing true appeared after {keys!r}:\n" + "\n".join(meter.screen.display))


def first_paints(tables: dict[int, Path]) -> Iterator[Figure]:
    """The least milliseconds until a row is shown; the tables take turns."""
    times: dict[int, list[float]] = {size: [] for size in tables}
    for _ in range(STARTS):
        for size, table in tables.items():
            meter = Meter([sys.executable, "-m", "tui", str(table)], *SIZE)
            times[size].append(meter.shows(" coded ", seconds=120))
            meter.settle()
            meter.close()
    yield from (Figure(PAINT, size, min(some)) for size, some in times.items())


def walked(table: Path, size: int) -> Iterator[Figure]:
    """What keys take in a table, from its first row on, and what memory there is at the end."""
    meter = started(table)
    downs = [meter.press(b"\x1b[B") for _ in range(DOWNS)]
    yield Figure(DOWN, size, percentile([it.last for it in downs], 0.95))
    yield Figure(DOWN_MEDIAN, size, statistics.median(it.last for it in downs))
    yield Figure(DOWN_BYTES, size, statistics.mean(it.size for it in downs), "bytes")
    last = f"{size:,} of {size:,}"
    yield _of_tries(meter, END, size, b"G", b"\x1b[H", lambda shown: last in shown[_TITLE])
    yield _date(meter, size)
    meter.press(b"\x1b[H")
    yield _as_of(meter, size)
    yield from _filtered(meter, size, FILTER, "event-type:launch")
    yield Figure(MEMORY, size, memory_of(meter.process), "MiB")
    meter.close()


def searched(table: Path, size: int, words: dict[str, str]) -> Iterator[Figure]:
    """What the last letter of a word takes until a hit is shown, for each word in a program of its own."""
    for what, word in words.items():
        meter = started(table)
        meter.press(b"/")
        meter.type(word[:-1].encode())
        meter.settle()
        found = until(meter, word[-1].encode(), partial(_is_found, word))
        yield Figure(what, size, found)
        meter.close()


def filtered_by_word(table: Path, size: int, word: str) -> Iterator[Figure]:
    """What a filter by a word takes until rows are shown, and until all is counted."""
    meter = started(table)
    yield from _filtered(meter, size, WORD_FILTER, word, COUNTED)
    meter.close()


def _of_tries(
    meter: Meter, what: str, size: int, keys: bytes, back: bytes, is_true: Callable[[Screen], bool]
) -> Figure:
    """The median of a few tries, between which `back` is pressed."""
    found = []
    for _ in range(TRIES):
        found.append(until(meter, keys, is_true))
        meter.settle()
        meter.press(back)
        meter.settle()
    return Figure(what, size, statistics.median(found))


def _date(meter: Meter, size: int) -> Figure:
    found = []
    for year in range(1990, 1990 + TRIES):
        meter.press(f":{year}-06".encode())
        meter.settle()
        before = meter.screen.display[_TITLE]
        found.append(until(meter, b"\r", partial(_is_another, _TITLE, before)))
        meter.settle()
    return Figure(DATE, size, statistics.median(found))


def _as_of(meter: Meter, size: int) -> Figure:
    found = []
    for _ in range(2 * TRIES):
        before = meter.screen.display[_HEADER]
        found.append(until(meter, b",", partial(_is_another, _HEADER, before)))
        meter.settle()
    meter.press(b"." * 2 * TRIES)
    meter.settle()
    return Figure(AS_OF, size, statistics.median(found))


def _filtered(meter: Meter, size: int, what: str, typed: str, counted: str = "") -> Iterator[Figure]:
    """From Enter after a filter; what is typed is looked at before, as by whoever types it."""
    meter.press(b"f")
    meter.type(typed.encode())
    meter.settle()
    sent = time.perf_counter()
    yield Figure(what, size, until(meter, b"\r", lambda shown: f"filter: {typed}" in shown[_HEADER]))
    while counted and "counting" in meter.screen.display[_HEADER]:
        meter.read_frame(0.01)
    if counted:
        yield Figure(counted, size, (meter.arrived - sent) * 1000)
    meter.settle()


def _is_another(line: int, before: str, shown: Screen) -> bool:
    return shown[line] != before


def _is_found(word: str, shown: Screen) -> bool:
    # pyte leaves a cell empty beside one that is two cells wide.
    title = shown[_TITLE]
    return f'Search"{word}"' in title.replace(" ", "") and " of " in title
