"""Questions as of a day: open, due or resolved, with what has been said and looked for since they were asked.

Nothing resolves by itself: a question is resolved from the day on which the claim that its curator names was known.
"""

from dataclasses import dataclass
from enum import StrEnum

from model.asof.saying import saying
from model.asof.searches import searches_for
from model.asof.state import event_state
from model.asof.visible import VisibleClaim, visible_claim, visible_claims
from model.corpus.asked import Question, VainSearch
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import Answer
from model.dates.edtf import parse
from model.dates.wording import day_medium


class QuestionState(StrEnum):
    """How a question stands: *due* has closed, and no claim has been named that answers it."""

    DUE = "due"
    OPEN = "open"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as of a day. `asked` and `closes` are day numbers, its first and its last day.

    `has_closed`: its last day has passed, whether it is resolved or not; it may be resolved before.
    `answer` is the claim that resolves it, None while none does. `claims` are those of its events that became known
    since it was asked, newest saying first; `searches` those that found nothing, in order.
    """

    question: Question
    asked: int
    closes: int
    state: QuestionState
    has_closed: bool
    answer: VisibleClaim | None
    claims: tuple[VisibleClaim, ...]
    searches: tuple[VainSearch, ...]

    @property
    def outcome(self) -> Answer | None:
        """How it came out, None while it is not resolved."""
        resolution = self.question.resolution
        return resolution.outcome if resolution is not None and self.answer is not None else None

    @property
    def walked(self) -> tuple[VisibleClaim, ...]:
        """The claims that it leads to: the one that answers it first, where that is not among those since."""
        if self.answer is None or any(it.claim.id == self.answer.claim.id for it in self.claims):
            return self.claims
        return self.answer, *self.claims

    def told_by(self, corpus: Corpus, day: int) -> VisibleClaim | None:
        """The claim to begin with: what answers it, else of those since one that decides an event, else the newest."""
        if self.answer is not None:
            return self.answer
        states = (event_state(corpus, event, day) for event in dict.fromkeys(self.question.events))
        deciding = [state.chosen.claim.id for state in states if state is not None]
        found = (it for name in deciding for it in self.claims if it.claim.id == name)
        return next(found, next(iter(self.claims), None))

    @property
    def days(self) -> str:
        """`asked 30 Apr 2025, closes 9 May 2025`; *closed*, once its last day has passed."""
        return f"asked {day_medium(self.asked)}, {self.closing} {day_medium(self.closes)}"

    @property
    def closing(self) -> str:
        """*closes*, or *closed* once its last day has passed, resolved or not."""
        return "closed" if self.has_closed else "closes"

    @property
    def word(self) -> str:
        """`open`, `due`, or how it came out: `yes`."""
        return self.outcome.value if self.outcome is not None else self.state.value


def asked_on(question: Question) -> int:
    """The day number of the day on which a question was asked; the checks have seen to it that it is one."""
    return _day(question.asked)


def question_view(corpus: Corpus, question: Question, day: int) -> QuestionView:
    """A question as of `day`, which is not before it was asked."""
    asked, closes = asked_on(question), _day(question.closes)
    closed = day > closes
    answer = _answer(corpus, question, day)
    state = QuestionState.RESOLVED if answer else QuestionState.DUE if closed else QuestionState.OPEN
    said = [
        item
        for event in dict.fromkeys(question.events)
        for item in visible_claims(corpus, event, day)
        if item.said.visible >= asked
    ]
    said.sort(key=lambda item: (-item.said.estimate, item.claim.id))
    searches = searches_for(corpus, "question", question.id, day)
    return QuestionView(question, asked, closes, state, closed, answer, tuple(said), searches)


def questions_as_of(corpus: Corpus, day: int) -> tuple[QuestionView, ...]:
    """The questions that had been asked by `day`: due ones, open ones, resolved ones, each by the day they close."""
    views = [
        question_view(corpus, question, day)
        for question in corpus.questions.values()
        if asked_on(question) <= day
    ]
    order = list(QuestionState)
    views.sort(key=lambda it: (order.index(it.state), it.closes, it.question.id))
    return tuple(views)


def _answer(corpus: Corpus, question: Question, day: int) -> VisibleClaim | None:
    if question.resolution is None or question.resolution.claim not in corpus.claims:
        return None
    claim = corpus.claims[question.resolution.claim]
    said = saying(corpus, claim)
    return visible_claim(corpus, claim, said, day) if said.visible <= day else None


def _day(text: str) -> int:
    day = parse(text).earliest
    assert day is not None, "the checks let full days pass and nothing else"
    return day
