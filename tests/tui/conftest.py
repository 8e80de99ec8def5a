"""What the tests of the screen start from: the bundled corpus, and the app on it at a size."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from inspect import isawaitable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

import seeds
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.table import far_asker, far_store
from tests.index.table.fakes import Line
from tests.tui.driving import settle, strike
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


@pytest.fixture
def snap_compare(snap_compare: Callable[..., bool]) -> Callable[..., bool]:
    """The plugin's, which takes the picture once the app is at rest, however busy the machine is."""

    def compare(
        app: App[None],
        press: Sequence[str] = (),
        run_before: Callable[[Pilot[None]], Awaitable[None] | None] | None = None,
        terminal_size: tuple[int, int] = (80, 24),
    ) -> bool:
        async def come_to_rest(pilot: Pilot[None]) -> None:
            await settle(pilot)
            before = run_before(pilot) if run_before is not None else None
            if isawaitable(before):
                await before
            for key in press:
                strike(pilot, key)
                await settle(pilot)
            await settle(pilot)

        return snap_compare(app, run_before=come_to_rest, terminal_size=terminal_size)

    return compare


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """A line to the table; what does not come at once is late."""
    monkeypatch.setattr(far_store, "PATIENCE", 0.0)
    monkeypatch.setattr(far_asker, "LOOKED_AFTER", 0.01)
    line = Line()
    yield line
    line.open.set()
