"""Both implementations over a few hundred made-up events, with dates of every kind, and over the bundled corpus."""

from collections.abc import Callable
from pathlib import Path

import pytest

import seeds
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.index.memory.index import MemoryIndex
from model.index.protocol import CuratedIndex, Index, Reader
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from tests.benchmarks.many_events import write_corpus

SOME = 300

IndexOf = Callable[[Corpus], CuratedIndex]


@pytest.fixture(params=[SqliteIndex, MemoryIndex], ids=["sqlite", "memory"], scope="session")
def index_of(request: pytest.FixtureRequest) -> IndexOf:
    """Each implementation of the index."""
    found: IndexOf = request.param
    return found


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A corpus of made-up events."""
    folder: Path = tmp_path_factory.mktemp("many") / "corpus"
    return load_corpus(write_corpus(folder, SOME))


@pytest.fixture(scope="session")
def many(index_of: IndexOf, corpus: Corpus) -> Reader:
    """All of them."""
    index = index_of(corpus)
    return index.at(AsOf(index.steps[-1].day))


@pytest.fixture(scope="session")
def bundled_corpus() -> Corpus:
    """The bundled corpus."""
    return load_corpus(Path(seeds.__file__).parent)


@pytest.fixture(scope="session")
def index(index_of: IndexOf, bundled_corpus: Corpus) -> Index:
    """It, indexed."""
    return index_of(bundled_corpus)


@pytest.fixture(scope="session")
def bundled(index: Index) -> Reader:
    """All of it."""
    return index.at(AsOf(index.steps[-1].day))
