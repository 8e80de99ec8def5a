"""A brief: what changed, what is asked, what is due, then events in order with every quote, as of a day.

This is the content as plain values. `brief_document` lays it out; Markdown and HTML are written from that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.asof.conflict import conflicts_as_of
from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.word import Passed
from model.corpus.corpus import Corpus
from model.dates.wording import day_medium, day_named, year_words
from model.exchange.brief_changes import ChangedPart, changed
from model.exchange.brief_drafts import DraftPart, drafts_of
from model.exchange.brief_lists import ListPart, lists_of
from model.exchange.brief_parts import (
    ClaimLine,
    ConflictPart,
    EventPart,
    claim_line,
    conflict_part,
    event_part,
)
from model.exchange.brief_questions import QuestionPart, questions_of
from model.exchange.citation import Citation, citation
from model.exchange.cited import CitedSource, cited
from model.exchange.extract import Extract, Scope
from model.exchange.visible import visible


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it. `years` has the events by the heading they stand under, `notes` a citation for each claim used.

    `origins` counts the acts of saying that these claims go back to. `language` is that of titles and reasons (BCP 47).
    `changed` is what changed, and `drafts` what is only begun, where that was asked for; `questions` are those that
    hang on its events, each with the claim that answers it; `lists` those that documents print of them.
    """

    title: str
    description: str
    scope: Scope
    years: tuple[tuple[str, tuple[EventPart, ...]], ...]
    conflicts: tuple[ConflictPart, ...]
    notes: dict[str, Citation]
    sources: tuple[CitedSource, ...]
    origins: int
    language: str
    drafts: tuple[DraftPart, ...] = ()
    changed: ChangedPart | None = None
    questions: tuple[tuple[QuestionPart, ClaimLine | None], ...] = ()
    lists: tuple[ListPart, ...] = ()

    @property
    def events(self) -> Iterator[EventPart]:
        """The events, in order."""
        return (event for _, events in self.years for event in events)

    @property
    def due(self) -> list[EventPart]:
        """The events whose day has passed with nobody saying what happened."""
        return [event for event in self.events if event.due]

    @property
    def opening(self) -> str:
        """`2 documents, 15 origins cited, as of Tue 20 May 2025`: what it rests on."""
        documents, origins = _so_many(len(self.sources), "document"), _so_many(self.origins, "origin")
        return f"{documents}, {origins} cited, as of {day_named(self.scope.day)}"

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

    @property
    def tally(self) -> str:
        """`9 contested, 18 conflicts, 12 due, 3 unanswered.`: what stands out, as at the head of the screen."""
        events = list(self.events)
        contested = sum(bool(event.conflicts) for event in events)
        unanswered = sum(event.happened is Passed.UNANSWERED for event in events)
        counts = [f"{contested} contested", _so_many(len(self.conflicts), "conflict")]
        counts += [f"{len(self.due)} due"] if self.due else []
        counts += [f"{unanswered} unanswered"] if unanswered else []
        return f"{', '.join(counts)}."


def brief_of(extract: Extract) -> Brief:
    """The brief of the events and conflicts that are asked for."""
    corpus, scope = extract.corpus, extract.scope
    states = [event_state(corpus, event, scope.day) for event in scope.events]
    parts = [(state, event_part(corpus, state, scope.day)) for state in states if state is not None]
    years: dict[str, list[EventPart]] = {}
    for state, part in parts:
        years.setdefault(_heading(state), []).append(part)
    since, questions = changed(extract), questions_of(extract)
    differing = tuple(conflict_part(corpus, conflict, scope.day) for conflict in extract.conflicts)
    answered = tuple((it, claim_line(corpus, it.answer) if it.answer else None) for it in questions)
    # Notes are numbered in the order in which they are read.
    used = dict.fromkeys(line.claim for line in since.lines) if since is not None else {}
    used |= dict.fromkeys(answer.claim for _, answer in answered if answer is not None)
    used |= dict.fromkeys(part.says.claim for _, part in parts if part.due)
    used |= dict.fromkeys(line.claim for _, part in parts for line in (part.says, *part.others))
    used |= dict.fromkeys(
        line.claim for conflict in differing for reading in conflict.readings for line in reading.claims
    )
    claims = [corpus.claims[name] for name in used]
    lists = lists_of(extract)
    return Brief(
        title=visible(corpus.info.title),
        description=visible(corpus.info.description),
        scope=scope,
        years=tuple((year, tuple(events)) for year, events in years.items()),
        conflicts=differing,
        notes={claim.id: citation(corpus, claim) for claim in claims},
        sources=tuple(
            cited(corpus, corpus.sources[name])
            for name in dict.fromkeys([*(it.source for it in claims), *(it.source for it in lists)])
        ),
        origins=len({saying(corpus, claim).origin for claim in claims}),
        language=visible(corpus.info.language),
        drafts=drafts_of(extract),
        changed=since,
        questions=answered,
        lists=lists,
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


def _so_many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _heading(state: EventState) -> str:
    if state.date is None:
        return "No date"
    group, _, _ = state.date.sort_key
    return "Date open" if group or state.date.sort_year is None else year_words(state.date.sort_year)
