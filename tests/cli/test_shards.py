"""Tables on several servers from the command line: shared out, printed, and said to lack what is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.postgres_server import PostgresServer

pytestmark = pytest.mark.xdist_group("postgres")
CSV = "Date,Event\n2011-03-04,Ferry sails\n2012-03-14,미사일 발사\n2013-05-06,Ferry sinks\n"
Servers = list[PostgresServer]


@pytest.fixture
def uri(postgres_server: PostgresServer, postgres_shards: Servers) -> Iterator[str]:
    yield postgres_server.uri("tests_parted")
    for server in (postgres_server, *postgres_shards):
        with server.connect() as connection:
            connection.execute("DROP SCHEMA IF EXISTS tests_parted CASCADE")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "ferries.csv"
    made.write_text(CSV)
    return made


def test_what_is_lost_is_said_of_all_that_is_printed_and_written(
    uri: str, file: Path, postgres_shards: Servers, tmp_path: Path
):
    shards = [it.database() for it in postgres_shards]
    done = run("import", file, "-o", uri, "--shards", ",".join(shards[:2]), "--shards", shards[2])
    assert (done.returncode, done.stdout) == (0, b"")
    assert f"{uri}: 3 read = 3 imported + 0 rejected" in done.stderr.decode()
    whole = run("print", uri, "--brief")
    assert (whole.returncode, whole.stderr, whole.stdout.decode().count("coded")) == (0, b"", 3)
    postgres_shards[1].kill()
    try:
        for words in (("print", uri, "--brief"), ("export", uri, "--to", "csv"), (uri,)):
            done = run(*words)
            assert (done.returncode, "발사" in done.stdout.decode()) == (1, False)
            assert "Ferry sinks" in done.stdout.decode()
            heading = done.stdout.decode().splitlines()[0]
            assert ("2 rows, 2012 not reachable (1 row)" in heading) == (words[0] != "export")
            said = "2012 not reachable (1 row), and left out: this machine: nobody answers there"
            assert done.stderr.decode().splitlines()[-1].startswith(said)
        printed = run("print", uri, "--brief", "--filter", "ferry").stdout.decode()
        assert "2 of 2 rows, filter: ferry, 2012 not reachable (1 row)" in printed
        printed = run("print", uri, "--brief", "--filter", "missing").stdout.decode()
        assert "No row that can be read now matches the filter." in printed
    finally:
        postgres_shards[1].start()
    again = run("print", uri, "--brief")
    assert (again.returncode, again.stdout, again.stderr) == (0, whole.stdout, b"")


def test_one_database_is_enough(uri: str, file: Path, postgres_shards: Servers):
    assert run("import", file, "-o", uri, "--shards", postgres_shards[0].database()).returncode == 0
    assert run("print", uri, "--brief").stdout.decode().count("coded") == 3


@pytest.mark.parametrize(
    ("shards", "said"),
    [
        ("", "--shards: a database of a server is named postgresql://HOST/DATABASE"),
        ("a.example", "--shards: a database of a server is named postgresql://HOST/DATABASE"),
        ("/tmp/x.db", "--shards: a database of a server is named postgresql://HOST/DATABASE"),
        ("postgresql://127.0.0.1:1/db?table=x", "--shards: a database is named without a table"),
        ("postgresql://127.0.0.1:1/a,postgresql://127.0.0.1:1/a", "--shards: 127.0.0.1:1 is named twice"),
        ("postgresql://me:s3cret@127.0.0.1:1/db", "an address with a password is not taken"),
        ("postgresql://127.0.0.1:1/db?pass%77ord=s3cret", "an address with a password is not taken"),
        ("postgresql://a,s3cret:x@b/db", "an address with a password is not taken"),
        ("postgresql://127.0.0.1:1/db", "127.0.0.1:1: nobody answers there"),
        ("postgresql://127.0.0.1:1/\x1b[31m", "nobody answers there"),
        ("postgresql://127.0.0.1:1,127.0.0.1:2/db", "nobody answers there"),
    ],
)
def test_what_is_wrong_with_a_shard_is_one_sentence(uri: str, file: Path, shards: str, said: str):
    done = run("import", file, "-o", uri, "--shards", shards)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2 and said in lines[-1]
    assert b"s3cret" not in done.stderr and b"Traceback" not in done.stderr and b"\x1b" not in done.stderr
    assert "there is no table tests_parted" in run("print", uri).stderr.decode() or "never finished" in (
        run("print", uri).stderr.decode()
    )


def test_a_file_has_no_shards(file: Path, tmp_path: Path):
    done = run("import", file, "-o", tmp_path / "x.db", "--shards", "postgresql://a/db")
    assert done.returncode == 2 and b"--shards is for a table on servers" in done.stderr
    assert not (tmp_path / "x.db").exists()
