"""Writes a table whose rows are shared out among several servers; see `ServerWriter`, for the head of them.

Rows go to each shard straight from here. When every shard has its part, the head says that the import is complete: the
one line that readers look at, so that nobody ever has half of two imports.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import psycopg

from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.foreign import make_parted
from model.index.postgres.parts import packed
from model.index.postgres.server_schema import DERIVED, PARTED, TABLES, VERSIONS, schema_of, tables_of
from model.index.postgres.server_sentences import unreached_part
from model.index.postgres.server_sink import ServerSink, make_tables
from model.index.postgres.server_writer import ServerWriter
from model.index.postgres.shard import Shard
from model.index.postgres.shard_sink import ShardSink, shared_out
from model.index.table.coded import TableMeta
from model.index.table.file.staging import StagedRow
from model.index.table.file.table_pass import TablePass
from model.index.table.store import CHUNK

_NO_WRAPPER = {
    "42501": "you may not have it know other servers; whoever runs it lets you by CREATE EXTENSION postgres_fdw; "
    "GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO your name",
    "58P01": "it has no postgres_fdw, by which it asks other servers; install the package of PostgreSQL's extensions "
    "there (postgresql-contrib)",
}


class ShardWriter(ServerWriter):
    """Writes the table of the address of a head, with its rows on the databases `shards`."""

    def __init__(
        self,
        address: Address,
        shards: Sequence[Address],
        staged: Path,
        meta: TableMeta,
        kept: Mapping[str, bytes] | None = None,
        chunk: int = CHUNK,
    ) -> None:
        self._others, self._shards = shards, list[Shard]()
        super().__init__(address, staged, meta, kept, chunk)

    def _prepare(self) -> None:
        super()._prepare()
        self._make_wrapper()
        lock = secrets.randbits(62)
        self._link.execute("SELECT pg_advisory_lock(%s::bigint)", lock)
        head = self._head(make=True)
        for address in self._others:
            shard = Shard(address)
            self._shards.append(shard)
            shard.prepare(head, lock)
            try:
                is_reached = shard.foreign().reaches(self._link.connection, self.address.table, lock)
            except psycopg.Error as problem:
                raise StoreFault(
                    f"{self.address.short}: from there, {address.where} is not reached: "
                    f"{unreached_part(problem)}; a shard is named as its head finds it too"
                ) from None
            if not is_reached:
                raise StoreFault(
                    f"{self.address.short}: from there, {address.where} is another server than from here; "
                    "name it so that both find the same"
                )

    def _make_wrapper(self) -> None:
        try:
            if not self._link.ask("SELECT FROM pg_foreign_data_wrapper WHERE fdwname = 'postgres_fdw'"):
                self._link.execute("CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA public")
            [(may,)] = self._link.ask("SELECT has_foreign_data_wrapper_privilege('postgres_fdw', 'USAGE')")
            state = "" if may else "42501"
        except psycopg.Error as problem:
            state = problem.sqlstate or ""
            if state not in _NO_WRAPPER and state != "0A000":
                raise
        if state:
            raise StoreFault(f"{self.address.short}: {_NO_WRAPPER.get(state, _NO_WRAPPER['58P01'])}")

    def _places(self) -> Sequence[str]:
        return [it.uri for it in self._others]

    def _make(self, number: int) -> None:
        at = tables_of(self.address.table, number)
        make_tables(
            self._link.connection,
            self.address.table,
            number,
            [name for name in (*TABLES, *DERIVED) if name not in PARTED],
        )
        # From here it is known where there is something to take away.
        self._link.execute(f"CREATE TABLE {at}place (uri bytea)")
        for uri in self._places():
            self._link.execute(f"INSERT INTO {at}place VALUES (%s)", uri.encode())

    def _write(self, meta: TableMeta, rows: Iterator[StagedRow], written: Callable[[int], None]) -> TableMeta:
        self._chunk, spans = shared_out(meta.rows, self._chunk, len(self._shards))
        begun = self._begun(meta)
        known = {
            it for (it,) in self._link.ask(f"SELECT number FROM {schema_of(self.address.table)}.version")
        }
        done = [it.begin(begun.number, begun.signature, begun.stamp, known) for it in self._shards]
        head = ServerSink(self._link.connection, self.address.table, begun.number, self._chunk, 0)
        sink = ShardSink(head, self._shards, spans, self._chunk, begun.number, done)
        meta = TablePass(sink, meta, self._chunk).write(rows, written)
        self._put_small(sink, meta, begun)
        sink.finish_parts()
        head.put("told", [("parts", packed(sink.parts(meta.rows)))])
        head.finish_head(partial(self._fill, begun.number, spans))
        return meta

    def _fill(self, number: int, spans: Sequence[range], has_versions: bool) -> None:
        """Have the head know where the parts are, and put in what it gets from them; within its transaction."""
        table, at = self.address.table, tables_of(self.address.table, number)
        each = enumerate(zip(self._shards, spans, strict=True))
        make_parted(
            self._link.connection,
            table,
            number,
            self._chunk,
            {part: (shard.foreign(), span) for part, (shard, span) in each if span},
        )
        self._link.execute("CREATE TEMP TABLE words_of_parts (word bytea, rows bigint) ON COMMIT DROP")
        for shard in self._shards:
            with shard.faults():
                shard.send_words(number, self._link.connection)
        self._link.execute(
            f"INSERT INTO {at}lexeme SELECT word, sum(rows)::bigint FROM pg_temp.words_of_parts GROUP BY word"
        )
        if has_versions:
            self._link.execute(VERSIONS.format(at=at))

    def _let_go(self) -> None:
        for shard in self._shards:
            shard.close()
        super()._let_go()
