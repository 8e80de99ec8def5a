"""Writes what was measured where it is shown: pages and a plot in screenshots/measured, and a part of the README."""

from pathlib import Path

from tests.benchmarks import table_screen as screen
from tests.benchmarks.figures import Figures, Goal, goal_rows, machine, markdown
from tests.benchmarks.plot import plot

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "screenshots" / "measured"
PAGE, PLOT, SERVERS = "tables.md", "tables.svg", "servers.md"

_BEGIN = "<!-- measured: written by `python -m tests.benchmarks.bench_table --write` -->\n"
_END = "<!-- /measured -->"

CHIEF = (
    screen.PAINT,
    screen.DOWN,
    screen.END,
    screen.DATE,
    screen.UNIQUE,
    screen.SEARCH.format("a common word"),
    screen.FILTER,
    screen.AS_OF,
    screen.MEMORY,
)
"""What the README shows."""


def write_measured(figures: Figures, goals: list[Goal]) -> None:
    """Write the page of tables and its plot, and put the chief figures into the README."""
    FOLDER.mkdir(exist_ok=True)
    where = machine()
    (FOLDER / PAGE).write_text(page(figures, goals, where), encoding="utf-8")
    (FOLDER / PLOT).write_text(growth_plot(figures, where), encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(with_measured(readme.read_text("utf-8"), figures, where), encoding="utf-8")


def page(figures: Figures, goals: list[Goal], where: str) -> str:
    """The page, in Markdown."""
    return (
        "# Big tables, measured\n\n"
        f"On {where}.\n"
        "Written by `python -m tests.benchmarks.bench_table --write`. The rows are generated, the same for the\n"
        "same seed. Times on the screen are those in a real terminal until what is true is shown, of a search from\n"
        "its last letter on; those of an import are of the processor. On another machine times are others; the\n"
        "ratios can be compared.\n\n"
        f"![How figures grow with rows]({PLOT})\n\n"
        f"{markdown(figures.rows())}\n{_said(goals)}"
    )


def write_servers(figures: Figures, size: int, goals: list[Goal]) -> None:
    """Write the page of a table on servers."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / SERVERS).write_text(servers_page(figures, size, goals, machine()), encoding="utf-8")


def servers_page(figures: Figures, size: int, goals: list[Goal], where: str) -> str:
    """The page of a table on servers beside the same in a file, in Markdown."""
    return (
        "# A table on servers, measured\n\n"
        f"On {where}, which all servers share.\n"
        "Written by `python -m tests.benchmarks.bench_server --write`. The column *dprk-tui* is the same table in a\n"
        "file. Times on the screen are those in a real terminal until what is true is shown; on another machine they\n"
        "are others, the ratios can be compared.\n\n"
        f"{markdown(figures.side_by_side(size))}\n{_said(goals)}"
    )


def _said(goals: list[Goal]) -> str:
    missed = sum(not it.is_met for it in goals)
    return f"Of {len(goals)} goals {missed} {'is' if missed == 1 else 'are'} missed.\n\n{markdown(goal_rows(goals))}"


def growth_plot(figures: Figures, where: str) -> str:
    """The plot of whatever the screen takes, by the number of rows."""
    sizes = figures.sizes
    shown = [(what, unit) for what, unit in figures.measured if _is_of_screen(what, unit)]
    lines = {
        what: [(size, ratio) for size in sizes if (ratio := figures.ratio(what, size, sizes[0])) is not None]
        for what, _ in shown
    }
    return plot("Big tables: what more rows cost", where, lines)


def with_measured(readme: str, figures: Figures, where: str) -> str:
    """The README with the chief figures between its two comments."""
    begin, rest = readme.split(_BEGIN)
    end = rest[rest.index(_END) :]
    return f"{begin}{_BEGIN}\nOn {where}:\n\n{markdown(figures.rows(CHIEF))}\n{end}"


def _is_of_screen(what: str, unit: str) -> bool:
    return (unit == "ms" and not what.startswith("answer: ")) or what == screen.MEMORY
