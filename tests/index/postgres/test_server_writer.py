"""An import into a server: readers get it whole or not, and what was cut short goes on."""

from pathlib import Path

import pytest

from model.index.faults import StoreFault
from model.index.postgres.address import read_address
from model.index.postgres.server_schema import grants
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_writer import ServerWriter
from model.index.table.file.revising import MissingRows
from tests.coded_tables import missile_tests
from tests.index.postgres.conftest import Fill, Opened
from tests.index.table.test_revisions import DAY, Given, coded, meta_of, revised, same_as, taken
from tests.postgres_server import PostgresServer, password_file

pytestmark = pytest.mark.xdist_group("postgres")
META, ROWS = missile_tests()


def tables(server: PostgresServer) -> set[str]:
    """Which imports have tables."""
    with server.connect() as connection:
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'missiles'").fetchall()
    return {name.partition("_")[0] for (name,) in found if name.startswith("v") and "_" in name}


@pytest.mark.parametrize(("after", "safe"), [(0, 1), (250, 3), (339, 3)])
def test_an_import_that_is_cut_short_goes_on_where_it_was(
    server: PostgresServer, fill: Fill, tmp_path: Path, opened: Opened, after: int, safe: int
):
    fill(rows=ROWS[:5])
    address = read_address(server.uri("missiles"))
    staged = tmp_path / "m.rows"

    def cut(stage: str, done: int, of: int) -> None:
        if stage == "writing" and done >= after:
            raise KeyboardInterrupt

    with ServerWriter(address, staged, META, {"map": b"x"}, 100) as writer:
        writer.add(ROWS)
        with pytest.raises(KeyboardInterrupt):
            writer.finish(cut)
    assert opened(address).total == 5
    with server.connect() as connection:
        sql = "SELECT number, chunks, complete FROM missiles.version ORDER BY number"
        assert connection.execute(sql).fetchall()[1:] == [(2, safe, False)]
        # What is there already is not sent again.
        connection.execute(
            "CREATE FUNCTION missiles.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE; END'"
        )
        connection.execute(
            "CREATE TRIGGER sent BEFORE INSERT ON missiles.v2_row FOR EACH ROW WHEN (new.id < 100) "
            "EXECUTE FUNCTION missiles.refuse()"
        )
    with ServerWriter(address, staged, META, {"map": b"x"}, 100) as writer:
        assert (writer.resumed, writer.resume_at(0)) == (True, 339)
        writer.finish()
    assert not staged.exists()
    store = opened(address)
    assert store.total == 339 and store.kept("map") == b"x"
    whole = opened(fill("whole"))
    for column in range(len(META.columns)):
        assert [it for c in range(4) for it in store.facets(column, c)] == [
            it for c in range(4) for it in whole.facets(column, c)
        ]
    assert [store.word("mis", False, c) for c in range(4)] == [whole.word("mis", False, c) for c in range(4)]
    assert list(store.rows(0, 400)) == list(whole.rows(0, 400))
    assert store.busy_until(0, 400) == whole.busy_until(0, 400)


def test_another_import_takes_the_place_of_one_that_was_never_finished(
    server: PostgresServer, fill: Fill, tmp_path: Path, opened: Opened
):
    address = read_address(server.uri("missiles"))

    def cut(stage: str, done: int, of: int) -> None:
        if stage == "writing":
            raise KeyboardInterrupt

    with ServerWriter(address, tmp_path / "m.rows", META, chunk=100) as writer:
        writer.add(ROWS)
        with pytest.raises(KeyboardInterrupt):
            writer.finish(cut)
    with pytest.raises(StoreFault, match="the table was never finished; import it again"):
        ServerStore(address)
    fill(rows=ROWS[:7])
    assert (opened(address).total, tables(server)) == (7, {"v1"})


def test_readers_keep_what_they_read_until_two_more_have_come(
    server: PostgresServer, fill: Fill, opened: Opened
):
    one = opened(fill(rows=ROWS[:300]))
    first = list(one.rows(0, 10))
    assert not one.newer()
    two = opened(fill(rows=ROWS[:200]))
    assert (one.newer(), two.newer(), two.total) == (True, False, 200)
    again = one.again()
    assert (again.total, list(again.rows(250, 1))) == (300, ROWS[250:251])
    again.close()
    assert tables(server) == {"v1", "v2"}
    fill(rows=ROWS[:100])
    assert tables(server) == {"v2", "v3"}
    assert list(one.rows(0, 10)) == first
    with pytest.raises(StoreFault, match="the table was replaced or taken away; open it again"):
        one.word("scud", True, 0)
    assert two.words_like("scud", 1) == ["scud"]


def test_two_imports_at_once_do_not_mix(server: PostgresServer, fill: Fill, tmp_path: Path):
    address = fill()
    refused = pytest.raises(StoreFault, match="another import is writing it; wait until that has ended")
    with ServerWriter(address, tmp_path / "a.rows", META), refused:
        ServerWriter(address, tmp_path / "b.rows", META)
    fill()


def test_who_was_granted_to_read_reads_later_imports_too(
    server: PostgresServer, fill: Fill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened
):
    monkeypatch.setenv("PGPASSFILE", str(password_file(tmp_path / "pgpass")))
    fill(rows=ROWS[:9])
    with server.connect() as connection:
        for line in grants("missiles", "reader"):
            connection.execute(line.encode())
    address = read_address(server.loopback("missiles"))
    assert opened(address).total == 9
    fill(rows=ROWS[:11])
    store = opened(address)
    assert (store.total, store.newer(), len(store.rows(0, 99))) == (11, False, 11)
    with pytest.raises(StoreFault, match="you may not write there"):
        ServerWriter(address, tmp_path / "x.rows", META).finish()


def test_texts_of_any_kind_come_back(fill: Fill, opened: Opened):
    odd = "nul\0 \uffff 조선 \x1b[31m '\";--"
    rows = [ROWS[0]._replace(cells=(ROWS[0].cells[0], odd, *ROWS[0].cells[2:]), title=odd, raw=odd)] * 2
    rows = [row._replace(number=at) for at, row in enumerate(rows, 1)]
    store = opened(fill(rows=rows))
    assert list(store.rows(0, 2)) == rows
    assert [it.value for it in store.facet_values(1)] == [odd]
    assert list(store.facet(1, odd, 0)) == [0, 1]
    assert [value for value, _ in store.facets(1, 0)] and list(store.word("조선", True, 0)) == [0, 1]


def test_rows_that_were_not_taken_are_there_too(
    server: PostgresServer, fill: Fill, tmp_path: Path, opened: Opened
):
    address = read_address(server.uri("missiles"))
    with ServerWriter(address, tmp_path / "m.rows", META) as writer:
        writer.reject(0, 2, "x\0y", "It is odd.")
        writer.add(ROWS[:1])
        writer.finish()
    store = opened(address)
    assert [*store.rejects(0, 9)] == [(0, 2, "x\0y", "It is odd.")]
    assert (store.meta.read, store.meta.rows, store.meta.rejected) == (2, 1, 1)
    fill()


def test_a_newer_download_is_put_beside_the_first_as_in_a_file(
    server: PostgresServer, tmp_path: Path, opened: Opened, fill: Fill
):
    address = read_address(server.uri("missiles"))
    downloads: list[Given] = [
        [("a", "one", "2021", ""), ("b", "미사일", "", "조선"), ("c", "x", "", "")],
        [("a", "two", "1990", ""), ("b", "미사일", "", "조선")],
        [("a", "one", "2021", ""), ("c", "back", "", "")],
    ]
    days, in_file, on_server = [DAY, DAY + 5, DAY + 9], None, None
    for at, some in enumerate(downloads):
        meta, rows = meta_of(days[: at + 1]), coded(some, at)
        in_file, one = revised(tmp_path / "t.db", in_file, meta, rows, MissingRows.GONE)
        writer = ServerWriter(address, tmp_path / "s.rows", same_as(meta, on_server), chunk=3)
        other = taken(writer, on_server, meta, rows, MissingRows.GONE)
        assert one == other
        on_server = opened(address)
    assert in_file is not None and on_server is not None
    assert in_file.rows(0, 99) == on_server.rows(0, 99)
    assert in_file.known_steps() == on_server.known_steps()
    for number in range(in_file.total):
        assert list(in_file.versions(number)) == list(on_server.versions(number))
    for day in range(DAY - 1, DAY + 11):
        assert [in_file.known(day, c) for c in range(2)] == [on_server.known(day, c) for c in range(2)]
    # Somebody else was quicker.
    fill(rows=ROWS[:3])
    meta = meta_of([*days, DAY + 20])
    with pytest.raises(StoreFault, match="the table was replaced meanwhile"):
        taken(
            ServerWriter(address, tmp_path / "s.rows", meta, chunk=3), on_server, meta, [], MissingRows.GONE
        )
    assert opened(address).total == 3
    in_file.close()
