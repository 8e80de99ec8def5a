"""No sentence of a brief's own says how sure one is of saying how likely something is (ICD 203)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given

from model.asof import sureness
from model.corpus.corpus import Corpus
from model.corpus.doubt_words import says_confidence
from model.exchange.brief import brief_of
from model.exchange.brief_document import brief_document
from model.exchange.extract import Extract
from model.exchange.laid_out import Block, Items, LaidOut, NoteMark, Whose, Words
from model.index.archive import open_archive
from model.index.values import AsOf
from tests.effort import examples
from tests.exchange.bundled import CORPUS
from tests.histories import histories
from tests.odd.corpora import CORPORA
from tui.exporting import extract_of


def lines(block: Block) -> Iterator[Iterable[Words | NoteMark]]:
    if not isinstance(block, Items):
        yield block.line
        return
    for item in block.items:
        yield item.line
        yield from lines(Items(item.below))


def own_words(document: LaidOut) -> Iterator[str]:
    """Each line, with what is the curator's or a source's as a name would stand there."""
    for line in (
        *(it for block in document.blocks for it in lines(block)),
        *(it for _, it in document.notes),
    ):
        yield "".join(it.text if it.whose is Whose.OURS else '"X"' for it in line if isinstance(it, Words))


def extracts(corpus: Corpus) -> Iterator[Extract]:
    archive = open_archive(corpus, None, today=0)
    days = [step.day for step in archive.steps]
    for day in (*days, *([days[-1] + 400] if days else [])):
        yield extract_of(archive, AsOf(day), since=days[0] if day > days[0] else None)


def assert_never_mixed(corpus: Corpus) -> None:
    # That likelihood is said everywhere, a brief cannot do without; so confidence is said nowhere.
    found = [
        words
        for extract in extracts(corpus)
        for words in own_words(brief_document(brief_of(extract)))
        if says_confidence(words)
    ]
    assert found == []


def test_briefs_of_the_bundled_corpus_never_do():
    assert_never_mixed(CORPUS)


@pytest.mark.parametrize("name", CORPORA)
def test_briefs_of_odd_corpora_never_do(name: str, tmp_path: Path):
    assert_never_mixed(CORPORA[name]().load(tmp_path / "odd"))


@examples(40)
@given(histories())
def test_briefs_of_drawn_corpora_never_do(corpus: Corpus):
    assert_never_mixed(corpus)


def test_one_that_did_would_be_found(monkeypatch: pytest.MonkeyPatch):
    words = sureness.sure_words
    monkeypatch.setattr("model.exchange.wording.sure_words", lambda *it: f"{words(*it)}, with low confidence")
    with pytest.raises(AssertionError):
        assert_never_mixed(CORPUS)
