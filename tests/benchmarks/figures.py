"""Figures of a benchmark as values, and as a table: of ours at several sizes, of others beside them, and of goals."""

import os
import platform
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

OURS, RAW = "dprk-tui", "sqlite3"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured (`what`), of whom, at how many rows, and in which unit."""

    what: str
    size: int
    value: float
    unit: str = "ms"
    who: str = OURS


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that was reached, the most that it may be, and of which figures it is."""

    what: str
    ratio: float
    most: float
    said: str = ""

    @property
    def is_met(self) -> bool:
        """Whether it is."""
        return self.ratio <= self.most

    def line(self) -> str:
        """It as a line of text."""
        word = "met   " if self.is_met else "MISSED"
        return f"{word}  {self.what}  {self.ratio:.2f} x, at most {self.most:g} x  ({self.said})"


class Figures:
    """All that was measured in one run, in the order in which it was."""

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._all = {(it.who, it.what, it.size): it for it in figures}

    def value(self, what: str, size: int, who: str = OURS) -> float | None:
        """One figure, None where it was not measured."""
        found = self._all.get((who, what, size))
        return found.value if found is not None else None

    def ratio(self, what: str, size: int, least: int) -> float | None:
        """How many times as much as at the `least` size something of ours takes."""
        return _ratio(self.value(what, size), self.value(what, least))

    @property
    def sizes(self) -> list[int]:
        """All sizes, ascending."""
        return sorted({it.size for it in self._all.values()})

    @property
    def others(self) -> list[str]:
        """Who else was measured."""
        return [*dict.fromkeys(it.who for it in self._all.values() if it.who != OURS)]

    @property
    def measured(self) -> list[tuple[str, str]]:
        """What was measured of ours, each with its unit."""
        return [*dict.fromkeys((it.what, it.unit) for it in self._all.values() if it.who == OURS)]

    def largest_of(self, who: str) -> int:
        """The largest size at which somebody was measured."""
        return max(it.size for it in self._all.values() if it.who == who)

    def rows(self, chosen: Container[str] | None = None) -> Iterator[list[str]]:
        """A table: what, ours at each size, the last as a ratio to the first, and others, each with ours by theirs.

        With `chosen`, only what is in it.
        """
        sizes, others = self.sizes, {it: self.largest_of(it) for it in self.others}
        growth = [f"{sizes[-1]:,} by {sizes[0]:,}"] if len(sizes) > 1 else []
        beside = (f"{who} at {size:,}: ours by it" for who, size in others.items())
        yield ["what", *(f"{size:,} rows" for size in sizes), *growth, *beside]
        for what, unit in self.measured:
            if chosen is None or what in chosen:
                own = [_said(self.value(what, size), unit) for size in sizes]
                grown = [_times(self.ratio(what, sizes[-1], sizes[0]))] if growth else []
                theirs = [self._beside(what, unit, size, who) for who, size in others.items()]
                yield [what, *own, *grown, *theirs]

    def side_by_side(self, size: int) -> Iterator[list[str]]:
        """A table: what, and at so many rows ours and that of each other."""
        whose = [OURS, *self.others]
        yield [f"{size:,} rows", *whose]
        for what, unit in dict.fromkeys((it.what, it.unit) for it in self._all.values()):
            yield [what, *(_said(self.value(what, size, who), unit) for who in whose)]

    def _beside(self, what: str, unit: str, size: int, who: str) -> str:
        theirs = self.value(what, size, who)
        ratio = _ratio(self.value(what, size), theirs)
        return f"{_said(theirs, unit)}: {_times(ratio)}" if ratio is not None else _said(theirs, unit)


def goal_rows(goals: Iterable[Goal]) -> Iterator[list[str]]:
    """A table of goals: whether each is met, what, the ratio, the most, and the figures."""
    yield ["goal", "what", "ratio", "at most", "figures"]
    for it in goals:
        yield ["met" if it.is_met else "MISSED", it.what, f"{it.ratio:.2f}", f"{it.most:g}", it.said]


def aligned(rows: Iterable[Sequence[str]]) -> str:
    """A table as plain text."""
    table = [*rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(cell.ljust(n) for cell, n in zip(row, widths, strict=True)) for row in table)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def markdown(rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    head, *body = ([cell.replace("|", "\\|") for cell in row] for row in rows)
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def machine() -> str:
    """Where and when it was measured, in a sentence: nothing by which one machine is told from others of its kind."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kernel = f"{platform.system()} {platform.release().partition('-')[0]}"
    return (
        f"{os.cpu_count()} cores{_processor()}, {memory:.0f} GiB of memory, {kernel}, Python"
        f" {platform.python_version()}, {datetime.now().astimezone():%-d %B %Y}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return ""
    named = next((it.partition(":")[2].strip() for it in lines if it.startswith("model name")), "")
    return f" ({named})" if named else ""


def _ratio(value: float | None, by: float | None) -> float | None:
    return value / by if value is not None and by else None


def _said(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".rstrip()


def _times(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f} x" if ratio < 100 else f"{ratio:,.0f} x"
