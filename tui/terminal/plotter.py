"""Drawing runs with few bytes: in what order, with which moves of the cursor and changes of the pen.

The sequences are those of ECMA-48: CUP, CUF and CUB move, ECH and EL erase, SGR changes the pen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from tui.terminal.difference import Run
from tui.terminal.pen import PLAIN, Pen
from tui.terminal.width import is_apart, is_steady

_ERASED_INSIDE = 11
"""The fewest blanks that are erased and jumped over rather than written: both together take about as many bytes."""

_ERASED_AT_END = 5
"""The same at the end of a run, where there is nothing to jump to."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Where the terminal's cursor is (`None` where that is not known), and the pen it writes with."""

    at: tuple[int, int] | None = None
    pen: Pen = PLAIN


class Plotter:
    """Draws on one terminal of `columns` cells a row.

    `can_erase` tells that the terminal has ECH and EL, and erases in the pen's ground (terminfo `ech`, `el`, `bce`).
    """

    def __init__(self, columns: int, can_erase: bool) -> None:
        self.columns = columns
        self._can_erase = can_erase
        self.hand = Hand()

    def draw(self, runs: Sequence[Run]) -> str:
        """The runs, in the order that takes fewer bytes: row by row, or pen by pen."""
        drawn = [self._in_order(order) for order in (runs, list(self._by_pens(runs)))]
        written, self.hand = min(drawn, key=lambda pair: len(pair[0]))
        return written

    def passage(self, y: int, x: int, cells: Sequence[tuple[str, Pen]]) -> str:
        """Cells of a row in one go. Behind clusters of which terminals disagree how wide they are, the cursor is set.

        Such a cluster is drawn on blanks: a terminal that makes it narrower leaves nothing of what stood there.
        """
        end = len(cells)
        while end and cells[end - 1][0] == " " and cells[end - 1][1].on_space is cells[-1][1].on_space:
            end -= 1
        ground = cells[-1][1].on_space
        erased = self._can_erase and x + len(cells) == self.columns and not ground.attributes
        parts = [self.move(x, y)]
        at = 0
        for steady, stretch in _stretches(cells[: end if erased else len(cells)]):
            if not steady:
                parts += self._written((" ", pen) for _, pen in stretch)
                self.lose()
                parts.append(self.move(x + at, y))
            parts += self._written(stretch)
            at += len(stretch)
            if not steady and at < len(cells):
                self.lose()
                parts.append(self.move(x + at, y))
        if erased and end < len(cells):
            parts += (self.change_to(ground, " "), "\x1b[K")
        self.lose()
        return "".join(parts)

    def _written(self, cells: Iterable[tuple[str, Pen]]) -> Iterator[str]:
        """Cells one after the other, each in its pen."""
        for pen, some in groupby(cells, itemgetter(1)):
            text = "".join(map(itemgetter(0), some))
            yield self.change_to(pen, text)
            yield text

    def move(self, x: int, y: int) -> str:
        """The shortest way of the cursor to column `x` of row `y`, from 0."""
        way = _way(self.hand.at, x, y)
        self.hand = Hand(self._standing(x, y), self.hand.pen)
        return way

    def change_to(self, pen: Pen, text: str = "x") -> str:
        """Take up a pen, if `text` would look different without it."""
        if self.hand.pen is pen or (text.isspace() and self.hand.pen.on_space is pen.on_space):
            return ""
        change = self.hand.pen.change_to(pen)
        self.hand = Hand(self.hand.at, pen)
        return change

    def lose(self) -> None:
        """Forget where the cursor is."""
        self.hand = Hand(None, self.hand.pen)

    def _by_pens(self, runs: Sequence[Run]) -> Iterator[Run]:
        """All runs of one pen after the other: the pen at hand first, then the one that is nearest."""
        groups: dict[Pen, list[Run]] = {}
        for run in sorted(runs, key=lambda run: run.blank):
            pen = run.pen
            if run.blank:
                pen = next((other for other in groups if other.shows_as(pen, " ")), pen)
            groups.setdefault(pen, []).append(run)
        at_hand = self.hand.pen
        while groups:
            at_hand = min(groups, key=lambda pen: len(at_hand.change_to(pen)))
            yield from sorted(groups.pop(at_hand), key=lambda run: (run.y, run.x))

    def _in_order(self, runs: Iterable[Run]) -> tuple[str, Hand]:
        """The bytes for the runs in this order, and where they leave the hand."""
        at, pen = self.hand.at, self.hand.pen
        parts: list[str] = []
        for run in runs:
            if at != (run.x, run.y):
                parts.append(_way(at, run.x, run.y))
            if not (pen is run.pen or (pen.on_space is run.pen.on_space and run.blank)):
                parts.append(pen.change_to(run.pen))
                pen = run.pen
            text = "".join(run.characters)
            written, moved = self._erasing(run, text, pen) if "     " in text else (text, len(text))
            parts.append(written)
            at = self._standing(run.x + moved, run.y)
        return "".join(parts), Hand(at, pen)

    def _standing(self, x: int, y: int) -> tuple[int, int] | None:
        """Where the cursor is after that: past the last column terminals wait for the next character, each its way."""
        return (x, y) if x < self.columns else None

    def _erasing(self, run: Run, text: str, pen: Pen) -> tuple[str, int]:
        """The text with its long blanks erased, and by how many cells that moves the cursor."""
        if not self._can_erase or pen.on_space.attributes:
            return text, len(text)
        kept = text.rstrip(" ")
        blanks = len(text) - len(kept)
        ending, moved = text[len(kept) :], len(text)
        if blanks >= _ERASED_AT_END:
            to_edge = run.x + len(text) == self.columns
            ending, moved = "\x1b[K" if to_edge else f"\x1b[{blanks}X", len(kept)
        return "".join(_jumps(kept)) + ending, moved


def _stretches(cells: Sequence[tuple[str, Pen]]) -> Iterator[tuple[bool, Sequence[tuple[str, Pen]]]]:
    """Cells in stretches whose width is sure, or is not; the second cell of a wide cluster belongs to its first."""
    begin, before = 0, True
    if is_apart("".join(map(itemgetter(0), cells))):
        yield from [(True, cells)] if cells else ()
        return
    for at, (text, _) in enumerate(cells):
        steady = is_steady(text) if text else before
        if steady != before:
            if begin < at:
                yield before, cells[begin:at]
            begin, before = at, steady
    if begin < len(cells):
        yield before, cells[begin:]


def _jumps(text: str) -> Iterator[str]:
    """The text, long blanks in it erased and jumped over."""
    words = text.split(" " * _ERASED_INSIDE)
    blanks = 0
    for number, word in enumerate(words):
        if number:
            blanks += _ERASED_INSIDE
        if not word and number < len(words) - 1:
            continue
        stripped = word.lstrip(" ")
        blanks += len(word) - len(stripped)
        if blanks:
            yield f"\x1b[{blanks}X\x1b[{blanks}C" if blanks >= _ERASED_INSIDE else " " * blanks
            blanks = 0
        yield stripped


def _way(start: tuple[int, int] | None, x: int, y: int) -> str:
    if start == (x, y):
        return ""
    place = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"
    if start is None or start[1] != y:
        return place
    by = x - start[0]
    step = f"\x1b[{abs(by) if abs(by) > 1 else ''}{'C' if by > 0 else 'D'}"
    return min(step, place, key=len)
