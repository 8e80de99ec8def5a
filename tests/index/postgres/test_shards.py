"""A table on several servers: shared out, asked by its head, and read without what is lost."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg
import pytest

from model.index.faults import StoreFault
from model.index.postgres import foreign, parts_asked, server_link, server_words
from model.index.postgres.address import Address, read_address, read_shards
from model.index.postgres.server_schema import grants
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from model.index.postgres.shard_sink import shared_out
from model.index.postgres.shard_writer import ShardWriter
from model.index.table import holding
from model.index.table.coded import CodedRow
from model.index.table.index import TableIndex
from model.index.values import AsOf
from model.query.sought import Sought
from tests.coded_tables import missile_tests
from tests.postgres_server import PASSWORD, PostgresServer

pytestmark = pytest.mark.xdist_group("postgres")
META, ROWS = missile_tests()
NOW = AsOf(800_000)
Servers = list[PostgresServer]
Made = Callable[..., Address]


@pytest.fixture
def head(postgres_server: PostgresServer) -> Address:
    """Where the table is read."""
    return read_address(postgres_server.uri("shared"))


@pytest.fixture
def shards(postgres_shards: Servers, head: Address) -> tuple[Address, ...]:
    """Where its rows are."""
    return read_shards([it.database() for it in postgres_shards], head)


def writer(
    head: Address, shards: Iterable[Address], folder: Path, rows: Iterable[CodedRow] = ROWS, chunk: int = 20
) -> ServerWriter:
    """What writes the table, to which the rows were given."""
    made = ShardWriter(head, [*shards], folder / "shared.rows", META, {"map": b"x"}, chunk)
    made.add(rows)
    return made


@pytest.fixture
def made(
    head: Address,
    shards: tuple[Address, ...],
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
) -> Iterator[Made]:
    """Imports the table; it is gone after the test, on all servers."""

    def imported(rows: Iterable[CodedRow] = ROWS, on: Iterable[Address] = shards) -> Address:
        with writer(head, on, tmp_path, rows) as it:
            it.finish()
        return head

    yield imported
    for server in (postgres_server, *postgres_shards):
        with server.connect() as connection:
            connection.execute("DROP SCHEMA IF EXISTS shared CASCADE")
            for (name,) in connection.execute(
                "SELECT srvname FROM pg_foreign_server WHERE srvname LIKE 'dprk_tui_shared%'"
            ).fetchall():
                connection.execute(f"DROP SERVER {name} CASCADE".encode())


@pytest.fixture
def opened() -> Iterator[Callable[[Address], ServerStore]]:
    """Open a store, which is closed after the test."""
    with ExitStack() as stack:

        def open_it(address: Address) -> ServerStore:
            store = ServerStore(address)
            stack.callback(store.close)
            return store

        yield open_it


def tables(server: PostgresServer) -> set[str]:
    """Which imports have tables on a server."""
    with server.connect() as connection:
        sql = "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('shared') AND relkind IN ('r', 'v')"
        return {name.partition("_")[0] for (name,) in connection.execute(sql).fetchall() if "_" in name}


def rows_of(store: ServerStore) -> tuple[int, list[str]]:
    """How many rows are there, and the titles of all that can be read."""
    reader = TableIndex(store).at(NOW)
    found = reader.rows(0, 400)
    assert reader.counts.total == reader.counts.known == len(found)
    return len(found), [row.title for row in found]


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
    made: Made, opened: Callable[[Address], ServerStore], postgres_shards: Servers
):
    store = opened(made())
    parts = store._import.parts
    assert parts is not None and [(it.first, it.last) for it in parts.parts] == [
        (0, 114),
        (114, 228),
        (228, 339),
    ]
    assert [it.since for it in parts.parts][1:] == [736566, 738519] and store.away() == ()
    assert list(store.rows(0, 400)) == [*sorted_rows()]
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


def sorted_rows() -> list[CodedRow]:
    """The rows as a table has them."""
    from model.index.table.memory import MemoryStore

    return MemoryStore(META, ROWS).rows(0, 400)


def test_what_is_sought_is_found_without_the_later_shards(
    made: Made, opened: Callable[[Address], ServerStore], postgres_shards: Servers
):
    store = opened(made())
    postgres_shards[2].kill()
    try:
        with patch.object(holding, "_FIRST", 50), patch.object(server_words, "_AHEAD", 2):
            assert len(store.matching(Sought("missile"), 0, 3)) == 3
        assert store.away() == ()
    finally:
        postgres_shards[2].start()


def test_what_is_lost_is_left_out_and_comes_back(
    made: Made, opened: Callable[[Address], ServerStore], postgres_shards: Servers
):
    store = opened(made())
    beside = store.again()
    whole = rows_of(store)
    assert whole[0] == 339
    first, scuds = TableIndex(store), [*store.word("scud", True, 7)]
    reader = first.at(NOW)
    postgres_shards[1].kill()
    try:
        # Whoever meets it gets an answer without it; a row that is asked for by its id is refused.
        assert store.word("hwasong", True, 8) is not None
        assert [(it.first, it.last, it.since, it.until) for it in store.away()] == [
            (114, 228, 736566, 738519)
        ]
        assert "this machine: nobody answers there" in store.away()[0].why
        with pytest.raises(StoreFault, match="these rows cannot be read now: this machine: nobody answers"):
            beside.rows(200, 1)
        assert beside.away() == store.away()
        assert rows_of(store) == (225, whole[1][:114] + whole[1][228:])
        assert first.at(NOW) is not reader and first.generation == 1
        assert store.facets(0, 8) == [] and not store.known(800_000, 8) and store.versions(200) == []
        assert not store.look()
        later = opened(store.address)
        assert later.away() == store.away() and rows_of(later)[0] == 225
    finally:
        postgres_shards[1].start()
    assert store.away() and store.look() and store.away() == () and not store.look()
    assert rows_of(store) == rows_of(beside) == whole
    assert [*store.word("scud", True, 7)] == scuds
    beside.close()


def test_a_server_that_stands_still_is_waited_for_once(
    made: Made, opened: Callable[[Address], ServerStore], postgres_shards: Servers
):
    store = opened(made())
    assert len(store.rows(230, 1)) == 1
    asked: list[int] = []
    told = parts_asked.PartsAsked._why_lost

    def counted(self: parts_asked.PartsAsked, at: int) -> str | None:
        asked.append(at)
        return told(self, at)

    with (
        patch.object(server_link, "PATIENCE", 0.1),
        patch.object(parts_asked.PartsAsked, "_why_lost", counted),
        postgres_shards[2].frozen(),
    ):
        assert store.facet(0, "x", 13).to_array().tolist() == []
        assert [it.first for it in store.away()] == [228] and sorted(asked) == [0, 1, 2]
        assert "it does not answer" in store.away()[0].why
        assert rows_of(store)[0] == 228 and len(asked) == 3
    assert store.look() and rows_of(store)[0] == 339


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


def test_a_database_that_is_gone_is_away(
    made: Made, opened: Callable[[Address], ServerStore], postgres_shards: Servers
):
    store = opened(made())
    with postgres_shards[0].connect() as connection:
        connection.execute("ALTER SCHEMA shared RENAME TO hidden")
        try:
            assert not store.known(0, 0)
            assert [it.first for it in store.away()] == [0]
            assert "its part of the table is gone" in store.away()[0].why
            assert rows_of(store)[0] == 225
        finally:
            connection.execute("ALTER SCHEMA hidden RENAME TO shared")
    assert store.look() and rows_of(store)[0] == 339


def test_what_only_restarted_is_not_away(
    made: Made, opened: Callable[[Address], ServerStore], postgres_shards: Servers
):
    store = opened(made())
    assert len(store.rows(0, 1)) == 1
    postgres_shards[0].stop()
    postgres_shards[0].start()
    assert len(store.rows(5, 1)) == 1 and store.away() == ()


@pytest.mark.parametrize("after", [0, 150])
def test_an_import_that_loses_a_shard_leaves_nothing_whole_and_goes_on(
    head: Address,
    shards: tuple[Address, ...],
    made: Made,
    opened: Callable[[Address], ServerStore],
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
    assert list(opened(head).rows(0, 400)) == sorted_rows()


def test_readers_keep_theirs_and_older_imports_go_on_all_servers(
    made: Made,
    opened: Callable[[Address], ServerStore],
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


def test_who_reads_needs_the_head_alone_and_no_password_is_shown(
    made: Made,
    opened: Callable[[Address], ServerStore],
    head: Address,
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
    monkeypatch: pytest.MonkeyPatch,
):
    passfile = tmp_path / "pgpass"
    escaped = PASSWORD.replace("\\", r"\\").replace(":", r"\:")
    passfile.write_text(f"*:*:*:reader:{escaped}\n")
    passfile.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passfile))
    uris = [it.loopback("x").partition("?")[0] for it in postgres_shards]
    for server in postgres_shards:
        with server.connect() as connection:
            connection.execute("GRANT CREATE ON DATABASE postgres TO reader")
    made(on=read_shards([",".join(uris)], head))
    with postgres_server.connect() as connection:
        connection.execute("DROP ROLE IF EXISTS team")
        quoted = PASSWORD.replace("'", "''")
        connection.execute(f"CREATE ROLE team LOGIN PASSWORD '{quoted}'".encode())
        for line in grants("shared", "team"):
            connection.execute(line.encode())
        sql = "SELECT umoptions FROM pg_user_mappings WHERE srvname LIKE 'dprk_tui_shared%' AND usename = 'postgres'"
        assert connection.execute(sql).fetchall() == [(["user=reader", f"password={PASSWORD}"],)] * 3
    passfile.write_text(f"*:*:*:team:{escaped}\n")
    store = opened(read_address(postgres_server.loopback("shared", "team")))
    assert rows_of(store)[0] == 339
    with pytest.raises(StoreFault):
        store._ask("SELECT FROM shared.v1_s0_row")
    assert store._ask("SELECT DISTINCT umoptions FROM pg_user_mappings") == [(None,)]
    postgres_shards[0].kill()
    try:
        assert not store.known(0, 0)
        assert PASSWORD not in store.away()[0].why and "127.0.0.1" in store.away()[0].why
    finally:
        postgres_shards[0].start()
        with postgres_server.connect() as connection:
            connection.execute("DROP OWNED BY team; DROP ROLE team")
        for server in postgres_shards:
            with server.connect() as connection:
                connection.execute("DROP OWNED BY reader")


def refused(head: Address, shards: Iterable[Address], folder: Path) -> str:
    """Why a table cannot be shared out so."""
    with pytest.raises(StoreFault) as caught:
        writer(head, shards, folder)
    text = str(caught.value)
    assert "\n" not in text and PASSWORD not in text
    return text


def test_what_cannot_be_a_shard_is_refused_before_anything_is_read(
    made: Made,
    head: Address,
    shards: tuple[Address, ...],
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
):
    own = Address(f"{head.uri}&application_name=x", "shared")
    twice = Address(f"{shards[0].uri}&application_name=x", "shared")
    for others in ([own], [*shards, own], [shards[0], twice]):
        assert "this database is named twice, or is that of -o" in refused(head, others, tmp_path)
    nobody = read_shards(["postgresql://127.0.0.1:1/db"], head)
    assert refused(head, nobody, tmp_path).startswith("shared on 127.0.0.1:1: nobody answers there")
    with postgres_shards[0].connect() as connection:
        connection.execute("DROP SCHEMA shared CASCADE; CREATE SCHEMA shared")
        try:
            assert "another program's schema is called so there" in refused(head, shards, tmp_path)
        finally:
            connection.execute("DROP SCHEMA shared")
    made()
    part = read_address(postgres_shards[0].uri("shared"))
    with pytest.raises(StoreFault, match="a part of a table lies there"):
        ServerStore(part)
    with pytest.raises(StoreFault, match="a part of a table lies there"):
        ServerWriter(part, tmp_path / "y.rows", META)
    with postgres_server.connect() as connection:
        connection.execute("COMMENT ON TABLE shared.version IS 'another'")
    assert "a part of another table is called so there" in refused(head, shards, tmp_path)


def test_a_head_that_finds_another_server_is_told(
    made: Made, head: Address, shards: tuple[Address, ...], tmp_path: Path, postgres_shards: Servers
):
    reaches = foreign.ForeignPart.reaches

    def elsewhere(self: foreign.ForeignPart, *asked: Any) -> bool:
        self._server |= {"host": str(postgres_shards[1].folder), "port": str(postgres_shards[1].port)}
        return reaches(self, *asked)

    with patch.object(foreign.ForeignPart, "reaches", elsewhere):
        assert "is another server than from here" in refused(head, shards[:1], tmp_path)
    with patch.object(
        foreign.ForeignPart,
        "make_server",
        lambda *_: (_ for _ in ()).throw(psycopg.OperationalError("refused")),
    ):
        assert "is not reached: nobody answers there" in refused(head, shards[:1], tmp_path)


def test_what_tells_where_the_rows_are_is_held_to_what_it_must_be(
    made: Made, postgres_server: PostgresServer
):
    head = made()
    for parts in (b"[]", b"{", b'[{"first":0,"last":339,"since":1,"until":"x","place":"p"}]', b"7"):
        with postgres_server.connect() as connection:
            connection.execute("UPDATE shared.v1_told SET value = %s WHERE name = 'parts'", (parts,))
        with pytest.raises(StoreFault, match="the table is damaged"):
            ServerStore(head)


def test_looking_again_ends_when_it_is_interrupted_elsewhere(
    made: Made, opened: Callable[[Address], ServerStore]
):
    store = opened(made())
    other = store.again()
    looked: list[bool] = []
    thread = threading.Thread(target=lambda: looked.append(other.look()))
    thread.start()
    assert store.total == 339
    thread.join(30)
    other.close()
    assert looked == [False]


def test_who_is_no_superuser_needs_the_right_to_have_the_head_know_others(
    made: Made,
    opened: Callable[[Address], ServerStore],
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
    monkeypatch: pytest.MonkeyPatch,
):
    passfile = tmp_path / "pgpass"
    escaped = PASSWORD.replace("\\", r"\\").replace(":", r"\:")
    passfile.write_text(f"*:{postgres_server.port}:*:reader:{escaped}\n")
    passfile.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passfile))
    servers = (postgres_server, *postgres_shards)
    head = read_address(postgres_server.loopback("shared"))
    own = [f"postgresql://reader@127.0.0.1:{it.port}/postgres" for it in postgres_shards]
    shards = read_shards(own, head)
    for server in servers:
        with server.connect() as connection:
            connection.execute("GRANT CREATE ON DATABASE postgres TO reader")
    with postgres_server.connect() as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS postgres_fdw")
        assert "GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO your name" in refused(
            head, shards, tmp_path
        )
        connection.execute("GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO reader")
    try:
        assert "it asks for a password, and none is found" in refused(head, shards, tmp_path)
        passfile.write_text(f"*:*:*:reader:{escaped}\n")
        with writer(head, shards, tmp_path) as it:
            it.finish()
        assert rows_of(opened(head))[0] == 339
        # Without a password of its own, the head would come in as itself: that is for superusers.
        trusted = read_shards([f"{postgres_shards[0].database()}"], head)
        assert "it asks for a password, and none is found" in refused(head, trusted, tmp_path)
    finally:
        for server in servers:
            with server.connect() as connection:
                connection.execute("DROP OWNED BY reader")
