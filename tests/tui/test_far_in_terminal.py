"""A server that is killed and started again under the real program: no key waits for it, and the place stays."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from model.index.postgres.address import read_address
from model.index.postgres.server_writer import ServerWriter
from tests.coded_tables import missile_tests
from tests.postgres_server import PostgresServer
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.xdist_group("postgres")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def address(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[str]:
    uri = postgres_server.uri("tests_killed")
    meta, rows = missile_tests()
    with ServerWriter(read_address(uri), tmp_path / "s.rows", meta) as writer:
        writer.add(rows)
        writer.finish()
    yield uri
    with suppress(Exception), postgres_server.connect() as connection:
        connection.execute("DROP SCHEMA tests_killed CASCADE")


def test_a_killed_server_is_said_and_keys_go_on_and_it_comes_back(
    postgres_server: PostgresServer, address: str, tmp_path: Path
):
    terminal = Terminal([sys.executable, "-m", "tui", address], 120, 40, tmp_path, PYTHONPATH=str(ROOT))

    def selected(number: int) -> bool:
        return terminal.has(f" {number} of 339")

    terminal.wait(lambda: selected(339), "the last row")
    terminal.send("g")
    terminal.wait(lambda: selected(1), "the first row")
    terminal.send("\x1b[B")
    terminal.wait(lambda: selected(2), "the second row")
    postgres_server.stop()
    try:
        terminal.send("/scud\r")
        terminal.wait(lambda: terminal.has("not reachable, trying again"), "that the server is lost")
        terminal.send("\x1b\x1b[B")
        terminal.wait(lambda: selected(3), "a key that needs nothing new")
    finally:
        postgres_server.start()
    terminal.wait(lambda: not terminal.has("not reachable"), "that the server is there again")
    assert selected(3)
    terminal.send("/scud\r")
    terminal.wait(lambda: terminal.has("58"), "the hits")
    terminal.send("q")
    assert terminal.close() == 0
