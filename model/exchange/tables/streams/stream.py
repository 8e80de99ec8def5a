"""What every reader of rows gives: a stream that can be begun again, and what there was to say of it on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from model.corpus.row_unit import unit_of


class StreamRow(NamedTuple):
    """A row: its place (`number`: line or row, from 1), its cells, and it as it stood in the file, without line end.

    `why` is a sentence where it cannot be taken; `cells` says nothing then.
    """

    number: int
    cells: tuple[str, ...]
    raw: str
    why: str = ""


BLANK = "blank lines, passed over"
"""What is met in files of text that have a row a line."""


class RowTally:
    """What is met on one way through a file, and must not go without a word: how often, and where first."""

    def __init__(self) -> None:
        self._met: dict[str, tuple[int, int]] = {}

    def add(self, what: str, number: int, count: int = 1) -> None:
        """Something, as a few words (`rows that repeat`), at a line or row."""
        before = self._met.get(what)
        self._met[what] = (before[0] + count, before[1]) if before else (count, number)

    def sentences(self, unit: str) -> tuple[str, ...]:
        """All of it; `unit` is what numbers count, line or row."""
        return tuple(
            f"{what}: {count:,}, the first in {unit} {first:,}" for what, (count, first) in self._met.items()
        )


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it lies there: what it is called, its SHA-256 (hex) and bytes, and as what its text is read."""

    name: str
    path: Path
    sha256: str
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Stream:
    """The rows of a file, or of one sheet of it.

    `header` is the number of the row that names the columns, 0 where none does; `columns` are these names, each told
    apart. `rows` begins anew with each call. `title` is what the file calls itself.
    """

    file: SourceFile
    format: str
    columns: tuple[str, ...]
    rows: Callable[[RowTally], Iterator[StreamRow]]
    said: tuple[str, ...] = ()
    header: int = 0
    sheet: str = ""
    title: str = ""
    names: tuple[str, ...] = field(default=())
    """The headers as they stand, where these are not the names."""

    @property
    def unit(self) -> str:
        """What the numbers of its rows count, line or row."""
        return unit_of(self.format)

    @property
    def name(self) -> str:
        """What it is called among others: its file, and its sheet where it is one of several."""
        return f"{self.file.name}, {self.sheet}" if self.sheet else self.file.name


def aligned(number: int, cells: tuple[str, ...], width: int, raw: str, tally: RowTally) -> StreamRow:
    """A row of as many cells as there are columns, or one that says why it cannot be.

    Cells too many at the end may be empty; cells too few are empty ones, and counted, unless there is one alone.
    """
    count = len(cells)
    if count == width:
        if any(cells):
            return StreamRow(number, cells, raw)
        return StreamRow(number, (), raw, "It is empty.")
    if not any(cells):
        return StreamRow(number, (), raw, "It is empty.")
    if count > width:
        if any(cells[width:]):
            return StreamRow(number, (), raw, f"It has {count} cells, and there are {width} columns.")
        return StreamRow(number, cells[:width], raw)
    if count == 1 and width > 2:
        return StreamRow(number, (), raw, f"It has 1 cell, and there are {width} columns.")
    tally.add("rows with fewer cells than there are columns, the missing ones taken as empty", number)
    return StreamRow(number, cells + ("",) * (width - count), raw)
