"""Ctrl-L draws the screen anew, where something else has written on the terminal."""

import pytest

from tests.tui.test_keyboard import running


@pytest.mark.parametrize(("pressed", "seen"), [("j", "28 of 53"), ("/kim", "/kim"), ("?", "Keys here")])
@pytest.mark.parametrize("ctrl_l", ["\x0c", "\x1b[108;5u", "\x1b[12643;5u"])
def test_all_is_drawn_anew_whatever_was_written_over_it(pressed: str, seen: str, ctrl_l: str):
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
