"""Whatever comes with the last key or in the first moments, the program ends as asked, without a traceback."""

import signal
import sys
from itertools import cycle, product

import pytest

from tests.cli.running import ROOT
from tests.effort import some, tireless
from tests.tui.terminal import Terminal
from tests.tui.test_keyboard import running
from tui.terminal.signals import ENDING


@pytest.mark.parametrize("haste", ["\x03", "\x1c", "\x03\x03\x03"])
def test_ctrl_c_with_q_does_not_change_how_it_ends(haste: str):
    for _ in range(3):
        terminal = running()
        terminal.send("q")
        terminal.wait(lambda it=terminal: not it.in_alternate_screen, "the shell's screen")  # type: ignore[misc]
        terminal.send(haste)
        assert terminal.close() == 0
        assert "Traceback" not in terminal.heard


# Sends the signal while a function of Textual's start runs, before the terminal is its own or just after.
PROGRAM = """
import os, sys
module, owner, name, number = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1), int(sys.argv.pop(1))
import importlib
kind = getattr(importlib.import_module(module), owner)
usual = getattr(kind, name)
def signalled(*args, **options):
    os.kill(os.getpid(), number)
    return usual(*args, **options)
setattr(kind, name, signalled)
from tui.__main__ import main
sys.exit(main())
"""

MOMENTS = [
    ("textual.app", "App", "run"),
    ("textual.app", "App", "run_async"),
    ("textual.app", "App", "_build_driver"),
    ("textual.drivers.linux_driver", "LinuxDriver", "start_application_mode"),
    ("textual.drivers.linux_driver", "LinuxDriver", "_enable_bracketed_paste"),
    ("tui.screen", "MainScreen", "compose"),
    ("textual.app", "App", "_ready"),
]


@tireless
@pytest.mark.parametrize(
    ("moment", "name"),
    some([*zip(MOMENTS, cycle(ENDING))], [*product(MOMENTS, ENDING)]),
    ids=lambda it: it[2] if isinstance(it, tuple) else it.name,
)
def test_a_signal_while_textual_starts_ends_the_program_without_a_traceback(
    moment: tuple[str, str, str], name: signal.Signals
):
    command = [sys.executable, "-c", PROGRAM, *moment, str(int(name))]
    terminal = Terminal(command, 100, 40, ROOT)
    assert terminal.close() == 128 + name
    assert "Traceback" not in terminal.heard
    assert "Error" not in terminal.heard
    assert not terminal.in_alternate_screen
    assert terminal.cursor_shown
