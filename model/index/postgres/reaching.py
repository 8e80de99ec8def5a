"""The way to a table on a server for those who have no driver yet: it is imported only where an address is opened."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from model.index.faults import StoreFault
from model.index.postgres.address import read_address, read_shards

if TYPE_CHECKING:
    from model.index.postgres.server_store import ServerStore
    from model.index.postgres.server_target import ServerTarget

_NO_DRIVER = (
    "tables on a server are read with psycopg 3, which is not installed; pip install 'dprk-tui[postgres]'"
)


def open_server_store(text: str) -> "ServerStore":
    """The table at an address. StoreFault, with one sentence, where none can be read."""
    address = read_address(text)
    try:
        from model.index.postgres.server_store import ServerStore
    except ImportError:
        raise StoreFault(_NO_DRIVER) from None
    return ServerStore(address)


def server_target(text: str, waiting: Path, shards: Sequence[str] = ()) -> "ServerTarget":
    """An address as the place for a table, whose rows wait in the folder `waiting`. StoreFault likewise.

    With `shards`, addresses of other databases, the rows are shared out among these.
    """
    address = read_address(text)
    parts = read_shards(shards, address)
    try:
        from model.index.postgres.server_target import ServerTarget
    except ImportError:
        raise StoreFault(_NO_DRIVER) from None
    return ServerTarget(address, waiting, parts)
