"""What is drawn of a table far away while something of it is late, and once that has come."""

import threading
from typing import Any

import pytest
from textual.pilot import Pilot

from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from tests.coded_tables import TODAY, missile_tests
from tests.index.table.fakes import Line
from tests.tui.distant import WAITS, go_to_first, is_at_rest, opened, table_of, until
from tests.tui.looking import answer, bar, main_screen, pane_text, press, settle
from tui.app import DprkTui
from tui.views.timeline import TimelineView


async def test_what_is_not_here_yet_is_faint_dots_and_never_what_stood_there_before(
    line: Line, monkeypatch: pytest.MonkeyPatch
):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        before = pane_text(pilot, "timeline")
        line.open.clear()
        with monkeypatch.context() as patch:
            patch.setattr(TimelineView, "content", lambda *_: ask_more(pilot))
            main_screen(pilot).news()
            await settle(pilot)
            _, *rows = pane_text(pilot, "timeline").splitlines()
            assert {row.strip() for row in rows} == {"..."}
            assert bar(pilot, "footer").strip() == WAITS
        main_screen(pilot).news()
        await settle(pilot)
        assert pane_text(pilot, "timeline") == before
        line.open.set()
        await until(pilot, lambda: WAITS not in bar(pilot, "footer"))


def ask_more(pilot: Pilot[None]) -> object:
    return table_of(pilot).answer("more", lambda own: own.store.rows(0, 1))


async def test_nothing_is_said_to_be_waited_for_once_it_is_here(line: Line, monkeypatch: pytest.MonkeyPatch):
    content, late = TimelineView.content, [True]

    def came_before_it_is_said(*values: Any) -> Any:
        if not late:
            return content(*values)
        late.clear()
        try:
            return ask_more(pilot)
        finally:
            line.open.set()
            while table_of(pilot).is_awaited:
                threading.Event().wait(0.001)

    async with opened(line) as pilot:
        await go_to_first(pilot)
        line.open.clear()
        monkeypatch.setattr(TimelineView, "content", came_before_it_is_said)
        main_screen(pilot).news()
        await until(pilot, lambda: not late and is_at_rest(table_of(pilot)))
        assert WAITS not in bar(pilot, "footer")


@pytest.mark.parametrize(
    "keys",
    [(), ("g",), ("slash", *"scud"), ("slash", *"scud", "enter"), *((str(view),) for view in range(1, 10))],
    ids=lambda keys: "-".join(keys) or "start",
)
async def test_what_came_late_is_drawn_as_what_came_at_once(line: Line, keys: tuple[str, ...]):
    meta, rows = missile_tests()
    near = archive_of_table(TableIndex(MemoryStore(meta, rows, chunk=100)), None, TODAY)
    async with DprkTui(near).run_test(size=(120, 40)) as pilot:
        await press(pilot, *keys)
        at_once = panes(pilot)
    assert all(pane.strip() for pane in at_once)
    async with opened(line) as pilot:
        await press(pilot, *keys)
        await until(pilot, lambda: is_at_rest(table_of(pilot)) and WAITS not in bar(pilot, "footer"))
        await until(pilot, lambda: panes(pilot) == at_once)


@pytest.mark.parametrize("shown", ["", "s", "scu", "scud"])
async def test_enter_gives_what_was_typed_however_much_of_it_was_shown(line: Line, shown: str):
    meta, rows = missile_tests()
    near = archive_of_table(TableIndex(MemoryStore(meta, rows, chunk=100)), None, TODAY)
    async with DprkTui(near).run_test(size=(120, 40)) as pilot:
        await press(pilot, "slash", *"scud", "enter")
        at_once = panes(pilot)
    assert "1 of 58" in at_once[0]
    async with opened(line) as pilot:
        await press(pilot, "slash", *shown)
        await until(pilot, lambda: not shown or "hits" in answer(pilot))
        line.open.clear()
        await press(pilot, *"scud"[len(shown) :], "enter")
        line.open.set()
        await until(pilot, lambda: is_at_rest(table_of(pilot)) and panes(pilot) == at_once)
        assert "other hits" in bar(pilot, "footer")


def panes(pilot: Pilot[None]) -> list[str]:
    return [pane_text(pilot, name) for name in ("timeline", "detail", "source")]
