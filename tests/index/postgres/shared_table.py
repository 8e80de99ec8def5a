"""A table that is shared out among servers: what writes it, and what there is of it."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.server_store import ServerStore
from model.index.postgres.shard_writer import ShardWriter
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.values import AsOf
from tests.coded_tables import missile_tests
from tests.postgres_server import PASSWORD, PostgresServer

META, ROWS = missile_tests()
NOW = AsOf(800_000)
Servers = list[PostgresServer]
Made = Callable[..., Address]


def writer(
    head: Address, shards: Iterable[Address], folder: Path, rows: Iterable[CodedRow] = ROWS, chunk: int = 20
) -> ShardWriter:
    """What writes the table, to which the rows were given."""
    made = ShardWriter(head, [*shards], folder / "shared.rows", META, {"map": b"x"}, chunk)
    made.add(rows)
    return made


def rows_of(store: ServerStore) -> tuple[int, list[str]]:
    """How many rows are there, and the titles of all that can be read."""
    reader = TableIndex(store).at(NOW)
    found = reader.rows(0, 400)
    assert reader.counts.total == reader.counts.known == len(found)
    return len(found), [row.title for row in found]


def refused(head: Address, shards: Iterable[Address], folder: Path) -> str:
    """Why a table cannot be shared out so."""
    with pytest.raises(StoreFault) as caught:
        writer(head, shards, folder)
    text = str(caught.value)
    assert "\n" not in text and PASSWORD not in text
    return text
