"""As of a day, every output tells what it would tell of a corpus without all that was not known by then."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.index.archive import open_archive
from tests.drawn_texts import FIRST_DAY, LAST_DAY, plain
from tests.effort import examples
from tests.outputs.told import told
from tests.strategies import corpora

BUNDLED = load_corpus(Path(seeds.__file__).parent)
STEPS = [step.day for step in knowledge_steps(BUNDLED)]
DAYS = [STEPS[0] - 1, *STEPS, *(step + 1 for step in STEPS), STEPS[-1] + 400]


def assert_tells_only_what_was_known(corpus: Corpus, day: int, words: list[str]) -> None:
    whole = told(open_archive(corpus, None, today=0), day, words)
    left = told(open_archive(known_by(corpus, day), None, today=0), day, words)
    assert whole.keys() == left.keys()
    for output, tells in whole.items():
        assert tells == left[output], output


@examples(300)
@given(corpora(plain), st.integers(FIRST_DAY - 5, LAST_DAY + 30), st.lists(plain, min_size=1, max_size=3))
def test_every_output_tells_only_what_was_known(corpus: Corpus, day: int, words: list[str]):
    assert_tells_only_what_was_known(corpus, day, words)


@pytest.mark.parametrize("day", DAYS)
def test_every_output_of_the_bundled_corpus_tells_only_what_was_known(day: int):
    assert_tells_only_what_was_known(BUNDLED, day, ["kim", "ambasador", "brics", "parade"])
