"""What stands in the margin of coded rows after a step, and what stands where nothing is selected or shown."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from tests.coded_tables import TODAY, Table, missile_tests, table, two_downloads
from tests.tui.driving import text_of
from tests.tui.failing_stores import BreakableStore
from tests.tui.looking import answer, pane_text, press, settle
from tui.app import DprkTui
from tui.text.signs import UNICODE


@asynccontextmanager
async def opened(of: Table, width: int, height: int) -> AsyncIterator[Pilot[None]]:
    archive = archive_of_table(TableIndex(MemoryStore(*of, chunk=2)), None, TODAY)
    async with DprkTui(archive, UNICODE).run_test(size=(width, height)) as pilot:
        await settle(pilot)
        yield pilot


def _marked(pilot: Pilot[None], sign: str) -> set[str]:
    return {row.split()[-1] for row in pane_text(pilot, "timeline").splitlines() if row[1:2] == sign}


async def test_a_step_back_calls_nothing_new_that_a_later_download_says_otherwise():
    async with opened(two_downloads(), 120, 40) as pilot:
        assert _marked(pilot, UNICODE.new) == {"April", "one"}
        await press(pilot, "comma")
        assert _marked(pilot, UNICODE.new) == set()
        assert _marked(pilot, UNICODE.changed) == {"2", "3"}
        await press(pilot, "v")
        assert UNICODE.new not in pane_text(pilot, "timeline")
        assert UNICODE.changed in pane_text(pilot, "timeline")
        await press(pilot, "v", "full_stop")
        assert _marked(pilot, UNICODE.new) == {"April", "one"} and _marked(pilot, UNICODE.changed) == set()


@pytest.mark.parametrize("keys", [(), ("v",)], ids=["timeline", "lanes"])
async def test_no_pane_is_empty_without_a_word(keys: tuple[str, ...]):
    async with opened(two_downloads(), 80, 24) as pilot:
        await press(pilot, "f", *"nowhere", "enter", *keys)
        for name in ("timeline",) if keys else ("timeline", "detail", "source"):
            assert len(pane_text(pilot, name).split(".")) > 1, name


async def test_what_is_wrong_with_a_filter_is_told_whole_where_there_is_room():
    rows = [(f"2025-05-{it % 28 + 1:02}", "x" * (it + 100), "Russia", "") for it in range(40)]
    async with opened(table(rows, faceted=()), 80, 24) as pilot:
        await press(pilot, "f", *"title:")
        assert "without title:" in text_of(pilot)


async def test_what_is_typed_stands_as_it_was_typed_while_nothing_can_be_read():
    store = BreakableStore(*missile_tests(), chunk=8)
    app = DprkTui(archive_of_table(TableIndex(store), None, TODAY))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in "/f":
            await press(pilot, key)
            store.broken = True
            await press(pilot, *"nodong kn")
            assert "nodong kn" in text_of(pilot)
            assert "rows.db cannot be read" in answer(pilot)
            store.broken = False
            await press(pilot, "escape", "escape")


async def test_a_search_of_a_table_says_that_columns_are_searched():
    async with opened(two_downloads(), 80, 24) as pilot:
        await press(pilot, "slash")
        assert "all columns" in pane_text(pilot, "timeline") and "quotes" not in pane_text(pilot, "timeline")
