"""What has to be drawn so that a row of cells becomes another: runs of cells, each in one pen."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from tui.terminal.pen import PLAIN, Pen

NEAR = 4
"""Unchanged cells that are drawn again rather than jumped over: a jump takes about as many bytes."""

UNKNOWN = "\0"
"""Stands in the memory for a cell of which nothing is known: equal to none that is wanted."""


@dataclass(slots=True)
class Run:
    """Cells of row `y` from column `x` on (both from 0), one character each, that one pen can draw."""

    y: int
    x: int
    characters: list[str]
    pen: Pen

    @property
    def blank(self) -> bool:
        """Whether it has nothing but its ground."""
        return all(character == " " for character in self.characters)


@dataclass(slots=True)
class Row:
    """What a row of the terminal shows, cell by cell: the second cell of a wide character is empty."""

    characters: list[str]
    pens: list[Pen]

    @classmethod
    def unknown(cls) -> "Row":
        """A row of which nothing is known."""
        return cls([], [])

    def reach(self, width: int) -> None:
        """Have at least `width` cells, unknown ones where there were none."""
        missing = width - len(self.characters)
        if missing > 0:
            self.characters += [UNKNOWN] * missing
            self.pens += [PLAIN] * missing

    def runs_to(self, y: int, x: int, characters: Sequence[str], pens: Sequence[Pen]) -> list[Run]:
        """The runs that draw `characters` in `pens` from column `x` on, over what is shown."""
        old, old_pens = self.characters, self.pens
        runs: list[Run] = []
        run: Run | None = None
        end = 0
        for at, (character, pen) in enumerate(zip(characters, pens, strict=True)):
            before = old_pens[x + at]
            if character == old[x + at] and (
                pen is before or (character == " " and pen.on_space is before.on_space)
            ):
                continue
            if run is not None and at == end and run.pen.shows_as(pen, character):
                run.characters.append(character)
            elif run is not None and _goes_on(run, characters[end : at + 1], pens[end : at + 1]):
                run.characters += characters[end : at + 1]
            else:
                run = Run(y, x + at, [character], pen)
                runs.append(run)
            end = at + 1
        return runs


@lru_cache(maxsize=2048)
def is_simple(cluster: str) -> bool:
    """Whether every terminal gives the cluster one cell: ASCII, or a character of East-Asian width N, Na or H."""
    if cluster.isascii():
        return True
    return (
        len(cluster) == 1
        and unicodedata.east_asian_width(cluster) in {"N", "Na", "H"}
        and cell_len(cluster) == 1
    )


def _goes_on(run: Run, characters: Sequence[str], pens: Sequence[Pen]) -> bool:
    """Whether the run can go on with these cells, of which only the last one has to be drawn.

    The others are unchanged: few enough to be drawn again, or blanks that are erased together with the last. A run
    that was blank so far takes on the pen of its first ink.
    """
    *gap, last = characters
    if len(gap) > NEAR and (last != " " or any(character != " " for character in gap)):
        return False
    if not all(run.pen.shows_as(pen, character) for character, pen in zip(gap, pens, strict=False)):
        return False
    if run.pen.on_space is pens[-1].on_space and run.blank and not "".join(gap).strip(" "):
        run.pen = pens[-1]
    return run.pen.shows_as(pens[-1], last)
