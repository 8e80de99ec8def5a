"""Throw-away servers end with whoever made them, and say in one sentence where there are none."""

import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.team.servers import NoServer, binaries, servers_folder

MAKER = """
import time
from tests.team.servers import ThrowAwayServer, binaries, servers_folder
with servers_folder() as folder:
    server = ThrowAwayServer(folder / "1", binaries())
    print(folder, server.process, flush=True)
    time.sleep(600)
"""


def runs(process: int) -> bool:
    """Whether a process is there, and no one that has ended and that nobody has asked for yet."""
    with suppress(OSError):
        return "(zombie)" not in Path(f"/proc/{process}/status").read_text()
    return False


def test_who_is_killed_leaves_no_server_and_no_folder():
    try:
        binaries()
    except NoServer as none:
        pytest.skip(str(none))
    with subprocess.Popen([sys.executable, "-c", MAKER], stdout=subprocess.PIPE, text=True) as maker:
        assert maker.stdout is not None
        folder, process = maker.stdout.readline().split()
        assert (Path(folder) / "1/data").exists() and Path(f"/proc/{process}").exists()
        maker.send_signal(signal.SIGKILL)
        maker.wait()
        # The guard is who holds the other end of the output still.
        assert maker.stdout.read() == ""
    assert not Path(folder).exists()
    assert not runs(int(process))


def test_a_folder_goes_with_all_that_is_in_it_unless_it_is_kept():
    with servers_folder() as folder:
        (folder / "1").mkdir()
    assert not folder.exists()
    with servers_folder(keep=True) as folder:
        (folder / "1").mkdir()
    (folder / "1").rmdir()
    folder.rmdir()


def test_where_the_server_is_not_installed_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(Path, "glob", lambda *_: iter(()))
    with pytest.raises(NoServer, match=r"initdb, pg_ctl, postgres\) is not installed; .* apt-get install"):
        binaries()
