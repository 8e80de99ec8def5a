"""A brief: events in order, each with its state as of a day, what is contested, what is due, and every quote.

This is the content as plain values; `to_markdown` and `to_html` write it down. Texts have hidden characters spelled
out, and are neither Markdown nor HTML yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.known import known_by
from model.asof.passing import passing
from model.asof.saying import ALWAYS, published, saying
from model.asof.searches import looked_words
from model.asof.state import EventState, event_state
from model.asof.visible import VisibleClaim
from model.asof.word import Word, in_full
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.dates.wording import day_medium, medium_form, year_words
from model.exchange.amounts import amounts_words
from model.exchange.brief_changes import ChangedPart, changed
from model.exchange.brief_drafts import DraftPart, drafts_of
from model.exchange.brief_questions import QuestionPart, questions_of
from model.exchange.citation import Citation, citation
from model.exchange.cited import CitedSource, cited
from model.exchange.extract import Extract, Scope
from model.exchange.visible import visible
from model.exchange.wording import basis, dated_by, day_of_saying, speaker, sureness

DUE = "The day of these has passed, and no source here says what happened."
"""What stands before the events that are due."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: its word, a sentence of who said it when and how surely, and what made it fall (empty: nothing)."""

    claim: str
    word: str
    says: str
    superseded: str


@dataclass(frozen=True, slots=True)
class EventPart:
    """An event. `says` is the claim that decides; `reason` why it does; `others` are the further claims.

    `dated` says how the date is known, `dated_by` by whom where the claim that decides has none (empty: it has one).
    `passed` says what the passing of time has added (empty: nothing); if that is so much that it is `due`, its word is.
    """

    event: str
    title: str
    date: str
    dated: str
    dated_by: str
    word: str
    says: ClaimLine
    reason: str
    origins: int
    others: tuple[ClaimLine, ...]
    conflicts: tuple[str, ...]
    passed: str
    due: bool

    @property
    def how_dated(self) -> str:
        """`dated by Korea Daily: printed: "May 8"`: all that is to be said of the date."""
        return ": ".join(filter(None, (self.dated_by, self.dated)))


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading of a conflict with the claims that read it so."""

    words: str
    preferred: bool
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class ConflictPart:
    """A conflict with its readings, the preferred one first, the curator's verdict and what stays open."""

    conflict: str
    topic: str
    kind: str
    readings: tuple[ReadingLine, ...]
    reason: str
    open: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it. `years` has the events by the heading they stand under, `notes` a citation for each claim used.

    `language` is that of titles and reasons (BCP 47). `changed` is what changed, and `drafts` what is only begun, where
    that was asked for; `questions` are those that hang on its events, each with the claim that answers it.
    """

    title: str
    description: str
    scope: Scope
    years: tuple[tuple[str, tuple[EventPart, ...]], ...]
    conflicts: tuple[ConflictPart, ...]
    notes: dict[str, Citation]
    sources: tuple[CitedSource, ...]
    language: str
    drafts: tuple[DraftPart, ...] = ()
    changed: ChangedPart | None = None
    questions: tuple[tuple[QuestionPart, ClaimLine | None], ...] = ()

    @property
    def events(self) -> Iterator[EventPart]:
        """The events, in order."""
        return (event for _, events in self.years for event in events)

    @property
    def due(self) -> list[EventPart]:
        """The events whose day has passed with nobody saying what happened."""
        return [event for event in self.events if event.due]

    @property
    def counts(self) -> str:
        """What is shown of how much, and why the rest is not; a sentence or two."""
        scope, shown = self.scope, len(self.scope.events)
        if scope.filter:
            words = f"{shown} of {scope.known} events known by {day_medium(scope.day)}:"
            words += f" the filter {visible(scope.filter)} leaves out {scope.left_out}."
        else:
            all_of_them = "The only event" if scope.known == 1 else f"All {scope.known} events"
            words = f"{all_of_them} known by {day_medium(scope.day)}."
        return words


def brief_of(extract: Extract) -> Brief:
    """The brief of the events and conflicts that are asked for."""
    corpus, scope = extract.corpus, extract.scope
    states = [(event, event_state(corpus, event, scope.day)) for event in scope.events]
    parts = [(state, _event(corpus, state, scope.day)) for _, state in states if state is not None]
    years: dict[str, list[EventPart]] = {}
    for state, part in parts:
        years.setdefault(_heading(state), []).append(part)
    differing = tuple(_conflict(corpus, conflict, scope.day) for conflict in extract.conflicts)
    since = changed(extract)
    questions = tuple(
        (it, _claim(corpus, it.answer) if it.answer is not None else None) for it in questions_of(extract)
    )
    # Notes are numbered in the order in which they are read.
    used = dict.fromkeys(line.claim for line in since.lines) if since is not None else {}
    used |= dict.fromkeys(line.claim for _, part in parts for line in (part.says, *part.others))
    used |= dict.fromkeys(
        line.claim for conflict in differing for reading in conflict.readings for line in reading.claims
    )
    used |= dict.fromkeys(answer.claim for _, answer in questions if answer is not None)
    sources = dict.fromkeys(corpus.claims[claim].source for claim in used)
    return Brief(
        title=visible(corpus.info.title),
        description=visible(corpus.info.description),
        scope=scope,
        years=tuple((year, tuple(events)) for year, events in years.items()),
        conflicts=differing,
        notes={claim: citation(corpus, corpus.claims[claim]) for claim in used},
        sources=tuple(cited(corpus, corpus.sources[name]) for name in sources),
        language=visible(corpus.info.language),
        drafts=drafts_of(extract),
        changed=since,
        questions=questions,
    )


def event_brief(corpus: Corpus, event: str, day: int) -> Brief:
    """The brief of one event alone."""
    known = known_by(corpus, day)
    about = tuple(
        it
        for it in conflicts_as_of(known, day)
        if any(known.claims[name].event == event for name in it.claims)
    )
    return brief_of(Extract(corpus, Scope(day, (event,), 1), about))


def _heading(state: EventState) -> str:
    if state.date is None:
        return "No date"
    group, _, _ = state.date.sort_key
    return "Date open" if group or state.date.sort_year is None else year_words(state.date.sort_year)


def _event(corpus: Corpus, state: EventState, day: int) -> EventPart:
    event = corpus.events[state.event]
    word = state.word_at(day)
    return EventPart(
        event=event.id,
        title=visible(event.title),
        date=medium_form(state.date),
        dated=basis(state.dated_by.date) if state.dated_by.date is not None else "",
        dated_by=dated_by(corpus, state),
        word=in_full(word, state.chosen.claim),
        says=_claim(corpus, state.chosen),
        reason=_reason(corpus, state),
        origins=state.origins,
        others=tuple(_claim(corpus, item) for item in state.claims if item is not state.chosen),
        conflicts=state.conflicts,
        passed=passing(state, day, looked=looked_words(corpus, state, day, visible)),
        due=word is Word.DUE,
    )


def _claim(corpus: Corpus, item: VisibleClaim) -> ClaimLine:
    says = f"{speaker(corpus, item.said)}, {day_of_saying(item.said)}; {sureness(item)}"
    for words in (amounts_words(item.claim.amounts, visible), item.on_condition(visible)):
        says += f"; {words}" if words else ""
    return ClaimLine(item.claim.id, item.word.value, says, _superseded(corpus, item))


def _superseded(corpus: Corpus, item: VisibleClaim) -> str:
    if not item.fallen:
        return ""
    claim, taken_back_by = item.first_fall(corpus)
    if claim is None:
        source = corpus.sources[taken_back_by or ""]
        printed = published(corpus, source)
        on = f" {day_medium(printed)}" if printed != ALWAYS else ""
        return f"retracted{on} by {visible(corpus.entities[source.publisher].name)}"
    said = saying(corpus, corpus.claims[claim])
    return f"superseded by {visible(corpus.entities[said.speaker].name)}, {day_of_saying(said)}"


def _reason(corpus: Corpus, state: EventState) -> str:
    conflict = state.preferring(corpus)
    return f"{visible(conflict.reason)} (curator)" if conflict is not None else state.why


def _conflict(corpus: Corpus, conflict: Conflict, day: int) -> ConflictPart:
    view = conflict_view(corpus, conflict, day)
    readings = tuple(
        ReadingLine(
            visible(reading.words), reading.preferred, tuple(_claim(corpus, item) for item in reading.claims)
        )
        for reading in view.readings
    )
    return ConflictPart(
        conflict=conflict.id,
        topic=visible(conflict.topic),
        kind=view.kind,
        readings=readings,
        reason=visible(view.reason),
        open=visible(view.open),
    )
