"""A PostgreSQL server of the tests' own: made in a folder of its own, for as long as the tests run.

It trusts whoever comes by its socket, and asks for a password on loopback.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

_WITHIN = 60
PASSWORD = "not a word: §%@/"
"""Of the role `reader`."""


def binaries() -> Path | None:
    """The folder of the server's programs; Debian does not put them on the PATH."""
    found = shutil.which("postgres")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((it for it in folders if (it / "initdb").exists() and (it / "postgres").exists()), None)


class PostgresServer:
    """A server that can be stopped and started again."""

    def __init__(self, folder: Path, programs: Path, like: "PostgresServer | None" = None) -> None:
        self.folder, self._programs = folder, programs
        self._data = folder / "data"
        # It refuses to run as root.
        self._as: dict[str, Any] = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
        if self._as:
            shutil.chown(folder, **self._as)
        self._env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        made = like.made if like is not None else None
        self.made = made or folder / "made"
        """Its files before its first start, of which others are made: that takes a tenth of the time."""
        if made is None:
            self._run(
                *("initdb", "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8", "-D", str(self.made))
            )
            (self.made / "pg_hba.conf").write_text(
                "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
            )
        self._run("cp", "-a", str(self.made), str(self._data))
        self._process: subprocess.Popen[bytes] | None = None
        self.start()
        with self.connect() as connection:
            quoted = PASSWORD.replace("'", "''")
            connection.execute(f"CREATE ROLE reader LOGIN PASSWORD '{quoted}'".encode())

    def start(self) -> None:
        """Start it, and wait until it answers."""
        said = {
            "fsync": "off",
            "full_page_writes": "off",
            "shared_buffers": "16MB",
            "max_connections": "40",
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": str(self.folder),
        }
        options = [part for key, value in said.items() for part in ("-c", f"{key}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data, *options],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=self._env,
                cwd=self.folder,
                start_new_session=True,
                **self._as,
            )
        until = time.monotonic() + _WITHIN
        while True:
            try:
                self.connect().close()
                return
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.02)

    def stop(self) -> None:
        """Stop it at once; whoever is connected is cut off."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def kill(self) -> None:
        """End it as when its machine is switched off."""
        assert self._process is not None
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(_WITHIN)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """While it is, connections to it are taken by the system, and nothing answers."""
        assert self._process is not None
        pids = [self._process.pid, *_children_of(self._process.pid)]
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def put(self, name: str, data: bytes) -> None:
        """Put a file into its folder, which is its own alone."""
        path = self._data / name
        path.write_bytes(data)
        path.chmod(0o600)
        if self._as:
            shutil.chown(path, **self._as)

    def connect(self, **said: Any) -> "psycopg.Connection[Any]":
        """A connection as the one who may do everything."""
        return psycopg.connect(
            host=str(self.folder), port=self.port, user="postgres", dbname="postgres", autocommit=True, **said
        )

    def uri(self, table: str, user: str = "postgres", **said: str) -> str:
        """The address of a table, by the socket."""
        more = "".join(f"&{key}={value}" for key, value in said.items())
        return f"postgresql:///postgres?host={self.folder}&port={self.port}&user={user}{more}&table={table}"

    def database(self) -> str:
        """Its address as that of a shard, by the socket."""
        return f"postgresql:///postgres?host={self.folder}&port={self.port}&user=postgres"

    def loopback(self, table: str, user: str = "reader", database: str = "postgres") -> str:
        """The address of a table, by loopback."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}?table={table}"

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [self._programs / program if (self._programs / program).exists() else program, *words],
            check=True,
            capture_output=True,
            env=self._env,
            cwd=self.folder,
            timeout=_WITHIN,
            **self._as,
        )


def _children_of(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(stat.parent.name))
    return found


@contextmanager
def running_server(like: PostgresServer | None = None) -> Iterator[PostgresServer]:
    """A server, made of the files of another, if there is one; the test is skipped where its programs are not there."""
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's server (initdb, postgres) is not installed")
    # The path of a socket has 107 bytes at most: not in pytest's folders.
    folder = Path(tempfile.mkdtemp(prefix="dprk-pg-"))
    server = None
    try:
        server = PostgresServer(folder, programs, like)
        yield server
    finally:
        if server is not None:
            with suppress(ProcessLookupError):
                server.stop()
        shutil.rmtree(folder, ignore_errors=True)
