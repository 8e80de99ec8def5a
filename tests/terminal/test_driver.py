"""What the driver passes on of what a terminal says."""

import pytest
from textual.app import App
from textual.events import MouseDown
from textual.geometry import Size
from textual.message import Message

from tui.seam.terminal_driver import TerminalDriver

COLUMNS, ROWS = 80, 24


@pytest.mark.parametrize(
    ("x", "y", "heard"),
    [
        (0, 0, True),
        (COLUMNS - 1, ROWS - 1, True),
        (COLUMNS, 0, False),
        (0, ROWS, False),
        (COLUMNS, ROWS, False),
        (5000, 5, False),
    ],
)
async def test_the_mouse_is_heard_where_there_are_cells(
    monkeypatch: pytest.MonkeyPatch, x: int, y: int, heard: bool
):
    passed: list[Message] = []
    monkeypatch.setattr(TerminalDriver, "send_message", lambda driver, message: passed.append(message))
    driver = TerminalDriver(App())
    driver.fit(Size(COLUMNS, ROWS))
    press = MouseDown(None, x, y, 0, 0, 1, False, False, False)
    driver.process_message(press)
    assert passed == [press] * heard
