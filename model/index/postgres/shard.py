"""A database that has a part of a table, while the table is imported."""

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

import psycopg

from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.foreign import ForeignPart
from model.index.postgres.server_link import SOON, writing
from model.index.postgres.server_schema import (
    LAYOUT,
    MARK,
    PART_MARK,
    PARTED,
    REGISTER,
    WORD_ROWS,
    schema_of,
    tables_of,
)
from model.index.postgres.server_sentences import sentence_of
from model.index.postgres.server_sink import ServerSink, drop_tables, make_tables


class Shard:
    """One of them. All raises StoreFault, with the sentence of this server."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._schema = schema_of(address.table)
        self._connection = writing(address)

    def close(self) -> None:
        """Let go of the connection, and of the locks first: once it is closed, the server takes its time."""
        self._connection.longest = SOON
        with suppress(psycopg.Error):
            self._execute("SELECT pg_advisory_unlock_all()")
        self._connection.close()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Say in one sentence, which names this server, what it refuses."""
        try:
            yield
        except psycopg.Error as problem:
            if problem.sqlstate == "42501":
                raise StoreFault(
                    f"{self.address.short}: you may not write there; whoever runs the server lets you by "
                    "GRANT CREATE ON DATABASE ... TO your name"
                ) from problem
            raise StoreFault(
                f"{sentence_of(self.address, problem, 0)}; the same command goes on where this one was cut off"
            ) from problem

    def prepare(self, head: str, lock: int) -> None:
        """See to it that it can have a part of the table of a head, and is no other of its databases.

        Each of them holds `lock` while the import runs.
        """
        with self.faults():
            self._execute(
                "SET search_path = pg_catalog, pg_temp; SET statement_timeout = 0; SET lock_timeout = 0"
            )
            self._execute("SET synchronous_commit = off")
            if self._ask("SELECT current_setting('transaction_read_only')") == [("on",)]:
                raise sentence_of(self.address, psycopg.errors.ReadOnlySqlTransaction(), 0)
            if self._ask("SELECT pg_try_advisory_lock(%s::bigint)", lock) != [(True,)]:
                raise StoreFault(
                    f"{self.address.short}: this database is named twice, or is that of -o; each part of a table has "
                    "a database of its own, which may be on the same server"
                )
            if self._ask("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", self._lock) != [(True,)]:
                raise StoreFault(
                    f"{self.address.short}: another import is writing it; wait until that has ended"
                )
            self._make_schema(f"{PART_MARK}: {head}")

    @property
    def _lock(self) -> str:
        return f"dprk-tui {self.address.table}"

    def _make_schema(self, mark: str) -> None:
        sql = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
        found = self._ask(sql, self.address.table)
        if found in ([(mark,)], []):
            if not found:
                with self._connection.transaction():
                    self._execute(f"CREATE SCHEMA {self._schema}")
                    self._execute(f"COMMENT ON SCHEMA {self._schema} IS '{mark}'")
                    self._execute(REGISTER.format(schema=self._schema))
            return
        own = str(found[0][0])
        what = (
            "a whole table"
            if own == MARK
            else "a part of another table"
            if own.startswith(PART_MARK)
            else "another program's schema"
        )
        raise StoreFault(
            f"{self.address.short}: {what} is called so there; name the table otherwise, or another database, or let "
            f"who owns it do away with it: DROP SCHEMA {self._schema} CASCADE"
        )

    def begin(self, number: int, signature: bytes, stamp: bytes, kept: Collection[int]) -> int:
        """Make the tables of an import, or find them; returns before which chunk all of its chunks are there.

        What is there of an import that is not among those that the head has `kept` is taken away.
        """
        with self.faults():
            there = 0
            sql = f"SELECT number, signature, stamp, chunks, complete FROM {self._schema}.version ORDER BY number"
            own = None
            for at, said, own_stamp, chunks, is_complete in self._ask(sql):
                if (at, said, own_stamp) == (number, signature, stamp):
                    own, there = (at, is_complete), chunks
                elif at not in kept or at == number:
                    self.drop(at)
            if own is None:
                with self._connection.transaction():
                    self._execute(
                        f"INSERT INTO {self._schema}.version (number, layout, signature, stamp) "
                        "VALUES (%s, %s, %s, %s)",
                        *(number, LAYOUT, signature, stamp),
                    )
                    make_tables(self._connection, self.address.table, number, PARTED)
            return there

    def is_complete(self, number: int) -> bool:
        """Whether its part of an import is there, and quick to read."""
        with self.faults():
            sql = f"SELECT complete FROM {self._schema}.version WHERE number = %s"
            return self._ask(sql, number) == [(True,)]

    def drop(self, number: int) -> None:
        """Take away its part of an import."""
        with self.faults(), self._connection.transaction():
            drop_tables(self._connection, self.address.table, number)

    def drop_own(self, head: str, number: int) -> None:
        """Take it away, where the schema is of that head still, and nobody is in the way."""
        with self.faults():
            self._execute("SET lock_timeout = 2000; SET statement_timeout = 10000")
            sql = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
            if self._ask(sql, self.address.table) == [(f"{PART_MARK}: {head}",)]:
                self.drop(number)

    def sink(self, number: int, size: int, chunks: range, done: int) -> ServerSink:
        """What takes its chunks, of so many rows; all before `done` are there."""
        return ServerSink(
            self._connection, self.address.table, number, size, max(done, chunks.start), chunks.start
        )

    def foreign(self) -> ForeignPart:
        """What the head has of it."""
        return ForeignPart(self._connection)

    def send_words(self, number: int, head: "psycopg.Connection[Any]") -> None:
        """Send the head how many rows of the part have each word."""
        sql = WORD_ROWS.format(at=tables_of(self.address.table, number))
        with (
            self._connection.cursor() as own,
            head.cursor() as there,
            own.copy(f"COPY ({sql}) TO STDOUT (FORMAT BINARY)".encode()) as taken,
            there.copy(b"COPY pg_temp.words_of_parts FROM STDIN (FORMAT BINARY)") as given,
        ):
            for some in taken:
                given.write(some)

    def _execute(self, sql: str, *values: object) -> None:
        self._connection.execute(sql.encode(), values or None)

    def _ask(self, sql: str, *values: object) -> list[Any]:
        return self._connection.execute(sql.encode(), values or None).fetchall()


def drop_part(address: Address, head: str, number: int) -> None:
    """Take away what a database has of an import, if it can be reached; else the next one that is put there does so."""
    with suppress(StoreFault), closing(Shard(address)) as shard:
        shard.drop_own(head, number)
