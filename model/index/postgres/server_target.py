"""A server as the place for a table."""

import hashlib
import shlex
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.register import newest_import
from model.index.postgres.server_link import ServerLink
from model.index.postgres.server_sentences import may_not_write, replica
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from model.index.postgres.shard_writer import ShardWriter
from model.index.table.coded import TableMeta
from model.index.table.file.staged_writer import StagedWriter
from model.index.table.store import Store

_MAY_WRITE = """SELECT pg_is_in_recovery(), coalesce(
    (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = ?),
    has_database_privilege(current_database(), 'CREATE'))"""
"""Whether a server only follows another one, and whether whoever asks may make the tables of a table."""


class ServerTarget:
    """See `model.index.table.target.TableTarget`. Rows wait in a file in the folder `waiting` until they are sent.

    With `shards`, they go there.
    """

    replaces = True

    def __init__(self, address: Address, waiting: Path, shards: Sequence[Address] = ()) -> None:
        self._address, self._waiting, self._shards = address, waiting, shards
        self.beside = Path(address.table)

    def __str__(self) -> str:
        return str(self._address)

    @property
    def typed(self) -> str:
        """In quotes: to a shell, `?` and `&` mean something else."""
        return shlex.quote(str(self._address))

    def exists(self) -> bool:
        """Whether a table is there that was finished. A server that takes none says so, before anything is read."""
        with closing(ServerLink(self._address)) as link:
            [(follows, may)] = link.ask(_MAY_WRITE, self._address.table)
            if follows:
                raise replica(self._address)
            if not may:
                raise may_not_write(self._address)
            return newest_import(link.ask, self._address, to_replace=True) is not None

    def before(self) -> Store:
        """The table that is there."""
        return ServerStore(self._address)

    def writer(self, meta: TableMeta, kept: Mapping[str, bytes]) -> StagedWriter:
        """What writes the table."""
        name = hashlib.sha256(str(self._address).encode()).hexdigest()[:16]
        try:
            self._waiting.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as problem:
            raise StoreFault(f"{self._waiting}: rows cannot wait there: {problem.strerror}") from problem
        staged = self._waiting / f"{self._address.table}-{name}.rows"
        if self._shards:
            return ShardWriter(self._address, self._shards, staged, meta, kept)
        return ServerWriter(self._address, staged, meta, kept)
