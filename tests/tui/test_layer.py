"""A table of coded rows under a corpus: dimmed among its events, never counted as one of them."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

import seeds
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.faults import StoreFault
from model.index.layered.opening import layered
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.store import Store
from tests.coded_tables import HOSTILE, Table, missile_tests, odd_tables, table
from tests.hostile.harmless import harmful
from tests.odd.corpora import CORPORA
from tests.odd.storm import keys, press_all
from tests.tui.driving import text_of
from tests.tui.looking import SIZES, answer, bar, pane_text, press
from tui.app import DprkTui
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS

TODAY = day_from_text("2026-11-29")
CHUNK = 16

ROWS = table(
    [
        ("2025-04-30", "Launch seen", "Russia", "2025-05-01"),
        *((f"2025-05-{day:02}", f"Test {day}", "Korea", "2025-05-01") for day in range(1, 29)),
        ("2025-05-08", "Coded later", "Korea", "2025-07-01"),
        ("", "No day given", "", "2025-05-01"),
    ]
)


def archive_of(rows: Table = ROWS, store: Store | None = None) -> Archive:
    corpus = load_corpus(Path(seeds.__file__).parent)
    index = TableIndex(store or MemoryStore(*rows, chunk=CHUNK))
    return layered(open_archive(corpus, None, TODAY), index)


@asynccontextmanager
async def opened(archive: Archive, width: int = 120, height: int = 40) -> AsyncIterator[Pilot[Any]]:
    commands = CommandList(COMMANDS, features=archive.features)
    async with DprkTui(archive, commands=commands).run_test(size=(width, height)) as pilot:
        await pilot.pause()
        yield pilot


async def test_rows_stand_among_the_events_and_r_takes_them_away():
    async with opened(archive_of()) as pilot:
        assert "53 events + 30 coded rows" in bar(pilot, "header")
        assert "Test 7" in pane_text(pilot, "timeline") and "10 contested" in bar(pilot, "header")
        assert "Coded later" not in pane_text(pilot, "timeline")
        await pilot.press("r")
        assert "Test 7" not in pane_text(pilot, "timeline")
        header = bar(pilot, "header")
        assert "53 events" in header and "coded" not in header
        await pilot.press("r")
        assert "Test 7" in pane_text(pilot, "timeline")
        assert "30 coded rows, dimmed" in bar(pilot, "footer")


async def test_what_is_coded_for_the_day_itself_is_not_ahead():
    async with opened(archive_of()) as pilot:
        shown = pane_text(pilot, "timeline")
        assert shown.index("Test 6") < shown.index(" ahead ") < shown.index("Test 7")


async def test_hostile_rows_under_a_corpus_reach_no_terminal():
    async with opened(archive_of(odd_tables()["hostile"])) as pilot:
        await press(pilot, "colon", *"asof 29 nov 2026", "enter")
        rows = 0
        for _ in range(24):
            said = text_of(pilot)
            assert harmful(said) == set()
            rows += "as it stood" in said
            await press(pilot, "j")
        assert rows == len(HOSTILE)


async def test_where_something_is_due_the_header_still_says_how_many_rows_lie_under_the_events():
    async with opened(archive_of(), 80, 24) as pilot:
        await pilot.press("colon", *"asof 2025-07-01", "enter")
        header = bar(pilot, "header")
        assert "53 events + 31 rows" in header and "13 due" in header


async def test_one_goes_from_event_to_event_past_all_rows():
    archive = archive_of()
    async with opened(archive) as pilot:
        screen: Any = pilot.app.screen
        events = [it.event for it in archive.at(archive.default.own).rows(0, 99)]
        await pilot.press("g", "left_parenthesis")
        walked = [screen.scene.selection.event]
        for _ in range(len(events)):
            await pilot.press("right_parenthesis")
            walked.append(screen.scene.selection.event)
        first = events.index(walked[0])
        assert walked == [*events[first:], *[events[-1]] * (len(walked) - len(events[first:]))]
        assert "No later event is curated" in bar(pilot, "footer")


async def test_a_row_has_its_card_and_stands_as_it_stood_in_its_file():
    async with opened(archive_of()) as pilot:
        await pilot.press("slash", *"launch", "enter")
        assert "rows, coded elsewhere" in pane_text(pilot, "timeline")
        assert "coded elsewhere: no quote, no speaker" in pane_text(pilot, "detail")
        assert "as it stood" in pane_text(pilot, "source")
        await pilot.press("escape", "escape", "right_parenthesis")
        assert "as it stood" not in pane_text(pilot, "source")


async def test_without_its_rows_one_stands_at_the_event_before():
    archive = archive_of()
    async with opened(archive) as pilot:
        screen: Any = pilot.app.screen
        while not (screen.scene.selection.event or "").startswith("~"):
            await pilot.press("j")
        reader = archive.at(archive.default)
        position = reader.position_of(screen.scene.selection.event)
        assert position is not None
        before = [it.event for it in reader.rows(0, position) if not it.event.startswith("~")]
        await pilot.press("r")
        assert screen.scene.selection.event == before[-1]


async def test_a_key_of_one_of_both_leaves_the_other_as_it_is():
    async with opened(archive_of(), 160, 50) as pilot:
        await pilot.press("f", *"country:russia")
        assert "53 events + 1 row" in answer(pilot)
        await pilot.press("enter")
        assert "53 of 53 + 1 row, filter: country:russia" in bar(pilot, "header")
        await pilot.press("r")
        assert "filter" not in bar(pilot, "header")
        await pilot.press("r", "f", *"by:kremlin", "enter")
        assert "+ 1 row, filter: country:russia by:kremlin" in bar(pilot, "header")
        await pilot.press("r")
        assert "filter: by:kremlin" in bar(pilot, "header") and "row" not in bar(pilot, "header")


async def test_where_no_row_was_known_it_is_said_when_one_was():
    async with opened(archive_of(missile_tests())) as pilot:
        assert "53 events + 0 coded rows" in bar(pilot, "header")
        await pilot.press("r", "r")
        assert ":asof 2026-04-21 has its first rows" in bar(pilot, "footer")
        await pilot.press("colon", *"asof 2026-04-21", "enter")
        assert "53 events + 339 coded rows" in bar(pilot, "header")


async def test_a_step_back_shows_the_rows_of_then():
    async with opened(archive_of()) as pilot:
        await pilot.press("comma", "comma")
        assert "+ 0 coded rows" in bar(pilot, "header") and "Test 7" not in pane_text(pilot, "timeline")


class _Failing(MemoryStore):
    """A table that cannot be read any more once it is broken."""

    is_broken = False

    def rows(self, first: int, n: int) -> Any:
        if self.is_broken:
            raise StoreFault("table.db: cannot be read any more")
        return super().rows(first, n)


async def test_the_story_stays_where_the_table_fails():
    store = _Failing(*ROWS, chunk=CHUNK)
    async with opened(archive_of(store=store)) as pilot:
        store.is_broken = True
        await pilot.press("G")
        assert "cannot be read any more" in bar(pilot, "footer")
        await pilot.press("r")
        assert "53 events" in bar(pilot, "header")


async def test_what_is_exported_and_drawn_of_claims_is_of_the_story_alone():
    archive = archive_of()
    assert archive.conflicts(archive.default) == archive.conflicts(archive.default.own)
    async with opened(archive) as pilot:
        await pilot.press("colon", *"grid", "enter")
        assert "Test 7" not in pane_text(pilot, "timeline")


ODD = table(
    [
        (date, f"Row {date}", "", "2025-01-01")
        for date in ("", "-0300", "2025-05-09", "2019/..", "[2022-02..]")
    ]
)


@pytest.mark.parametrize(("odd", "size"), [*zip(CORPORA, cycle(SIZES), strict=False)])
async def test_any_key_on_any_odd_corpus_with_a_table_under_it(
    odd: str, size: tuple[int, int], tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    corpus = CORPORA[odd]().load(tmp_path / "corpus")
    archive = layered(open_archive(corpus, None, TODAY), TableIndex(MemoryStore(*ODD, chunk=2)))
    async with opened(archive, *size) as pilot:
        await press_all(pilot, keys(random.Random(f"{odd} {size}"), 60))


STATES = {"with its rows": (), "at a row": ("left_parenthesis", "j"), "lanes": ("v", "G")}
"""States of a corpus with a table under it, each with the keys that lead there."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", STATES)
def test_looks_of_a_corpus_with_a_table(snap_compare: Any, state: str, size: tuple[int, int]):
    archive = archive_of()
    app = DprkTui(archive, commands=CommandList(COMMANDS, features=archive.features))
    assert snap_compare(app, press=STATES[state], terminal_size=size)
