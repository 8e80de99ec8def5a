"""What may be a shard, and what rights and passwords that takes."""

from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg
import pytest

from model.index.faults import StoreFault
from model.index.postgres import foreign
from model.index.postgres.address import Address, read_address, read_shards
from model.index.postgres.server_schema import grants
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from tests.index.postgres.conftest import Opened
from tests.index.postgres.shared_table import META, Made, Servers, refused, rows_of, writer
from tests.postgres_server import PASSWORD, PostgresServer, password_file

pytestmark = pytest.mark.xdist_group("postgres")


def test_who_reads_needs_the_head_alone_and_no_password_is_shown(
    made: Made,
    opened: Opened,
    head: Address,
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
    monkeypatch: pytest.MonkeyPatch,
):
    passfile = password_file(tmp_path / "pgpass")
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
    password_file(passfile, user="team")
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


def test_who_is_no_superuser_needs_the_right_to_have_the_head_know_others(
    made: Made,
    opened: Opened,
    tmp_path: Path,
    postgres_server: PostgresServer,
    postgres_shards: Servers,
    monkeypatch: pytest.MonkeyPatch,
):
    passfile = password_file(tmp_path / "pgpass", port=str(postgres_server.port))
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
        password_file(passfile)
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
