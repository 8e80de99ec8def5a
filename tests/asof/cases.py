"""The cases of a few lines that were shown wrongly, and what is asked of such corpora."""

from pathlib import Path

from model.asof.contest import Rule
from model.asof.saying import Saying, saying
from model.asof.state import EventState, event_state
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of

CASES = Path(__file__).parents[1] / "data" / "truth"
"""One folder for each, named by its number and what is wrong with it; its README says what is right."""

DAY = "2025-12-31"
"""A day by which all has been said."""


def case_folder(name: str) -> Path:
    """The folder of a case, by its number."""
    (folder,) = CASES.glob(f"{name}-*")
    return folder


def case(name: str) -> Corpus:
    """A case that the checks let pass."""
    return load_corpus(case_folder(name))


def state(corpus: Corpus | str, day: str = DAY, event: str = "visit") -> EventState:
    made = corpus_of(corpus) if isinstance(corpus, str) else corpus
    found = event_state(made, event, day_from_text(day))
    assert found is not None
    return found


def chosen(corpus: Corpus | str, day: str = DAY) -> tuple[str, Word, Rule]:
    found = state(corpus, day)
    return found.chosen.claim.id, found.word, found.rule


def said(lines: str, published: str = "2025-05-06", best: str | None = None) -> Saying:
    corpus = corpus_of(lines, published=published, best=best)
    return saying(corpus, next(iter(corpus.claims.values())))


def day(text: str) -> int:
    return day_from_text(text)
