"""An event in words, for a format that has a title and a text for it: its word first, so that nobody misreads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from model.asof.state import EventState, event_state
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.quoted import gloss_of, wording
from model.dates.edtf import Edtf
from model.exchange.brief_parts import event_part
from model.exchange.cited import cited
from model.exchange.extract import Extract
from model.exchange.laid_out import plain_text
from model.exchange.visible import visible

_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event as of a day. `headline` begins with its word; `lines` are plain text, hidden characters spelled out.

    `display_date` is the date in words, empty where there is no date.
    """

    event: str
    word: Word
    headline: str
    date: Edtf | None
    display_date: str
    lines: tuple[str, ...]


def told_events(extract: Extract) -> Iterator[ToldEvent]:
    """The events that are asked for, in their order on the timeline."""
    corpus, day = extract.corpus, extract.scope.day
    for event in extract.scope.events:
        state = event_state(corpus, event, day)
        if state is not None:
            yield _told(corpus, state, day)


def not_told(extract: Extract, has_place: Callable[[ToldEvent], bool], what: str) -> Iterator[str]:
    """A sentence of which events a format has no place for (`what` says why), and one of drafts; none where it has."""
    told = [*told_events(extract)]
    left = [it.event for it in told if not has_place(it)]
    if left:
        more = f" and {len(left) - _MOST_NAMED} more" if len(left) > _MOST_NAMED else ""
        yield f"{len(left)} of {len(told)} events left out: {what}: {', '.join(left[:_MOST_NAMED])}{more}."
    yield from without_drafts(extract)


def without_drafts(extract: Extract) -> Iterator[str]:
    """A sentence where drafts were asked for, in vain."""
    if extract.drafts:
        yield "Drafts are left out; markdown, html and the tables have them."


def _told(corpus: Corpus, state: EventState, day: int) -> ToldEvent:
    part, word = event_part(corpus, state, day), state.word_at(day)
    claim = state.chosen.claim
    gloss, by = gloss_of(claim)
    source = cited(corpus, corpus.sources[claim.source])
    lines = (
        f"{part.word[:1].upper()}{part.word[1:]}; {part.date}",
        plain_text(part.how_dated),
        plain_text(part.says.says),
        f'"{visible(wording(claim))}"',
        f'"{visible(gloss)}"{f" (translation: {visible(by)})" if by else ""}' if gloss else "",
        source.words,
        plain_text(source.obtained),
        part.passed,
    )
    return ToldEvent(
        event=state.event,
        word=word,
        headline=f"{word}: {part.title}",
        date=state.date,
        display_date=part.date if state.date is not None else "",
        lines=tuple(line for line in lines if line),
    )
