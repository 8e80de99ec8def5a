"""The folder that the tests of bad input spoil."""

from pathlib import Path

import pytest

from tests.corpus.spoiled import FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small sound corpus, to be spoiled."""
    root = tmp_path / "corpus"
    (root / "sources").mkdir(parents=True)
    for name, text in FILES.items():
        (root / name).write_bytes(text.encode())
    return root
