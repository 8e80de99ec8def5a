"""Tests that are started in the background start programs as a terminal would."""

import signal
import subprocess
import sys

import pytest

from tests.cli.running import ROOT
from tests.dispositions import IGNORED_IN_BACKGROUND

IN_BACKGROUND = "trap '' INT HUP QUIT; exec \"$@\""

CHILD = "import signal; print([signal.getsignal(n) is not signal.SIG_IGN for n in (1, 2, 3)])"
PARENT = """
import os, signal, subprocess, sys, tests.conftest
print(subprocess.run([sys.executable, "-c", sys.argv[1]], capture_output=True, text=True).stdout.strip())
for number in (1, 2, 3):
    os.kill(os.getpid(), number)
print("still here")
"""


def test_a_background_run_hears_no_signal_and_the_programs_it_starts_hear_all():
    command = ["bash", "-c", IN_BACKGROUND, "bash", sys.executable, "-c", PARENT, CHILD]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[True, True, True]", "still here"]


@pytest.mark.parametrize("number", IGNORED_IN_BACKGROUND)
def test_no_test_is_run_with_a_signal_ignored(number: signal.Signals):
    assert signal.getsignal(number) is not signal.SIG_IGN
