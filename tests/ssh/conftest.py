"""A server for each test that asks for one, and what is left of it afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ssh.sshd import MISSING, Server, serving


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server with keys of its own; without an sshd the test is skipped, and says so."""
    if MISSING:
        pytest.skip(MISSING)
    with serving(tmp_path / "sshd") as server:
        yield server
