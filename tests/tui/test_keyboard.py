"""What may come from the terminal's side, in a real one: odd bytes, keys in haste, signals, sizes, its end."""

import os
import signal
import sys
from itertools import cycle, product

import pytest

from tests.effort import some, tireless
from tests.ssh.far import ended
from tests.tui.modes import left_changed
from tests.tui.terminal import Terminal
from tests.tui.test_walk import AS_MODULE, ROOT


def running(command: list[str] = AS_MODULE) -> Terminal:
    """The program with its first screen drawn."""
    terminal = Terminal(command, 120, 40, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    return terminal


@pytest.mark.parametrize(
    "typed",
    [
        b"\xff",
        b"\xe9a",
        b"\x1b[1114112u",
        b"\x1b[99999999999u",
        b"\x1b[97;;99999999999u",
        b"\xc3\x28\xf0\x9f",
    ],
)
def test_what_no_keyboard_sends_ends_nothing_and_takes_nothing_along(typed: bytes):
    terminal = running()
    terminal.send_bytes(typed + b"j")
    terminal.wait(lambda: terminal.has("28 of 53"), "the next event")
    terminal.send("q")
    assert terminal.close() == 0


@pytest.mark.parametrize(("key", "seen"), [
    ("j", "28 of 53"), ("k", "26 of 53"), ("c", "6 of 19"), ("v", "Lanes by"), ("/", "/type words"),
    (":", ":e.g. 9 may"),
    ("?", "Keys here"), ("+", "A cell is a day"), ("2", "[ ] quotes"), ("\r", "[ ] quotes"),
    ("\x1b", "outermost level"), ("\x1b[B", "28 of 53"),
])  # fmt: skip
def test_escape_and_a_key_in_haste_are_both_obeyed(key: str, seen: str):
    terminal = running()
    terminal.send("/xyzzy")
    terminal.wait(lambda: terminal.has("/xyzzy"), "the prompt")
    terminal.send(f"\x1b{key}")
    terminal.wait(lambda: terminal.has(seen) and not terminal.has("/xyzzy"), f"what Esc and {key!r} do")
    terminal.send("\x1bq" if seen.startswith(("/", ":")) else "qq" if key == "?" else "q")
    assert terminal.close() == 0


@pytest.mark.parametrize(
    "sequence",
    [b"\x1b[3;1 q", b"\x1b[1;1q", b"\x1b[0q", b"\x1b[" + b"1" * 45 + b"q", b"\x1b[I\x1b[O" * 300],
    ids=lambda sequence: repr(sequence)[2:20],
)
def test_a_sequence_that_nobody_knows_is_no_key(sequence: bytes):
    terminal = running()
    terminal.send_bytes(sequence + b"j")
    terminal.wait(lambda: terminal.has("28 of 53"), "the next event")
    terminal.send("\x03")
    terminal.wait(lambda: terminal.has("q quits."), "how one leaves")
    terminal.send("q")
    assert terminal.close() == 0


@pytest.mark.parametrize("odd", [b"\xff", b"a", b"\x1bq", "한".encode()])
def test_no_part_of_what_is_pasted_is_a_command(odd: bytes):
    terminal = running()
    pasted = b"\x1b[200~" + odd + b" " * 6000 + b"qqjX\r" + b"\x1b[201~"
    for at in range(0, len(pasted), 1500):
        terminal.send_bytes(pasted[at : at + 1500])
    terminal.send("j")
    terminal.wait(lambda: terminal.has("28 of 53"), "the one key that was typed")
    terminal.send("q")
    assert terminal.close() == 0


BEFORE = [b"", b"\x1b]" + b"5" * 5000, b"\x1b[200~never ended", b"\x1b[" + b"1" * 100_000]
SHELLS = [[], ["bash", "-c", 'trap "" HUP; exec "$@"', "bash"]]


@tireless
@pytest.mark.parametrize(
    ("before", "shell"),
    some([*zip(BEFORE, cycle(SHELLS)), (BEFORE[0], SHELLS[1])], [*product(BEFORE, SHELLS)]),
    ids=lambda it: repr(it)[:20],
)
def test_a_terminal_that_is_closed_ends_the_program(before: bytes, shell: list[str]):
    terminal = running([*shell, *AS_MODULE])
    terminal.send_bytes(before)
    terminal.hang_up()
    assert ended(terminal.process)
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.process, 0)[1]) == 128 + signal.SIGHUP


def test_going_on_without_having_been_suspended_changes_nothing():
    terminal = running()
    before = left_changed(terminal.heard)
    os.kill(terminal.process, signal.SIGSTOP)
    os.waitpid(terminal.process, os.WUNTRACED)
    os.kill(terminal.process, signal.SIGCONT)
    terminal.send("j")
    terminal.wait(lambda: terminal.has("28 of 53"), "the next event")
    assert left_changed(terminal.heard) == before
    terminal.send("q")
    assert terminal.close() == 0
    assert left_changed(terminal.heard) == set()


def test_the_size_is_the_terminals_whatever_the_environment_says():
    for columns, lines in (("200", "5"), ("9" * 20, "24"), ("5000", "5000")):
        terminal = Terminal(AS_MODULE, 120, 40, ROOT, COLUMNS=columns, LINES=lines)
        terminal.wait(lambda it=terminal: it.has("keys and signs"), "the footer")  # type: ignore[misc]
        terminal.send("j")
        terminal.wait(lambda it=terminal: it.has("28 of 53"), "the next event")  # type: ignore[misc]
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
from tui.terminal.keyboard import Keyboard
def broken(keyboard, data):
    raise RuntimeError("on purpose")
Keyboard.pieces = broken
from tui.__main__ import main
sys.exit(main())
"""


def test_what_breaks_while_keys_are_read_is_a_failure():
    terminal = Terminal([sys.executable, "-c", BREAKS], 120, 40, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    terminal.send("j")
    assert terminal.close() == 1
    assert terminal.has("on purpose")
    assert not terminal.in_alternate_screen
