"""Puts a table on a server, chunk by chunk: each is a transaction, after which an import that is cut short goes on."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

from psycopg import Connection, Copy

from model.index.postgres.chunk_words import ChunkWords
from model.index.postgres.server_schema import (
    DERIVED,
    KEYS,
    LEXEMES,
    PARTED,
    TABLES,
    VERSIONS,
    schema_of,
    server_of,
    tables_of,
)

_TYPES = {"bigint": "int8", "integer": "int4", "bytea": "bytea", "text": "text"}
_BITS = ("by_day", "word", "facet")
"""Tables whose rows are bits: nothing makes them smaller, and parts of them are read."""


class ServerSink:
    """See `TableSink`. The first `done` chunks are there already: what is put of them is passed over.

    A shard gets chunks from its `first` on; the small tables are the head's.
    """

    def __init__(
        self, connection: "Connection[Any]", table: str, number: int, chunk: int, done: int, first: int = 0
    ) -> None:
        self._connection, self._chunk, self._done = connection, chunk, done
        self._schema, self._number, self._at = schema_of(table), number, tables_of(table, number)
        self._words = ChunkWords()
        self._now = first
        self._waiting: dict[str, list[tuple[Any, ...]]] = {}
        self._dropped = set[int]()
        self._links = False
        self._copying = ExitStack()
        self._copy: Copy | None = None

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put rows into a table: those of `row` at once, others when the chunk ends."""
        if self._is_there:
            return
        if table == "row":
            write = self._begun().write_row
            for row in rows:
                write(row)
        else:
            self._waiting.setdefault(table, []).extend(_stored(table, it) for it in rows)

    def put_texts(self, first: int, texts: list[tuple[str, ...]]) -> None:
        """Keep the words of the texts of the rows from id `first` on."""
        if not self._is_there:
            for at, some in enumerate(texts, first % self._chunk):
                self._words.add(at, some)

    def drop_facet(self, column: int) -> None:
        """Take out what was put in of the values of a column, once all is in."""
        self._dropped.add(column)

    def end_chunk(self, chunk: int) -> None:
        """Make safe what was put of a chunk."""
        self._now = chunk + 1
        if chunk < self._done:
            return
        self._begun()
        self._copying.close()
        self._copy = None
        self._waiting["word"] = [*self._words.end(chunk)]
        self._copy_waiting()
        sql = f"UPDATE {self._schema}.version SET chunks = %s WHERE number = %s"
        self._execute(sql, chunk + 1, self._number)
        self._execute("COMMIT")

    def link_versions(self) -> None:
        """Versions are linked when all else is in."""
        self._links = True

    def finish(self) -> None:
        """Put in what waits, make all quick to read, and complete: in a transaction that is left open."""
        self._execute("BEGIN")
        self._copy_waiting()
        self._drop_facets()
        if self._links:
            self._execute(VERSIONS.format(at=self._at))
        self._execute(LEXEMES.format(at=self._at))
        self._complete(KEYS)

    def finish_part(self) -> None:
        """Complete a part of the table, on a shard."""
        self._execute("BEGIN")
        self._drop_facets()
        self._complete(PARTED)
        self._execute("COMMIT")

    def finish_head(self, fill: Callable[[bool], None]) -> None:
        """Complete what the head has; `fill` puts in what comes from shards, and is told whether rows have versions.

        The transaction is left open.
        """
        self._execute("BEGIN")
        self._copy_waiting()
        fill(self._links)
        self._complete([table for table in KEYS if table not in PARTED])

    def _drop_facets(self) -> None:
        for column in self._dropped:
            self._execute(f'DELETE FROM {self._at}facet WHERE "column" = %s', column)

    def _complete(self, tables: Iterable[str]) -> None:
        """Make tables quick to read, and say that all is there."""
        keys = [f"ALTER TABLE {self._at}{table} ADD PRIMARY KEY ({KEYS[table]})" for table in tables]
        self._execute("; ".join([*keys, f"ANALYZE {', '.join(self._at + table for table in tables)}"]))
        self._execute(f"UPDATE {self._schema}.version SET complete = true WHERE number = %s", self._number)

    @property
    def _is_there(self) -> bool:
        """Whether what comes is of a chunk that is there already."""
        return self._now < self._done

    def _begun(self) -> Copy:
        """The rows of this chunk on their way."""
        if self._copy is None:
            self._execute("BEGIN")
            self._copy = self._copying.enter_context(self._copy_of("row"))
        return self._copy

    def _copy_waiting(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for table, rows in waiting.items():
            with self._copy_of(table) as copy:
                for row in rows:
                    copy.write_row(row)

    def _copy_of(self, table: str) -> AbstractContextManager[Copy]:
        return _copying(self._connection, f"{self._at}{table}", TABLES[table])

    def _execute(self, sql: str, *values: object) -> None:
        self._connection.execute(sql.encode(), values or None)


def make_tables(
    connection: "Connection[Any]", table: str, number: int, names: Collection[str] = (*TABLES, *DERIVED)
) -> None:
    """Make tables of an import, by default all, without what makes them quick to read."""
    at, columns = tables_of(table, number), TABLES | DERIVED
    made = [f"CREATE TABLE {at}{name} ({columns[name]})" for name in names]
    bits = [f"ALTER TABLE {at}{name} ALTER rows SET STORAGE EXTERNAL" for name in _BITS if name in names]
    connection.execute("; ".join(made + bits).encode())


def drop_tables(connection: "Connection[Any]", table: str, number: int) -> None:
    """Take away the tables of an import, and its line in the register."""
    connection.execute("; ".join(_drops(connection, table, number)).encode())
    connection.execute(f"DELETE FROM {schema_of(table)}.version WHERE number = %s".encode(), (number,))


def _drops(connection: "Connection[Any]", table: str, number: int) -> Iterator[str]:
    """What takes them away: with shards, they are views, which stand on tables of tables elsewhere."""
    sql = """SELECT relname, relkind FROM pg_class WHERE relnamespace = %s::regnamespace AND NOT relispartition
             AND relkind IN ('r', 'p', 'v') AND relname LIKE %s ORDER BY relkind <> 'v'"""
    found = connection.execute(sql.encode(), (schema_of(table), f"v{number}\\_%")).fetchall()
    for name, kind in found:
        yield f'DROP {"VIEW" if kind == "v" else "TABLE"} {schema_of(table)}."{name}"'
    sql = "SELECT srvname FROM pg_foreign_server WHERE srvname LIKE %s"
    for (name,) in connection.execute(
        sql.encode(), (server_of(table, number, "%").replace("_", "\\_"),)
    ).fetchall():
        yield f'DROP SERVER "{name}" CASCADE'


@contextmanager
def _copying(connection: "Connection[Any]", table: str, columns: str) -> Iterator[Copy]:
    """Rows are copied into a table, in PostgreSQL's binary form."""
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} FROM STDIN (FORMAT BINARY)".encode()) as copy,
    ):
        copy.set_types([_TYPES[it.split()[-1]] for it in columns.split(", ")])
        yield copy


def _stored(table: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row with its texts as bytes, and what a table tells of itself too."""
    if table == "told":
        name, value = row
        return name, str(value).encode() if isinstance(value, int) else value
    if table in ("facet_value", "reject"):
        return tuple(it.encode("utf-8", "replace") if isinstance(it, str) else it for it in row)
    return row
