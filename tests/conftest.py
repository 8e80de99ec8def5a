"""Stillness: no test depends on the terminal, the user's folders, the time zone or on chance."""

import atexit
import gc
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
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

# What is started before a test has folders of its own, or beside one, is not to find those of whoever runs the tests.
_PEOPLE = Path(mkdtemp(prefix="dprk-tui-tests-"))
atexit.register(shutil.rmtree, _PEOPLE, ignore_errors=True)
_NUMBERS = count()
_FOLDERS = {f"XDG_{kind}_HOME": kind.lower() for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
_FOLDERS |= {"XDG_RUNTIME_DIR": "runtime", "HOME": "home"}
os.environ.update({variable: str(_PEOPLE / "nobody" / folder) for variable, folder in _FOLDERS.items()})

hear_in_children()

# Thousands of tests and all their modules stay: to look through them again and again costs more than what has gone.
gc.set_threshold(20_000, 20, 50)

# This plugin imports Textual, which reads the environment once, at import. So pyproject.toml keeps pytest
# from loading it by itself, and it is loaded here, when the environment is still.
pytest_plugins = ["pytest_textual_snapshot"]

# By day the same examples every time; at night others, with a line that brings back one that fails.
settings.register_profile(
    "still",
    derandomize=not NIGHTLY,
    max_examples=100 * TIMES if NIGHTLY else 40,
    deadline=None,
    database=None,
    print_blob=True,
)
settings.load_profile("still")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process where pictures are written: several would write one file, and none would know what is left over."""
    return 0 if config.getoption("update_snapshots") else None


def pytest_collection_finish() -> None:
    """What is there now stays until the end: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The user's folders are empty ones of this test; subprocesses inherit them too."""
    # Not in `tmp_path`, which most tests have no use for: making one looks through all that there are.
    person = _PEOPLE / str(next(_NUMBERS))
    for variable, folder in _FOLDERS.items():
        monkeypatch.setenv(variable, str(person / folder))
    yield
    shutil.rmtree(person, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator["PostgresServer"]:
    """A server of PostgreSQL, for all tests of a process; skipped where its programs are not installed."""
    # Imported here: few tests need a driver of databases.
    from tests.postgres_server import running_server

    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_shards(postgres_server: "PostgresServer") -> Iterator[list["PostgresServer"]]:
    """Three more servers, among which a table of that one is shared out."""
    from contextlib import ExitStack

    from tests.postgres_server import running_server

    with ExitStack() as stack:
        yield [stack.enter_context(running_server(postgres_server)) for _ in range(3)]
