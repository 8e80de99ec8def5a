"""What the curators ask and where they looked in vain, as two tables, one row for each."""

from collections.abc import Callable, Iterator

from model.asof.questions import QuestionView, questions_as_of
from model.asof.searches import made_on, places_of
from model.corpus.asked import VainSearch
from model.corpus.corpus import Corpus
from model.dates.civil import iso_day
from model.exchange.brief_questions import questions_of
from model.exchange.extract import Extract

_QUESTION: dict[str, Callable[[QuestionView], str]] = {
    "question": lambda it: it.question.id,
    "text": lambda it: it.question.text,
    "state": lambda it: it.state.value,
    "asked": lambda it: iso_day(it.asked),
    "closes": lambda it: iso_day(it.closes),
    "outcome": lambda it: it.outcome.value if it.outcome is not None else "",
    "answered_by": lambda it: it.answer.claim.id if it.answer is not None else "",
    "reason": lambda it: (
        (it.question.resolution.reason or "") if it.answer is not None and it.question.resolution else ""
    ),
    "yes": lambda it: it.question.criteria.yes,
    "no": lambda it: it.question.criteria.no,
    "ambiguous": lambda it: it.question.criteria.ambiguous,
    "annulled": lambda it: it.question.criteria.annulled,
    "events": lambda it: " ".join(dict.fromkeys(it.question.events)),
    "searches": lambda it: " ".join(search.id for search in it.searches),
}
"""Each column of questions with what stands in it; `answered_by` is the id of a claim."""

_SEARCH: dict[str, Callable[[Corpus, VainSearch], str]] = {
    "search": lambda _, it: it.id,
    "day": lambda _, it: iso_day(made_on(it)),
    "where": lambda corpus, it: "; ".join(places_of(corpus, it)),
    "words": lambda _, it: "; ".join(it.words),
    "events": lambda _, it: " ".join(dict.fromkeys(it.events)),
    "questions": lambda _, it: " ".join(dict.fromkeys(it.questions)),
}
"""Each column of searches with what stands in it: all of them found nothing."""


def rows_of_questions(extract: Extract) -> Iterator[list[str]]:
    """The rows of the table of questions, its header first: due ones, open ones, resolved ones."""
    asked_for = {it.question for it in questions_of(extract)}
    yield list(_QUESTION)
    for view in questions_as_of(extract.corpus, extract.scope.day):
        if view.question.id in asked_for:
            yield [cell(view) for cell in _QUESTION.values()]


def rows_of_searches(extract: Extract) -> Iterator[list[str]]:
    """The rows of the table of searches, its header first, by their days."""
    yield list(_SEARCH)
    for search in searches_of(extract):
        yield [cell(extract.corpus, search) for cell in _SEARCH.values()]


def searches_of(extract: Extract) -> tuple[VainSearch, ...]:
    """The searches for what is asked for, events or the questions that hang on them; without a filter, all."""
    shown = frozenset(extract.scope.events)
    asked_for = {it.question for it in questions_of(extract)}
    found = (
        it
        for it in extract.corpus.searches.values()
        if not extract.scope.filter or shown & {*it.events} or asked_for & {*it.questions}
    )
    return tuple(sorted(found, key=lambda it: (made_on(it), it.id)))
