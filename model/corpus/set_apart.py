"""What is only begun is set apart from what stands: no draft decides, counts or supersedes anything."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from model.corpus.anchors import Spans, anchors_of
from model.corpus.cause import BEGUN
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft, NamedRecord
from model.corpus.findings import Place, Problem
from model.corpus.records import Claim, Conflict, Entity
from model.corpus.sound import Leaving
from model.corpus.trimmed import trimmed
from model.corpus.unfinished import PLACE_OF_NOT_GIVEN, DraftRecord

_MIN_CLAIMS = 2


def standing(draft: Draft, spans: Spans) -> tuple[Corpus, list[Problem]]:
    """The corpus of a draft in which nothing is wrong, drafts set apart in it, and what to say of those that wait.

    `spans` are those of the quotes of all of its records.
    """
    kept, apart, waiting = without_drafts(draft)
    begun = _corpus_of(with_drafts(draft), spans) if apart else None
    return replace(_corpus_of(kept, spans), drafts=apart, with_drafts=begun), waiting


def _corpus_of(draft: Draft, spans: Spans) -> Corpus:
    return Corpus.of(draft, anchors_of(draft, spans))


def begun_in(draft: Draft) -> frozenset[Place]:
    """Where the records stand that are drafts."""
    return frozenset(_places(draft, is_draft))


def without_drafts(draft: Draft) -> tuple[Draft, tuple[DraftRecord, ...], list[Problem]]:
    """The draft without the records that are only begun and those that need one, these records, and what to say of it.

    An event of which only drafts speak stays: it is not curated yet.
    """
    begun = [*_places(draft, is_draft)]
    begun += [place for _, place in draft.entities if place == PLACE_OF_NOT_GIVEN]
    if not begun:
        return draft, (), []
    leaving = Leaving(draft, BEGUN)
    for place in begun:
        leaving.leave_at(place)
    leaving.follow()
    kept, changes = trimmed(draft, leaving.left, BEGUN)
    apart = tuple(
        DraftRecord(kind, record, draft.unfinished.get(place, frozenset()))
        for kind, rows in draft.named_records().items()
        for record, place in rows
        if place in leaving.left and not isinstance(record, Entity)
    )
    return kept, apart, [*leaving.said, *changes, *_waiting_events(draft, kept)]


def with_drafts(draft: Draft) -> Draft:
    """The draft with all in it that can be shown: without claims of nothing, and conflicts of fewer than two claims."""
    leaving = Leaving(draft)
    for place in _places(draft, _is_of_nothing):
        leaving.leave_at(place)
    leaving.follow()
    return trimmed(draft, leaving.left)[0]


def _places(draft: Draft, wanted: Callable[[NamedRecord], bool]) -> Iterator[Place]:
    for rows in draft.named_records().values():
        yield from (place for record, place in rows if wanted(record))


def is_draft(record: NamedRecord) -> bool:
    """Whether a record is only begun."""
    return not isinstance(record, Entity) and record.draft


def _is_of_nothing(record: NamedRecord) -> bool:
    if isinstance(record, Conflict):
        return len(record.claims) < _MIN_CLAIMS
    return isinstance(record, Claim) and (record.event is None) == (record.entity is None)


def _waiting_events(draft: Draft, kept: Draft) -> Iterator[Problem]:
    """A problem for each event of which only what is set apart speaks."""
    waiting = {claim.event for claim, _ in draft.claims} - {claim.event for claim, _ in kept.claims}
    for event, place in kept.events:
        if event.id in waiting:
            yield Problem(place, f'only drafts speak of the event "{event.id}" yet', "M006")
