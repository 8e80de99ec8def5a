"""A table on a server, and what fills it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from model.index.postgres.address import Address, read_address
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from model.index.table.coded import CodedRow, TableMeta
from tests.coded_tables import missile_tests
from tests.postgres_server import PostgresServer

Fill = Callable[..., Address]


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
def opened() -> Iterator[Callable[..., ServerStore]]:
    """Open a store, which is closed after the test."""
    with ExitStack() as stack:

        def open_it(address: Address, longest: float = 10) -> ServerStore:
            store = ServerStore(address, longest)
            stack.callback(store.close)
            return store

        yield open_it
