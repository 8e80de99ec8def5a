"""What a finding is about: where its record can be looked at, as of a day."""

from model.asof.begun import Begun
from model.asof.state import event_state
from model.corpus.asked import VainSearch
from model.corpus.corpus import Corpus
from model.corpus.findings import Finding
from model.corpus.records import Claim
from tui.text.target import (
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    ListTarget,
    QuestionTarget,
    SourceTarget,
    Target,
    TextTarget,
)


def record_of(finding: Finding, corpus: Corpus, day: int, begun: Begun) -> Target | None:
    """What leads to the record that a finding names, in a corpus as it was known on a day.

    `begun` is what was only begun then: its documents, events and conflicts have a card too, and a claim is on
    that of its event.
    None where no record is named, or it is not to be seen there: it was left out, was not known yet, or is an event of
    which no claim speaks.
    """
    name = finding.record
    match finding.kind:
        case "claim" if name in corpus.claims:
            return ClaimTarget(name)
        case "statement" | "list":
            return _printed(finding.kind, name, corpus)
        case "claim" if begun.is_draft("claim", name) and name in begun.corpus.claims:
            return _card_of_draft(begun.corpus.claims[name], corpus, day, begun)
        case "source" if name in corpus.sources or name in begun.sources:
            return SourceTarget(name)
        case "event" if _has_card(name, corpus, day, begun):
            return EventTarget(name)
        case "entity" if name in corpus.entities:
            return EntityTarget(name)
        case "question" if name in corpus.questions or name in begun.questions:
            return QuestionTarget(name)
        case "search" if name in corpus.searches:
            return _sought(corpus.searches[name], corpus, day, begun)
        case "conflict" if name in corpus.conflicts or name in begun.conflicts:
            return ConflictTarget(name)
    return None


def _printed(kind: str, name: str, corpus: Corpus) -> Target | None:
    """A statement has no card, and is where its words stand."""
    if kind == "list":
        return ListTarget(name) if name in corpus.lists else None
    if name not in corpus.statements:
        return None
    span = corpus.anchors.statements[name]
    return TextTarget(corpus.statements[name].source, span.start, span.end)


def _sought(search: VainSearch, corpus: Corpus, day: int, begun: Begun) -> Target | None:
    """A search has no card: it is on that of what was sought."""
    if search.questions:
        return QuestionTarget(search.questions[0])
    return next((EventTarget(it) for it in search.events if _has_card(it, corpus, day, begun)), None)


def _has_card(event: str, corpus: Corpus, day: int, begun: Begun) -> bool:
    if event in begun.events:
        return True
    return event in corpus.events and event_state(corpus, event, day) is not None


def _card_of_draft(claim: Claim, corpus: Corpus, day: int, begun: Begun) -> Target | None:
    if claim.event is not None:
        return EventTarget(claim.event) if _has_card(claim.event, corpus, day, begun) else None
    return (
        EntityTarget(claim.entity) if claim.entity in corpus.entities and claim.entity is not None else None
    )
