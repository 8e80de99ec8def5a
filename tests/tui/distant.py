"""A screen of a table far away, at the end of a line that a test closes and opens."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

from textual.pilot import Pilot

from model.index.table.far_store import FarStore
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from tests.coded_tables import TODAY, missile_tests
from tests.index.table.fakes import DistantStore, Line
from tests.tui.looking import main_screen, pane_text, press, settle
from tui.app import DprkTui

NAME = "rows on db.example.org"
WAITS = f"waiting for {NAME}..."


@asynccontextmanager
async def opened(line: Line, *left_out: int) -> AsyncIterator[Pilot[None]]:
    """The screen of the table; opened again, it is without so many of its first rows each time."""
    meta, rows = missile_tests()
    without = [0, *left_out]

    def newest() -> DistantStore:
        some = rows[without.pop(0) :]
        return DistantStore(MemoryStore(replace(meta, rows=len(some)), some, chunk=100), line)

    store = FarStore(newest, NAME)
    archive = archive_of_table(TableIndex(store), None, TODAY)
    async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: is_at_rest(store))
        yield pilot
    store.close()


def is_at_rest(store: FarStore) -> bool:
    """Whether all that was expected has come."""
    asker = store._asker
    return asker is not None and asker.is_at_rest


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Let things come, until something holds."""
    async with asyncio.timeout(10):
        await settle(pilot)
        while not condition():
            await asyncio.sleep(0.005)
            await settle(pilot)


async def go_to_first(pilot: Pilot[None]) -> None:
    """Select the first row, and let all come that is around it; of the last ones nothing is here."""
    await press(pilot, "g")
    await until(pilot, lambda: " 1 of 339" in place(pilot) and is_at_rest(table_of(pilot)))
    answers = table_of(pilot)._answers
    for at in [at for at in answers._coded_rows if at >= 200]:
        del answers._coded_rows[at]
    for what in [it for it in answers._others if isinstance(it, tuple) and it[0] == "rows" and it[2] > 250]:
        del answers._others[what]


def table_of(pilot: Pilot[None]) -> FarStore:
    table = main_screen(pilot).now().archive.table
    assert table is not None
    store = table.tables[0].store
    assert isinstance(store, FarStore)
    return store


def place(pilot: Pilot[None]) -> str:
    return pane_text(pilot, "timeline").splitlines()[0]
