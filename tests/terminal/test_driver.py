"""What the driver passes on of what a terminal says."""

import os
import threading
from selectors import SelectorKey, SelectSelector

import pytest
from textual.app import App
from textual.events import Key, MouseDown
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


async def test_nobody_looks_now_and_then_whether_it_is_the_end(monkeypatch: pytest.MonkeyPatch):
    waited: list[float | None] = []

    class Watched(SelectSelector):
        def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
            waited.append(timeout)
            return super().select(timeout)

    monkeypatch.setattr("tui.seam.terminal_driver.SelectSelector", Watched)
    passed: list[Message] = []
    heard = threading.Event()

    def hear(_: TerminalDriver, message: Message) -> None:
        passed.append(message)
        heard.set()

    monkeypatch.setattr(TerminalDriver, "send_message", hear)
    driver = TerminalDriver(App())
    driver.fileno, keyboard = os.pipe()
    driver._until, driver._ends = os.pipe()
    driver._key_thread = threading.Thread(target=driver.run_input_thread, daemon=True)
    driver._key_thread.start()
    os.write(keyboard, b"j")
    assert heard.wait(30)
    driver.disable_input()
    driver._key_thread.join(30)
    assert not driver._key_thread.is_alive()
    assert [it.key for it in passed if isinstance(it, Key)] == ["j"]
    assert set(waited) == {None}
    os.close(driver.fileno)
    os.close(keyboard)
