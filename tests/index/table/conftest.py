"""Each store of tables, to be filled with a few rows in chunks of a few."""

from collections.abc import Callable, Iterable

import pytest

from model.index.table.coded import CodedRow, TableMeta
from model.index.table.memory import MemoryStore
from model.index.table.store import Store

StoreOf = Callable[[TableMeta, Iterable[CodedRow], int], Store]


def memory_store(meta: TableMeta, rows: Iterable[CodedRow], chunk: int) -> Store:
    """A table in a list."""
    return MemoryStore(meta, rows, chunk=chunk)


@pytest.fixture(params=[memory_store], ids=["memory"], scope="session")
def store_of(request: pytest.FixtureRequest) -> StoreOf:
    """Each engine."""
    found: StoreOf = request.param
    return found
