"""Big tables: first paint, keys, jumps, search, filter, counts, as-of, memory and import, at 100 to a million rows.

    python -m tests.benchmarks.bench_table [SIZE ...] [--only PART ...] [--in FOLDER] [--write]

Sizes are 100, 10,000 and 1,000,000; 10,000,000 is for who asks for it. Parts are `screen` (in a real terminal), `peers`
(VisiData, lnav and less on the largest file, whichever is on the PATH), `answers` (without a screen, beside `sqlite3`),
`import` and `curated` (a corpus of 10,000 claims beside the bundled one). With --in, what is made is kept in a folder
and taken from there again. With --write, table and plot go to screenshots/measured, the chief figures to the README.

Times are of this machine and this moment; the ratios can be compared. Exits 1 where a goal is missed.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks import bench_large
from tests.benchmarks.coded_rows import Language
from tests.benchmarks.figures import Figure, Figures, Goal, aligned
from tests.benchmarks.made_tables import write_csv, write_plain
from tests.benchmarks.measured_page import write_measured
from tests.benchmarks.table_answers import answers
from tests.benchmarks.table_goals import table_goals
from tests.benchmarks.table_import import imported, written
from tests.benchmarks.table_peers import beside, installed
from tests.benchmarks.table_screen import SEARCH, UNIQUE, filtered, first_paints, searched, stepped, walked
from tests.benchmarks.words_to_find import words_to_find

SIZES = (100, 10_000, 1_000_000)
MOST_BESIDE = 1_000_000
"""Rows of the largest table that others are given: they hold it in memory."""

LANGUAGES: tuple[Language, ...] = ("english", "korean")


class Made:
    """Generated files in a folder, each made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def csv(self, size: int, language: Language) -> Path:
        """A file of rows."""
        return self._made(f"{language}-{size}.csv", lambda path: write_csv(path, size, language))

    def table(self, size: int, language: Language) -> Path:
        """A table of ours, imported from it."""
        file = self.csv(size, language)
        return self._made(f"{language}-{size}.db", lambda path: [*imported(file, path, size, language)])

    def plain(self, size: int, language: Language) -> Path:
        """A database of the same rows without anything of ours."""
        return self._made(f"{language}-{size}.plain.db", lambda path: write_plain(path, size, language))

    def _made(self, name: str, make: Callable[[Path], object]) -> Path:
        path = self._folder / name
        if not path.exists():
            begun = path.with_name(f"begun-{name}")
            begun.unlink(missing_ok=True)
            make(begun)
            begun.replace(path)
        return path


Steps = Iterator[Iterator[Figure]]
"""Measurements, of which one can be given up without the next."""


def _import(made: Made, sizes: Sequence[int]) -> Steps:
    for language in LANGUAGES:
        for size in sizes:
            file = made.csv(size, language)
            yield imported(file, file.with_suffix(".db"), size, language)
            if size <= MOST_BESIDE:
                yield written(size, language)


def _screen(made: Made, sizes: Sequence[int]) -> Steps:
    yield first_paints({size: made.table(size, "english") for size in sizes})
    english, korean = words_to_find("english"), words_to_find("korean")
    common = SEARCH.format("a common word")
    for size in sizes:
        table = made.table(size, "english")
        yield walked(table, size)
        yield searched(table, size, {UNIQUE: f"KP{size}"} | _named(english), common)
        yield filtered(table, size, english["a common word"])
        table = made.table(size, "korean")
        yield stepped(table, size)
        yield searched(table, size, _named(korean))


def _named(words: dict[str, str]) -> dict[str, str]:
    return {SEARCH.format(what): word for what, word in words.items()}


def _answers(made: Made, sizes: Sequence[int]) -> Steps:
    word = words_to_find("english")["a common word"]
    for size in sizes:
        if size <= MOST_BESIDE:
            yield answers(made.table(size, "english"), made.plain(size, "english"), size, word)


def _peers(made: Made, sizes: Sequence[int]) -> Steps:
    size = max((it for it in sizes if it <= MOST_BESIDE), default=0)
    there, missing = installed()
    for peer in missing:
        print(f"skipped: {peer.name} ({peer.command} is not on the PATH)", flush=True)
    for peer in there if size else ():
        yield beside(peer, made.csv(size, "english"), size)


PARTS: dict[str, Callable[[Made, Sequence[int]], Steps]] = {
    "import": _import,
    "screen": _screen,
    "answers": _answers,
    "peers": _peers,
}
CURATED = "curated"


def measured(folder: Path, sizes: Sequence[int], parts: Sequence[str]) -> tuple[Figures, list[Goal]]:
    """All figures of some parts, told as they come, and the goals; what had to be given up is a goal that is missed."""
    made, found, given_up = Made(folder), list[Figure](), list[Goal]()
    for name, part in PARTS.items():
        for step in part(made, sizes) if name in parts else ():
            try:
                for figure in step:
                    found.append(figure)
                    print(_line(figure), flush=True)
            except (TimeoutError, RuntimeError) as problem:
                print(f"given up: {problem}", flush=True)
                why = str(problem).partition("\n")[0]
                given_up.append(Goal(f"{name}: all of it is measured", float("inf"), 1, why))
    figures = Figures(found)
    curated = bench_large.all_goals() if CURATED in parts else ()
    return figures, [*given_up, *table_goals(figures), *curated]


def _line(it: Figure) -> str:
    return f"{it.size:>12,} rows  {it.value:12,.2f} {it.unit:6} {it.who}: {it.what}"


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for, print the tables; returns 0 where every goal is met."""
    parser = argparse.ArgumentParser(prog="bench_table", description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", default=SIZES)
    parser.add_argument("--only", nargs="+", choices=[*PARTS, CURATED], default=[*PARTS, CURATED])
    parser.add_argument("--in", dest="folder", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_intermixed_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dprk-tui-tables-") as made:
        folder = asked.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        figures, goals = measured(folder, sorted(set(asked.sizes)), asked.only)
    if figures.sizes:
        print(f"\n{aligned(figures.rows())}")
    print("\n".join(goal.line() for goal in goals))
    if asked.write:
        write_measured(figures, goals)
    return int(not all(goal.is_met for goal in goals))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
