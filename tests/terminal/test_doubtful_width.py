"""Of some clusters terminals disagree how wide they are: in each, what stands around them stays in its place."""

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pyte
import pytest

from tui.terminal.canvas import Canvas
from tui.terminal.width import cells, graphemes, is_steady

ROWS = [
    "plain words and more of them here",
    "\u0939\u093f\u0928\u094d\u0926\u0940 \u0915\u094d\u0937\u093f rows of it",
    "x \U0001f1f0\U0001f1f5 flags \u2764\ufe0f hearts",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 a family",
    "caf\u0065\u0301 \uae40\uc815\uc740 \U0001f680",
    "\u0bb7\u0bbf\u0bb7\u0bbf\u0bb7\u0bbf\u0bb7\u0bbf\u0bb7\u0bbf\u0bb7\u0bbf\u0bb7\u0bbf\u0bb7\u0bbf",
    "short",
]
WIDTH = 20
Width = Callable[[str], int]


def narrow(character: str) -> int:
    """A terminal that gives all marks no cell of their own."""
    return (
        0 if unicodedata.category(character)[0] == "M" or character == "\u200d" else min(cells(character), 2)
    )


def beside(character: str) -> int:
    """One that asks the C library, as most do."""
    return 1 if unicodedata.category(character) == "Mc" else narrow(character)


def wide(character: str) -> int:
    """One that makes flags wide too."""
    return 2 if 0x1F1E6 <= ord(character) < 0x1F200 else beside(character)


def fitted(text: str) -> str:
    """A text in exactly so many cells as the left pane has."""
    kept = ""
    for first, last, _ in graphemes(text):
        if cells(kept + text[first:last]) <= WIDTH:
            kept += text[first:last]
    return kept + " " * (WIDTH - cells(kept))


def in_place(text: str) -> dict[int, str]:
    """What stands in which column, as far as terminals agree."""
    found, x = {}, 0
    for first, last, width in graphemes(text):
        if is_steady(text[first:last]):
            found[x] = unicodedata.normalize("NFC", text[first:last])
        x += width
    return found


@pytest.mark.parametrize("width", [narrow, beside, wide])
@pytest.mark.parametrize("erases", [True, False])
def test_no_cell_is_left_behind_and_none_is_moved(
    monkeypatch: pytest.MonkeyPatch, width: Width, erases: bool
):
    monkeypatch.setattr("pyte.screens.wcwidth", width)
    for before, after in [*pairwise([*ROWS, *reversed(ROWS)]), *((row, "") for row in ROWS)]:
        screen = pyte.Screen(2 * WIDTH, 3)
        stream, canvas = pyte.Stream(screen), Canvas(2 * WIDTH, erases)
        stream.feed(canvas.thrifty(f"\x1b[2;{WIDTH + 1}H{'|right'.ljust(WIDTH)}"))
        for row in (before, after):
            stream.feed(canvas.thrifty(f"\x1b[2;1H{fitted(row)}"))
            wanted = in_place(fitted(row)) | dict(enumerate("|right", WIDTH))
            shown = {x: screen.buffer[1][x].data for x in wanted}
            assert shown == wanted, (before, after)
            assert not "".join(screen.buffer[2][x].data for x in range(2 * WIDTH)).strip()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("\u0939\u093f\u0928\u094d\u0926\u0940", 5),
        ("\uae40", 2),
        ("e\u0301", 1),
        ("\u2764\ufe0f", 2),
        ("a", 1),
        ("", 0),
    ],
)
def test_a_vowel_beside_its_letter_has_a_cell(text: str, taken: int):
    assert cells(text) == taken
    assert sum(width for _, _, width in graphemes(text)) == taken
