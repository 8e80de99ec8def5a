"""A database that has a part of a table, while the table is imported."""

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

import psycopg

from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.foreign import ForeignPart
from model.index.postgres.import_link import ImportLink
from model.index.postgres.server_schema import (
    LAYOUT,
    MARK,
    PART_MARK,
    PARTED,
    WORD_ROWS,
    schema_of,
    tables_of,
)
from model.index.postgres.server_sink import ServerSink, drop_tables, make_tables


class Shard:
    """One of them. All raises StoreFault, with the sentence of this server."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._schema = schema_of(address.table)
        self._link = ImportLink(address)

    def close(self) -> None:
        """Let go of the connection, and of the locks."""
        self._link.close()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Say in one sentence, which names this server, what it refuses."""
        try:
            yield
        except psycopg.Error as problem:
            raise StoreFault(self._link.sentence(problem)) from problem

    def prepare(self, head: str, lock: int) -> None:
        """See to it that it can have a part of the table of a head, and is no other of its databases.

        Each of them holds `lock` while the import runs.
        """
        with self.faults():
            self._link.prepare()
            if self._link.ask("SELECT pg_try_advisory_lock(%s::bigint)", lock) != [(True,)]:
                raise StoreFault(
                    f"{self.address.short}: this database is named twice, or is that of -o; each part of a table has "
                    "a database of its own, which may be on the same server"
                )
            self._link.keep_others_out()
            if not (found := self._marks()):
                self._link.make_schema(_mark(head))
            elif found != [_mark(head)]:
                raise self._taken(str(found[0]))

    def _marks(self) -> list[str | None]:
        """The comment of the schema of the table; nothing where there is no such schema."""
        sql = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
        return [mark for (mark,) in self._link.ask(sql, self.address.table)]

    def _taken(self, own: str) -> StoreFault:
        """What to say of a schema of that name which is marked otherwise."""
        what = (
            "a whole table"
            if own == MARK
            else "a part of another table"
            if own.startswith(PART_MARK)
            else "another program's schema"
        )
        return StoreFault(
            f"{self.address.short}: {what} is called so there; name the table otherwise, or another database, or let "
            f"who owns it do away with it: DROP SCHEMA {self._schema} CASCADE"
        )

    def begin(self, number: int, signature: bytes, stamp: bytes, kept: Collection[int]) -> int:
        """Make the tables of an import, or find them; returns before which chunk all of its chunks are there.

        What is there of an import that is not among those that the head has `kept` is taken away.
        """
        with self.faults():
            there = None
            sql = f"SELECT number, signature, stamp, chunks FROM {self._schema}.version ORDER BY number"
            for at, said, own_stamp, chunks in self._link.ask(sql):
                if (at, said, own_stamp) == (number, signature, stamp):
                    there = chunks
                elif at not in kept or at == number:
                    self.drop(at)
            if there is None:
                with self._link.connection.transaction():
                    self._link.execute(
                        f"INSERT INTO {self._schema}.version (number, layout, signature, stamp) "
                        "VALUES (%s, %s, %s, %s)",
                        *(number, LAYOUT, signature, stamp),
                    )
                    make_tables(self._link.connection, self.address.table, number, PARTED)
            return there or 0

    def is_complete(self, number: int) -> bool:
        """Whether its part of an import is there, and quick to read."""
        with self.faults():
            sql = f"SELECT complete FROM {self._schema}.version WHERE number = %s"
            return self._link.ask(sql, number) == [(True,)]

    def drop(self, number: int) -> None:
        """Take away its part of an import."""
        with self.faults(), self._link.connection.transaction():
            drop_tables(self._link.connection, self.address.table, number)

    def drop_own(self, head: str, number: int) -> None:
        """Take it away, where the schema is of that head still, and nobody is in the way."""
        with self.faults():
            self._link.execute("SET lock_timeout = 2000; SET statement_timeout = 10000")
            if self._marks() == [_mark(head)]:
                self.drop(number)

    def sink(self, number: int, size: int, chunks: range, done: int) -> ServerSink:
        """What takes its chunks, of so many rows; all before `done` are there."""
        return ServerSink(
            self._link.connection, self.address.table, number, size, max(done, chunks.start), chunks.start
        )

    def foreign(self) -> ForeignPart:
        """What the head has of it."""
        return ForeignPart(self._link.connection)

    def send_words(self, number: int, head: "psycopg.Connection[Any]") -> None:
        """Send the head how many rows of the part have each word."""
        sql = WORD_ROWS.format(at=tables_of(self.address.table, number))
        with (
            self._link.connection.cursor() as own,
            head.cursor() as there,
            own.copy(f"COPY ({sql}) TO STDOUT (FORMAT BINARY)".encode()) as taken,
            there.copy(b"COPY pg_temp.words_of_parts FROM STDIN (FORMAT BINARY)") as given,
        ):
            for some in taken:
                given.write(some)


def _mark(head: str) -> str:
    """What marks the schema of a part of the table of a head."""
    return f"{PART_MARK}: {head}"


def drop_part(address: Address, head: str, number: int) -> None:
    """Take away what a database has of an import, if it can be reached; else the next one that is put there does so."""
    with suppress(StoreFault), closing(Shard(address)) as shard:
        shard.drop_own(head, number)
