"""An SSH server of this test's own, on loopback, with keys that nobody else has.

The test listens itself and gives each connection to an sshd of its own (`sshd -i`, as inetd would): the port is the
kernel's choice, nothing has to be waited for, and the test holds the connection and can cut it.
"""

import getpass
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
MISSING = (
    "there is no sshd here (on Debian and Ubuntu: apt-get install openssh-server)"
    if SSHD is None
    else "there is no ssh or ssh-keygen here"
    if shutil.which("ssh") is None or shutil.which("ssh-keygen") is None
    else ""
)
"""Why no SSH server can be started; empty where one can."""

_PRIVILEGE_SEPARATION = Path("/run/sshd")
"""Where a server that runs as root wants an empty folder; an init system makes it, a container has none."""


class Server:
    """The server: how to log in, and how to cut a connection."""

    def __init__(self, folder: Path, options: str = "") -> None:
        folder.mkdir()
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)],
                check=True, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        (folder / "authorized").write_bytes((folder / "user.pub").read_bytes())
        self._config = folder / "sshd_config"
        self._config.write_text(
            f"HostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\n"
            f"PidFile none\nPermitRootLogin prohibit-password\nPasswordAuthentication no\nPrintMotd no\n"
            f"PrintLastLog no\nSubsystem sftp internal-sftp\n{options}\n"
        )
        self._log = folder / "sshd.log"
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._connections: list[tuple[socket.socket, subprocess.Popen[bytes]]] = []
        self._key = folder / "user"
        threading.Thread(target=self._serve, daemon=True).start()

    def command(self, *remote: str, options: tuple[str, ...] = ("-tt",)) -> list[str]:
        """The `ssh` command that runs `remote` on the server."""
        settings = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "BatchMode=yes",
                    "IdentitiesOnly=yes", "IdentityAgent=none", f"IdentityFile={self._key}")  # fmt: skip
        given = [part for setting in settings for part in ("-o", setting)]
        return [
            "ssh", "-F", "none", *options, *given, "-p", str(self.port), f"{getpass.getuser()}@127.0.0.1", *remote,
        ]  # fmt: skip

    def cut(self) -> None:
        """Cut every connection in the middle: neither end gets to say goodbye."""
        for connection, _ in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End the server and every connection that is left."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()
        for connection, process in self._connections:
            connection.close()
            process.wait()

    @property
    def log(self) -> str:
        """What the server has noted."""
        return self._log.read_text(errors="replace")

    def _serve(self) -> None:
        assert SSHD is not None
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            end = connection.fileno()
            with self._log.open("ab") as log:
                process = subprocess.Popen(
                    [SSHD, "-i", "-e", "-f", str(self._config)], stdin=end, stdout=end, stderr=log
                )  # fmt: skip
            self._connections.append((connection, process))


@contextmanager
def serving(folder: Path, options: str = "") -> Iterator[Server]:
    """A server while inside; its keys and its log lie in `folder`."""
    if os.geteuid() == 0:
        _PRIVILEGE_SEPARATION.mkdir(mode=0o755, exist_ok=True)
    server = Server(folder, options)
    try:
        yield server
    finally:
        server.close()
