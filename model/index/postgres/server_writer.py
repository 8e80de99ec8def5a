"""Writes a table on a server by COPY; readers get it in one step, and those of the one before keep theirs.

Rows wait in a file on this machine until they are sorted; from then on each chunk that is on the server is safe.
"""

import hashlib
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
import psycopg

from model.index.postgres.address import Address
from model.index.postgres.import_link import ImportLink
from model.index.postgres.register import newest_import
from model.index.postgres.server_schema import LAYOUT, MARK, schema_of, tables_of
from model.index.postgres.server_sink import ServerSink, drop_tables, make_tables
from model.index.postgres.server_store import ServerStore
from model.index.postgres.shard import drop_part
from model.index.table.coded import TableMeta
from model.index.table.file.packed import of
from model.index.table.file.staged_writer import StagedWriter, is_full
from model.index.table.file.staging import StagedRow
from model.index.table.file.table_pass import TablePass, TableSink
from model.index.table.store import CHUNK, Store, StoreFault


@dataclass(frozen=True, slots=True)
class BegunImport:
    """An import that was begun: its number, how many chunks are in, its stamp, and of what it is."""

    number: int
    chunks: int
    stamp: bytes
    signature: bytes


class ServerWriter(StagedWriter):
    """Writes the table of an address: see `StagedWriter`. A table that is there is replaced, and kept for a while."""

    _refusals = (sqlite3.Error, OSError, psycopg.Error)
    _others: Sequence[Address] = ()
    """Other servers that the table comes to lie on."""

    def __init__(
        self,
        address: Address,
        staged: Path,
        meta: TableMeta,
        kept: Mapping[str, bytes] | None = None,
        chunk: int = CHUNK,
    ) -> None:
        self.address = address
        self._link = ImportLink(address, *self._others)
        try:
            with self._faults():
                self._prepare()
            super().__init__(staged, meta, kept, chunk)
        except BaseException:
            self._let_go()
            raise

    def _prepare(self) -> None:
        """See to it that the table can be written, before anything is read."""
        self._link.prepare()
        self._link.keep_others_out()
        if not self._link.ask("SELECT FROM pg_namespace WHERE nspname = %s", self.address.table):
            self._link.make_schema(MARK)
        newest_import(
            lambda sql, *them: self._link.ask(sql.replace("?", "%s"), *them), self.address, to_replace=True
        )

    def _write(self, meta: TableMeta, rows: Iterator[StagedRow], written: Callable[[int], None]) -> TableMeta:
        begun = self._begun(meta)
        sink = ServerSink(self._link.connection, self.address.table, begun.number, self._chunk, begun.chunks)
        meta = TablePass(sink, meta, self._chunk).write(rows, written)
        self._put_small(sink, meta, begun)
        sink.finish()
        return meta

    def _put_small(self, sink: TableSink, meta: TableMeta, begun: "BegunImport") -> None:
        """Put what is not of chunks."""
        sink.put("reject", ((at, *it) for at, it in enumerate(self._staging.rejects())))
        sink.put("kept", self._kept.items())
        sink.put("told", [("meta", msgspec.json.encode(meta)), ("stamp", begun.stamp)])

    def _put(self) -> None:
        self._link.execute("SET LOCAL synchronous_commit = on")
        self._link.execute("COMMIT")
        # Who reads the one before goes on with it; who still reads an older one has to open it again.
        sql = f"SELECT number FROM {schema_of(self.address.table)}.version WHERE complete ORDER BY number DESC OFFSET 2"
        # What stands in the way here is in nobody's way: the table is whole, and the next import takes them away.
        with suppress(psycopg.Error, StoreFault):
            self._link.execute("SET lock_timeout = 2000")
            for (number,) in self._link.ask(sql):
                self._drop(number)

    def _drop(self, number: int) -> None:
        """Take away an import, on its shards first, if it has any: what the head does not know is nobody's."""
        table = self.address.table
        if self._link.ask("SELECT to_regclass(%s) IS NOT NULL", f"{tables_of(table, number)}place") == [
            (True,)
        ]:
            head = self._head()
            for (uri,) in self._link.ask(f"SELECT uri FROM {tables_of(table, number)}place"):
                drop_part(Address(of(bytes, uri).decode("utf-8", "replace"), table), head, number)
        with self._link.connection.transaction():
            drop_tables(self._link.connection, table, number)

    def _head(self, make: bool = False) -> str:
        """The name by which shards know the head of this table, and take nothing from others; "" where it has none."""
        register = f"{schema_of(self.address.table)}.version"
        [(name,)] = self._link.ask("SELECT obj_description(%s::regclass, 'pg_class')", register)
        if name is None and make:
            name = secrets.token_hex(16)
            self._link.execute(f"COMMENT ON TABLE {register} IS '{name}'")
        return str(name or "")

    def _clear(self) -> None:
        """Chunks that are in stay in: the same import goes on with them, and any other takes them away."""

    def _let_go(self) -> None:
        self._link.close()

    def _refuse_replaced(self, before: Store) -> None:
        if isinstance(before, ServerStore) and before.newer():
            raise StoreFault(
                f"{self.address.short}: the table was replaced meanwhile; import again to go on from what is there"
            )

    def _begun(self, meta: TableMeta) -> "BegunImport":
        """What there is of this import, made if there was nothing."""
        register = f"{schema_of(self.address.table)}.version"
        newest = self._link.ask(f"SELECT max(number) FROM {register} WHERE complete")
        places = self._places()
        said = (LAYOUT, self._signature, self._chunk, meta.rows, meta.same, newest[0][0], *places)
        signature = hashlib.sha256(msgspec.msgpack.encode(said)).digest()
        for number, own, chunks, stamp in self._link.ask(
            f"SELECT number, signature, chunks, stamp FROM {register} WHERE NOT complete"
        ):
            if own == signature:
                return BegunImport(number, chunks, stamp, signature)
            self._drop(number)
        number, stamp = (newest[0][0] or 0) + 1, secrets.token_bytes(16)
        with self._link.connection.transaction():
            sql = f"INSERT INTO {register} (number, layout, signature, stamp) VALUES (%s, %s, %s, %s)"
            self._link.execute(sql, number, LAYOUT, signature, stamp)
            self._make(number)
        return BegunImport(number, 0, stamp, signature)

    def _places(self) -> Sequence[str]:
        """The addresses of the databases among which the rows are shared out; none, where all are here."""
        return ()

    def _make(self, number: int) -> None:
        """Make the tables of an import."""
        make_tables(self._link.connection, self.address.table, number)

    def _sentence(self, problem: Exception) -> str:
        if not isinstance(problem, psycopg.Error):
            why = "the disk of this machine is full" if is_full(problem) else str(problem)
            return f"{self.address.short}: rows cannot be kept until they are sent: {why}; the table is as it was"
        return self._link.sentence(problem)
