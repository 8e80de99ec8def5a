"""A table on several servers of which one is lost: read without it, until it is there again."""

import threading
from unittest.mock import patch

import pytest

from model.index.faults import StoreFault
from model.index.postgres import parts_asked, server_link, server_words
from model.index.table import holding
from model.index.table.index import TableIndex
from model.query.sought import Sought
from tests.index.postgres.conftest import Opened
from tests.index.postgres.shared_table import NOW, Made, Servers, rows_of
from tests.postgres_server import PostgresServer

pytestmark = pytest.mark.xdist_group("postgres")


def test_what_is_sought_is_found_without_the_later_shards(
    made: Made, opened: Opened, postgres_shards: Servers
):
    store = opened(made())
    postgres_shards[2].kill()
    try:
        with patch.object(holding, "_FIRST", 50), patch.object(server_words, "_AHEAD", 2):
            assert len(store.matching(Sought("missile"), 0, 3)) == 3
        assert store.away() == ()
    finally:
        postgres_shards[2].start()


def test_what_is_lost_is_left_out_and_comes_back(made: Made, opened: Opened, postgres_shards: Servers):
    store = opened(made())
    beside = store.again()
    whole = rows_of(store)
    assert whole[0] == 339
    first, found = TableIndex(store), [*store.word("hwasong", True, 8)]
    assert found
    reader = first.at(NOW)
    postgres_shards[1].kill()
    try:
        # Whoever meets it gets an answer without it; a row that is asked for by its id is refused.
        assert [*store.word("missile", True, 8)] == []
        assert [(it.first, it.last, it.since, it.until) for it in store.away()] == [
            (114, 228, 736566, 738519)
        ]
        assert "this machine: nobody answers there" in store.away()[0].why
        with pytest.raises(StoreFault, match="these rows cannot be read now: this machine: nobody answers"):
            beside.rows(200, 1)
        assert beside.away() == store.away() and [*store.word("hwasong", True, 8)] == []
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
    assert [*store.word("hwasong", True, 8)] == found and store.word("missile", True, 8)
    beside.close()


def test_a_server_that_stands_still_is_waited_for_once(made: Made, opened: Opened, postgres_shards: Servers):
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
        assert [*store.word("hwasong", True, 13)] == []
        assert [it.first for it in store.away()] == [228] and sorted(asked) == [0, 1, 2]
        assert "it does not answer" in store.away()[0].why
        assert rows_of(store)[0] == 228 and len(asked) == 3
    assert store.look() and rows_of(store)[0] == 339


def test_what_is_looked_for_in_vain_leaves_nothing_waiting_at_the_head(
    made: Made, opened: Opened, postgres_server: PostgresServer, postgres_shards: Servers
):
    store = opened(made())
    waiting = (
        b"SELECT FROM pg_stat_activity WHERE application_name = 'dprk-tui' AND query LIKE '%%v1_unending%%'"
    )
    with postgres_shards[1].connect() as connection, postgres_server.connect() as head:
        connection.execute("BEGIN")
        connection.execute("LOCK TABLE shared.v1_unending")
        with patch.object(parts_asked, "_PROBE", 0.4), patch.object(parts_asked, "_LESS", 0.2):
            assert store.look()
        assert [it.first for it in store.away()] == [114]
        # It is in the way still.
        assert head.execute(waiting).fetchall() == []
        connection.execute("ROLLBACK")
    assert store.look() and store.away() == ()


def test_the_head_finds_out_that_the_machine_of_a_shard_is_gone(made: Made, postgres_server: PostgresServer):
    made()
    with postgres_server.connect() as connection:
        found = connection.execute("SELECT srvoptions FROM pg_foreign_server").fetchall()
    bounds = {"connect_timeout=2", "tcp_user_timeout=4000", "keepalives_idle=10", "keepalives_count=2"}
    assert found and all(bounds <= {*options} for (options,) in found)


def test_a_database_that_is_gone_is_away(made: Made, opened: Opened, postgres_shards: Servers):
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


def test_what_only_restarted_is_not_away(made: Made, opened: Opened, postgres_shards: Servers):
    store = opened(made())
    assert len(store.rows(0, 1)) == 1
    postgres_shards[0].stop()
    postgres_shards[0].start()
    assert len(store.rows(5, 1)) == 1 and store.away() == ()


def test_another_thread_looks_while_the_table_is_read(made: Made, opened: Opened):
    store = opened(made())
    other = store.again()
    looked: list[bool] = []
    thread = threading.Thread(target=lambda: looked.append(other.look()))
    thread.start()
    assert rows_of(store)[0] == 339
    thread.join(30)
    other.close()
    assert looked == [False]
