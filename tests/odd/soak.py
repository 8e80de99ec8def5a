"""How memory grows while keys are pressed: `python -m tests.odd.soak KEYS` says it after 1,000 and after KEYS.

A process of its own, on the bundled corpus, so that nothing but the program is counted: lines of keys and kilobytes.
"""

import asyncio
import gc
import os
import random
import sys
import tempfile
from pathlib import Path

import seeds
from model.corpus.load import load_corpus
from model.index.archive import open_archive
from tests.odd.storm import keys, press_all
from tui.app import DprkTui

FIRST = 1000
"""Keys after which the program has met most of what it keeps: what is counted from."""


def resident() -> int:
    """The memory that this process holds, in kilobytes (Linux)."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


async def soak(count: int) -> None:
    """Press so many keys, prompts among them."""
    archive = open_archive(load_corpus(Path(seeds.__file__).parent), None, today=20240)
    chance = random.Random(0)
    async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
        pressed = 0
        for until in (FIRST, *range(count // 10, count + 1, count // 10)):
            if until > pressed:
                pressed += await press_all(pilot, keys(chance, until - pressed))
                print(until, resident(), flush=True)


if __name__ == "__main__":
    os.chdir(tempfile.mkdtemp())
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{kind}_HOME"] = str(Path.cwd())
    asyncio.run(soak(int(sys.argv[1])))
