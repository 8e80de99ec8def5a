"""A copy of the bundled corpus that may be written in, and the app on it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

import seeds
from model.corpus.load import load_files
from model.curate.reload import Rereader
from model.index.archive import Archive, open_archive
from tests.tui.driving import settle
from tui.app import DprkTui


def copied(folder: Path) -> Path:
    """The bundled corpus in a folder of its own."""
    copy = folder / "corpus"
    shutil.copytree(Path(seeds.__file__).parent, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def archive_of(folder: Path) -> Archive:
    """The archive of a folder, as it is opened from the command line."""
    loaded = load_files(folder)
    return open_archive(loaded.corpus, None, 0, str(folder), loaded.files)


@asynccontextmanager
async def curating(folder: Path, width: int = 120, height: int = 40) -> AsyncIterator[Pilot[None]]:
    """The app on a folder that it follows."""
    archive = archive_of(folder)
    async with DprkTui(archive, rereader=Rereader(archive)).run_test(size=(width, height)) as pilot:
        await settle(pilot)
        yield pilot
