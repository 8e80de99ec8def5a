"""What a finding is about: where its record can be looked at, as of a day."""

from model.asof.state import event_state
from model.corpus.corpus import Corpus
from model.corpus.findings import Finding
from tui.text.target import (
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    SourceTarget,
    Target,
    TextTarget,
)


def record_of(finding: Finding, corpus: Corpus, day: int) -> Target | None:
    """What leads to the record that a finding names, in a corpus as it was known on a day.

    None where no record is named, or it is not to be seen there: it was left out, was not known yet, or is an event of
    which no claim speaks.
    """
    name = finding.record
    match finding.kind:
        case "claim" if name in corpus.claims:
            return ClaimTarget(name)
        case "statement" if name in corpus.statements:
            span = corpus.anchors.statements[name]
            return TextTarget(corpus.statements[name].source, span.start, span.end)
        case "source" if name in corpus.sources:
            return SourceTarget(name)
        case "event" if name in corpus.events and event_state(corpus, name, day) is not None:
            return EventTarget(name)
        case "entity" if name in corpus.entities:
            return EntityTarget(name)
        case "conflict" if name in corpus.conflicts:
            return ConflictTarget(name)
    return None
