"""A table on our screen, in a real terminal: how long until something true is shown, and in how much memory."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.memory import memory_of
from tests.benchmarks.meter import Answer, Meter, percentile

SIZE = (120, 40)
STARTS, DOWNS, TRIES = 5, 60, 5

PAINT, DOWN, DOWN_BYTES, MEMORY = "first paint", "Down key, p95", "bytes of a Down key, mean", "memory"
DOWN_MEDIAN, DOWN_KOREAN = "Down key, median", "Down key, median, Korean"
END, DATE, FILTER, WORD_FILTER = (
    "jump to end",
    "go to a date",
    "filter on, by a value",
    "filter on, by a word",
)
COUNTED, AS_OF, UNIQUE = "all counted under a word filter", "as-of step", "search: a word of one row"
FIRST_SEARCH = "the first search of all: {}"
SEARCH = "search: {}"

PROGRAMS = 3
"""How often something is measured that a program does once."""

VALUE, OTHER_VALUE, NOWHERE = "event-type:launch", "event-type:test", "zzqx"

_HEADER, _TITLE = 0, 2
"""Lines of the screen: counts and filter; the title of the timeline, with the position, or that of the search."""

Screen = list[str]


def started(table: Path | str) -> Meter:
    """The program on a table in a file or at an address, at rest, in its first row."""
    meter = Meter([sys.executable, "-m", "tui", str(table)], *SIZE)
    meter.shows("keys and signs", seconds=120)
    meter.settle()
    meter.press(b"\x1b[H")
    meter.settle()
    return meter


def first_paints(tables: dict[int, Path]) -> Iterator[Figure]:
    """The least milliseconds until a row is shown; the tables take turns."""
    times: dict[int, list[float]] = {size: [] for size in tables}
    for _ in range(STARTS):
        for size, table in tables.items():
            meter = Meter([sys.executable, "-m", "tui", str(table)], *SIZE)
            times[size].append(meter.shows(" coded ", seconds=120))
            meter.settle()
            meter.end()
    yield from (Figure(PAINT, size, min(some)) for size, some in times.items())


def walked(table: Path | str, size: int) -> Iterator[Figure]:
    """What keys take in a table, from its first row on, and what memory there is at the end."""
    meter = started(table)
    downs = _downs(meter)
    yield Figure(DOWN, size, percentile([it.last for it in downs], 0.95))
    yield Figure(DOWN_MEDIAN, size, statistics.median(it.last for it in downs))
    yield Figure(DOWN_BYTES, size, statistics.mean(it.size for it in downs), "bytes")
    last = f"{size:,} of {size:,}"
    yield _of_tries(meter, END, size, b"G", b"\x1b[H", lambda shown: last in shown[_TITLE])
    yield _date(meter, size)
    meter.press(b"\x1b[H")
    yield _as_of(meter, size)
    yield Figure(MEMORY, size, memory_of(meter.process), "MiB")
    meter.end()


def stepped(table: Path | str, size: int) -> Iterator[Figure]:
    """What a Down key takes in a table in Korean, by which searches in it are measured."""
    meter = started(table)
    yield Figure(DOWN_KOREAN, size, statistics.median(it.last for it in _downs(meter)))
    meter.end()


def _downs(meter: Meter) -> list[Answer]:
    return [meter.press(b"\x1b[B") for _ in range(DOWNS)]


def searched(table: Path | str, size: int, words: dict[str, str], first: str = "") -> Iterator[Figure]:
    """What the last letter of a word takes until a hit is shown, for each word in programs of their own.

    What is made once, when it is first asked for, is no answer to a key: a search that finds nothing comes before. The
    word named `first` is measured without that too.
    """
    for what, word in words.items():
        yield Figure(what, size, statistics.median(_hit(table, word, NOWHERE) for _ in range(PROGRAMS)))
        if what == first:
            cold = statistics.median(_hit(table, word) for _ in range(PROGRAMS))
            yield Figure(FIRST_SEARCH.format(what.partition(": ")[2]), size, cold)


def filtered(table: Path | str, size: int, word: str) -> Iterator[Figure]:
    """What filters take until rows are shown and, by a word, until all is counted; each in programs of their own."""
    for what, typed in ((FILTER, VALUE), (WORD_FILTER, word)):
        tries = [_filter(table, typed) for _ in range(PROGRAMS)]
        yield Figure(what, size, statistics.median(shown for shown, _ in tries))
    yield Figure(COUNTED, size, statistics.median(counted for _, counted in tries))


def _hit(table: Path | str, word: str, before: str = "") -> float:
    meter = started(table)
    if before:
        meter.press(b"/")
        meter.type(before.encode())
        meter.settle()
        meter.press(b"\x1b")
        meter.settle()
    meter.press(b"/")
    meter.type(word[:-1].encode())
    meter.settle()
    found = meter.until(word[-1].encode(), partial(_is_found, word))
    meter.settle()
    meter.end()
    return found


def _filter(table: Path | str, typed: str) -> tuple[float, float]:
    """From Enter after a filter, until its rows are shown and until they are counted.

    What is typed is looked at before, as by whoever types it; another filter comes before that.
    """
    meter = started(table)
    for what in (OTHER_VALUE, typed):
        meter.press(b"\x1b")
        meter.press(b"f")
        meter.type(what.encode())
        meter.settle()
        sent = time.perf_counter()
        shown = meter.until(b"\r", partial(_is_filtered, what))
        counted = shown
        while "counting" in meter.screen.display[_HEADER]:
            meter.read(0.01)
            counted = (meter.arrived - sent) * 1000
        meter.settle()
    meter.end()
    return shown, counted


def _of_tries(
    meter: Meter, what: str, size: int, keys: bytes, back: bytes, is_true: Callable[[Screen], bool]
) -> Figure:
    """The median of a few tries, between which `back` is pressed; the first one is for what is made once."""
    found = []
    for _ in range(1 + TRIES):
        found.append(meter.until(keys, is_true))
        meter.settle()
        meter.press(back)
        meter.settle()
    return Figure(what, size, statistics.median(found[1:]))


def _date(meter: Meter, size: int) -> Figure:
    found = []
    for year in range(1990, 1991 + TRIES):
        meter.press(b"\x1b[H")
        meter.press(f":{year}-06".encode())
        meter.settle()
        before = meter.screen.display[_TITLE]
        found.append(meter.until(b"\r", partial(_is_another, _TITLE, before)))
        meter.settle()
    return Figure(DATE, size, statistics.median(found[1:]))


def _as_of(meter: Meter, size: int) -> Figure:
    found = []
    for _ in range(2 * TRIES):
        before = meter.screen.display[_HEADER]
        found.append(meter.until(b",", partial(_is_another, _HEADER, before)))
        meter.settle()
    meter.press(b"." * 2 * TRIES)
    meter.settle()
    return Figure(AS_OF, size, statistics.median(found))


def _is_filtered(typed: str, shown: Screen) -> bool:
    return f"filter: {typed}" in shown[_HEADER]


def _is_another(line: int, before: str, shown: Screen) -> bool:
    return shown[line] != before


def _is_found(word: str, shown: Screen) -> bool:
    # pyte leaves a cell empty beside one that is two cells wide.
    title = shown[_TITLE]
    return f'Search"{word}"' in title.replace(" ", "") and " of " in title
