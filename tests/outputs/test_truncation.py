"""As of a day, every output tells what it would tell of a corpus without all that was not known by then."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import seeds
from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.index.archive import open_archive
from tests.begun import begun, left_of
from tests.drawn_lists import listing
from tests.drawn_questions import asking
from tests.drawn_texts import plain
from tests.effort import examples
from tests.histories import histories
from tests.outputs.told import told
from tests.strategies import corpora

BUNDLED = load_corpus(Path(seeds.__file__).parent)
STEPS = [step.day for step in knowledge_steps(BUNDLED)]
DAYS = sorted({day for step in STEPS for day in (step - 1, step)} - {STEPS[-1]})
"""The days before the last step: from then on nothing is taken away."""


DRAWN = histories() | asking(histories()) | listing(histories()) | corpora(plain)


@st.composite
def drawn_days(draw: st.DrawFn, drawn: st.SearchStrategy[Corpus] = DRAWN) -> tuple[Corpus, int]:
    """A corpus, and a day on which some of it was known and some was not."""
    corpus = draw(drawn)
    steps = [step.day for step in knowledge_steps(corpus)]
    assume(len(steps) > 1)
    return corpus, draw(st.sampled_from(steps[:-1])) + draw(st.sampled_from([0, 0, 1]))


def assert_tells_only_what_was_known(corpus: Corpus, day: int, words: list[str]) -> None:
    known = left_of(corpus, day)
    whole = told(open_archive(corpus, None, today=0), day, words)
    left = told(open_archive(known, None, today=0), day, words)
    assert whole.keys() == left.keys()
    for output, tells in whole.items():
        assert tells == left[output], output


@examples(300)
@given(drawn_days(), st.lists(plain, min_size=1, max_size=2))
def test_every_output_tells_only_what_was_known(drawn: tuple[Corpus, int], words: list[str]):
    assume(known_by(*drawn) is not drawn[0])
    assert_tells_only_what_was_known(*drawn, words)


@examples(30)
@given(drawn_days(begun(DRAWN)))
def test_of_what_is_only_begun_too(drawn: tuple[Corpus, int]):
    assert_tells_only_what_was_known(*drawn, [])


@pytest.mark.parametrize("day", DAYS)
def test_every_output_of_the_bundled_corpus_tells_only_what_was_known(day: int):
    assert_tells_only_what_was_known(BUNDLED, day, ["kim", "ambasador", "brics", "parade"])
