"""No sentence of the curator's mixes how likely something is with how sure one is of saying so."""

from collections.abc import Iterator

from model.corpus.asked import Question
from model.corpus.doubt_words import mixed
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.info import INFO_FILE
from model.corpus.records import Conflict
from model.corpus.shortened import shortened


def doubt_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each title, topic, reason, reading, question or criterion that does."""
    for place, text in _written(draft):
        found = mixed(text)
        if found is not None:
            message = (
                f'"{shortened(found.likelihood)}" says how likely it is and "{shortened(found.confidence)}" how sure'
                " you are, in one sentence; say them in two"
            )
            yield Problem(place, message, "M050")


def _written(draft: Draft) -> Iterator[tuple[Place, str]]:
    if draft.info is not None:
        yield Place(INFO_FILE, ("description",)), draft.info.description
    for event, place in draft.events:
        yield place.of("title"), event.title
    for conflict, place in draft.conflicts:
        yield from _of_conflict(conflict, place)
    for question, place in draft.questions:
        yield from _of_question(question, place)
    for source, place in draft.sources:
        yield from ((place.of("caveats", number), words) for number, words in enumerate(source.caveats))


def _of_conflict(conflict: Conflict, place: Place) -> Iterator[tuple[Place, str]]:
    yield place.of("topic"), conflict.topic
    yield place.of("reason"), conflict.reason
    yield place.of("open"), conflict.open or ""
    yield from ((place.of("readings", name), words) for name, words in conflict.readings.items())


def _of_question(question: Question, place: Place) -> Iterator[tuple[Place, str]]:
    yield place.of("text"), question.text
    criteria = question.criteria
    for field in ("yes", "no", "ambiguous", "annulled"):
        yield place.of("criteria", field), getattr(criteria, field)
    if question.resolution is not None:
        yield place.of("resolution", "reason"), question.resolution.reason or ""
