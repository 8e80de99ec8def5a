"""However long one works with it, the program holds no more than after a while."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache
from textual.widget import Widget

from model.index.archive import open_archive
from tests.cli.running import ROOT
from tests.effort import NIGHTLY, tireless
from tests.odd.corpora import CORPORA
from tests.tui.looking import press
from tui.app import DprkTui

ROUND = (
    ("f", *"by:", "escape"), ("/", *"zep", "enter", "escape"), (":", *"9 m", "escape"), ("ctrl+p", "v", "escape"),
    ("?", "escape"), ("X", "escape"), ("v", "v", "V", "escape"), ("c", "escape"), (",", "."),
    ("j", "enter", "k", "escape"),
)  # fmt: skip
"""Every prompt and every other screen, opened and left."""


def alive() -> list[str]:
    """The kinds of all widgets, and of what they have drawn, that something holds; on the screen or not."""
    gc.collect()
    return sorted(type(it).__qualname__ for it in gc.get_objects() if isinstance(it, (Widget, StylesCache)))


async def test_nothing_that_was_opened_and_left_is_held(tmp_path: Path):
    archive = open_archive(CORPORA["one of everything"]().load(tmp_path / "corpus"), None, today=20240)
    async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
        held = []
        for rounds in (2, 5):
            for _ in range(rounds):
                for keys in ROUND:
                    await press(pilot, *keys)
            held.append(alive())
        assert held[0] == held[1]


@tireless
@pytest.mark.skipif(not NIGHTLY, reason="a soak of 100,000 keys is for the night: make nightly")
@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is read from /proc, which Linux has"
)
def test_after_a_hundred_thousand_keys_memory_is_what_it_was_after_a_thousand():
    command = [sys.executable, "-m", "tests.odd.soak", "100000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = [int(line.split()[1]) for line in done.stdout.splitlines()]
    assert told[-1] <= 1.2 * told[0], done.stdout
