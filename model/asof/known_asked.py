"""The questions and searches that there were by a day, as far as what they hang on was known then."""

from collections.abc import Container

import msgspec

from model.asof.questions import asked_on
from model.asof.searches import made_on
from model.corpus.asked import Question, VainSearch
from model.corpus.corpus import Corpus


def known_questions(
    whole: Corpus, day: int, events: Container[str], claims: Container[str]
) -> dict[str, Question]:
    """The questions asked by `day`, without events that were not known, and answered by a claim that was."""
    return {
        name: _question(it, events, claims) for name, it in whole.questions.items() if asked_on(it) <= day
    }


def known_searches(
    whole: Corpus, day: int, events: Container[str], questions: Container[str]
) -> dict[str, VainSearch]:
    """The searches made by `day`, each for what was known then; one for nothing that was is a step all the same."""
    made = (it for it in whole.searches.values() if made_on(it) <= day)
    return {it.id: _search(it, events, questions) for it in made}


def _question(question: Question, events: Container[str], claims: Container[str]) -> Question:
    kept = tuple(name for name in question.events if name in events)
    resolution = question.resolution
    answered = resolution is not None and resolution.claim in claims
    if kept == question.events and answered == (resolution is not None):
        return question
    return msgspec.structs.replace(question, events=kept, resolution=resolution if answered else None)


def _search(search: VainSearch, events: Container[str], questions: Container[str]) -> VainSearch:
    return msgspec.structs.replace(
        search,
        events=tuple(name for name in search.events if name in events),
        questions=tuple(name for name in search.questions if name in questions),
    )
