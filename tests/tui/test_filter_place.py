"""Where one is once a filter leaves out what was selected: nearest in time, whatever is counted or here by then."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from model.index.table.order import sort_key_of
from model.index.table.timeline_rows import number_of
from tests.coded_tables import TODAY, missile_tests
from tests.index.table.fakes import Line
from tests.tui import distant
from tests.tui.failing_stores import HeldStore
from tests.tui.looking import bar, press, selection
from tui.app import DprkTui

TABLES = ("near", "counted", "held", "late")
"""A table of one chunk, one whose words are counted beside, one where that is held back, and one far away."""


@asynccontextmanager
async def opened(kind: str) -> AsyncIterator[tuple[Pilot[None], Callable[[str], Awaitable[None]]]]:
    """The screen of a table, and what narrows it by a filter and waits until that is done."""
    if kind == "late":
        line = Line()
        async with distant.opened(line) as pilot:

            async def late(typed: str) -> None:
                """Nothing comes before Enter."""
                line.open.clear()
                await press(pilot, "f", *typed, "enter")
                line.open.set()
                await distant.until(pilot, lambda: distant.is_at_rest(distant.table_of(pilot)))
                await distant.until(pilot, lambda: distant.WAITS not in bar(pilot, "footer"))

            yield pilot, late
        return
    made = HeldStore if kind == "held" else MemoryStore
    store = made(*missile_tests(), chunk=1000 if kind == "near" else 8)
    async with DprkTui(archive_of_table(TableIndex(store), None, TODAY)).run_test(size=(120, 40)) as pilot:
        yield pilot, lambda typed: press(pilot, "f", *typed, "enter")
        if isinstance(store, HeldStore):
            store.go_on.set()


def day_of(number: int) -> int:
    return sort_key_of(missile_tests()[1][number].date)[1]


def nearest(day: int, *words: str) -> int:
    """How many days the nearest row that has all words is away."""
    texts = [" ".join((it.title, *it.cells)).lower() for it in missile_tests()[1]]
    having = (at for at, text in enumerate(texts) if all(re.search(rf"\b{it}", text) for it in words))
    return min(abs(day_of(at) - day) for at in having)


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("year", ["1990", "2017"])
@pytest.mark.parametrize("filters", [("outcome:failure",), ("musudan", "failure"), ("scud", "wonsan")])
async def test_what_is_nearest_in_time_is_selected_where_a_filter_leaves_out_what_was(
    kind: str, year: str, filters: tuple[str, ...]
):
    async with opened(kind) as (pilot, narrow):
        await press(pilot, *f":{year}", "enter")
        if kind == "late":
            await distant.until(pilot, lambda: distant.is_at_rest(distant.table_of(pilot)))
        words: list[str] = []
        for typed in filters:
            words.append(typed.rpartition(":")[2])
            before = number_of(selection(pilot).event)
            await narrow(typed)
            after = number_of(selection(pilot).event)
            assert before is not None and after is not None
            assert abs(day_of(after) - day_of(before)) == nearest(day_of(before), *words)
