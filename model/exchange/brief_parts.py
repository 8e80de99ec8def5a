"""What a brief says of an event, of a claim and of a conflict, as plain values."""

from dataclasses import dataclass

from model.asof.conflict import conflict_view
from model.asof.passing import passing
from model.asof.saying import ALWAYS, published, saying
from model.asof.searches import looked_words
from model.asof.state import EventState
from model.asof.visible import VisibleClaim
from model.asof.word import Passed, in_full
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.dates.wording import day_medium, medium_form
from model.exchange.amounts import amounts_words
from model.exchange.laid_out import Wording, ours
from model.exchange.visible import visible
from model.exchange.wording import basis, dated_by, day_of_saying, speaker, sureness


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: its word, a sentence of who said it when and how surely, and what made it fall (empty: nothing)."""

    claim: str
    word: str
    says: Wording
    superseded: str


@dataclass(frozen=True, slots=True)
class EventPart:
    """An event. `says` is the claim that decides; `reason` why it does; `others` are the further claims.

    `dated` says how the date is known, `dated_by` by whom where the claim that decides has none (empty: it has one).
    `happened` says what the passing of time has added, and `passed` that in a sentence (None and empty: nothing);
    `looked` how it was looked for in vain since (empty: nobody did).
    `conflicts` are the ids of those that contest it.
    """

    event: str
    title: str
    date: str
    dated: Wording
    dated_by: str
    word: str
    says: ClaimLine
    reason: str
    origins: int
    others: tuple[ClaimLine, ...]
    conflicts: tuple[str, ...]
    passed: str
    happened: Passed | None
    looked: str

    @property
    def due(self) -> bool:
        """Whether its day has passed, and it was to be."""
        return self.happened is Passed.DUE

    @property
    def how_dated(self) -> Wording:
        """`dated by Korea Daily: printed: "May 8"`: all that is to be said of the date."""
        by = (ours(self.dated_by + (": " if self.dated else "")),) if self.dated_by else ()
        return by + self.dated


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


def event_part(corpus: Corpus, state: EventState, day: int) -> EventPart:
    """What is said of an event as of a day."""
    looked = looked_words(corpus, state, day, visible)
    event, date = corpus.events[state.event], state.dated_by.date
    return EventPart(
        event=event.id,
        title=visible(event.title),
        date=medium_form(state.date),
        dated=basis(date, corpus.sources[state.dated_by.source].language) if date is not None else (),
        dated_by=dated_by(corpus, state),
        word=in_full(state.word_at(day), state.chosen.claim),
        says=claim_line(corpus, state.chosen),
        reason=_reason(corpus, state),
        origins=state.origins,
        others=tuple(claim_line(corpus, item) for item in state.claims if item is not state.chosen),
        conflicts=state.conflicts,
        passed=passing(state, day, looked=looked),
        happened=state.passed_at(day),
        looked=looked,
    )


def claim_line(corpus: Corpus, item: VisibleClaim) -> ClaimLine:
    """What is said of a claim."""
    language = corpus.sources[item.claim.source].language
    says = (
        ours(f"{speaker(corpus, item.said)}, {day_of_saying(item.said)}; "),
        *sureness(item, language),
        *(
            ours(f"; {words}")
            for words in (amounts_words(item.claim.amounts, visible), item.on_condition(visible))
            if words
        ),
    )
    return ClaimLine(item.claim.id, item.word.value, says, _superseded(corpus, item))


def conflict_part(corpus: Corpus, conflict: Conflict, day: int) -> ConflictPart:
    """What is said of a conflict as of a day."""
    view = conflict_view(corpus, conflict, day)
    readings = (
        ReadingLine(
            visible(reading.words),
            reading.preferred,
            tuple(claim_line(corpus, item) for item in reading.claims),
        )
        for reading in view.readings
    )
    return ConflictPart(
        conflict=conflict.id,
        topic=visible(conflict.topic),
        kind=view.kind,
        readings=tuple(readings),
        reason=visible(view.reason),
        open=visible(view.open),
    )


def _superseded(corpus: Corpus, item: VisibleClaim) -> str:
    if not item.fallen:
        return ""
    claim, taken_back_by = item.first_fall(corpus)
    if claim is None:
        source = corpus.sources[taken_back_by or ""]
        by = visible(corpus.entities[source.publisher].name)
        return f"retracted{_on(published(corpus, source))} by {by}"
    said = saying(corpus, corpus.claims[claim])
    on = f", {day_of_saying(said)}" if said.estimate != ALWAYS else ""
    return f"superseded by {visible(corpus.entities[said.speaker].name)}{on}"


def _on(day: int) -> str:
    return f" {day_medium(day)}" if day != ALWAYS else ""


def _reason(corpus: Corpus, state: EventState) -> str:
    conflict = state.preferring(corpus)
    return f"{visible(conflict.reason)} (curator)" if conflict is not None else state.why
