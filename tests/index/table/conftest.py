"""Each store of tables, to be filled with a few rows in chunks of a few."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from model.index.table.coded import CodedRow, TableMeta
from model.index.table.far_store import FarStore
from model.index.table.file.file_store import open_store
from model.index.table.file.writer import TableWriter
from model.index.table.memory import MemoryStore
from model.index.table.store import Store
from tests.postgres_server import PostgresServer

StoreOf = Callable[[TableMeta, Iterable[CodedRow], int], Store]


def memory_store(meta: TableMeta, rows: Iterable[CodedRow], chunk: int) -> Store:
    """A table in a list."""
    return MemoryStore(meta, rows, chunk=chunk)


def far_store(meta: TableMeta, rows: Iterable[CodedRow], chunk: int) -> Store:
    """The same, asked in another thread by one who is patient."""
    store = FarStore(lambda: MemoryStore(meta, rows, chunk=chunk), "rows")
    store.follow(lambda: None)
    store._left = 1e9
    return store


class FileStores:
    """Tables in files; those of long ago are taken away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0

    def __call__(self, meta: TableMeta, rows: Iterable[CodedRow], chunk: int) -> Store:
        """A table in a file."""
        self._made += 1
        path = self._folder / f"{self._made}.db"
        with TableWriter(path, meta, chunk=chunk) as writer:
            writer.add(rows)
            writer.finish()
        (self._folder / f"{self._made - 8}.db").unlink(missing_ok=True)
        return open_store(path)


class ServerStores:
    """Tables on a server, each in the place of the one before."""

    def __init__(self, server: PostgresServer, folder: Path, shards: Sequence[PostgresServer] = ()) -> None:
        self._address = server.uri("parted" if shards else "drawn")
        self._shards = [it.database() for it in shards]
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(self, meta: TableMeta, rows: Iterable[CodedRow], chunk: int) -> Store:
        """A table on the server, or shared out among several."""
        from model.index.postgres.address import read_address, read_shards
        from model.index.postgres.server_store import ServerStore
        from model.index.postgres.server_writer import ServerWriter
        from model.index.postgres.shard_writer import ShardWriter

        address = read_address(self._address)
        staged = self._folder / f"{address.table}.rows"
        if self._shards:
            shards = read_shards(self._shards, address)
            made: ServerWriter = ShardWriter(address, shards, staged, meta, chunk=chunk)
        else:
            made = ServerWriter(address, staged, meta, chunk=chunk)
        with made as writer:
            writer.add(rows)
            writer.finish()
        self._stores.append(ServerStore(address))
        # The one before can still be read.
        while len(self._stores) > 2:
            self._stores.pop(0).close()
        return self._stores[-1]

    def close(self) -> None:
        """Let go of all."""
        for store in self._stores:
            store.close()


on_server = pytest.mark.xdist_group("postgres")
"""One process has the server, where tests run side by side."""


ENGINES = [
    "memory",
    "file",
    pytest.param("server", marks=on_server),
    "far",
    pytest.param("shards", marks=on_server),
]
"""The engines; the last two answer by what those before them have."""


@pytest.fixture(params=ENGINES, scope="session")
def store_of(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreOf]:
    """Each engine."""
    if request.param == "memory":
        yield memory_store
    elif request.param == "far":
        yield far_store
    elif request.param == "file":
        yield FileStores(tmp_path_factory.mktemp("tables"))
    else:
        shards = request.getfixturevalue("postgres_shards") if request.param == "shards" else ()
        stores = ServerStores(
            request.getfixturevalue("postgres_server"), tmp_path_factory.mktemp("staged"), shards
        )
        yield stores
        stores.close()
