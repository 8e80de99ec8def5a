"""A timeline of a few hundred made-up events, with dates of every kind."""

from pathlib import Path

import pytest

import seeds
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.index.archive import Archive, open_archive
from tests.benchmarks.many_events import write_corpus

SOME = 600


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A corpus of made-up events."""
    folder: Path = tmp_path_factory.mktemp("many") / "corpus"
    return load_corpus(write_corpus(folder, SOME))


@pytest.fixture
def archive(many: Corpus) -> Archive:
    """It, opened."""
    return open_archive(many, None, today=0)


@pytest.fixture
def bundled() -> Archive:
    """The bundled corpus, opened."""
    return open_archive(load_corpus(Path(seeds.__file__).parent), None, today=0)
