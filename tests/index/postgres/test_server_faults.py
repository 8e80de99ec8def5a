"""Whatever is wrong with a server is one sentence, and what comes back is gone on with."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from unittest.mock import patch

import pytest

from model.index.faults import Interrupted, StoreFault
from model.index.postgres import server_link
from model.index.postgres.address import Address, read_address
from model.index.postgres.server_store import ServerStore
from model.index.postgres.server_target import ServerTarget
from model.index.postgres.server_writer import ServerWriter
from model.index.table.index import TableIndex
from model.index.values import AsOf
from tests.coded_tables import missile_tests
from tests.index.postgres.conftest import Fill, Opened
from tests.postgres_server import PostgresServer, password_file

pytestmark = pytest.mark.xdist_group("postgres")


def said(address: Address | str) -> str:
    """Why a table cannot be opened, without its address."""
    address = read_address(address) if isinstance(address, str) else address
    with pytest.raises(StoreFault) as fault:
        ServerStore(address)
    text = str(fault.value)
    assert text.startswith(f"{address.short}: ") and "\n" not in text
    return text.removeprefix(f"{address.short}: ")


def test_what_is_wrong_with_who_asks_is_said(
    server: PostgresServer, fill: Fill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fill()
    assert said(server.loopback("missiles")).startswith("it asks for a password, and none is found")
    passfile = tmp_path / "pgpass"
    monkeypatch.setenv("PGPASSFILE", str(passfile))
    password_file(passfile, "wrong")
    assert said(server.loopback("missiles")).startswith("the password is wrong")
    password_file(passfile)
    assert said(server.loopback("missiles")).startswith("you may not do that there")
    assert said(server.loopback("missiles", database="none")).startswith("there is no such database")
    assert said(server.loopback("none")).startswith("there is no table none; there are: ")


def test_a_service_names_the_server(
    server: PostgresServer, fill: Fill, tmp_path: Path, monkeypatch, opened: Opened
):
    fill()
    services = tmp_path / "services"
    services.write_text(f"[team]\nhost={server.folder}\nport={server.port}\nuser=postgres\ndbname=postgres\n")
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    assert opened(read_address("postgresql:///?service=team&table=missiles")).total == 339
    assert said("postgresql:///?service=none&table=missiles").startswith("there is no such service")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("postgresql://127.0.0.1:1/db?table=x", "nobody answers there"),
        ("postgresql://no-host.invalid/db?table=x", "there is no such host"),
        ("postgresql://%zz/db?table=x", "the address cannot be read"),
        ("postgresql://127.0.0.1/db?no_option=1&table=x", "the address cannot be read"),
        ("postgresql:///db?host=/none&table=x&sslmode=no%27%3B--", "the address cannot be read"),
        *(
            (f"postgresql://{it}/db?table=x", "the address cannot be read")
            for it in ("%00", "%ff", "%", "[::1")
        ),
        *(
            (f"postgresql://127.0.0.1:1/{it}?table=x", "nobody answers there")
            for it in ("%1b%5b31m", "%0a", "';--")
        ),
        ("postgresql://%1b%5b31m%0a.invalid/db?table=x", "there is no such host"),
        ("postgresql:///?service=%1b%0a&table=x", "there is no such service"),
    ],
)
def test_where_nobody_is_reached_it_is_said(address: str, sentence: str):
    assert said(address).startswith(sentence)


def test_tables_of_others_and_of_other_versions_are_not_read(server: PostgresServer, fill: Fill):
    address = fill()
    with server.connect() as connection:
        connection.execute("UPDATE missiles.version SET layout = 0")
        assert said(address).startswith("an older version of dprk-tui made this table; import")
        connection.execute("UPDATE missiles.version SET layout = 99")
        assert said(address).startswith("a newer version of dprk-tui made this table; update")
        connection.execute("UPDATE missiles.version SET layout = 1, complete = false")
        assert said(address) == "the table was never finished; import it again"
        connection.execute("UPDATE missiles.version SET layout = 0, complete = true")
        ServerStore(fill(rows=missile_tests()[1][:3])).close()
        connection.execute("UPDATE missiles.version SET layout = 99")
        with pytest.raises(StoreFault, match="a newer version"):
            fill()
        connection.execute("COMMENT ON SCHEMA missiles IS 'mine'")
        assert said(address).startswith("what is called so there is another program's")
        with pytest.raises(StoreFault, match="another program's"):
            fill()


def test_a_table_is_held_to_what_it_must_be(server: PostgresServer, fill: Fill, opened: Opened):
    store = opened(fill())
    with server.connect() as connection:
        connection.execute(r"UPDATE missiles.v1_row SET data = '\x00' WHERE id = 3")
        connection.execute(r"UPDATE missiles.v1_word SET rows = '\xffff' WHERE word = 'missile'")
        connection.execute("DELETE FROM missiles.v1_row WHERE id = 200")
        connection.execute(r"UPDATE missiles.v1_by_day SET ends = '\x00'")
    for ask in (
        lambda: store.rows(0, 5),
        lambda: store.rows(199, 2),
        lambda: store.word("missile", True, 0),
        lambda: store.known(739_000, 0),
    ):
        with pytest.raises(StoreFault, match="the table is damaged"):
            ask()


def test_a_lost_connection_is_made_again_and_a_stopped_server_comes_back(
    server: PostgresServer, fill: Fill, opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(server_link, "_AGAIN", 0)
    store = opened(fill())
    before = store.rows(100, 3)
    with server.connect() as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dprk-tui'"
        )
        assert store.rows(0, 3) and store.words_like("scud", 1) == ["scud"]
    server.stop()
    try:
        with pytest.raises(StoreFault, match=r"nobody answers there|the connection to it was lost"):
            store.words_like("scud", 1)
        # What is there is there still.
        assert store.rows(100, 3) == before
    finally:
        server.start()
    assert store.words_like("scud", 1) == ["scud"]


def test_another_table_in_its_place_after_a_restart_is_not_mixed_with_it(
    server: PostgresServer, fill: Fill, opened: Opened
):
    store = opened(fill())
    with server.connect() as connection:
        connection.execute(r"UPDATE missiles.version SET stamp = '\x00'")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dprk-tui'"
        )
    with pytest.raises(StoreFault, match="the table was replaced by another one; open it again"):
        store.words_like("scud", 1)


def test_an_answer_is_not_waited_for_without_end(server: PostgresServer, fill: Fill, opened: Opened):
    store = opened(fill(), 0.2)
    with server.connect() as connection, connection.transaction():
        connection.execute("LOCK TABLE missiles.v1_lexeme")
        with pytest.raises(StoreFault, match=r"it took longer than 0\.2 seconds to answer"):
            store.words_like("scud", 1)
    assert store.words_like("scud", 1) == ["scud"]


def test_a_server_that_says_nothing_any_more_is_let_go(server: PostgresServer, fill: Fill, opened: Opened):
    with patch.object(server_link, "_GRACE", 0.2):
        store = opened(fill(), 0.2)
        [(process,)] = store._ask("SELECT pg_backend_pid()")
        os.kill(process, signal.SIGSTOP)
        try:
            with pytest.raises(StoreFault, match=r"it took longer than 0\.2 seconds to answer"):
                store.words_like("scud", 1)
        finally:
            os.kill(process, signal.SIGCONT)
        assert store.words_like("scud", 1) == ["scud"]


def test_what_is_interrupted_ends_on_the_server_too(server: PostgresServer, fill: Fill, opened: Opened):
    store = opened(fill())
    store.interrupt()  # nothing runs, and nothing happens
    came: list[BaseException] = []

    def ask() -> None:
        try:
            store.words_like("scud", 1)
        except Interrupted as ended:
            came.append(ended)

    waiting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'dprk-tui' AND wait_event_type = 'Lock'"
    with server.connect() as connection, connection.transaction():
        connection.execute("LOCK TABLE missiles.v1_lexeme")
        thread = threading.Thread(target=ask)
        thread.start()
        while connection.execute(waiting.encode()).fetchone() != (1,):
            assert thread.is_alive()
        store.interrupt()
        thread.join(30)
        assert len(came) == 1
        assert connection.execute(waiting.encode()).fetchone() == (0,)
    assert store.words_like("scud", 1) == ["scud"]


def test_nothing_can_be_changed_by_who_reads(fill: Fill, opened: Opened):
    store = opened(fill())
    with pytest.raises(StoreFault, match="it takes no changes"):
        store._ask("DELETE FROM missiles.v1_row RETURNING id")


HOSTILE = (
    "'; SELECT pg_sleep(9); --",
    '") OR 1=1',
    "%s ? %(x)s $1",
    "\\'; DROP SCHEMA missiles",
    "x\x00y",
    "a'||pg_sleep(9)||'",
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_sql_that_is_typed_is_text(fill: Fill, opened: Opened, typed: str):
    store = opened(fill(), 3)
    index = TableIndex(store)
    reader = index.at(AsOf(800_000))
    reader.find.of(typed) if typed.count('"') % 2 == 0 else None
    assert store.facet(1, typed, 0).to_array().tolist() == []
    assert store.word(typed, False, 0).to_array().tolist() == []
    assert list(store.words_like(typed, 3)) == []
    assert store.word_rows(typed, True) == 0
    assert store.kept(typed.replace("\x00", "")) is None
    assert store.total == 339 and len(store.rows(0, 400)) == 339


def test_a_replica_takes_no_import(server: PostgresServer, fill: Fill, tmp_path: Path):
    fill()
    address = read_address(server.uri("missiles", options="-cdefault_transaction_read_only%3Don"))
    with pytest.raises(StoreFault, match="it takes no changes, as a replica does"):
        ServerWriter(address, tmp_path / "x.rows", missile_tests()[0])


def test_who_may_not_write_is_told_what_would_help(server: PostgresServer, fill: Fill, tmp_path: Path):
    with pytest.raises(StoreFault, match="you may not write there; whoever runs the server"):
        ServerWriter(read_address(server.uri("new_one", "reader")), tmp_path / "x.rows", missile_tests()[0])
    # And before a file is read.
    fill()
    for table in ("new_one", "missiles"):
        with pytest.raises(StoreFault, match="you may not write there"):
            ServerTarget(read_address(server.uri(table, "reader")), tmp_path).exists()
        assert ServerTarget(read_address(server.uri(table)), tmp_path).exists() == (table == "missiles")


def test_a_certificate_of_somebody_else_is_refused(server: PostgresServer, fill: Fill, tmp_path: Path):
    fill()
    assert said(f"{server.loopback('missiles')}&sslmode=require").startswith(
        "it does not offer the encryption"
    )
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes certificates, is not installed")
    make = (
        "openssl req -new -x509 -days 9 -nodes -subj /CN=elsewhere.invalid -out server.crt -keyout server.key"
    )
    subprocess.run(make.split(), cwd=tmp_path, check=True, capture_output=True)
    for name in ("server.crt", "server.key"):
        server.put(name, (tmp_path / name).read_bytes())
    with server.connect() as connection:
        connection.execute("ALTER SYSTEM SET ssl = on")
        connection.execute("SELECT pg_reload_conf()")
    root = f"&sslmode=verify-full&sslrootcert={tmp_path}/server.crt"
    try:
        assert said(f"{server.loopback('missiles')}{root}").startswith("its certificate is not the one")
        none = root.replace("server.crt", "none.crt")
        assert said(f"{server.loopback('missiles')}{none}").startswith(
            "there is no certificate to know it by"
        )
    finally:
        with server.connect() as connection:
            connection.execute("ALTER SYSTEM RESET ssl")
            connection.execute("SELECT pg_reload_conf()")


def test_no_driver_is_imported_before_an_address_is_opened():
    code = (
        "import sys; import tui.cli.dispatch, tui.cli.table, tui.cli.import_rows, model.index.postgres.reaching; "
        "sys.exit('psycopg' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_one_line_of_the_screen_has_room_for_the_reason():
    address = read_address(f"postgresql://127.0.0.1:1/{'long' * 9}?table=tests")
    with pytest.raises(StoreFault) as caught:
        ServerStore(address)
    assert str(caught.value).startswith("tests on 127.0.0.1:1: nobody answers there")
