"""Several tables under one corpus, on the screen: shown together and alone, searched, filtered, linked, drafted."""

from pathlib import Path

from model.corpus.load import load_files
from model.index.archive import Archive, open_archive
from model.index.layered.names import table_of_name
from model.index.layered.opening import layered
from model.index.table.index import TableIndex
from model.index.table.memory import MemoryStore
from tests.coded_tables import TODAY, Table, table
from tests.tui.looking import bar, pane_text, press, selection, shown
from tests.tui.test_linked_rows import EVENT, MOST, ROWS, at, at_the_end_of_its_card, card, folder, opened
from tui.text.target import EventTarget, RowTarget

__all__ = ["folder"]

LAUNCHES = table(
    [
        ("2025-05-08", "Launch at dawn", "Korea", "2025-05-01"),
        ("2025-05-11", "Launch at dusk", "Chad", "2025-05-02"),
    ],
    title="Launches",
)


def archive_of(folder: Path, *tables: Table) -> Archive:
    loaded = load_files(folder, MOST)
    archive = open_archive(loaded.corpus, None, TODAY, str(folder), loaded.files, parts=loaded.parts)
    return layered(archive, *(TableIndex(MemoryStore(*it, chunk=16)) for it in tables or (ROWS, LAUNCHES)))


def shown_tables(pilot: object) -> set[int]:
    """The tables of which rows stand in the timeline; -1 are the events."""
    return {table_of_name(row.event) for row in shown(pilot).reader.rows(0, 999)}  # type: ignore[arg-type]


async def test_r_shows_all_rows_none_and_those_of_each(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        said, tables = [], [shown_tables(pilot)]
        for _ in range(4):
            await press(pilot, "r")
            said.append(bar(pilot, "footer").strip())
            tables.append(shown_tables(pilot))
        assert tables == [{-1, 0, 1}, {-1}, {-1, 0}, {-1, 1}, {-1, 0, 1}]
        assert said[0] == "The events alone. r shows those of Missile tests alone."
        assert (
            said[1].startswith("Missile tests alone: 2 coded rows, dimmed.") and "r shows Launches" in said[1]
        )
        assert said[2].startswith("Launches alone: 2 coded rows, dimmed.") and "r shows all rows" in said[2]
        assert said[3].startswith("2 tables: 4 coded rows, dimmed.") and "r hides them" in said[3]


async def test_where_no_row_was_known_the_first_words_say_from_which_day_on(folder: Path):
    late = table([("2025-05-08", "Coded late", "Korea", "2025-07-01")], title="Late")
    for tables, words in (
        ((late,), "Late: nothing was known of it"),
        ((late, late), "2 tables: nothing was known of them"),
    ):
        async with opened(archive_of(folder, *tables)) as pilot:
            assert f"{words} on this day. :asof 2025-07-01 has its first rows." in bar(pilot, "footer")


async def test_from_a_row_that_is_hidden_one_comes_to_the_event_before_it(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await at(pilot, "dusk")
        assert table_of_name(selection(pilot).event or "") == 1
        assert "coded row of Launches" in pane_text(pilot, "detail")
        for tables in ({-1}, {-1, 0}):
            await press(pilot, "r")
            assert shown_tables(pilot) == tables and table_of_name(selection(pilot).event or "") == -1


async def test_each_table_has_a_lane_of_its_own(folder: Path):
    async with opened(archive_of(folder), 120, 60) as pilot:
        await press(pilot, "v", "G")
        lanes = pane_text(pilot, "timeline")
        assert "Missile tests, coded elsewhere" in lanes and "Launches, coded elsewhere" in lanes


async def test_a_search_and_a_filter_are_of_all_tables(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await press(pilot, "slash", *"launch", "enter")
        text = pane_text(pilot, "timeline")
        assert [text.index(it) for it in ("Launch seen", "Launch at dawn", "Launch at dusk")] == sorted(
            text.index(it) for it in ("Launch seen", "Launch at dawn", "Launch at dusk")
        )
        await press(pilot, "escape", "f", *"country:korea", "enter")
        assert shown(pilot).reader.counts.rows == 3
        await press(pilot, "f", *["backspace"] * 20, *"country:chad", "enter")
        assert shown(pilot).reader.counts.rows == 1 and shown_tables(pilot) == {-1, 1}


async def test_a_filter_of_one_table_stays_where_another_is_shown_alone(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await press(pilot, "f", *"country:chad", "enter")
        await press(pilot, "r", "r")
        assert shown(pilot).reader.counts.rows == 0 and shown(pilot).scene.when.query.text == "country:chad"
        await press(pilot, "r")
        assert shown(pilot).reader.counts.rows == 1


async def test_links_find_the_table_that_they_name(folder: Path):
    events = folder / "events.toml"
    text = events.read_text("utf-8")
    events.write_text(text.replace('row = "MT-12"', 'row = "rows.csv, line 3"'), "utf-8")
    async with opened(archive_of(folder)) as pilot:
        await at_the_end_of_its_card(pilot)
        said = card(pilot)
        number = said.index('rows    1 in "Launches"')
        assert "Launch at dusk" in said[number + 1]
        await press(pilot, "enter")
        row = selection(pilot).card
        assert isinstance(row, RowTarget) and table_of_name(row.row) == 1
        assert any(line.startswith("event   An ambassador represents") for line in card(pilot))
        await at(pilot, "launch at dawn")
        assert not any(line.startswith("event   ") for line in card(pilot))


async def test_a_row_of_the_second_table_becomes_a_draft_that_is_linked_to_it(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await at(pilot, "launch at dawn")
        await press(pilot, "R")
        assert "Written: launch-at-dawn" in bar(pilot, "footer")
        assert 'table = "Launches"' in (folder / "events.toml").read_text("utf-8")
        assert selection(pilot).card == EventTarget("launch-at-dawn")
        assert any(line.startswith("rows    1 in") for line in card(pilot))
        await press(pilot, "Z")
        assert "launch-at-dawn" not in (folder / "events.toml").read_text("utf-8")


async def test_tables_of_one_title_are_two_lanes(folder: Path):
    async with opened(archive_of(folder, ROWS, ROWS), 120, 60) as pilot:
        await press(pilot, "v", "G")
        lanes = pane_text(pilot, "timeline")
        assert "Missile tests, coded" in lanes and "Missile tests (2), coded" in lanes
        await press(pilot, "1", "escape")
        assert EVENT in shown(pilot).corpus.events
