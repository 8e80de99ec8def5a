"""One browser for all tests that want one."""

from collections.abc import Iterator

import pytest

from tests.serve.chromium import CHROMIUM, chromium


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which a browser is told what to do."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with chromium(tmp_path_factory.mktemp("chromium")) as address:
        yield address
