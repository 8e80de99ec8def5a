"""A table far away: no key waits for it, what comes late is shown when it comes, and only if it is still wanted."""

from dataclasses import replace
from functools import partial

import pytest
from textual.pilot import Pilot

from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.store import Away
from tests.coded_tables import missile_tests
from tests.index.table.fakes import DistantStore, Line
from tests.tui.distant import WAITS, go_to_first, is_at_rest, opened, place, table_of, until
from tests.tui.looking import answer, bar, main_screen, pane_text, press
from tui import watching
from tui.text.missing import missing_forms, missing_sentence


async def test_a_key_does_not_wait_and_is_answered_when_its_rows_have_come(line: Line):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        before = pane_text(pilot, "timeline")
        line.open.clear()
        await press(pilot, "G")
        assert bar(pilot, "footer").strip() == WAITS
        assert pane_text(pilot, "timeline") == before
        line.open.set()
        await until(pilot, lambda: "339 of 339" in place(pilot))
        assert WAITS not in bar(pilot, "footer")


async def test_moving_within_two_pages_of_what_is_shown_needs_nothing(line: Line):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        line.open.clear()
        for key in (*["down"] * 3, *["pagedown"] * 5, "pageup"):
            before = place(pilot)
            await press(pilot, key)
            assert place(pilot) != before and WAITS not in bar(pilot, "footer")
        assert "..." not in pane_text(pilot, "timeline")


async def test_who_has_gone_on_is_not_brought_to_what_comes_late(line: Line):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        line.open.clear()
        await press(pilot, "G", "down", "question_mark")
        assert pilot.app.screen.id != "main" and len(pilot.app.screen_stack) == 2
        await press(pilot, "escape")
        line.open.set()
        await until(pilot, lambda: is_at_rest(table_of(pilot)))
        await press(pilot, "down")
        assert "3 of 339" in place(pilot) and WAITS not in bar(pilot, "footer")


@pytest.mark.parametrize(
    ("keys", "led_to"),
    [((*":2020", "enter", "G"), " 339 of 339"), (("G", *":2020", "enter"), " 146 of 339")],
)
async def test_what_is_asked_for_while_something_is_waited_for_comes_after_it(
    line: Line, keys: tuple[str, ...], led_to: str
):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        line.open.clear()
        await press(pilot, *keys)
        assert " 1 of 339" in place(pilot) and WAITS in bar(pilot, "footer")
        line.open.set()
        await until(pilot, lambda: WAITS not in bar(pilot, "footer"))
        assert led_to in place(pilot)


async def test_esc_gives_up_waiting(line: Line):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        line.open.clear()
        await press(pilot, "G", "escape")
        assert "not waited for any more" in bar(pilot, "footer")
        line.open.set()
        await press(pilot, "down")
        assert "2 of 339" in place(pilot)


async def test_rows_of_another_filter_are_never_shown_under_its_name(line: Line):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        line.open.clear()
        await press(pilot, "f", *"outcome:failure", "enter")
        assert "38 of 339" not in bar(pilot, "header")
        assert ("outcome:failure" in bar(pilot, "header")) == ("..." in pane_text(pilot, "timeline"))
        line.open.set()
        await until(pilot, lambda: "38 of 339 rows" in bar(pilot, "header"))
        await until(pilot, lambda: "..." not in pane_text(pilot, "timeline"))
        rows = pane_text(pilot, "timeline").splitlines()
        assert all("failure" in row for row in rows if "coded" in row)


async def test_hits_come_into_the_prompt_when_they_are_here(line: Line):
    async with opened(line) as pilot:
        line.open.clear()
        await press(pilot, "slash", *"scud")
        assert answer(pilot).strip().startswith("waiting for rows")
        line.open.set()
        await until(pilot, lambda: "58 hits" in answer(pilot))


async def test_a_lost_server_is_said_keys_go_on_within_what_is_here_and_it_comes_back(line: Line):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        await press(pilot, "down")
        line.cut = True
        await press(pilot, "G")
        await until(pilot, lambda: "not reachable, trying again" in bar(pilot, "header"))
        await press(pilot, "down")
        assert "3 of 339" in place(pilot)
        # While it is lost nobody waits for it, and what is wrong is said.
        line.open.clear()
        await press(pilot, "G")
        assert bar(pilot, "footer").strip() == DistantStore.LOST
        line.open.set()
        line.cut = False
        await until(pilot, lambda: "not reachable" not in bar(pilot, "header"))
        assert "nobody answers" not in bar(pilot, "footer")
        assert "3 of 339" in place(pilot)
        await press(pilot, "G")
        await until(pilot, lambda: "339 of 339" in place(pilot))


async def test_what_is_away_is_said_and_comes_back_by_itself(line: Line):
    async with opened(line) as pilot:
        await go_to_first(pilot)
        await press(pilot, "down")
        line.away = (Away(0, 100, 700_000, 720_000, "db1 is down"),)
        # As it is found out by a thread that counts, and shown with what it has counted.
        line.seen = line.away
        main_screen(pilot).news()
        await until(pilot, lambda: "1917-1972 not reachable (100 rows)" in bar(pilot, "header"))
        await press(pilot, *":1950", "enter")
        await until(pilot, lambda: "that can be read now is in 1950" in bar(pilot, "footer"))
        # No part that is away is counted, and no number is said that is none yet.
        await press(pilot, "f", *"outcome:failure", "enter")
        await until(pilot, lambda: "of 239 rows" in bar(pilot, "header"))
        await press(pilot, "escape")
        await until(pilot, lambda: "all 239 rows that can be read now" in bar(pilot, "footer"))
        await press(pilot, *":1950", "enter")
        await until(pilot, lambda: "that can be read now is in 1950" in bar(pilot, "footer"))
        line.away = ()
        await until(pilot, lambda: "not reachable" not in bar(pilot, "header"))
        assert "can be read now" not in bar(pilot, "footer")


async def test_what_is_lost_is_said_though_nobody_asks_for_it(line: Line, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(watching, "LOOKED_AFTER", 0.01)
    async with opened(line) as pilot:
        line.away = (Away(0, 100, 700_000, 720_000, "db1 is down"),)
        await until(pilot, lambda: "1917-1972 not reachable (100 rows)" in bar(pilot, "header"))


async def test_r_reads_the_newest_table_and_stays_where_one_was(line: Line):
    async with opened(line, 7, 0) as pilot:
        await go_to_first(pilot)
        await press(pilot, "f", *"outcome:failure", "enter")
        await until(pilot, lambda: "38 of 339 rows" in bar(pilot, "header"))
        await press(pilot, "g", *["down"] * 9)
        await until(pilot, lambda: " 10 of 38" in place(pilot))
        await until(pilot, lambda: selected_row(pilot))
        selected = selected_row(pilot)
        for counted in (" of 332 rows, filter: outcome:failure", "38 of 339 rows, filter: outcome:failure"):
            await press(pilot, "R")
            await until(pilot, lambda: "the newest table now" in bar(pilot, "footer"))
            await until(pilot, partial(is_in_header, pilot, counted))
            await until(pilot, lambda: selected_row(pilot))
            assert selected_row(pilot) == selected


def is_in_header(pilot: Pilot[None], words: str) -> bool:
    return words in bar(pilot, "header")


def selected_row(pilot: Pilot[None]) -> str:
    rows = pane_text(pilot, "timeline").splitlines()
    return next((row for row in rows if row.startswith("›")), "")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16), (40, 12)])
async def test_what_is_missing_is_said_in_any_size(line: Line, size: tuple[int, int]):
    async with opened(line) as pilot:
        await pilot.resize_terminal(*size)
        line.away = line.seen = (Away(0, 100, 700_000, 720_000, "db1 is down"),)
        main_screen(pilot).news()
        await until(pilot, lambda: "not reachable" in bar(pilot, "header"))


def test_parts_that_lie_beside_one_another_are_said_as_one():
    line = Line()
    meta, rows = missile_tests()
    store = DistantStore(MemoryStore(meta, rows, chunk=100), line)
    assert missing_forms([TableIndex(store)]) == []
    line.seen = (Away(0, 100, 700_000, 710_000, "x"), Away(100, 150, 710_000, 720_000, "y"))
    assert missing_forms([TableIndex(store)])[0] == "1917-1972 not reachable (150 rows)"
    line.seen = (Away(0, 1, 700_000, 700_000, "x"), Away(300, 339, None, None, "y"))
    assert missing_forms([TableIndex(store)])[0] == "1917, undated rows not reachable (40 rows)"
    line.seen = (Away(338, 339, 737_000, 737_000, "x"),)
    assert missing_forms([TableIndex(store)]) == [
        "2018 not reachable (1 row)",
        "2018 not reachable",
        "not reachable (1 row)",
        "not reachable",
    ]


def test_of_several_tables_it_is_said_which_is_away():
    lines = Line(), Line()
    tables = []
    for line, title in zip(lines, ("Missile tests", "Launches\x1b[31m"), strict=True):
        meta, rows = missile_tests()
        store = DistantStore(MemoryStore(replace(meta, title=title), rows, chunk=100), line)
        tables.append(TableIndex(store))
    assert missing_forms(tables) == []
    lines[1].seen = (Away(0, 100, 700_000, 720_000, "db1 is down"),)
    first, *others = missing_forms(tables)
    assert first == "Launches<U+001B>[31m: 1917-1972 not reachable (100 rows)"
    assert others == [
        "Launches<U+001B>[31m: 1917-1972 not reachable",
        "Launches<U+001B>[31m not all reachable",
        "not reachable",
    ]
    assert (
        missing_sentence(tables)
        == "Launches<U+001B>[31m: 1917-1972 not reachable (100 rows), and left out: db1 is down"
    )
    lines[0].seen = (Away(338, 339, 737_000, 737_000, "x"),)
    assert missing_forms(tables) == [
        "Missile tests: 2018 not reachable (1 row); Launches<U+001B>[31m: 1917-1972 not reachable (100 rows)",
        "Missile tests, Launches<U+001B>[31m not all reachable",
        "of 2 tables not all reachable",
    ]
