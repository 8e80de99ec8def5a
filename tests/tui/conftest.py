"""What the tests of the screen start from: the bundled corpus, and the app on it at a size."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

import seeds
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from tests.tui.driving import settle
from tui.app import DprkTui
from tui.text.signs import UNICODE, Signs

Archives = Callable[..., Archive]
Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The bundled corpus."""
    return load_corpus(Path(seeds.__file__).parent)


@pytest.fixture
def archive_at(corpus: Corpus) -> Archives:
    """A function from an as-of day (YYYY-MM-DD; by default the last knowledge date) to an archive of its own."""

    def archive(as_of: str | None = None) -> Archive:
        day = day_from_text(as_of) if as_of else None
        return open_archive(corpus, day, today=day_from_text("2025-06-01"))

    return archive


@pytest.fixture
def archive(archive_at: Archives) -> Archive:
    """The bundled corpus as of its last knowledge date."""
    return archive_at()


@pytest.fixture
def opened(archive_at: Archives) -> Opened:
    """A function that runs the app without a terminal: `async with opened(120, 40) as pilot`."""

    @asynccontextmanager
    async def run(
        width: int, height: int, as_of: str | None = None, signs: Signs = UNICODE
    ) -> AsyncIterator[Pilot[None]]:
        async with DprkTui(archive_at(as_of), signs).run_test(size=(width, height)) as pilot:
            await settle(pilot)
            yield pilot

    return run
