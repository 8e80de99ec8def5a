"""Fewer bytes for the same picture: only cells that differ from what the terminal shows are written.

Textual writes whole rows of a widget, each piece of text in its own SGR sequence: some 9 KB for one move in three
panes, which a slow line feels. The canvas stands between Textual and the terminal, remembers the cells, and passes
on the difference. Whatever it does not understand goes through as it is and empties the memory.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.terminal.pen import Pen

_TOKEN = re.compile(
    r"\x1b\[(?P<sgr>[0-9;]*)m"
    r"|\x1b\[(?P<row>[0-9]+);(?P<column>[0-9]+)H"
    r"|(?P<frame>\x1b\[\?2026[hl])"
    r"|(?P<newline>\r?\n)"
    r"|(?P<other>[\x00-\x1f\x7f-\x9f](?:[^\x00-\x1f\x7f-\x9f]*))"
)

_Cell = tuple[str, Pen]


class _Placed(NamedTuple):
    x: int
    cluster: str
    width: int
    pen: Pen


_ERASED = 12
"""The fewest blanks that are erased rather than written: erasing and going on takes about as many bytes."""

_NEAR = 4
"""Unchanged cells that are written rather than jumped over: a jump takes about as many bytes."""


class Canvas:
    """What one terminal shows, as far as is known, and the way to change it cheaply.

    `can_erase` tells that the terminal has ECH (erase characters) and erases in the pen's ground (terminfo `bce`).
    """

    def __init__(self, can_erase: bool = False) -> None:
        self._can_erase = can_erase
        self._rows: dict[int, dict[int, _Cell]] = {}
        self._written: list[str] = []
        self._pen = Pen()
        self._wanted = Pen()
        # Where the terminal's cursor is (None where unknown), and where Textual has it.
        self._cursor: tuple[int, int] | None = None
        self._x = self._y = 0
        self._chunk: list[tuple[str, Pen]] = []

    def forget(self) -> None:
        """Take nothing for granted: after a resize the terminal may show anything."""
        self._rows.clear()
        self._cursor = None

    def thrifty(self, data: str) -> str:
        """What to write so that the terminal shows what it would show after `data`."""
        self._written = []
        at = 0
        for token in _TOKEN.finditer(data):
            if token.start() > at:
                self._chunk.append((data[at : token.start()], self._wanted))
            at = token.end()
            if token["sgr"] is not None:
                self._wanted = self._wanted.after(token["sgr"])
            elif token["row"]:
                self._put_chunk()
                self._x, self._y = int(token["column"]) - 1, int(token["row"]) - 1
            elif token["newline"]:
                self._put_chunk()
                self._x, self._y = 0, self._y + 1
            elif token["frame"]:
                self._put_chunk()
                if token["frame"].endswith("l"):
                    self._settle()
                self._written.append(token["frame"])
            else:
                self._pass_on(token["other"])
        if at < len(data):
            self._chunk.append((data[at:], self._wanted))
        self._put_chunk()
        self._settle()
        return "".join(self._written)

    def _pass_on(self, sequence: str) -> None:
        self._put_chunk()
        self._settle()
        self._written += (self._pen.change_to(self._wanted), sequence)
        self._pen = self._wanted
        self.forget()

    def _settle(self) -> None:
        """Put the cursor where Textual has it."""
        if self._cursor is not None and self._cursor != (self._x, self._y):
            self._move(self._x, self._y)

    def _put_chunk(self) -> None:
        """Write the text gathered since the last move."""
        cells: list[_Placed] = []
        x, simple = self._x, True
        for text, pen in self._chunk:
            blank = pen.on_space
            if text.isascii():
                cells += [_Placed(at, c, 1, blank if c == " " else pen) for at, c in enumerate(text, x)]
                x += len(text)
                continue
            for first, last, width in split_graphemes(text)[0]:
                cluster = text[first:last]
                simple = simple and _is_simple(cluster)
                cells.append(_Placed(x, cluster, width, blank if cluster == " " else pen))
                x += width
        if cells:
            row = self._rows.setdefault(self._y, {})
            before = [row.get(column) for column in range(self._x, x)]
            # Terminals disagree about the width of some characters. Beside one, every cell is written, in order.
            simple = simple and all(cell is None or _is_simple(cell[0]) for cell in before)
            self._put(cells, row, everything=not simple)
        self._chunk.clear()
        self._x = x

    def _put(self, cells: list[_Placed], row: dict[int, _Cell], everything: bool) -> None:
        """Write the cells of one row that differ, or all of them."""
        skipped: list[_Placed] = []
        at = 0
        while at < len(cells):
            cell = cells[at]
            if not everything and row.get(cell.x) == (cell.cluster, cell.pen):
                skipped.append(cell)
                at += 1
                continue
            self._go_to(cell, skipped)
            skipped = []
            blanks = self._blanks(cells, at)
            if len(blanks) >= _ERASED:
                self._erase(blanks)
                row.update((blank.x, (" ", blank.pen)) for blank in blanks)
                at += len(blanks)
            else:
                self._write(cell)
                row[cell.x] = (cell.cluster, cell.pen)
                row.update((x, ("", cell.pen)) for x in range(cell.x + 1, cell.x + cell.width))
                at += 1

    def _go_to(self, cell: _Placed, skipped: list[_Placed]) -> None:
        """Bring the cursor to a cell, over a few unchanged ones by writing them again."""
        if self._cursor == (cell.x, self._y):
            return
        near = bool(skipped) and self._cursor == (skipped[0].x, self._y) and len(skipped) <= _NEAR
        if near and all(self._pen.shows_as(item.pen, item.cluster) for item in skipped):
            self._written += [item.cluster for item in skipped]
        else:
            self._move(cell.x, self._y)

    def _write(self, cell: _Placed) -> None:
        if not self._pen.shows_as(cell.pen, cell.cluster):
            self._written.append(self._pen.change_to(cell.pen))
            self._pen = cell.pen
        self._written.append(cell.cluster)
        self._cursor = (cell.x + cell.width, self._y)

    def _blanks(self, cells: list[_Placed], at: int) -> list[_Placed]:
        """The plain blanks of one ground from `at` on, where the terminal can erase them."""
        if not self._can_erase:
            return []
        pen = cells[at].pen
        end = at
        while end < len(cells) and cells[end].cluster == " " and cells[end].pen == pen and not pen.attributes:
            end += 1
        return cells[at:end]

    def _erase(self, cells: list[_Placed]) -> None:
        """ECH: blanks in the pen's ground, without moving the cursor."""
        if self._pen.background != cells[0].pen.background:
            self._written.append(self._pen.change_to(cells[0].pen))
            self._pen = cells[0].pen
        self._written.append(f"\x1b[{len(cells)}X")
        self._cursor = (cells[0].x, self._y)

    def _move(self, x: int, y: int) -> None:
        ahead = x - self._cursor[0] if self._cursor is not None and self._cursor[1] == y else 0
        self._written.append(f"\x1b[{ahead}C" if ahead > 0 else f"\x1b[{y + 1};{x + 1}H")
        self._cursor = (x, y)


@lru_cache(maxsize=2048)
def _is_simple(cluster: str) -> bool:
    """Whether every terminal gives the cluster one cell: ASCII, or a character of East-Asian width N, Na or H."""
    if cluster.isascii():
        return True
    return (
        len(cluster) == 1
        and unicodedata.east_asian_width(cluster) in {"N", "Na", "H"}
        and cell_len(cluster) == 1
    )
