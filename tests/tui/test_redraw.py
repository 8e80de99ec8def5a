"""Ctrl-L draws the screen anew, where something else has written on the terminal."""

from itertools import product

import pytest

from tests.effort import some, tireless
from tests.tui.test_keyboard import running

WHERE = [("j", "28 of 53"), ("/kim", "/kim"), ("?", "Keys here")]
CTRL_L = ["\x0c", "\x1b[108;5u", "\x1b[12643;5u"]


@tireless
@pytest.mark.parametrize(
    ("where", "ctrl_l"), some([*zip(WHERE, CTRL_L, strict=True)], [*product(WHERE, CTRL_L)])
)
def test_all_is_drawn_anew_whatever_was_written_over_it(where: tuple[str, str], ctrl_l: str):
    pressed, seen = where
    terminal = running()
    terminal.send("j")
    terminal.wait(lambda: terminal.has("28 of 53"), "the next event")
    if pressed != "j":
        terminal.send(pressed)
        terminal.wait(lambda: terminal.has(seen), "what was asked for")
    terminal.feed("".join(f"\x1b[{row};1H\x1b[7mBroadcast message\x1b[m" for row in (1, 20, 40)))
    assert terminal.has("Broadcast message")
    terminal.send(ctrl_l)
    terminal.wait(lambda: not terminal.has("Broadcast message") and terminal.has(seen), "what stood there")
    terminal.send("q" if pressed == "j" else "\x1bq")
    assert terminal.close() == 0
