"""The questions in a brief: how each stands, what has answered it, and how it was looked for in vain."""

from dataclasses import dataclass

from model.asof.questions import QuestionView, questions_as_of
from model.asof.searches import made_on, places_of
from model.asof.visible import VisibleClaim
from model.corpus.corpus import Corpus
from model.dates.wording import day_medium
from model.exchange.extract import Extract
from model.exchange.visible import visible

HEADING = "Questions"
"""What stands over them."""


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A question: its text, its word (*open*, *due*, or how it came out), its days in words, and its criteria.

    `answer` is the claim that answers it, None while none does; `reason` the curator's (empty: none), `looked` how it
    was looked for in vain (empty: nobody did).
    """

    question: str
    text: str
    word: str
    days: str
    criteria: tuple[tuple[str, str], ...]
    answer: VisibleClaim | None
    reason: str
    looked: str


def questions_of(extract: Extract) -> tuple[QuestionPart, ...]:
    """The questions that hang on the events that are asked for; without a filter also those that hang on none."""
    corpus, scope = extract.corpus, extract.scope
    shown = frozenset(scope.events)
    return tuple(
        _part(corpus, view)
        for view in questions_as_of(corpus, scope.day)
        if shown & {*view.question.events} or not (scope.filter or view.question.events)
    )


def _part(corpus: Corpus, view: QuestionView) -> QuestionPart:
    question, resolution = view.question, view.question.resolution
    criteria = question.criteria
    named = (
        ("yes", criteria.yes),
        ("no", criteria.no),
        ("ambiguous", criteria.ambiguous),
        ("annulled", criteria.annulled),
    )
    return QuestionPart(
        question=question.id,
        text=visible(question.text),
        word=view.word,
        days=view.days,
        criteria=tuple((name, visible(words)) for name, words in named),
        answer=view.answer,
        reason=visible(resolution.reason or "") if resolution is not None and view.answer is not None else "",
        looked=_looked(corpus, view),
    )


def _looked(corpus: Corpus, view: QuestionView) -> str:
    """`Looked in vain: 12 May 2025, KCNA and TASS; ...`."""
    made = (
        f"{day_medium(made_on(it))}, {', '.join(map(visible, places_of(corpus, it)))}" for it in view.searches
    )
    words = "; ".join(made)
    return f"Looked in vain: {words}." if words else ""
