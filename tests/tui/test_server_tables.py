"""A table on a server on the screen: the same keys, and what fails is a sentence under a screen that stays."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path

import pytest
from textual.pilot import Pilot

import seeds
from model.corpus.load import load_files
from model.index.archive import open_archive
from model.index.layered.opening import layered
from model.index.postgres import server_link, server_rows
from model.index.postgres.address import Address, read_address
from model.index.postgres.server_link import ServerLink
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from model.index.table.far_store import FarStore
from model.index.table.index import TableIndex
from model.index.table.opening import archive_of_table
from tests.coded_tables import TODAY, missile_tests
from tests.effort import some
from tests.postgres_server import PostgresServer
from tests.tui.looking import answer, bar, main_screen, pane_text, press, settle, shown
from tui import watching
from tui.app import DprkTui
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.state.outcome import Ask

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture
def address(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Address]:
    address = read_address(postgres_server.uri("tests_shown"))
    fill(address, tmp_path)
    yield address
    with postgres_server.connect() as connection:
        connection.execute("DROP SCHEMA tests_shown CASCADE")


def fill(address: Address, folder: Path, rows: int = 339) -> None:
    meta, tests = missile_tests()
    with ServerWriter(address, folder / "s.rows", meta, chunk=100) as writer:
        writer.add(tests[:rows])
        writer.finish()


@asynccontextmanager
async def opened(address: Address) -> AsyncIterator[Pilot[None]]:
    store = ServerStore(address)
    try:
        async with DprkTui(archive_of_table(TableIndex(store), None, TODAY)).run_test(
            size=(120, 40)
        ) as pilot:
            await settle(pilot)
            yield pilot
    finally:
        store.close()


async def test_keys_search_and_filter_are_as_for_a_file(address: Address):
    async with opened(address) as pilot:
        assert "339 of 339" in pane_text(pilot, "timeline").splitlines()[0]
        await press(pilot, "g", "slash", *"scud")
        assert "58 hits" in answer(pilot)
        await press(pilot, "escape", "f", *"outcome:failure", "enter")
        assert "38 of 339 rows" in bar(pilot, "header")


async def test_a_server_that_stops_is_said_and_what_was_typed_stays_and_it_comes_back(
    address: Address, postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(server_link, "_AGAIN", 0)
    async with opened(address) as pilot:
        before = pane_text(pilot, "timeline")
        postgres_server.stop()
        try:
            await press(pilot, "g")
            assert bar(pilot, "footer").strip().startswith("tests_shown on this machine: ")
            assert pane_text(pilot, "timeline") == before
            await press(pilot, "slash", *"scud")
            assert answer(pilot).startswith("tests_shown on")
        finally:
            postgres_server.start()
        await press(pilot, "s")
        await press(pilot, "backspace")
        assert "58 hits" in answer(pilot)
        await press(pilot, "escape", "g")
        assert "1 of 339" in pane_text(pilot, "timeline").splitlines()[0]


async def test_a_key_costs_at_most_one_question_and_most_cost_none(
    address: Address, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    ask = ServerLink.ask

    def counted(link: ServerLink, sql: str, *values: object) -> list[object]:
        asked.append(sql)
        return ask(link, sql, *values)

    # As in a table of many more rows than are fetched around what is shown.
    monkeypatch.setattr(server_rows, "_AROUND", 40)
    monkeypatch.setattr(server_rows, "_KEPT", 150)
    async with opened(address) as pilot:
        await press(pilot, "g")
        monkeypatch.setattr(ServerLink, "ask", counted)
        for _ in range(40):
            await press(pilot, "down")
        assert len(asked) <= 2
        for key in ("pagedown", "G", "pageup", "g", "d", "M", "y", "D"):
            asked.clear()
            await press(pilot, key)
            assert len(asked) <= 1, (key, asked)


async def test_far_away_a_page_on_asks_nothing_and_a_jump_asks_once(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    meta, tests = missile_tests()
    many = [row._replace(number=at + 1) for at, row in enumerate(row for row in tests for _ in range(20))]
    with ServerWriter(address, tmp_path / "many.rows", replace(meta, rows=len(many))) as writer:
        writer.add(many)
        writer.finish()
    asked: list[str] = []
    ask = ServerLink.ask

    def counted(link: ServerLink, sql: str, *values: object) -> list[object]:
        asked.append(sql)
        return ask(link, sql, *values)

    store = FarStore(lambda: ServerStore(address), "tests")
    archive = archive_of_table(TableIndex(store), None, TODAY)
    async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
        await all_has_come(pilot, store)
        monkeypatch.setattr(ServerLink, "ask", counted)
        for keys, most in (
            (("g",), 1),
            (("down",), 0),
            (("pagedown",), 0),
            (("pagedown",), 0),
            (("G",), 0),  # It began there.
            ((":", *"2017-07", "enter"), 2),  # Rows by their days are asked for once.
            ((":", *"1993", "enter"), 1),
            (("y",), 1),
            (("m",), 1),
        ):
            asked.clear()
            before = pane_text(pilot, "timeline")
            await press(pilot, *keys)
            await all_has_come(pilot, store)
            assert pane_text(pilot, "timeline") != before
            assert len(asked) <= most, (keys, asked)
    store.close()


async def all_has_come(pilot: Pilot[None], store: FarStore) -> None:
    """Let come what was asked for and what is expected."""
    asker = store._asker
    assert asker is not None
    async with asyncio.timeout(30):
        await settle(pilot)
        while asker._wanted or asker._expected or asker._running is not None or main_screen(pilot)._late:
            await asyncio.sleep(0.005)
            await settle(pilot)


async def test_who_reads_is_told_that_newer_data_is_there(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(watching, "LOOKED_AFTER", 0.05)
    async with opened(address) as pilot:
        await asyncio.to_thread(fill, address, tmp_path, 9)
        async with asyncio.timeout(30):
            while "Newer data is there" not in bar(pilot, "footer"):
                await pilot.pause(0.05)
        assert "R reloads" in bar(pilot, "footer")
        await press(pilot, "G")
        assert "339 of 339" in pane_text(pilot, "timeline").splitlines()[0]


async def test_under_a_corpus_it_is_said_that_newer_data_is_not_read_in_place(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(watching, "LOOKED_AFTER", 0.05)
    loaded = load_files(Path(seeds.__file__).parent, 2**26)
    corpus = open_archive(loaded.corpus, None, TODAY, "", loaded.files, parts=loaded.parts)
    store = ServerStore(address)
    archive = layered(corpus, TableIndex(store))
    async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await asyncio.to_thread(fill, address, tmp_path, 9)
        async with asyncio.timeout(30):
            while "Newer data is in" not in bar(pilot, "footer"):
                await pilot.pause(0.05)
        assert archive.table is not None
        title = archive.table.tables[0].title
        assert f"Newer data is in {title}: a table under a corpus is read once" in bar(pilot, "footer")
    store.close()


HOSTILE = (
    "'; SELECT pg_sleep(60); --",
    "outcome:'||pg_sleep(60)||'",
    'x"; DROP SCHEMA tests_shown CASCADE; --',
    "%s %(x)s $1 ? \\'; COMMIT",
    "-after:2020'); SELECT pg_sleep(60); --",
)
PROMPTS = ("slash", "f", "colon", "equals_sign", "X", "ctrl+p")


def prompts_of(pilot: Pilot[None]) -> set[str]:
    """The keys of all commands of the screen that ask for something in the timeline."""
    ctx = shown(pilot)
    keys = set()
    for command in CommandList(COMMANDS, features=ctx.archive.features).acting("timeline"):
        for way in (it for it in command.ways if it.keys):
            outcomes = command.run(ctx, way.by)
            asked = outcomes if isinstance(outcomes, Iterable) else (outcomes,)
            if any(isinstance(it, Ask) for it in asked):
                keys.add(way.keys[0])
    return keys


@pytest.mark.parametrize(
    ("key", "typed"), some([*zip(PROMPTS, cycle(HOSTILE))], [*product(PROMPTS, HOSTILE)])
)
async def test_sql_that_is_typed_into_a_prompt_is_a_value_and_the_screen_stays(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, typed: str
):
    monkeypatch.chdir(tmp_path)
    asked: list[bytes] = []
    statement = server_link._statement

    def noted(sql: str) -> bytes:
        asked.append(statement(sql))
        return asked[-1]

    monkeypatch.setattr(server_link, "_statement", noted)
    async with opened(address) as pilot:
        assert prompts_of(pilot) | {"ctrl+p"} == {*PROMPTS}
        await press(pilot, "g", key, "ctrl+u", *typed, "enter")
        assert pilot.app.return_code is None
        await press(pilot, "escape", "escape", "escape", "G")
        assert "339" in pane_text(pilot, "timeline").splitlines()[0]
    # What is sought by its words is among them, as values.
    for words in ("sleep", "drop", "cascade", "commit"):
        assert not any(words in sql.decode().casefold() for sql in asked)
    assert asked
    assert [*tmp_path.iterdir()] == []
