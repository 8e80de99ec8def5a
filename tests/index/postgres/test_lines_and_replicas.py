"""What lies between: lines that break in the middle of an answer or are silent, servers that start anew, replicas."""

import threading
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from model.index.faults import StoreFault
from model.index.postgres import server_link
from model.index.postgres.address import Address, read_address
from model.index.postgres.server_link import ServerLink
from model.index.postgres.server_sentences import unreached
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_target import ServerTarget
from tests.index.postgres.breaking_line import BreakingLine, breaking_line
from tests.index.postgres.conftest import Fill, Opened
from tests.postgres_server import PASSWORD, PostgresServer, password_file

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture
def line(server: PostgresServer) -> Iterator[BreakingLine]:
    with breaking_line(f"{server.folder}/.s.PGSQL.{server.port}") as line:
        yield line


def by(line: BreakingLine) -> Address:
    return read_address(
        f"postgresql://postgres@127.0.0.1:{line.port}/postgres?table=missiles&sslmode=disable&gssencmode=disable"
    )


def test_a_line_that_breaks_within_an_answer_is_made_anew_and_no_row_is_lost(
    fill: Fill, opened: Opened, line: BreakingLine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(server_link, "_AGAIN", 0)
    whole = opened(fill()).rows(0, 200)
    store = opened(by(line))
    # Of this connection alone: the next one is sound again.
    line.left = 3000

    def sound_again(ask: object) -> None:
        line.left = None

    monkeypatch.setattr(store._link, "greet", sound_again)
    assert store.rows(0, 200) == whole
    assert line.broken == 1
    # And of every connection: it is said in one sentence, and gone on with as soon as the line holds.
    store = opened(by(line))
    line.left = 4000
    with pytest.raises(
        StoreFault, match=r"^missiles on 127[^:]*:\d+: the connection to it was lost; the next"
    ):
        store.rows(0, 200)
    assert line.broken == 3
    line.left = None
    assert store.rows(0, 200) == whole


def test_a_line_that_is_silent_is_not_waited_for_without_end(fill: Fill, line: BreakingLine):
    fill()
    line.silent = True
    # What libpq says after `connect_timeout`, which is two seconds at least.
    with pytest.raises(StoreFault, match="it does not answer; see whether it runs, and whether a firewall"):
        ServerStore(by(line))
    silent = unreached(by(line), psycopg.errors.ConnectionTimeout("connection timeout expired"))
    assert "it does not answer" in str(silent)


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_that_starts_anew_under_a_question_answers_the_next_one(
    server: PostgresServer, fill: Fill, opened: Opened, mode: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(server_link, "_AGAIN", 0)
    store = opened(fill())
    before = store.rows(100, 3)
    said: list[object] = []

    def ask() -> None:
        try:
            said.extend(store.words_like("scud", 1))
        except StoreFault as fault:
            said.append(str(fault))

    thread = threading.Thread(target=ask)
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'dprk-tui' AND wait_event_type = 'Lock'"
    connection = server.connect()
    try:
        connection.execute("BEGIN")
        connection.execute("LOCK TABLE missiles.v1_lexeme")
        thread.start()
        while connection.execute(waiting.encode()).fetchone() != (1,):
            assert thread.is_alive()
        server.stop(mode)
    finally:
        connection.close()
        server.start()
    thread.join(30)
    # Either it was back when it was asked again, or it was said.
    assert said == ["scud"] or str(said[0]).startswith("missiles on this machine: "), said
    assert store.words_like("scud", 1) == ["scud"]
    assert store.rows(100, 3) == before


def test_a_replica_is_read_and_takes_no_import(server: PostgresServer, fill: Fill, opened: Opened):
    there = opened(fill())
    replica = server.replica(server.folder.parent / "replica")
    try:
        address = read_address(replica.uri("missiles"))
        store = opened(address)
        assert (store.total, store.newer()) == (339, False)
        assert store.rows(0, 400) == there.rows(0, 400)
        assert store.word("scud", True, 0) == there.word("scud", True, 0)
        target = ServerTarget(address, server.folder)
        with pytest.raises(StoreFault, match="it takes no changes, as a replica does; name the server that"):
            target.exists()
    finally:
        replica.stop()


def test_a_file_of_passwords_that_others_may_read_is_said_and_nothing_is_written_over_the_screen(
    server: PostgresServer, fill: Fill, tmp_path, monkeypatch: pytest.MonkeyPatch, capfd
):
    fill()
    file = password_file(tmp_path / "pgpass")
    monkeypatch.setenv("PGPASSFILE", str(file))
    file.chmod(0o640)
    with pytest.raises(StoreFault, match="not read, since others may read it too; chmod 600") as fault:
        ServerStore(read_address(server.loopback("missiles")))
    assert PASSWORD not in str(fault.value)
    # Who needs none is not told of it.
    with closing(ServerLink(read_address(server.uri("missiles")))) as link:
        assert link.ask("SELECT 1") == [(1,)]
    # Where libpq looks for itself, it says so on standard error.
    assert capfd.readouterr() == ("", "")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.loopback("missiles").partition("?")[0])
    assert "WARNING: password file" in capfd.readouterr().err
    file.chmod(0o600)
    with pytest.raises(StoreFault, match="you may not do that there"):
        ServerStore(read_address(server.loopback("missiles")))
