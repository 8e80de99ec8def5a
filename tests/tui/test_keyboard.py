"""What may come from the terminal's side, in a real one: odd bytes, keys in haste, signals, sizes, its end."""

import os
import re
import signal
import sys
import time

import pytest

from tests.ssh.far import ended
from tests.tui.modes import left_changed
from tests.tui.terminal import Terminal
from tests.tui.test_walk import AS_MODULE, ROOT


def running() -> Terminal:
    """The program with its first screen drawn."""
    terminal = Terminal(AS_MODULE, 120, 40, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    return terminal


@pytest.mark.parametrize("typed", [b"\xff", b"\xe9a", b"\x1b[1114112u", b"\xc3\x28\xf0\x9f"])
def test_what_no_keyboard_sends_ends_nothing(typed: bytes):
    terminal = running()
    terminal.send_bytes(typed)
    for _ in range(20):
        # What comes together with it may be left out too; what comes later must not be.
        terminal.send("j")
        time.sleep(0.02)
    moved = re.compile(r"(?!27)[0-9]+ of 53")
    terminal.wait(lambda: any(map(moved.search, terminal.rows)), "that another event is selected")
    terminal.send("q")
    assert terminal.close() == 0


@pytest.mark.parametrize("key", ["j", "k", "c", "v", "J"])
def test_escape_and_a_letter_in_haste_are_both_obeyed(key: str):
    terminal = running()
    terminal.send("/kim")
    terminal.wait(lambda: terminal.has("/kim"), "the prompt")
    terminal.send(f"\x1b{key}")
    terminal.wait(lambda: not terminal.has("/kim"), "that Esc has left the prompt")
    terminal.send("q")
    assert terminal.close() == 0


def test_a_terminal_that_is_closed_ends_the_program():
    terminal = running()
    terminal.hang_up()
    assert ended(terminal.process)


def test_going_on_without_having_been_suspended_changes_nothing():
    terminal = running()
    before = left_changed(terminal.heard)
    for name in (signal.SIGSTOP, signal.SIGCONT):
        os.kill(terminal.process, name)
        time.sleep(0.1)
    terminal.send("j")
    terminal.wait(lambda: terminal.has("28 of 53"), "the next event")
    assert left_changed(terminal.heard) == before
    terminal.send("q")
    assert terminal.close() == 0
    assert left_changed(terminal.heard) == set()


def test_the_size_is_the_terminals_whatever_the_environment_says():
    terminal = Terminal(AS_MODULE, 120, 40, ROOT, COLUMNS="200", LINES="5")
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    terminal.send("q")
    assert terminal.close() == 0


def test_a_window_without_bounds_is_drawn_in_part():
    terminal = running()
    for claimed in ((65_535, 65_535), (65_535, 8), (30, 65_535)):
        before = len(terminal.heard)
        terminal.claim(*claimed)
        terminal.wait(lambda before=before: len(terminal.heard) > before, "an answer to the size")  # type: ignore[misc]
    terminal.resize(120, 40)
    terminal.send("j")
    terminal.wait(lambda: terminal.has("28 of 53"), "the next event")
    terminal.send("q")
    assert terminal.close() == 0


BREAKS = """
import sys
from textual.drivers.linux_driver import LinuxDriver
def broken(driver):
    raise RuntimeError("on purpose")
LinuxDriver.run_input_thread = broken
from tui.__main__ import main
sys.exit(main())
"""


def test_what_breaks_while_keys_are_read_is_a_failure():
    terminal = Terminal([sys.executable, "-c", BREAKS], 120, 40, ROOT)
    assert terminal.close() == 1
    assert terminal.has("on purpose")
    assert not terminal.in_alternate_screen
