"""What is only begun, in a brief that is asked for it: a part of its own, so that it is taken for nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.asof.begun import STATEMENT, Begun, DraftLine
from model.corpus.corpus import Corpus
from model.corpus.unfinished import NOT_GIVEN
from model.dates.wording import medium_form
from model.exchange.cited import cited
from model.exchange.extract import Extract
from model.exchange.visible import visible

HEADING = "Drafts"
"""What stands over them."""

DECIDING_NOTHING = "Only begun: none of it decides or counts anything above."
"""What is said of all of them."""


@dataclass(frozen=True, slots=True)
class DraftPart:
    """What is only begun of one thing: its name, its date (empty: none), whether it is one itself, and its drafts."""

    title: str
    date: str
    is_draft: bool
    lines: tuple[str, ...]


def drafts_of(extract: Extract) -> tuple[DraftPart, ...]:
    """The drafts about the events that are asked for; without a filter, also about all else. Empty if not asked for."""
    begun = extract.begun
    return tuple(_parts(extract, begun)) if begun is not None else ()


def _parts(extract: Extract, begun: Begun) -> Iterator[DraftPart]:
    events = extract.corpus.events
    for event in extract.scope.events:
        if lines := _of_event(begun, event):
            yield DraftPart(visible(events[event].title), "", False, lines)
    if extract.scope.filter:
        return
    for draft in begun.events.values():
        date = medium_form(draft.date) if draft.date is not None else ""
        yield DraftPart(visible(draft.event.title), date, True, _of_event(begun, draft.event.id))
    for entity in begun.corpus.entities.values():
        if told := begun.about(entity.id):
            yield DraftPart(visible(entity.name), "", False, _lines(begun.corpus, told))
    for name, source in begun.corpus.sources.items():
        told = [it for it in begun.in_source(name) if it.what == STATEMENT]
        if told or name in begun.sources:
            whose = f", {cited(begun.corpus, source).publisher}" if source.publisher != NOT_GIVEN.id else ""
            title = f'"{visible(source.title)}"{whose}'
            yield DraftPart(title, "", name in begun.sources, _lines(begun.corpus, told))
    yield from _questions(begun)


def _questions(begun: Begun) -> Iterator[DraftPart]:
    """Questions that are only begun, and searches that are still to be made for any."""
    for name, question in begun.corpus.questions.items():
        planned = _searches(begun, "question", name)
        if planned or name in begun.questions:
            yield DraftPart(visible(question.text), "", name in begun.questions, planned)


def _of_event(begun: Begun, event: str) -> tuple[str, ...]:
    conflicts = (f"conflict: {visible(it.topic)}" for it in begun.conflicts_of(event))
    return (*_lines(begun.corpus, begun.of_event(event)), *conflicts, *_searches(begun, "event", event))


def _searches(begun: Begun, kind: str, name: str) -> tuple[str, ...]:
    return tuple(f"search: {words}" for words in begun.planned(kind, name, visible))


def _lines(corpus: Corpus, drafts: Iterable[DraftLine]) -> tuple[str, ...]:
    return tuple(_line(corpus, it) for it in drafts)


def _line(corpus: Corpus, draft: DraftLine) -> str:
    """`denied: Who, in its own words, "it was not", in Who`."""
    who = visible(corpus.entities[draft.who].name) + (", in its own words" if draft.own_voice else "")
    words = f'"{visible(draft.words)}"' if draft.words is not None else "no quote yet"
    says = f"{draft.what}: " if draft.what else ""
    return f"{says}{who}, {words}, in {cited(corpus, corpus.sources[draft.source]).publisher}"
