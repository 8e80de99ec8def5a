"""Signals in the first moments: no traceback, the right status, and the terminal as it was."""

import os
import signal
import subprocess
import sys
from itertools import cycle, product

import pytest

from tests.cli.running import ROOT
from tests.effort import some, tireless
from tests.tui.terminal import Terminal
from tui.terminal.signals import ENDING

# Sends the signal to the program itself while it imports a module, which happens once and at a known moment.
PROGRAM = """
import os, sys
module, number = sys.argv.pop(1), int(sys.argv.pop(1))
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), number)
sys.meta_path.insert(0, Finder())
from tui.__main__ import main
sys.exit(main())
"""

EARLY = ["argparse", "tui.cli.parser", "tui.cli.dispatch", "model.compiled.opening", "msgspec"]
PAINTED = ["tui.app", "textual.app", "tui.screen"]


@pytest.mark.parametrize("module", EARLY)
def test_ctrl_c_ends_a_listing_without_a_word(module: str):
    command = [sys.executable, "-c", PROGRAM, module, str(int(signal.SIGINT)), "print"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@tireless
@pytest.mark.parametrize(
    ("module", "name"), some([*zip(cycle(PAINTED), ENDING)], [*product(PAINTED, ENDING)])
)
def test_a_signal_before_textual_runs_gives_the_terminal_back(module: str, name: signal.Signals):
    script = 'was=$(stty -g); "$@"; echo "status $?"; test "$was" = "$(stty -g)" && echo keyboard as before'
    command = ["bash", "-c", script, "bash", sys.executable, "-c", PROGRAM, module, str(int(name))]
    terminal = Terminal(command, 100, 40, ROOT)
    terminal.wait(lambda: terminal.has("status "), "the exit status")
    terminal.close()
    assert terminal.has(f"status {128 + name}")
    assert not terminal.has("Traceback")
    assert terminal.cursor_shown
    assert not terminal.in_alternate_screen
    assert terminal.has("keyboard as before")


@pytest.mark.parametrize("module", PAINTED)
def test_nothing_suspends_a_program_that_is_beginning(module: str):
    command = [sys.executable, "-c", PROGRAM, module, str(int(signal.SIGTSTP))]
    terminal = Terminal(command, 100, 40, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    terminal.send("q")
    assert terminal.close() == 0
