"""What may come from the terminal's side, in a real one: odd bytes, keys in haste, signals, sizes, its end."""

import os
import signal
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
    terminal.wait(lambda: not terminal.has("27 of 53"), "that another event is selected")
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
