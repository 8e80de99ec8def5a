"""A PostgreSQL server of the tests' own: made in a folder of its own, for as long as the tests run.

It trusts whoever comes by its socket, and asks for a password on loopback.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.team.servers import NoServer, ThrowAwayServer, binaries, servers_folder

PASSWORD = "not a word: §%@/"
"""Of the role `reader`."""


class PostgresServer(ThrowAwayServer):
    """A server with a role `reader`, who comes by loopback with a password."""

    def __init__(self, folder: Path, programs: Path, like: "PostgresServer | None" = None) -> None:
        super().__init__(folder, programs, "host all all 127.0.0.1/32 scram-sha-256\n", like)
        with self.connect() as connection:
            quoted = PASSWORD.replace("'", "''")
            connection.execute(f"CREATE ROLE reader LOGIN PASSWORD '{quoted}'".encode())

    def loopback(self, table: str, user: str = "reader", database: str = "postgres") -> str:
        """The address of a table, by loopback."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}?table={table}"


def password_file(path: Path, password: str = PASSWORD, user: str = "reader", port: str = "*") -> Path:
    """A `.pgpass` with the password of a role, at one port or at any; https://www.postgresql.org/docs/15/libpq-pgpass.html."""
    escaped = password.replace("\\", r"\\").replace(":", r"\:")
    path.write_text(f"*:{port}:*:{user}:{escaped}\n", "utf-8")
    path.chmod(0o600)
    return path


@contextmanager
def running_server(like: PostgresServer | None = None) -> Iterator[PostgresServer]:
    """A server, made of the files of another, if there is one; the test is skipped where its programs are not there."""
    try:
        programs = binaries()
    except NoServer as none:
        pytest.skip(str(none))
    with servers_folder() as folder:
        yield PostgresServer(folder / "1", programs, like)
