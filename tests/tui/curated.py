"""A copy of the bundled corpus that may be written in, and the app on it."""

import hashlib
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
from tests.tui.looking import main_screen, press
from tui.app import DprkTui
from tui.prompt.form import Form
from tui.watching import Reread


def copied(folder: Path) -> Path:
    """The bundled corpus in a folder of its own."""
    copy = folder / "corpus"
    shutil.copytree(Path(seeds.__file__).parent, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def archive_of(folder: Path) -> Archive:
    """The archive of a folder, as it is opened from the command line."""
    loaded = load_files(folder)
    return open_archive(loaded.corpus, None, 0, str(folder), loaded.files, parts=loaded.parts)


@asynccontextmanager
async def curating(folder: Path, width: int = 120, height: int = 40) -> AsyncIterator[Pilot[None]]:
    """The app on a folder that it follows."""
    archive = archive_of(folder)
    async with DprkTui(archive, rereader=Rereader(archive)).run_test(size=(width, height)) as pilot:
        await settle(pilot)
        yield pilot


def rewritten(folder: Path, file: str, old: str, new: str) -> None:
    """Have other words in a file, as somebody else would; of a text, its digest follows."""
    path = folder / file
    before = path.read_bytes()
    assert old.encode() in before
    path.write_bytes(before.replace(old.encode(), new.encode()))
    if file.endswith(".txt"):
        records = path.with_suffix(".toml")
        was, now = (hashlib.sha256(it).hexdigest().encode() for it in (before, path.read_bytes()))
        records.write_bytes(records.read_bytes().replace(was, now))


async def read_anew(pilot: Pilot[None]) -> None:
    """Let the screen take up what the files say now, as it does when it is told of a change."""
    screen = main_screen(pilot)
    assert screen._rereader is not None
    # Whether this one reads it or the thread that watches, which may have been faster.
    screen._rereader.read()
    screen.post_message(Reread(screen._rereader.archive))
    await settle(pilot)


def form_of(pilot: Pilot[None]) -> Form:
    """The form that asks."""
    return main_screen(pilot).query_one(Form)


def field_names(pilot: Pilot[None]) -> list[str]:
    """The fields that there are, in order."""
    return [it.name for it in form_of(pilot).form_rows.fields]


async def go_to(pilot: Pilot[None], name: str) -> None:
    """Go to a field of the form."""
    form = form_of(pilot)
    by = field_names(pilot).index(name) - form.form_rows.at
    await press(pilot, *["down" if by > 0 else "up"] * abs(by))
    assert form._field_name == name


async def fill(pilot: Pilot[None], name: str, words: str) -> None:
    """Have these words in a field of the form."""
    await go_to(pilot, name)
    await press(pilot, "end", "ctrl+u", *words)
