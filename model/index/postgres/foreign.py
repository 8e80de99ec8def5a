"""What the head of a table has of its shards: their servers, and each table of chunks, which is parted among them.

The parted tables are `v3_parts_row`, their parts foreign tables (`v3_s0_row`); over each is a view with the name that
the table has on one server (`v3_row`). So readers ask the same of either; and the shards are asked in the name of who
owns the views, who imported the table: readers need no rights there, and no password.
"""

from collections.abc import Mapping
from typing import Any

from psycopg import Connection
from psycopg.sql import Identifier, Literal

from model.index.postgres.server_link import KEPT_ALIVE
from model.index.postgres.server_schema import PARTED, TABLES, schema_of, server_of, tables_of

_LEADING = (
    *("host", "hostaddr", "port", "dbname", "sslmode", "sslrootcert", "sslcrl", "sslcert", "sslkey"),
    *("gssencmode", "krbsrvname", "channel_binding", "target_session_attrs", "connect_timeout", "options"),
    *("keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout"),
)
"""What of an address leads the head to a shard too."""
_UNLESS_SAID = {
    "connect_timeout": "2",
    "tcp_user_timeout": "4000",
    "application_name": "dprk-tui",
} | KEPT_ALIVE
_ALWAYS = {"fetch_size": "10000", "updatable": "false", "keep_connections": "on"}


class ForeignPart:
    """The part of a shard on the head; `connection` is one to the shard, from which it is seen how one gets there."""

    def __init__(self, connection: "Connection[Any]") -> None:
        info = connection.info
        own = {key: value for key, value in info.get_parameters().items() if key in _LEADING and value}
        if info.host and "hostaddr" not in own:
            own["host"] = info.host
        self._server = _UNLESS_SAID | own | {"port": str(info.port), "dbname": info.dbname} | _ALWAYS
        self._user = {"user": info.user}
        if info.password:
            self._user["password"] = info.password

    def make_server(self, head: "Connection[Any]", name: str) -> None:
        """Have the head know the shard, and how whoever is connected comes in there."""
        server = Identifier(name).as_string(head)
        # It stays when somebody drops the schema of the table.
        head.execute(f"DROP SERVER IF EXISTS {server} CASCADE".encode())
        options = _options(head, self._server)
        head.execute(f"CREATE SERVER {server} FOREIGN DATA WRAPPER postgres_fdw OPTIONS ({options})".encode())
        options = _options(head, self._user)
        head.execute(f"CREATE USER MAPPING FOR CURRENT_USER SERVER {server} OPTIONS ({options})".encode())

    def reaches(self, head: "Connection[Any]", table: str, lock: int) -> bool:
        """Whether the head comes by this to a database in which somebody holds an advisory lock; leaves nothing behind.

        Raises psycopg.Error where it comes to none.
        """
        schema, name = schema_of(table), server_of(table, 0, "reached")
        head.execute(b"BEGIN")
        try:
            self.make_server(head, name)
            head.execute(
                f"CREATE FOREIGN TABLE {schema}.reached (locktype text, classid oid, objid oid, granted boolean) "
                f"SERVER {name} OPTIONS (schema_name 'pg_catalog', table_name 'pg_locks')".encode()
            )
            sql = f"""SELECT FROM {schema}.reached WHERE locktype = 'advisory' AND granted
                      AND classid = %s::oid AND objid = %s::oid"""
            found = head.execute(sql.encode(), (lock >> 32, lock & 0xFFFFFFFF)).fetchall()
        finally:
            if not head.closed:
                head.execute(b"ROLLBACK")
        return bool(found)


def make_parted(
    head: "Connection[Any]",
    table: str,
    number: int,
    size: int,
    parts: Mapping[int, tuple[ForeignPart, range]],
) -> None:
    """Make all that the head has of an import's parts: by their numbers, each with its chunks of `size` rows."""
    at, schema = tables_of(table, number), schema_of(table)
    for part, (foreign, _) in parts.items():
        foreign.make_server(head, server_of(table, number, part))
    for name in PARTED:
        by, of_rows = ("id", True) if name == "row" else ("chunk", False)
        head.execute(f"CREATE TABLE {at}parts_{name} ({TABLES[name]}) PARTITION BY RANGE ({by})".encode())
        for part, (_, chunks) in parts.items():
            first, last = (
                (chunks.start * size, chunks.stop * size) if of_rows else (chunks.start, chunks.stop)
            )
            options = _options(head, {"schema_name": table, "table_name": f"v{number}_{name}"})
            head.execute(
                f"CREATE FOREIGN TABLE {at}s{part}_{name} PARTITION OF {at}parts_{name} "
                f"FOR VALUES FROM ({first}) TO ({last}) "
                f"SERVER {server_of(table, number, part)} OPTIONS ({options})".encode()
            )
        head.execute(f"CREATE VIEW {schema}.v{number}_{name} AS SELECT * FROM {at}parts_{name}".encode())


def _options(connection: "Connection[Any]", options: Mapping[str, str]) -> str:
    return ", ".join(
        f"{Identifier(key).as_string(connection)} {Literal(value).as_string(connection)}"
        for key, value in options.items()
    )
