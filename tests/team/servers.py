"""Throw-away servers of PostgreSQL: each in a folder of its own, and gone with whoever made it, however that ends."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

_WITHIN = 60
"""Seconds that a server has to start or to stop."""

_UNPRIVILEGED = "nobody"
"""Who runs a server for root, as whom it refuses to run."""

_SMALL = {
    # What is thrown away need not survive a power cut.
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
}

GUARD = """trap '' INT HUP TERM; read -r _
for it in "$1"/*/data/postmaster.pid; do
    test -f "$it" || continue; process=$(head -n 1 "$it"); kill -QUIT "$process"
    while kill -0 "$process" && ! grep -q "^State:.Z" "/proc/$process/status"; do sleep 0.05; done
done 2>/dev/null
rm -rf "$1" """
"""Waits for the end of whoever holds its standard input, then ends all servers in a folder, and the folder."""


class NoServer(Exception):
    """PostgreSQL's server is not installed, or does not start; the message is one sentence."""


def binaries() -> Path:
    """The folder of the server's programs; Debian does not put them on the PATH. Raises `NoServer`."""
    found = shutil.which("postgres")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for it in folders:
        if all((it / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
            return it
    raise NoServer(
        "PostgreSQL's server (initdb, pg_ctl, postgres) is not installed; "
        "on Debian and Ubuntu: sudo apt-get install postgresql"
    )


@contextmanager
def servers_folder(keep: bool = False) -> Iterator[Path]:
    """A folder for servers, who end with it: also where this process is killed. With `keep`, neither ends."""
    # The path of a socket has 107 bytes at most, so that it stands where paths are short.
    folder = Path(tempfile.mkdtemp(prefix="dprk-pg-"))
    folder.chmod(0o711)
    if keep:
        yield folder
        return
    guard = subprocess.Popen(
        ["sh", "-c", GUARD, "sh", folder], stdin=subprocess.PIPE, start_new_session=True, cwd="/"
    )
    assert guard.stdin is not None
    try:
        yield folder
    finally:
        guard.stdin.close()
        guard.wait()


class ThrowAwayServer:
    """A server that trusts whoever comes by its socket, which lies in `folder`; it can be stopped and started again.

    `hosts` are lines of pg_hba.conf for those who come by loopback. Nobody but its user may go into the folder. One
    that is made `like` another has a copy of its first files, which takes a tenth of the time.
    """

    def __init__(
        self, folder: Path, programs: Path, hosts: str = "", like: "ThrowAwayServer | None" = None
    ) -> None:
        self.folder, self._programs = folder, programs
        self._data = folder / "data"
        self._as: dict[str, Any] = {}
        folder.mkdir(mode=0o700)
        if os.geteuid() == 0:
            whose = pwd.getpwnam(_UNPRIVILEGED)
            self._as = {"user": whose.pw_uid, "group": whose.pw_gid}
            shutil.chown(folder, **self._as)
        self._first: Path = like._first if like is not None else folder / "first"
        if like is None:
            self._run(
                "initdb", "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8", "-D", str(self._first)
            )
        self._run("cp", "-a", str(self._first), str(self._data))
        self._settle(_SMALL, hosts)
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run(*self._starting)

    def stop(self, mode: str = "fast") -> None:
        """Stop it at once (`immediate`: as a crash does); whoever is connected is cut off."""
        self._run(*self._stopping, "-m", mode)

    def kill(self) -> None:
        """End it as when its machine is switched off."""
        self.stop("immediate")

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """While it is, connections to it are taken by the system, and nothing answers."""
        processes = [self.process, *_children_of(self.process)]
        for it in processes:
            os.kill(it, signal.SIGSTOP)
        try:
            yield
        finally:
            for it in processes:
                with suppress(ProcessLookupError):
                    os.kill(it, signal.SIGCONT)

    @property
    def process(self) -> int:
        """The id of its first process."""
        return int((self._data / "postmaster.pid").read_text().partition("\n")[0])

    @property
    def commands(self) -> Mapping[str, list[str]]:
        """What stops and starts it from another terminal, as its user: `stop` and `start`."""
        switch = ["runuser", "-u", _UNPRIVILEGED, "--"] if self._as else []
        both = {"stop": [*self._stopping, "-m", "immediate"], "start": self._starting}
        return {
            name: [*switch, str(self._programs / program), *words] for name, (program, *words) in both.items()
        }

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

    def replica(self, folder: Path) -> "ThrowAwayServer":
        """A server that follows this one and can be read alone (a hot standby)."""
        other = object.__new__(ThrowAwayServer)
        other.__dict__.update(self.__dict__, folder=folder, _data=folder / "data")
        folder.mkdir(mode=0o700)
        if self._as:
            shutil.chown(folder, **self._as)
        self._run("pg_basebackup", "-R", "-X", "stream", "-c", "fast", "--no-sync",
                  "-h", str(self.folder), "-p", str(self.port), "-U", "postgres", "-D", str(other._data))  # fmt: skip
        other._settle({}, "")
        other.start()
        return other

    def uri(self, table: str, user: str = "postgres", **said: str) -> str:
        """The address of a table, by the socket."""
        more = "".join(f"&{key}={value}" for key, value in said.items())
        return f"postgresql:///postgres?host={self.folder}&port={self.port}&user={user}{more}&table={table}"

    def database(self, name: str = "postgres") -> str:
        """The address of a database, by the socket, as a shard has it."""
        return f"postgresql:///{name}?host={self.folder}&port={self.port}&user=postgres"

    @property
    def _starting(self) -> list[str]:
        return [
            "pg_ctl",
            "-D",
            str(self._data),
            "-l",
            str(self.folder / "log"),
            "-s",
            "-t",
            str(_WITHIN),
            "start",
        ]

    @property
    def _stopping(self) -> list[str]:
        return ["pg_ctl", "-D", str(self._data), "-s", "-t", str(_WITHIN), "stop"]

    def _settle(self, settings: Mapping[str, str], hosts: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        said = {
            **settings,
            "listen_addresses": "127.0.0.1" if hosts else "",
            "port": str(self.port),
            "unix_socket_directories": str(self.folder),
        }
        with (self._data / "postgresql.conf").open("a") as file:
            file.writelines(f"{key} = '{value}'\n" for key, value in said.items())
        self.put("pg_hba.conf", f"local all all trust\nlocal replication all trust\n{hosts}".encode())

    def _run(self, program: str, *words: str) -> None:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        own = self._programs / program
        done = subprocess.run(
            [own if own.exists() else program, *words],
            stdin=subprocess.DEVNULL,
            # A server that goes on would hold a pipe open.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=self.folder,
            timeout=2 * _WITHIN,
            check=False,
            start_new_session=True,
            **self._as,
        )
        if done.returncode:
            raise NoServer(
                f"{program} of PostgreSQL ended with status {done.returncode}: {self._last_said()}"
            )

    def _last_said(self) -> str:
        with suppress(OSError):
            lines = (self.folder / "log").read_text("utf-8", "replace").splitlines()
            return lines[-1] if lines else "it said nothing"
        return "it said nothing"


def _children_of(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == process:
                found.append(int(stat.parent.name))
    return found
