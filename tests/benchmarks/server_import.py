"""What an import by COPY takes beside a bare COPY of the same parsed rows and the indexes that a patient user makes."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.index.postgres.address import Address
from model.index.postgres.server_writer import ServerWriter
from model.index.postgres.shard_writer import ShardWriter
from tests.benchmarks.coded_rows import COLUMNS, coded_rows, meta_of
from tests.benchmarks.figures import Figure
from tests.benchmarks.made_tables import batches
from tests.postgres_server import PostgresServer

IMPORT = "rows as parsed, sent with all that is asked later"
BARE = "bare COPY"
_INDEXES = (
    "CREATE INDEX ON bare (sort_group, sort_day, sort_tie, number)",
    "CREATE INDEX ON bare (known)",
    "CREATE INDEX ON bare (event_type, sort_day)",
    "CREATE INDEX ON bare (source, sort_day)",
    "CREATE INDEX ON bare USING gin (words)",
)


def sent(address: Address, folder: Path, size: int, who: str) -> Iterator[Figure]:
    """Write the table at an address; the seconds that it takes."""
    begun = time.perf_counter()
    with ServerWriter(address, folder / "sent.rows", meta_of("english")) as writer:
        writer.add(coded_rows(size, "english"))
        writer.finish()
    yield Figure(IMPORT, size, time.perf_counter() - begun, "s", who)


def shared_out(
    head: Address, shards: Sequence[Address], folder: Path, size: int, who: str
) -> Iterator[Figure]:
    """The same over several servers."""
    begun = time.perf_counter()
    with ShardWriter(head, shards, folder / "shared.rows", meta_of("english")) as writer:
        writer.add(coded_rows(size, "english"))
        writer.finish()
    yield Figure(IMPORT, size, time.perf_counter() - begun, "s", who)


def bare(server: PostgresServer, size: int) -> Iterator[Figure]:
    """COPY the same rows into one table, and index them: by place in time, values, and full text."""
    cells = ", ".join(f"{column.name} text" for column in COLUMNS)
    begun = time.perf_counter()
    with server.connect() as connection:
        connection.execute(
            "CREATE TABLE bare (number int, sort_group int, sort_day int, sort_tie int, known int, "
            f"{cells})".encode()
        )
        with connection.cursor().copy(b"COPY bare FROM STDIN") as copy:
            for some in batches(coded_rows(size, "english")):
                for row in some:
                    copy.write_row(row)
        texts = " || ' ' || ".join(f"coalesce({column.name}, '')" for column in COLUMNS)
        connection.execute(
            f"ALTER TABLE bare ADD words tsvector GENERATED ALWAYS AS "
            f"(to_tsvector('simple', {texts})) STORED".encode()
        )
        for index in _INDEXES:
            connection.execute(index.encode())
        connection.execute(b"ANALYZE bare")
        yield Figure(IMPORT, size, time.perf_counter() - begun, "s", BARE)
        connection.execute(b"DROP TABLE bare")
