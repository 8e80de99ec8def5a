"""Rows of a table that a curated event is linked to, and a row that becomes a draft of an event."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

import seeds
from model.corpus.load import load_files
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.layered.opening import layered
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from tests.coded_tables import HOSTILE, TODAY, Table, table
from tests.tui.looking import SIZES, bar, pane_text, selection, shown
from tests.tui.test_read_only import app_of
from tui.app import DprkTui
from tui.cards.selected import selected_card
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.seam.read_only import REFUSAL
from tui.text.target import EventTarget, RowTarget

EVENT = "ambassador-represents"
ROWS = table(
    [
        ("2025-05-08", "Launch seen", "Korea", "2025-05-01"),
        ("2025-05-09", "Test at sea", "Korea", "2025-05-02"),
        ("2025-05-10", "Coded later", "Korea", "2025-07-01"),
    ],
    title="Missile tests",
)
LINKS = """rows = [
    { table = "Missile tests", row = "rows.csv, line 2" },
    { table = "Missile tests", row = "rows.csv, line 4" },
    { table = "Launches", row = "MT-12" },
]
"""
MOST = 2**26


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The bundled corpus with an event that is linked to rows."""
    folder = tmp_path / "corpus"
    shutil.copytree(Path(seeds.__file__).parent, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = folder / "events.toml"
    named = f'id = "{EVENT}"\n'
    text = file.read_text("utf-8")
    assert named in text
    file.write_text(text.replace(named, named + LINKS), "utf-8")
    return folder


def archive_of(folder: Path, rows: Table | None = ROWS, day: str | None = None) -> Archive:
    loaded = load_files(folder, MOST)
    when = day_from_text(day) if day is not None else None
    archive = open_archive(loaded.corpus, when, TODAY, str(folder), loaded.files, parts=loaded.parts)
    return layered(archive, TableIndex(MemoryStore(*rows, chunk=16))) if rows is not None else archive


@asynccontextmanager
async def opened(archive: Archive, width: int = 120, height: int = 60) -> AsyncIterator[Pilot[Any]]:
    commands = CommandList(COMMANDS, features=archive.features)
    async with DprkTui(archive, commands=commands).run_test(size=(width, height)) as pilot:
        await pilot.pause()
        yield pilot


async def at(pilot: Pilot[Any], name: str) -> None:
    """Go to a row or an event by its title."""
    await pilot.press("slash", *name, "enter", "escape")


async def at_the_end_of_its_card(pilot: Pilot[Any], *keys: str) -> None:
    await at(pilot, '"An ambassador represents"')
    await pilot.press("2", "z", "G", *keys)


def card(pilot: Pilot[Any]) -> list[str]:
    lines, _ = selected_card(shown(pilot), 100, 100, alone=True, active=True)
    return [line.text.rstrip() for line in lines]


async def test_the_card_lists_the_rows_and_enter_opens_one_or_says_how(folder: Path):
    async with opened(archive_of(folder, day="2026-01-01")) as pilot:
        await at_the_end_of_its_card(pilot)
        said = card(pilot)
        first = said.index('rows    2 in "Missile tests"')
        assert [it.split(maxsplit=4)[-1] for it in said[first + 1 : first + 3]] == [
            "Launch seen",
            "Coded later",
        ]
        assert said[first + 3] == 'rows    1 in "Launches"'
        await pilot.press("enter")
        assert '"Launches" is not open; --with TABLE.db opens it' in bar(pilot, "footer")
        await pilot.press("k", "k", "enter")
        assert isinstance(selection(pilot).card, RowTarget) and "Launch seen" in pane_text(pilot, "detail")
        await pilot.press("escape")
        assert selection(pilot).card == EventTarget(EVENT)


async def test_a_row_opens_where_the_rows_are_hidden_too(folder: Path):
    async with opened(archive_of(folder, day="2026-01-01")) as pilot:
        await pilot.press("r")
        await at_the_end_of_its_card(pilot, "k", "enter")
        assert isinstance(selection(pilot).card, RowTarget) and "Coded later" in pane_text(pilot, "detail")


async def test_a_row_that_was_not_known_yet_is_not_shown(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await at_the_end_of_its_card(pilot)
        said = "\n".join(card(pilot))
        assert 'rows    1 in "Missile tests", and 1 that it does not have as of this day' in said
        assert "Launch seen" in said and "Coded later" not in said
        # What was linked then, nobody knows.
        await pilot.press("comma")
        assert "Missile tests" not in "\n".join(card(pilot))


async def test_without_the_table_the_card_says_how_many_and_enter_how_to_open_it(folder: Path):
    async with opened(archive_of(folder, None)) as pilot:
        await at_the_end_of_its_card(pilot, "k")
        assert 'rows    2 in "Missile tests"' in card(pilot)
        await pilot.press("enter")
        assert '"Missile tests" is not open; --with TABLE.db opens it: dprk-tui /' in bar(pilot, "footer")
        await pilot.press("o")
        assert "Nothing that is selected" not in bar(pilot, "footer")


async def test_a_row_becomes_a_draft_that_is_linked_to_it_and_z_takes_it_back(folder: Path):
    before = {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()}
    async with opened(archive_of(folder)) as pilot:
        await at(pilot, "sea")
        assert isinstance(selection(pilot).card, RowTarget)
        await pilot.press("R")
        assert "Written: test-at-sea, a draft. Z takes it back." in bar(pilot, "footer")
        assert selection(pilot).card == EventTarget("test-at-sea")
        said = "\n".join(card(pilot))
        assert "Test at sea" in said and "line 3 | 2025-05-09 | Test at sea" in said
        assert 'rows    1 in "Missile tests"' in said
        assert "line 3 | 2025-05-09 | Test at sea" in pane_text(pilot, "source")
        await pilot.press("escape", "R")
        assert 'Not written: the event "test-at-sea" is linked to this row already' in bar(pilot, "footer")
        await pilot.press("Z")
        assert "Taken back" in bar(pilot, "footer")
    assert {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()} == before


async def test_the_colon_makes_a_draft_too_and_an_event_is_none(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await pilot.press("right_parenthesis", "R")
        assert "No coded row is selected: a draft is made of one." in bar(pilot, "footer")
        await at(pilot, "sea")
        await pilot.press("colon", *"draft", "enter")
        assert "Written: test-at-sea" in bar(pilot, "footer")


async def test_who_may_only_read_is_told_so(folder: Path):
    before = {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()}
    archive = archive_of(folder)
    async with app_of(archive, read_only=True).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await at(pilot, "sea")
        await pilot.press("R")
        assert REFUSAL in bar(pilot, "footer")
    assert {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()} == before


async def test_where_no_table_is_open_a_draft_of_a_row_says_why_not(folder: Path):
    async with opened(archive_of(folder, None)) as pilot:
        await pilot.press("R")
        assert "Not here: no table lies under it" in bar(pilot, "footer")


@pytest.mark.parametrize("size", [(30, 8), (60, 20), (80, 24), (200, 60)])
async def test_hostile_titles_of_tables_and_rows_hold_at_any_size(folder: Path, size: tuple[int, int]):
    rows = table([("2025-05-08", it, "Korea", "2025-05-01") for it in HOSTILE], title="Missile tests")
    async with opened(archive_of(folder, rows), *size) as pilot:
        await pilot.press("2", "z")
        for text in HOSTILE[:2]:
            row = next(it for it in shown(pilot).reader.rows(0, 99) if it.title == text)
            assert row.word == "coded"
        await at_the_end_of_its_card(pilot, "enter", "R", "escape", "escape")
        assert "\x1b" not in pane_text(pilot, "detail") + pane_text(pilot, "timeline")


LOOKS = {
    "a card with linked rows": ("slash", *'"An ambassador represents"', "enter", "escape", "2", "z", "G"),
    "a row as a draft": ("slash", *"sea", "enter", "escape", "R"),
}


@pytest.mark.parametrize("state", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_looks_of_linked_rows(snap_compare: Any, folder: Path, state: str, size: tuple[int, int]):
    archive = archive_of(folder)
    commands = CommandList(COMMANDS, features=archive.features)
    app = DprkTui(archive, commands=commands)
    assert snap_compare(app, press=LOOKS[state], terminal_size=size)
