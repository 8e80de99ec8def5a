"""A table on several servers: how it is shared out, and imported whole or not."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pytest

from model.index.faults import StoreFault
from model.index.postgres import import_link, server_link
from model.index.postgres.address import Address
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from model.index.postgres.shard_sink import ShardSink, shared_out
from model.index.postgres.shard_writer import ShardWriter
from model.index.table.memory import MemoryStore
from model.index.table.store import CHUNK
from tests.index.postgres.conftest import Opened
from tests.index.postgres.shared_table import META, ROWS, Made, Servers, rows_of, writer
from tests.postgres_server import PostgresServer

pytestmark = pytest.mark.xdist_group("postgres")
SORTED = MemoryStore(META, ROWS).rows(0, 400)


def tables(server: PostgresServer) -> set[str]:
    """Which imports have tables on a server."""
    with server.connect() as connection:
        sql = "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('shared') AND relkind IN ('r', 'v')"
        return {name.partition("_")[0] for (name,) in connection.execute(sql).fetchall() if "_" in name}


def test_rows_are_shared_out_evenly():
    assert shared_out(0, 65_536, 3) == (1, [range(0), range(0), range(0)])
    assert shared_out(2, 65_536, 3) == (1, [range(1), range(1, 2), range(2, 2)])
    assert shared_out(339, 65_536, 3) == (113, [range(1), range(1, 2), range(2, 3)])
    for rows in (1, 100, 65_536, 200_000, 6_553_600, 40_000_001):
        size, spans = shared_out(rows, 65_536, 3)
        each = [size * len(it) for it in spans]
        assert 0 < size <= 65_536 and sum(each) >= rows and max(each) * 3 <= rows + 3 * 65_536
        assert [it.start for it in spans[1:]] == [it.stop for it in spans[:-1]]


def test_each_shard_has_a_stretch_of_time_and_is_asked_for_nothing_else(
    made: Made, opened: Opened, postgres_shards: Servers
):
    store = opened(made())
    parts = store._import.parts
    assert parts is not None and [(it.first, it.last) for it in parts.parts] == [
        (0, 114),
        (114, 228),
        (228, 339),
    ]
    assert [it.since for it in parts.parts][1:] == [736566, 738519] and store.away() == ()
    assert list(store.rows(0, 400)) == SORTED
    for at, server in enumerate(postgres_shards):
        with server.connect() as connection:
            sql = "SELECT min(id), max(id) FROM shared.v1_row"
            part = parts.parts[at]
            assert connection.execute(sql).fetchone() == (part.first, part.last - 1)
    connection = store._link._open()

    def plan(sql: str, *values: Any) -> list[str]:
        found = connection.execute(b"EXPLAIN (VERBOSE, COSTS OFF) " + sql.encode(), values).fetchall()
        return [line.strip() for (line,) in found if "Remote SQL" in line or "Relations" in line]

    [remote] = plan("SELECT data FROM shared.v1_row WHERE id >= %s AND id < %s ORDER BY id", 120, 200)
    assert "(id >= 120" in remote
    [remote] = plan("SELECT data FROM shared.v1_row WHERE id = ANY(%s) ORDER BY id", [230, 300])
    assert "ANY" in remote
    [remote] = plan("SELECT days FROM shared.v1_by_day WHERE chunk = %s AND what = %s", 3, 1)
    assert "(chunk = 3" in remote and "(what = 1" in remote
    words = plan(
        "SELECT chunk, string_agg(counts, ''::bytea) FROM shared.v1_word WHERE chunk = ANY(%s) AND word = %s "
        "GROUP BY chunk",
        [0, 1, 7],
        b"scud",
    )
    assert len([it for it in words if "Aggregate on" in it]) == 2 and "GROUP BY" in words[1]
    window = plan("SELECT id FROM shared.v1_row WHERE id >= %s ORDER BY id LIMIT 3", 3)
    assert len(window) == 3 and all("ORDER BY id" in it for it in window)


def test_an_import_does_not_wait_for_a_server_that_stands_still(
    made: Made, head: Address, shards: tuple[Address, ...], postgres_shards: Servers, tmp_path: Path
):
    with (
        writer(head, shards, tmp_path) as it,
        patch.object(server_link, "PATIENCE", 0.1),
        postgres_shards[2].frozen(),
        pytest.raises(StoreFault, match=r"does not answer.*the same command goes on where"),
    ):
        it.finish()
    assert rows_of(ServerStore(made()))[0] == 339


@contextmanager
def stopped_within(servers: Servers, breaks_off: bool) -> Iterator[list[bool]]:
    """An import of which the second shard stands still within its first chunk, or that is broken off there."""
    put, frozen, stopped = ShardSink.put, ExitStack(), list[bool]()

    def stop_within(self: ShardSink, table: str, some: Iterable[tuple[Any, ...]]) -> None:
        """Send a part of some rows to a shard."""
        rows = [*some]
        comes = table == "row" and any(row[0] > 120 for row in rows) and not stopped
        if comes:
            stopped.append(True)
            if not breaks_off:
                frozen.enter_context(servers[1].frozen())
        put(self, table, rows)
        if comes and breaks_off:
            raise KeyboardInterrupt

    with (
        frozen,
        patch.object(ShardSink, "put", stop_within),
        patch.object(server_link, "PATIENCE", 0.1),
        patch.object(import_link, "SOON", 0.1),
    ):
        yield stopped


@pytest.mark.parametrize("breaks_off", [False, True])
def test_an_import_that_is_stopped_within_a_chunk_is_let_go_of_and_goes_on(
    head: Address,
    shards: tuple[Address, ...],
    made: Made,
    opened: Opened,
    tmp_path: Path,
    postgres_shards: Servers,
    capfd: pytest.CaptureFixture[str],
    breaks_off: bool,
):
    made(ROWS[:9])
    # Of some size, however it is packed, so that some of it is on its way.
    rows = [row._replace(raw=Random(at).randbytes(5_000).hex()) for at, row in enumerate(ROWS)]

    with (
        stopped_within(postgres_shards, breaks_off) as stopped,
        pytest.raises(KeyboardInterrupt if breaks_off else StoreFault) as caught,
        writer(head, shards, tmp_path, rows, CHUNK) as it,
    ):
        it.finish()
    assert stopped and ("does not answer; see" in str(caught.value)) != breaks_off
    del caught
    gc.collect()
    assert capfd.readouterr() == ("", "")
    assert rows_of(opened(head))[0] == 9
    # Of what was cut off a server learns a moment later.
    locks = b"SELECT FROM pg_locks WHERE locktype = 'advisory'"
    with postgres_shards[1].connect() as connection:
        while connection.execute(locks).fetchall():
            pass
    with ShardWriter(head, shards, tmp_path / "shared.rows", META, {"map": b"x"}, CHUNK) as it:
        assert it.resumed
        it.finish()
    assert [row.title for row in opened(head).rows(0, 400)] == [row.title for row in SORTED]


def test_what_keeps_older_imports_takes_nothing_from_the_one_that_is_in(
    made: Made, opened: Opened, head: Address
):
    def stands_still(self: ShardWriter, number: int) -> None:
        """As where a server that has a part of it does not answer."""
        raise StoreFault("it does not answer")

    made(ROWS[:9])
    made(ROWS[:8])
    with patch.object(ShardWriter, "_drop", stands_still):
        made(ROWS[:7])
    assert rows_of(opened(head))[0] == 7


@pytest.mark.parametrize("after", [0, 150])
def test_an_import_that_loses_a_shard_leaves_nothing_whole_and_goes_on(
    head: Address,
    shards: tuple[Address, ...],
    made: Made,
    opened: Opened,
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
    after: int,
):
    made(ROWS[:9])
    before = opened(head)

    def lose(stage: str, done: int, of: int) -> None:
        if stage == "writing" and done >= after and not lost:
            lost.append(True)
            postgres_shards[1].kill()

    lost: list[bool] = []
    lost_it = pytest.raises(StoreFault, match=r"the connection to it was lost|is shutting down")
    with writer(head, shards, tmp_path) as it, lost_it:
        it.finish(lose)
    postgres_shards[1].start()
    assert (opened(head).total, before.newer()) == (9, False) and rows_of(before)[0] == 9
    with postgres_server.connect() as connection:
        assert connection.execute("SELECT complete FROM shared.version WHERE number = 2").fetchone() == (
            False,
        )
    with postgres_shards[0].connect() as connection:
        connection.execute(
            "CREATE FUNCTION shared.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE; END'"
        )
        connection.execute(
            "CREATE TRIGGER sent BEFORE INSERT ON shared.v2_row FOR EACH ROW WHEN (new.id < 19) "
            "EXECUTE FUNCTION shared.refuse()"
        )
    with ShardWriter(head, shards, tmp_path / "shared.rows", META, {"map": b"x"}, 20) as it:
        assert it.resumed
        it.finish()
    assert before.newer() and rows_of(before)[0] == 9
    assert rows_of(opened(head))[0] == 339
    assert list(opened(head).rows(0, 400)) == SORTED


def test_readers_keep_theirs_and_older_imports_go_on_all_servers(
    made: Made,
    opened: Opened,
    shards: tuple[Address, ...],
    head: Address,
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
):
    one = opened(made(ROWS[:300]))
    made(ROWS[:200], shards[:2])
    two = opened(head)
    assert (one.newer(), rows_of(one)[0], rows_of(two)[0]) == (True, 300, 200)
    made(ROWS[:100], shards[1:])
    assert [tables(it) for it in (postgres_server, *postgres_shards)] == [
        {"v2", "v3"},
        {"v2"},
        {"v2", "v3"},
        {"v3"},
    ]
    assert rows_of(two)[0] == 200
    # On one server again: the shards have nothing of it, nor the head of them.
    for _ in range(2):
        with ServerWriter(head, tmp_path / "x.rows", META) as it:
            it.add(ROWS[:5])
            it.finish()
    assert [tables(it) for it in postgres_shards] == [set(), set(), set()]
    with postgres_server.connect() as connection:
        sql = "SELECT srvname FROM pg_foreign_server WHERE srvname LIKE 'dprk_tui_shared%'"
        assert connection.execute(sql).fetchall() == []
    assert rows_of(opened(head))[0] == 5


def test_what_tells_where_the_rows_are_is_held_to_what_it_must_be(
    made: Made, postgres_server: PostgresServer
):
    head = made()
    for parts in (b"[]", b"{", b'[{"first":0,"last":339,"since":1,"until":"x","place":"p"}]', b"7"):
        with postgres_server.connect() as connection:
            connection.execute("UPDATE shared.v1_told SET value = %s WHERE name = 'parts'", (parts,))
        with pytest.raises(StoreFault, match="the table is damaged"):
            ServerStore(head)
