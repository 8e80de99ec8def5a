"""What is asked often is answered by few keys, counted as they are pressed in a real terminal."""

import sys
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

ROOT = Path(__file__).parents[2]

MOST = 8


@pytest.mark.parametrize("number", ["1", "on"])
def test_what_rests_on_one_unnamed_voice(tmp_path: Path, number: str):
    terminal = Terminal([sys.executable, "-m", "tui"], 80, 24, tmp_path, PYTHONPATH=str(ROOT))

    def press(keys: str, seen: str) -> int:
        terminal.send(keys)
        terminal.wait(lambda: terminal.has(seen), repr(seen))
        return len(keys)

    terminal.wait(lambda: terminal.has("keys and signs"), "the first picture")
    pressed = press("f", " filter ")
    pressed += press(number, "origins:1")
    pressed += press("\t", "filter origins:1 ")
    pressed += press("an", "record:anonymous")
    pressed += press("\t", "filter origins:1 record:anonymous")
    pressed += press("\r", "5 of 53 events, filter: origins:1 record:anonymous")
    assert pressed <= MOST
    terminal.picture_at_end("\x11")
