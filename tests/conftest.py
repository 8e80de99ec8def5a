"""Stillness: no test depends on the terminal, the user's folders, the time zone or on chance."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.dispositions import hear_in_children
from tests.effort import NIGHTLY, TIMES

if TYPE_CHECKING:
    from tests.postgres_server import PostgresServer

# Where the snapshot plugin's pictures are gathered from several processes.
_KEPT = "TEXTUAL_SNAPSHOT_TEMPDIR"
for _name in {*os.environ} - {_KEPT}:
    if _name.startswith("TEXTUAL_") or _name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "ESCDELAY"}:
        del os.environ[_name]
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none", TZ="UTC")

hear_in_children()

# This plugin imports Textual, which reads the environment once, at import. So pyproject.toml keeps pytest
# from loading it by itself, and it is loaded here, when the environment is still.
pytest_plugins = ["pytest_textual_snapshot"]

# By day the same examples every time; at night others, with a line that brings back one that fails.
settings.register_profile(
    "still", derandomize=not NIGHTLY, max_examples=100 * TIMES, deadline=None, database=None, print_blob=True
)
settings.load_profile("still")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process where pictures are written: several would write one file, and none would know what is left over."""
    return 0 if config.getoption("update_snapshots") else None


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's folders are empty ones of this test; subprocesses inherit them too."""
    for kind in ("CACHE", "CONFIG", "DATA", "RUNTIME", "STATE"):
        variable = "XDG_RUNTIME_DIR" if kind == "RUNTIME" else f"XDG_{kind}_HOME"
        monkeypatch.setenv(variable, str(tmp_path / "xdg" / kind.lower()))
    # What asks for no such folder is not to find the home of whoever runs the tests.
    monkeypatch.setenv("HOME", str(tmp_path / "xdg" / "home"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator["PostgresServer"]:
    """A server of PostgreSQL, for all tests of a process; skipped where its programs are not installed."""
    # Imported here: few tests need a driver of databases.
    from tests.postgres_server import running_server

    with running_server() as server:
        yield server
