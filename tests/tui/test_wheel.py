"""The mouse wheel, in a real terminal: it turns what is under the mouse, and leaves the focus where it is."""

import pytest

from tests.tui.terminal import Terminal
from tests.tui.test_walk import AS_MODULE, ROOT

DOWN, UP = 65, 64


def running(width: int, height: int) -> Terminal:
    """The program, which acts on keys by now."""
    terminal = Terminal(AS_MODULE, width, height, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    first = marked(terminal)
    terminal.send("jk")
    # Each of the two may be drawn by itself.
    terminal.wait(
        lambda: terminal.has("enter open") and marked(terminal) == first,
        "the keys in place of the first note",
    )
    return terminal


def turn(terminal: Terminal, button: int, column: int, row: int) -> None:
    """One notch of the wheel over a cell, counted from 0 (SGR mouse reports)."""
    terminal.send(f"\x1b[<{button};{column + 1};{row + 1}M")


def marked(terminal: Terminal) -> list[str]:
    return [row for row in terminal.rows if row.startswith("›")]


@pytest.mark.parametrize(("width", "height"), [(120, 40), (80, 24), (60, 20)])
def test_over_the_timeline_it_moves_the_selection(width: int, height: int):
    terminal = running(width, height)
    first = marked(terminal)
    turn(terminal, DOWN, 10, 6)
    terminal.wait(lambda: marked(terminal) not in (first, []), "the next row")
    turn(terminal, UP, 10, 6)
    terminal.wait(lambda: marked(terminal) == first, "the row before")
    terminal.send("q")
    assert terminal.close() == 0


@pytest.mark.parametrize("words", ["contested  Who represents", "◊ “Based on precedent"])
def test_over_the_source_and_the_card_it_scrolls_their_text_and_selects_nothing(words: str):
    terminal = running(120, 40)
    first = marked(terminal)
    (row,) = [row for row, text in enumerate(terminal.rows) if words in text]
    column = terminal.rows[row].index(words)
    turn(terminal, DOWN, column, row)
    terminal.wait(lambda: words in terminal.rows[row - 3], "the words three lines further up")
    turn(terminal, UP, column, row)
    terminal.wait(lambda: words in terminal.rows[row], "the words where they were")
    assert marked(terminal) == first
    terminal.send("q")
    assert terminal.close() == 0


def test_over_the_help_it_scrolls():
    terminal = running(80, 24)
    terminal.send("?")
    terminal.wait(lambda: terminal.has("Keys here"), "the help")
    before = terminal.rows[1]
    turn(terminal, DOWN, 10, 10)
    terminal.wait(lambda: terminal.rows[1] != before, "what is further down")
    terminal.send("G")
    terminal.wait(lambda: terminal.has("before:"), "its end")
    terminal.send("g")
    terminal.wait(lambda: terminal.rows[1] == before, "its top")
    terminal.send("qq")
    assert terminal.close() == 0
