"""What has to be drawn so that a row of cells becomes another: runs of cells, each in one pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import is_not, ne, or_

from tui.terminal.pen import PLAIN, Pen

NEAR = 4
"""Unchanged cells that are drawn again rather than jumped over: a jump takes about as many bytes."""

UNKNOWN = "\0"
"""Stands in the memory for a cell of which nothing is known: equal to none that is wanted."""


@dataclass(slots=True)
class Run:
    """Cells of row `y` from column `x` on (both from 0), one character each, that one pen can draw.

    `blank` tells that it has nothing but its ground so far.
    """

    y: int
    x: int
    characters: list[str]
    pen: Pen
    blank: bool


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
        here = slice(x, x + len(characters))
        old, old_pens = self.characters[here], self.pens[here]
        differing = map(or_, map(ne, characters, old), map(is_not, pens, old_pens))
        runs: list[Run] = []
        run: Run | None = None
        end = 0
        for at in compress(count(), differing):
            character, pen = characters[at], pens[at]
            if character == " " and old[at] == " " and pen.on_space is old_pens[at].on_space:
                continue
            if run is not None and at == end and (run.pen is pen or run.pen.shows_as(pen, character)):
                run.characters.append(character)
                run.blank = run.blank and character == " "
            elif run is None or not _goes_on(run, characters[end : at + 1], pens[end : at + 1]):
                run = Run(y, x + at, [character], pen, character == " ")
                runs.append(run)
            end = at + 1
        return runs


def _goes_on(run: Run, characters: Sequence[str], pens: Sequence[Pen]) -> bool:
    """Have the run go on with these cells, of which only the last one has to be drawn; False where it cannot.

    The others are unchanged: few enough to be drawn again, or blanks that are erased together with the last. A run
    that was blank so far takes on the pen of its first ink.
    """
    last, pen = characters[-1], pens[-1]
    blank = characters.count(" ") == len(characters)
    if len(characters) - 1 > NEAR and not blank:
        return False
    if not all(map(run.pen.shows_as, pens[:-1], characters[:-1])):
        return False
    inked = run.pen
    if (
        run.blank
        and run.pen.on_space is pen.on_space
        and characters.count(" ") == len(characters) - (last != " ")
    ):
        inked = pen
    if not inked.shows_as(pen, last):
        return False
    run.pen = inked
    run.characters += characters
    run.blank = run.blank and blank
    return True
