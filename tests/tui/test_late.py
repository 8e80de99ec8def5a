"""A table far away: no key waits for it, what comes late is shown when it comes, and only if it is still wanted."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from model.index.table import far_asker, far_store
from model.index.table.far_store import FarStore
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from tests.coded_tables import TODAY, missile_tests
from tests.index.table.fakes import DistantStore, Line
from tests.tui.looking import answer, bar, pane_text, press, settle
from tui.app import DprkTui

NAME = "rows on db.example.org"
WAITS = f"waiting for {NAME}..."


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """A line to the table; what does not come at once is late."""
    monkeypatch.setattr(far_store, "PATIENCE", 0.0)
    monkeypatch.setattr(far_asker, "LOOKED_AFTER", 0.01)
    line = Line()
    yield line
    line.open.set()


@asynccontextmanager
async def opened(line: Line, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    meta, rows = missile_tests()
    store = FarStore(lambda: DistantStore(MemoryStore(meta, rows, chunk=100), line), NAME)
    archive = archive_of_table(TableIndex(store), None, TODAY)
    async with DprkTui(archive).run_test(size=size) as pilot:
        await until(pilot, lambda: is_at_rest(store))
        yield pilot
    store.close()


def is_at_rest(store: FarStore) -> bool:
    """Whether all that was expected has come."""
    asker = store._asker
    return asker is not None and not (asker._wanted or asker._expected or asker._running)


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Let things come, until something holds."""
    async with asyncio.timeout(30):
        await settle(pilot)
        while not condition():
            await asyncio.sleep(0.005)
            await settle(pilot)


def place(pilot: Pilot[None]) -> str:
    return pane_text(pilot, "timeline").splitlines()[0]


async def test_a_key_does_not_wait_and_is_answered_when_its_rows_have_come(line: Line):
    async with opened(line) as pilot:
        await press(pilot, "g")
        before = pane_text(pilot, "timeline")
        line.open.clear()
        await press(pilot, "G")
        assert bar(pilot, "footer").strip() == WAITS
        assert pane_text(pilot, "timeline") == before
        line.open.set()
        await until(pilot, lambda: "339 of 339" in place(pilot))
        assert WAITS not in bar(pilot, "footer")
