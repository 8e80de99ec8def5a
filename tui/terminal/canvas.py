"""Fewer bytes for the same picture: only cells that differ from what the terminal shows are written.

Textual writes whole rows of a widget, each piece of text in its own SGR sequence: many KB for one move in three
panes, which a slow line feels. The canvas stands between Textual and the terminal, remembers the cells, and passes
on the difference. Modes and strings (DEC private modes, OSC, DCS) go through as they are; so does whatever it does not
understand, which empties the memory.
"""

import re
from collections.abc import Sequence

from tui.terminal.difference import UNKNOWN, Row, Run
from tui.terminal.pen import PLAIN, Pen
from tui.terminal.plotter import Plotter
from tui.terminal.width import WIDE, graphemes, is_apart, is_simple, is_steady

_SPILL = 4
"""The most cells by which a terminal makes a cluster wider than we do: a family of three that it shows side by side."""

_TOKEN = re.compile(
    r"\x1b\[(?P<sgr>[0-9;]*)m(?:(?P<text>[^\x00-\x1f\x7f-\x9f]+)(?P<reset>\x1b\[0m)?)?"
    r"|\x1b\[(?P<row>[0-9]+);(?P<column>[0-9]+)H"
    r"|(?P<frame>\x1b\[\?2026[hl])"
    r"|(?P<newline>\r?\n)"
    r"|(?P<aside>\x1b\[(?!\?(?:1049|1047|47)[hl])[?>=<][0-9;]*\$?[a-zA-Z]|\x1b[\]P_^][^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|(?P<other>[\x00-\x1f\x7f-\x9f](?:[^\x00-\x1f\x7f-\x9f]*))"
)
_OF_PEN = frozenset({"sgr", "text", "reset"})
"""A change of the pen, which text may follow and, as Textual writes it, the end of that pen."""


class Canvas:
    """What one terminal shows, as far as is known, and the way to change it cheaply.

    It has `columns` cells a row; `can_erase` is that of `Plotter`.
    """

    def __init__(self, columns: int, can_erase: bool = False) -> None:
        self._plotter = Plotter(columns, can_erase)
        self._rows: dict[int, Row] = {}
        self._written: list[str] = []
        # What is still to be drawn, and where in each row that ends.
        self._runs: list[Run] = []
        self._ends: dict[int, int] = {}
        # The pen and the cursor as Textual has them, and the text it has written since it last moved.
        self._wanted = PLAIN
        self._x = self._y = 0
        self._chunk: list[tuple[str, Pen]] = []

    def resize(self, columns: int) -> None:
        """The terminal has `columns` cells a row now, and may show anything."""
        self._plotter.columns = columns
        self._forget()

    def _forget(self) -> None:
        """Take nothing for granted."""
        self._rows.clear()
        self._plotter.lose()

    def thrifty(self, data: str) -> str:
        """What to write so that the terminal shows what it would show after `data`."""
        self._written = []
        at = 0
        for token in _TOKEN.finditer(data):
            start, end = token.span()
            if start > at:
                self._chunk.append((data[at:start], self._wanted))
            at = end
            kind = token.lastgroup
            if kind in _OF_PEN:
                self._wanted = self._wanted.after(token[1])
                if kind != "sgr":
                    self._chunk.append((token[2], self._wanted))
                if kind == "reset":
                    self._wanted = PLAIN
            elif kind == "column":
                self._take_chunk()
                self._x, self._y = int(token["column"]) - 1, int(token["row"]) - 1
            elif kind == "newline":
                self._take_chunk()
                self._x, self._y = 0, self._y + 1
            elif kind == "other":
                self._pass_on(token[0])
            else:
                self._draw()
                self._written.append(token[0])
        if at < len(data):
            self._chunk.append((data[at:], self._wanted))
        self._draw()
        return "".join(self._written)

    def _pass_on(self, sequence: str) -> None:
        self._draw()
        self._written += (self._plotter.change_to(self._wanted), sequence)
        self._forget()

    def _draw(self) -> None:
        """Write what was gathered, and put the cursor where Textual has it."""
        self._take_chunk()
        self._draw_runs()
        if self._plotter.hand.at is not None or self._written:
            self._written.append(self._plotter.move(self._x, self._y))

    def _draw_runs(self) -> None:
        if self._runs:
            self._written.append(self._plotter.draw(self._runs))
        self._runs = []
        self._ends = {}

    def _take_chunk(self) -> None:
        """Compare the text since the last move with what is shown."""
        if not self._chunk:
            return
        characters: list[str] = []
        pens: list[Pen] = []
        for text, pen in self._chunk:
            clusters = list(text) if text.isascii() else _cells(text)
            characters += clusters
            pens += [pen] * len(clusters)
        row = self._rows.setdefault(self._y, Row.unknown())
        end = self._x + len(characters)
        row.reach(end)
        if self._x < self._ends.get(self._y, 0):
            # Runs are drawn in an order of their own: what is written over others has to wait for them.
            self._draw_runs()
        self._ends[self._y] = end
        here = slice(self._x, end)
        if characters != row.characters[here] or pens != row.pens[here]:
            self._change(row, characters, pens)
            row.characters[here], row.pens[here] = characters, pens
        self._chunk = []
        self._x = end

    def _change(self, row: Row, characters: list[str], pens: list[Pen]) -> None:
        shown = row.characters[self._x : self._x + len(characters)]
        simple = min(_simple_start(characters), _simple_start(shown))
        self._runs += row.runs_to(self._y, self._x, characters[:simple], pens[:simple])
        if simple < len(characters):
            pieces = list(zip(characters[simple:], pens[simple:], strict=True))
            self._written.append(self._plotter.passage(self._y, self._x + simple, pieces))
            if not all(is_steady(character) for character in characters[-_SPILL:]):
                self._draw_behind(row, self._x + len(characters))

    def _draw_behind(self, row: Row, x: int) -> None:
        """Draw again what stands from column `x` on, where a cluster before it may have spilled over."""
        characters = row.characters[x : x + _SPILL]
        known = min(_simple_start(characters), (*characters, UNKNOWN).index(UNKNOWN))
        lost = Row.unknown()
        lost.reach(x + known)
        self._runs += lost.runs_to(self._y, x, characters[:known], row.pens[x : x + known])


def _simple_start(characters: Sequence[str]) -> int:
    """How many cells there are before the first of which terminals disagree how wide it is."""
    if all(map(is_simple, set(characters))):
        return len(characters)
    return next(number for number, character in enumerate(characters) if not is_simple(character))


def _cells(text: str) -> list[str]:
    """The grapheme clusters of a text, one a cell; after a wide one, empty cells."""
    if is_apart(text):
        return [cell for it in text for cell in ((it, "") if it > WIDE else (it,))]
    cells: list[str] = []
    for first, last, width in graphemes(text):
        if width:
            cells += (text[first:last], *[""] * (width - 1))
        elif cells:
            cells[-1] += text[first:last]
    return cells
