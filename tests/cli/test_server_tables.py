"""Tables on a server from the command line: imported, printed, granted; no password is ever said."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest

from model.index.postgres.server_schema import grants
from tests.cli.running import PROGRAM, ROOT, run
from tests.postgres_server import PASSWORD, PostgresServer, password_file
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.xdist_group("postgres")
CSV = "Date,Event,Place\n3/4/2031,Ferry sails,Rason\n3/14/2031,미사일 발사,Rason\n5/6/2031,x,y,z\n"


@pytest.fixture
def uri(postgres_server: PostgresServer) -> Iterator[str]:
    yield postgres_server.uri("tests_ferries")
    with postgres_server.connect() as connection:
        connection.execute("DROP SCHEMA IF EXISTS tests_ferries CASCADE")


def test_a_table_is_imported_printed_and_replaced(uri: str, tmp_path: Path):
    file = tmp_path / "ferries.csv"
    file.write_text(CSV)
    done = run("import", file, "-o", uri, "--day", "2031-07-01", "--title", "Ferries")
    # The list of what was rejected stands where one is.
    rejects = Path(__file__).parents[2] / "tests_ferries.rejects.csv"
    assert rejects.exists()
    rejects.unlink()
    assert done.returncode == 0
    lines = done.stderr.decode().splitlines()
    assert f"{uri}: 3 read = 2 imported + 1 rejected" in lines
    assert lines[-1] == f"{uri}: to see it: dprk-tui '{uri}'"
    printed = run("print", uri, "--brief", "--filter", "미사일").stdout.decode()
    assert "Ferries: 1 of 2 rows" in printed and "미사일 발사" in printed
    file.write_text(CSV.splitlines()[0] + "\n3/4/2031,Ferry sinks,Rason\n")
    done = run("import", file, "-o", uri)
    assert f"{uri}: 2 rows are there; they are replaced in one step at the end" in done.stderr.decode()
    assert "Ferry sinks" in run("print", uri).stdout.decode()


def test_grants_are_printed_with_or_without_an_import(uri: str):
    done = run("import", "-o", uri, "--print-grants", 'the "team"')
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        'GRANT USAGE ON SCHEMA "tests_ferries" TO "the ""team""";',
        'GRANT SELECT ON ALL TABLES IN SCHEMA "tests_ferries" TO "the ""team""";',
        'ALTER DEFAULT PRIVILEGES IN SCHEMA "tests_ferries" GRANT SELECT ON TABLES TO "the ""team""";',
    ]
    assert run("import", "-o", "x.db", "--print-grants", "team").returncode == 2
    assert (
        run("import", "-o", uri).stderr
        == b"no file is named; write the file to import, or - for standard input\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("print", "ADDRESS"),
        ("check", "ADDRESS"),
        ("export", "ADDRESS", "--to", "json"),
        ("import", "ADDRESS", "-o", "x.db"),
        ("import", "x.csv", "-o", "ADDRESS"),
        ("open", "x", "ADDRESS"),
        ("rename", "ADDRESS", "event:x", "y"),
    ],
)
def test_a_password_is_said_nowhere(words: tuple[str, ...]):
    address = "postgresql://me:s3cret@127.0.0.1:1/db?table=x"
    done = run(*(word.replace("ADDRESS", address) for word in words))
    assert done.returncode and b"s3cret" not in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


def test_without_a_driver_it_is_said_how_to_get_one(uri: str, tmp_path: Path):
    (tmp_path / "psycopg.py").write_text("raise ImportError")
    done = run("print", uri, variables={"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2]}"})
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"pip install 'dprk-tui[postgres]'" in done.stderr


def test_a_password_that_is_used_is_kept_and_said_nowhere(
    postgres_server: PostgresServer, uri: str, tmp_path: Path
):
    rows = tmp_path / "ferries.csv"
    rows.write_text("Date,Event\n3/14/2031,Ferry sails\n")
    assert run("import", rows, "-o", uri, "--day", "2031-07-01").returncode == 0
    with postgres_server.connect() as connection:
        for line in grants("tests_ferries", "reader"):
            connection.execute(line.encode())
    people = tmp_path / "people"
    folders = {f"XDG_{kind}_HOME": str(people / kind) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    address = postgres_server.loopback("tests_ferries")
    program = Terminal(
        [*PROGRAM, address], 80, 24, tmp_path,
        PYTHONPATH=str(ROOT), HOME=str(people), PGPASSFILE=str(password_file(tmp_path / "pgpass")), **folders,
    )  # fmt: skip
    program.wait(lambda: program.has("1 of 1"), "the table")
    seen = [Path(f"/proc/{program.process}/cmdline").read_text()]
    for keys, sign in (("/ferry\r", 'Search "ferry"'), ("\x1b:asof 2030-01-01\r", "1 Jan 2030")):
        program.send(keys)
        program.wait(partial(program.has, sign), sign)
    program.send("\x1b\x1b\x1b\x1bq")
    assert program.close() == 0
    seen += [program.heard, *(it.read_text("utf-8", "replace") for it in people.rglob("*") if it.is_file())]
    for text in seen:
        assert PASSWORD not in text and quote(PASSWORD) not in text
