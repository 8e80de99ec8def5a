"""The connection over which an import writes to a database: the head of a table, or a shard of it."""

from contextlib import suppress
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

from model.index.faults import StoreFault
from model.index.postgres.address import Address
from model.index.postgres.server_link import SOON, writing
from model.index.postgres.server_schema import REGISTER, schema_of
from model.index.postgres.server_sentences import may_not_write, replica, sentence_of


class ImportLink:
    """A connection to the database of a table's address, each statement of which is a transaction unless one is begun.

    It may wait for the `others`, which are servers too. StoreFault where none comes about, or where one of them stands
    still. What the server refuses is psycopg.Error, of which `sentence` makes a sentence.
    """

    def __init__(self, address: Address, *others: Address) -> None:
        self.address = address
        self.connection = writing(address, *others)

    def prepare(self) -> None:
        """Make it one that writes. StoreFault where the server only follows another one."""
        self.execute("SET search_path = pg_catalog, pg_temp; SET statement_timeout = 0; SET lock_timeout = 0")
        self.execute("SET synchronous_commit = off")
        if self.ask("SELECT current_setting('transaction_read_only')") == [("on",)]:
            raise replica(self.address)

    def keep_others_out(self) -> None:
        """Have the lock of the table until it is closed. StoreFault where another import has it."""
        lock = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
        if self.ask(lock, f"dprk-tui {self.address.table}") != [(True,)]:
            raise StoreFault(f"{self.address.short}: another import is writing it; wait until that has ended")

    def make_schema(self, mark: str) -> None:
        """Make the schema of the table, with an empty register, and with `mark` as its comment."""
        schema = schema_of(self.address.table)
        with self.connection.transaction():
            self.execute(f"CREATE SCHEMA {schema}")
            self.execute(f"COMMENT ON SCHEMA {schema} IS '{mark}'")
            self.execute(REGISTER.format(schema=schema))

    def execute(self, sql: str, *values: object) -> None:
        """Do something, with `%s` for each value."""
        self.connection.execute(sql.encode(), values or None)

    def ask(self, sql: str, *values: object) -> list[Any]:
        """The rows of an answer, with `%s` for each value."""
        return self.connection.execute(sql.encode(), values or None).fetchall()

    def sentence(self, problem: psycopg.Error) -> str:
        """What there is to say of what the server refused."""
        if problem.sqlstate == "42501":
            return str(may_not_write(self.address))
        return f"{sentence_of(self.address, problem, 0)}; the same command goes on where this one was cut off"

    def close(self) -> None:
        """Let go of it, and of the locks first: once it is closed, the server takes its time."""
        # Whether it stands still is of no interest any more: what there is to say was said.
        self.connection.longest, self.connection.suspect = SOON, None
        # What is cut off in a COPY can be told nothing: psycopg would wait for the COPY, which nobody ends.
        if self.connection.info.transaction_status != TransactionStatus.ACTIVE:
            with suppress(psycopg.Error):
                self.execute("SELECT pg_advisory_unlock_all()")
        self.connection.close()
