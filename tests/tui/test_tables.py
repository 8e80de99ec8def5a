"""A table of coded rows on the screen: the same three panes, and nothing that needs a claim."""

import asyncio
import csv
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from itertools import product

import pyte
import pytest
from textual.pilot import Pilot

from model.dates.calendar import day_from_text
from model.index.archive import Archive
from model.index.features import CODED
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from model.index.table.opening import archive_of_table
from tests.coded_tables import HOSTILE, TODAY, Table, missile_tests, odd_tables, table, two_downloads
from tests.effort import some, tireless
from tests.hostile.harmless import harmful
from tests.odd.storm import PHRASES, every_place, press_all
from tests.tui.agreeing import resize
from tests.tui.driving import text_of
from tests.tui.failing_stores import BreakableStore, HeldStore
from tests.tui.looking import (
    SIZES,
    answer,
    bar,
    focused,
    main_screen,
    pane_text,
    press,
    selection,
    settle,
    shown,
)
from tui.app import DprkTui, ReadOnlyTui
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.start.first_paint import picture_of
from tui.state.first import first_scene
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.registry import VIEWS, new_views

Open = Callable[..., AbstractAsyncContextManager[Pilot[None]]]

CHUNK = 8
"""Rows of a chunk here: a table of some hundred rows has as many chunks as one of millions."""


def archive_of(of: Table) -> Archive:
    return archive_of_table(TableIndex(MemoryStore(*of, chunk=CHUNK)), None, TODAY)


@asynccontextmanager
async def opened(of: Table, width: int, height: int, signs: Signs = UNICODE) -> AsyncIterator[Pilot[None]]:
    async with DprkTui(archive_of(of), signs).run_test(size=(width, height)) as pilot:
        await settle(pilot)
        yield pilot


@pytest.mark.parametrize("size", SIZES)
async def test_a_table_has_a_title_its_rows_a_card_and_the_row_as_it_stood(size):
    async with opened(missile_tests(), *size) as pilot:
        header = bar(pilot, "header")
        assert "Missile tests" in header and "339 rows" in header and "contested" not in header
        assert "339 of 339" in pane_text(pilot, "timeline").splitlines()[0]
        assert "18 Apr      ▫ coded        hwasong-11d from sinpo, unknown" in pane_text(pilot, "timeline")
        card = pane_text(pilot, "detail")
        assert "coded row" in card.splitlines()[0]
        assert "coded elsewhere: no quote, no speaker" in card and "Sat 18 April 2026" in card
        source = pane_text(pilot, "source").splitlines()
        assert source[0].startswith(" test.en.json  line 339") and source[1].startswith(
            ' {"date": "2026-04-18"'
        )


async def test_the_card_has_every_column_by_its_name_and_what_is_empty_in_one_line():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "g", "2", "z")
        card = pane_text(pilot, "detail")
        for said in (
            "missile      scud-b",
            "facility     tonghae",
            'written date: "1984-04-09"',
            "read    to the day",
        ):
            assert said in card
        assert "file    test.en.json, line 1" in card and "since 21 Apr 2026, when the file was had" in card
        assert "Joseph Bermudez." in card and "empty  glide" in card


async def test_a_cell_that_others_share_filters_by_it_and_back_shows_all_again():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "2")
        await enter(pilot, "facility")
        assert "of 339 rows, filter: facility:sinpo" in bar(pilot, "header")
        number = shown(pilot).reader.counts.total
        assert number == sum(row.cells[2] == "sinpo" for row in missile_tests()[1])
        await press(pilot, "enter")
        assert "says so already" in bar(pilot, "footer")
        await press(pilot, "1", "escape")
        assert "339 rows" in bar(pilot, "header") and "filter" not in bar(pilot, "header")


async def test_the_file_of_the_card_leads_to_the_row_as_it_stood_and_esc_back():
    async with opened(missile_tests(), 80, 24) as pilot:
        await press(pilot, "enter")
        assert focused(pilot) == "detail"
        await enter(pilot, "file")
        assert focused(pilot) == "source"
        await press(pilot, "escape")
        assert focused(pilot) == "detail"


async def test_what_is_searched_for_is_found_in_time_order_and_walked():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "/", *"bermudez", "enter")
        found = pane_text(pilot, "timeline").splitlines()
        assert found[0].startswith(' Search "bermudez"') and found[1].startswith(" rows  7")
        assert [row.split("▫")[0].strip("› ") for row in found[2:5]] == ["9 Apr 1984"] * 3
        first = selection(pilot).event
        await press(pilot, "n")
        assert (selection(pilot).event or "") > (first or "") and "hit 2 of 7" in bar(pilot, "footer")
        await press(pilot, "N", "N")
        assert "This is the first hit" in bar(pilot, "footer")


async def test_a_filter_of_a_word_is_counted_beside_and_right_in_the_end():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "f", *"unknown scud")
        await counted(pilot)
        assert "of 339 rows" in answer(pilot)
        await press(pilot, "enter")
        await counted(pilot)
        header = bar(pilot, "header")
        rows = rows_with("unknown", "scud")
        assert f"{rows} of 339 rows" in header and "counting" not in header
        assert f"of {rows}" in pane_text(pilot, "timeline").splitlines()[0]


def rows_with(*beginnings: str) -> int:
    """How many missile tests have words that begin so."""
    texts = (" ".join((it.title, *it.cells)).lower() for it in missile_tests()[1])
    return sum(all(re.search(rf"\b{word}", text) for word in beginnings) for text in texts)


async def test_the_filter_offers_the_columns_and_their_values_with_counts():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "f", *"missile:")
        text = text_of(pilot)
        assert "kn-25" in text and "   77  missile:kn-25" in text and "rows by" in text


async def test_lanes_are_those_of_columns_and_b_goes_to_the_next():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "v")
        assert pane_text(pilot, "timeline").splitlines()[0].startswith(" Lanes by missile")
        await press(pilot, "b")
        assert pane_text(pilot, "timeline").splitlines()[0].startswith(" Lanes by facility")
        assert "of" not in pane_text(pilot, "timeline").splitlines()[2]
        await press(pilot, "v")
        assert shown(pilot).scene.viewed.name == "timeline"


async def test_as_of_an_earlier_day_only_what_was_known_is_there():
    rows = [(f"2025-05-0{it}", f"Row {it}", "Russia", f"2025-06-0{it}") for it in range(1, 6)]
    async with opened(table(rows), 120, 40) as pilot:
        assert "5 rows" in bar(pilot, "header")
        await press(pilot, ",", ",")
        assert "3 rows" in bar(pilot, "header") and "1 new row" in bar(pilot, "header")
        assert "Row 4" not in text_of(pilot)
        await press(pilot, ".")
        assert "4 rows" in bar(pilot, "header") and " + 4 May" in pane_text(pilot, "timeline")
        await press(pilot, ",", ",", ".", ".")
        assert " + 4 May" in pane_text(pilot, "timeline") and "*" not in pane_text(pilot, "timeline")


async def test_what_needs_claims_is_offered_nowhere_and_says_why_at_the_colon():
    absent = [view.name for view in VIEWS if view.needs is not None]
    async with opened(missile_tests(), 120, 40) as pilot:
        for name in absent:
            assert name not in new_views(CODED)
            await press(pilot, "colon", *name)
            assert "not here: a table of coded rows" in answer(pilot)
            await press(pilot, "enter")
            assert "Not here: a table of coded rows" in bar(pilot, "footer")
            assert shown(pilot).scene.viewed.name == "timeline"


async def test_a_key_of_claims_says_that_there_are_none():
    async with opened(missile_tests(), 120, 40) as pilot:
        for key in "cui!Woe%[":
            await press(pilot, key)
            assert "Not here: a table of coded rows" in bar(pilot, "footer")
            assert ("importing it anew" in bar(pilot, "footer")) == (key in "io")


async def test_a_day_is_gone_to_and_what_is_near_is_said():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, ":", *"3 july 2017", "enter")
        assert "4 Jul" in pane_text(pilot, "timeline") and "Nothing is in" in bar(pilot, "footer")
        assert "Tue 4 July 2017" in pane_text(pilot, "detail")
        await press(pilot, ".")
        assert "No row became known later than this" in bar(pilot, "footer")


async def test_the_help_speaks_of_rows():
    async with opened(missile_tests(), 120, 60) as pilot:
        await press(pilot, "question_mark", "G")
        text = text_of(pilot)
        assert "coded elsewhere, in a table" in text and ":conflicts" not in text and "counting" in text


async def test_a_row_is_copied_with_its_file_and_number():
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "g", "w")
        assert "Row and file sent" in bar(pilot, "footer")
        text = pilot.app.clipboard
        assert (
            text.startswith('{"date": "1984-04-09"')
            and "In: test.en.json, line 1, as had on 21 Apr 2026" in text
        )
        assert text.endswith("Coded elsewhere: no quote, no speaker.\n")


async def test_the_rows_shown_are_exported_to_a_new_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(missile_tests(), 120, 40) as pilot:
        await press(pilot, "f", *"scud-c", "enter")
        await counted(pilot)
        await press(pilot, "X")
        assert "csv, " in text_of(pilot) and "rows.csv" in text_of(pilot)
        await press(pilot, "enter")
        shown, _, rest = bar(pilot, "footer").strip().partition(" of 339 rows written to ")
        assert rest.startswith("rows.csv") or rest.split()[0].endswith("/rows.csv")
        rows = list(csv.DictReader((tmp_path / "rows.csv").open(newline="")))
        assert len(rows) == int(shown) > 10
        assert all("scud" in " ".join(it.values()).casefold() for it in rows)
        await press(pilot, "X", *["backspace"] * 8, *"rows.csv", "enter")
        assert "is there already, and stays" in text_of(pilot)
        await press(pilot, *["backspace"] * 8, *"rows.md")
        assert "ends in .csv, .tsv, .jsonl, .ics" in text_of(pilot)


def test_help_of_a_table_speaks_of_nothing_that_it_has_not():
    commands = CommandList(COMMANDS, False, CODED)
    said = [*(it.help for it in commands.offered), *(it.help for it in commands.named if not it.lacking)]
    said += [way.help for it in commands.offered for way in it.ways]
    assert not [it for it in said if re.search(r"\b(conflicts?|due|strand|entity|claims?)\b", it)]


async def test_who_may_only_read_reads_all_the_same():
    commands = CommandList(COMMANDS, True, CODED)
    app = ReadOnlyTui(archive_of(missile_tests()), commands=commands)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w")
        assert "reading only" in bar(pilot, "footer")


EVERY_SIZE = [(200, 60), (30, 8), (60, 20), (80, 24), (120, 40)]


@tireless
@pytest.mark.parametrize(("at", "name"), enumerate(odd_tables()))
async def test_an_odd_table_is_drawn_in_every_size_harmlessly(at: int, name: str):
    async with opened(odd_tables()[name], 200, 60) as pilot:
        # By day one table has every other size, the next one the others.
        for size, key in product(some(EVERY_SIZE[at % 2 :: 2], EVERY_SIZE), "2z31vGg,"):
            if pilot.app.size != size:
                await resize(pilot, *size)
            await press(pilot, key)
            assert not harmful(text_of(pilot).replace("\n", ""))


async def test_hostile_cells_are_spelled_out():
    async with opened(odd_tables()["hostile"], 120, 40, ASCII) as pilot:
        for _ in HOSTILE:
            text = text_of(pilot)
            assert "\x1b" not in text and "\u202e" not in text and text.isascii()
            await press(pilot, "k")
        await press(pilot, "G", "w")
        assert "\x1b" not in pilot.app.clipboard


async def test_korean_is_found_by_the_beginning_of_a_word_and_lit():
    async with opened(odd_tables()["Korean"], 120, 40) as pilot:
        await press(pilot, "/", *"평양", "enter")
        assert "1 of 1" in pane_text(pilot, "timeline").splitlines()[0]
        assert "평양에서 회의" in pane_text(pilot, "source")
        await press(pilot, "escape", "f", *"country:조선", "enter")
        assert "1 of 2 rows" in bar(pilot, "header")


async def test_an_empty_table_says_so():
    async with opened(odd_tables()["no row"], 80, 24) as pilot:
        assert "This table has no row." in pane_text(pilot, "timeline")


PLACES = [(0, "1"), (0, "2"), (0, "3"), (1, "1")]
"""Where every key is pressed."""


@pytest.fixture
def where_files_may_go(tmp_path, monkeypatch):
    """What is exported goes to a folder of the test."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("where_files_may_go")
@tireless
async def test_no_key_and_no_phrase_brings_it_down():
    async with opened(missile_tests(), 80, 24) as pilot:
        await press_all(pilot, every_place(PLACES, some(PHRASES[::3], PHRASES)))


@pytest.mark.usefixtures("where_files_may_go")
@tireless
@pytest.mark.parametrize(("at", "name"), enumerate(["no row", "one row", "all undated"]))
async def test_no_phrase_brings_an_odd_table_down(at: int, name: str):
    typed = some(PHRASES[at::3], PHRASES)
    async with opened(odd_tables()[name], 80, 24) as pilot:
        await press_all(pilot, (key for phrase in typed for key in ("escape", "escape", *phrase)))


async def test_as_of_a_day_nothing_tells_what_came_later():
    rows = [
        (f"202{it % 4}-05", f"Row {it}", ("Russia", "China", "로씨야")[it % 3], f"2025-06-{it % 9 + 1:02}")
        for it in range(40)
    ]
    keys = ("g", "v", "b", "s", "v", "f", *"country:", "escape", "/", *"row", "enter", "2", "j", "enter", "w")
    meta, all_rows = table(rows)
    for day in map(day_from_text, ("2025-06-03", "2025-06-06")):
        told: list[list[str]] = []
        for there in (all_rows, [row for row in all_rows if row.known is not None and row.known <= day]):
            archive = archive_of_table(TableIndex(MemoryStore(meta, there, chunk=CHUNK)), day, TODAY)
            told.append([])
            async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
                for key in keys:
                    await press(pilot, key)
                    await counted(pilot)
                    # Whether there are later steps is said above all, and is there to be walked to.
                    told[-1].append(text_of(pilot).partition("\n")[2])
        assert told[0] == told[1]


async def test_while_it_is_counted_keys_are_answered_and_the_number_comes_later():
    store = HeldStore(*missile_tests(), chunk=CHUNK)
    app = DprkTui(archive_of_table(TableIndex(store), None, TODAY))
    async with app.run_test(size=(120, 40)) as pilot:
        # Of words that few rows have, all are known by Enter.
        await press(pilot, "g", "f", *"-scud", "enter")
        assert "counting... of 339 rows" in bar(pilot, "header")
        assert "of counting..." in pane_text(pilot, "timeline").splitlines()[0]
        first = selection(pilot).event
        await press(pilot, "j", "j", "j")
        assert (selection(pilot).event or "") > (first or "")
        assert "0 of" not in bar(pilot, "header")
        store.go_on.set()
        await counted(pilot)
        assert f"{339 - rows_with('scud')} of 339 rows" in bar(pilot, "header")


async def test_the_footer_says_the_number_once_it_is_known_and_nothing_else_until_the_next_key():
    store = HeldStore(*missile_tests(), chunk=CHUNK)
    app = DprkTui(archive_of_table(TableIndex(store), None, TODAY))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "g", "f", *"-scud", "enter")
        assert "counting... of 339 rows" in bar(pilot, "footer")
        main_screen(pilot).news()
        await settle(pilot)
        assert "counting... of 339 rows" in bar(pilot, "footer")
        store.go_on.set()
        await counted(pilot)
        assert f"{339 - rows_with('scud')} of 339 rows" in bar(pilot, "footer")
        await press(pilot, "j")
        main_screen(pilot).news()
        await settle(pilot)
        assert "of 339 rows" not in bar(pilot, "footer")


async def test_what_is_counted_for_a_filter_that_is_gone_is_dropped():
    store = HeldStore(*missile_tests(), chunk=CHUNK)
    app = DprkTui(archive_of_table(TableIndex(store), None, TODAY))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "g", "f", *"-scud", "enter")
        for _ in range(2000):
            if store.beside:
                break
            # It begins when the key has been answered.
            await asyncio.sleep(0.001)
        await press(pilot, "escape")
        assert "339 rows" in bar(pilot, "header") and "counting" not in bar(pilot, "header")
        count = main_screen(pilot)._count
        assert count is None or count.reader is shown(pilot).reader
        assert any(it.interrupted.is_set() for it in store.beside)
        # What comes all the same is not shown.
        store.go_on.set()
        await counted(pilot)
        assert "339 rows" in bar(pilot, "header") and "filter" not in bar(pilot, "header")


@pytest.mark.parametrize(
    "keys", ["jjj", "G", "g", "v", "/scud", "fscud", "fmissile:", ":2017", "w", "2j", "d", "n"]
)
async def test_a_store_that_fails_is_one_sentence_and_the_screen_stays(keys: str):
    store = BreakableStore(*missile_tests(), chunk=CHUNK)
    app = DprkTui(archive_of_table(TableIndex(store), None, TODAY))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        before = pane_text(pilot, "timeline")
        store.broken = True
        await press(pilot, *keys, "enter")
        assert app.return_code is None
        assert pane_text(pilot, "timeline").splitlines()[1:4] == before.splitlines()[1:4] or keys[0] in "/vf"
        store.broken = False
        await press(pilot, "escape", "escape", "escape", "escape", "1", "g")
        assert "scud-b from tonghae" in pane_text(pilot, "timeline")


async def test_why_nothing_is_read_is_said_in_the_footer():
    store = BreakableStore(*missile_tests(), chunk=CHUNK)
    app = DprkTui(archive_of_table(TableIndex(store), None, TODAY))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        store.broken = True
        await press(pilot, "g")
        assert "rows.db cannot be read any more" in bar(pilot, "footer")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (30, 8)])
async def test_the_first_picture_is_the_timeline_that_textual_draws(size: tuple[int, int]):
    width, height = size
    archive = archive_of(missile_tests())
    screen = pyte.Screen(width, height)
    scene = first_scene(archive, archive.default)
    pyte.Stream(screen).feed(picture_of(archive, UNICODE, scene, "dark")(width, height))
    async with opened(missile_tests(), width, height) as pilot:
        drawn = [line.rstrip() for line in pane_text(pilot, "timeline").splitlines()]
        region = pilot.app.screen.query_one("#timeline").region
    assert [
        row[region.x : region.right].rstrip() for row in screen.display[region.y : region.bottom]
    ] == drawn


LOOKS = {
    "timeline": (),
    "card": ("g", "2", "j", "j"),
    "search": ("/", *"bermudez", "enter"),
    "lanes": ("g", "v"),
    "filter": ("f", *"missile:"),
}
"""States of a table, each with the keys that lead there."""


@pytest.mark.parametrize("state", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_looks_of_a_table(snap_compare, state: str, size: tuple[int, int]):
    async def reach(pilot: Pilot[None]) -> None:
        await press(pilot, *LOOKS[state])

    assert snap_compare(DprkTui(archive_of(missile_tests())), run_before=reach, terminal_size=size)


async def counted(pilot: Pilot[None]) -> None:
    """Wait until nothing is being counted any more, and all of it is shown."""
    for _ in range(2000):
        await settle(pilot)
        count = main_screen(pilot)._count
        if shown(pilot).reader.pending is None and (count is None or not count.running):
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it counts without end")


async def enter(pilot: Pilot[None], name: str) -> None:
    """In the card, go down to the line of a name and enter it."""
    for _ in range(40):
        if f"›{name}" in pane_text(pilot, "detail"):
            await press(pilot, "enter")
            return
        await press(pilot, "j")
    raise AssertionError(f"no line of {name} can be entered")


async def test_a_changed_row_stays_selected_and_its_card_says_what_changed_but_not_what_comes():
    async with opened(two_downloads(), 120, 40) as pilot:
        assert "5 rows" in bar(pilot, "header") and "2 new or changed, 2 gone or changed" in bar(
            pilot, "header"
        )
        assert "Row 3" not in text_of(pilot)
        await press(pilot, "g", "2")
        card = pane_text(pilot, "detail")
        assert (
            "1 revision" in card and "later.csv, line 3" in card and "date: 2025-05-02 ↦ 2025-04-01" in card
        )
        await press(pilot, ",")
        card = pane_text(pilot, "detail")
        assert "5 rows" in bar(pilot, "header") and "Row 2" in card and "2025-05-02" in card
        assert "revision" not in card and "April" not in text_of(pilot) and "later.csv" not in text_of(pilot)
        await press(pilot, ".")
        assert "Row 2 of April" in pane_text(pilot, "detail")


@pytest.mark.parametrize("name", odd_tables())
async def test_what_changed_can_be_asked_of_whatever_table(name: str):
    async with opened(odd_tables()[name], 30, 8) as pilot:
        await press(pilot, "equals_sign", "enter", "j", "j", "j", "j", "enter", "escape", "comma", "period")
        await press(pilot, "colon", *"changes", "enter", "plus", "G", "enter", "tab", "escape", "escape")
        assert shown(pilot).scene.viewed.name in ("timeline", "changes")
