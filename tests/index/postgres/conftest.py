"""A table on a server, and what fills it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from model.index.postgres.address import Address, read_address, read_shards
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from model.index.table.coded import CodedRow, TableMeta
from tests.coded_tables import missile_tests
from tests.index.postgres.shared_table import ROWS, Made, Servers, writer
from tests.postgres_server import PostgresServer

Fill = Callable[..., Address]
Opened = Callable[..., ServerStore]


@pytest.fixture
def server(postgres_server: PostgresServer) -> PostgresServer:
    return postgres_server


@pytest.fixture
def fill(server: PostgresServer, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Fill]:
    """Fill a table, by default with the missile tests; it is gone after the test."""
    made: set[str] = set()

    def filled(
        table: str = "missiles",
        meta: TableMeta | None = None,
        rows: Iterable[CodedRow] | None = None,
        chunk: int = 100,
    ) -> Address:
        address = read_address(server.uri(table))
        made.add(table)
        tests = missile_tests()
        with ServerWriter(
            address, tmp_path / f"{table}.rows", meta or tests[0], {"map": b"x"}, chunk
        ) as writer:
            writer.add(tests[1] if rows is None else rows)
            writer.finish()
        return address

    yield filled
    with server.connect() as connection:
        for table in made:
            connection.execute(f'DROP SCHEMA IF EXISTS "{table}" CASCADE'.encode())


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Open a store, which is closed after the test."""
    with ExitStack() as stack:

        def open_it(address: Address, longest: float = 10) -> ServerStore:
            store = ServerStore(address, longest)
            stack.callback(store.close)
            return store

        yield open_it


@pytest.fixture
def head(postgres_server: PostgresServer) -> Address:
    """Where the table is read."""
    return read_address(postgres_server.uri("shared"))


@pytest.fixture
def shards(postgres_shards: Servers, head: Address) -> tuple[Address, ...]:
    """Where its rows are."""
    return read_shards([it.database() for it in postgres_shards], head)


@pytest.fixture
def made(
    head: Address,
    shards: tuple[Address, ...],
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
) -> Iterator[Made]:
    """Imports the table; it is gone after the test, on all servers."""

    def imported(rows: Iterable[CodedRow] = ROWS, on: Iterable[Address] = shards) -> Address:
        with writer(head, on, tmp_path, rows) as it:
            it.finish()
        return head

    yield imported
    for server in (postgres_server, *postgres_shards):
        with server.connect() as connection:
            connection.execute("DROP SCHEMA IF EXISTS shared CASCADE")
            for (name,) in connection.execute(
                "SELECT srvname FROM pg_foreign_server WHERE srvname LIKE 'dprk_tui_shared%'"
            ).fetchall():
                connection.execute(f"DROP SERVER {name} CASCADE".encode())
