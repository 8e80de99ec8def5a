"""What a big table may cost, as ratios of the figures of one run."""

from collections.abc import Iterator

from tests.benchmarks import table_import as writing
from tests.benchmarks import table_screen as screen
from tests.benchmarks.figures import OURS, RAW, Figures, Goal
from tests.benchmarks.table_answers import COUNTS
from tests.benchmarks.words_to_find import words_to_find

VISIDATA = "VisiData"

GROWTH = {screen.PAINT: 1.1, screen.DOWN: 1.2, screen.MEMORY: 1.25}
"""The most of the largest table, in what it is of the smallest one."""

BY_DOWN = 2.0
"""The most that a key may take until something true is shown, in median Downs of the same table."""

FIRST_BY_DOWN = 3.0
"""The same of the first search of a program, as in bench_finding."""

KEYS = (screen.END, screen.DATE, screen.AS_OF, screen.FILTER, screen.WORD_FILTER)
COUNTED = 0.25
IMPORT = {"english": 2.0, "korean": 2.5}
IMPORT_MEMORY, FROM = 1.5, 10_000
AHEAD = (screen.PAINT, screen.DOWN, screen.UNIQUE, screen.MEMORY)


def table_goals(figures: Figures) -> Iterator[Goal]:
    """The goals of which there are figures."""
    sizes = figures.sizes
    if not sizes:
        return
    least, most = sizes[0], sizes[-1]
    for what, limit in GROWTH.items():
        yield from _goal(figures, f"{what}: {most:,} rows by {least:,}", (what, most), (what, least), limit)
    searches = [what for what, _ in figures.measured if what.startswith("search: ")]
    down = (screen.DOWN_MEDIAN, most)
    in_korean = {screen.SEARCH.format(what) for what in words_to_find("korean")}
    for what in (*KEYS, *searches):
        own = (screen.DOWN_KOREAN, most) if what in in_korean else down
        yield from _goal(figures, f"{what}, by a Down key, {most:,} rows", (what, most), own, BY_DOWN)
    first = screen.FIRST_SEARCH.format("a common word")
    yield from _goal(figures, f"{first}, by a Down key, {most:,} rows", (first, most), down, FIRST_BY_DOWN)
    raw = figures.largest_of(RAW) if RAW in figures.others else most
    yield from _goal(figures, f"{COUNTS}, by {RAW}", (COUNTS, raw), (COUNTS, raw), COUNTED, RAW)
    for language, limit in IMPORT.items():
        for of in (writing.WRITING, writing.IMPORT):
            what = of.format(language)
            yield from _goal(
                figures, f"{what}, by executemany and FTS5", (what, raw), (what, raw), limit, RAW
            )
        memory = writing.IMPORT_MEMORY.format(language)
        if most > FROM:
            limits = (memory, most), (memory, FROM), IMPORT_MEMORY
            yield from _goal(figures, f"{memory}: {most:,} rows by {FROM:,}", *limits)
    size = figures.largest_of(VISIDATA) if VISIDATA in figures.others else most
    for what in AHEAD:
        yield from _goal(figures, f"{what}, by {VISIDATA}", (what, size), (what, size), 1.0, VISIDATA)


def _goal(
    figures: Figures, said: str, one: tuple[str, int], other: tuple[str, int], most: float, by: str = OURS
) -> Iterator[Goal]:
    """The goal for one figure of ours by another one, where both were measured."""
    ours, base = figures.value(*one), figures.value(*other, who=by)
    if ours is not None and base:
        yield Goal(said, ours / base, most, f"{ours:,.1f} by {base:,.1f}")
