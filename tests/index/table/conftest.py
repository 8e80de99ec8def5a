"""Each store of tables, to be filled with a few rows in chunks of a few."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from model.index.table.coded import CodedRow, TableMeta
from model.index.table.file.file_store import open_store
from model.index.table.file.writer import TableWriter
from model.index.table.memory import MemoryStore
from model.index.table.store import Store

StoreOf = Callable[[TableMeta, Iterable[CodedRow], int], Store]


def memory_store(meta: TableMeta, rows: Iterable[CodedRow], chunk: int) -> Store:
    """A table in a list."""
    return MemoryStore(meta, rows, chunk=chunk)


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


@pytest.fixture(params=["memory", "file"], scope="session")
def store_of(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> StoreOf:
    """Each engine."""
    return memory_store if request.param == "memory" else FileStores(tmp_path_factory.mktemp("tables"))
