"""What records say fits together: status with factuality, claims with events, preferences with conflicts."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.records import Claim, Conflict
from model.corpus.vocabulary import ALLOWED_FACTUALITY, BESIDE_THE_STATE, CONTESTING, Change, Point, Status

STRAND = "strand"
"""The one reserved event type: it groups other events and has no claims of its own."""

_OF_LABELS = frozenset({Status.ONGOING, Status.OCCURRED})
"""What is said of a label: that it goes on, or that it was so."""


def meaning_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each record that cannot mean what it says."""
    for claim, place in draft.claims:
        yield from _claim_problems(claim, place)
    yield from _empty_handed(draft)
    yield from _foreign_statements(draft)
    yield from _event_problems(draft)
    yield from _lonely_sources(draft)
    for conflict, place in draft.conflicts:
        yield from _conflict_problems(conflict, place)
    yield from _contradictory_preferences(draft)


def _claim_problems(claim: Claim, place: Place) -> Iterator[Problem]:
    of_event = claim.event is not None
    of_entity = claim.entity is not None
    if of_event == of_entity:
        message = 'a claim speaks either of an "event" or of an "entity" (with "office" and "label"); write one of them'
        yield Problem(place, message, "M001")
    if of_entity and not claim.label:
        yield Problem(
            place, 'a claim of an "entity" needs its "label", as printed; write label = "..."', "M002"
        )
    if not of_entity and (claim.office or claim.label):
        yield Problem(
            place,
            '"office" and "label" belong to a claim of an "entity"; name that in place of the event',
            "M003",
        )
    if of_entity and not claim.decides:
        message = (
            'what someone is called has no "condition", and is no "no-comment"; such a claim is of an "event"'
        )
        yield Problem(place, message, "M030")
    elif of_entity and claim.status not in _OF_LABELS:
        message = f'"{claim.status}" is not said of a label; write "ongoing", or "occurred" of the past'
        yield Problem(place.of("status"), message, "M016")
    allowed = ALLOWED_FACTUALITY[claim.status]
    if claim.factuality not in allowed:
        could = " or ".join(sorted(allowed))
        message = f'"{claim.status}" cannot be {claim.factuality}; it goes with {could}'
        fitting = [status for status, values in ALLOWED_FACTUALITY.items() if claim.factuality in values]
        message += f", and {claim.factuality} with {' or '.join(fitting)}"
        yield Problem(place.of("factuality"), message, "M004")


def _empty_handed(draft: Draft) -> Iterator[Problem]:
    """What decides nothing takes the place of nothing that does."""
    deciding = {claim.id for claim, _ in draft.claims if claim.decides}
    for claim, place in draft.claims:
        for number, name in enumerate(claim.supersedes):
            if claim.id not in deciding and name in deciding:
                what = "a no-comment" if claim.status is Status.NO_COMMENT else "what is said on a condition"
                message = (
                    f'{what} does not say how it is, and cannot supersede "{name}", which does; take it away'
                )
                yield Problem(place.of("supersedes", number), message, "M031")


def _foreign_statements(draft: Draft) -> Iterator[Problem]:
    """The words that attribute a claim stand in the claim's own document."""
    known = {source.id for source, _ in draft.sources}
    home = {statement.id: statement.source for statement, _ in draft.statements}
    for claim, place in draft.claims:
        source = home.get(claim.statement or "", claim.source)
        if source != claim.source and {source, claim.source} <= known:
            message = f'the statement "{claim.statement}" is in the source "{source}"; use one of this source'
            yield Problem(place.of("statement"), f'{message}, with the same "origin"', "R004")


def _event_problems(draft: Draft) -> Iterator[Problem]:
    lost = [claim for claim in draft.lost if claim.kind == "claim"]
    spoken_of = {claim.event for claim, _ in draft.claims} | {
        name for claim in lost for name in claim.names("event")
    }
    # A claim that nobody could read may speak of any event.
    all_read = draft.missing.perhaps("claim") is None and all(claim.names("event") for claim in lost)
    for event, place in draft.events:
        if event.type == STRAND and event.id in spoken_of:
            yield Problem(
                place.of("type"), f'the strand "{event.id}" has claims; give it another type', "M005"
            )
        if all_read and event.type != STRAND and event.id not in spoken_of:
            message = f'no claim speaks of the event "{event.id}"; nothing is shown without a quote'
            yield Problem(place, message, "M006")


def _lonely_sources(draft: Draft) -> Iterator[Problem]:
    claimed = {claim.source for claim, _ in draft.claims} | {printed.source for printed, _ in draft.lists}
    lost_in = {it.place.file for it in draft.lost if it.kind in ("claim", "")}
    for source, place in draft.sources:
        # A text of which nothing else is known is said to be one.
        # One that takes another back says enough by that.
        is_said = source.draft or place.file in lost_in or source.change is Change.RETRACTION
        if source.id not in claimed and not is_said:
            message = f'nothing is claimed of the source "{source.id}" yet; it can be read and searched'
            yield Problem(place, message, "M012")


def _conflict_problems(conflict: Conflict, place: Place) -> Iterator[Problem]:
    claims = set(conflict.claims)
    if conflict.preferred is not None and conflict.preferred not in claims:
        message = f'"{conflict.preferred}" is not among the claims of this conflict; name one of them'
        yield Problem(place.of("preferred"), message, "M007")
    for name in conflict.readings:
        if name not in claims:
            message = f'"{name}" is not among the claims of this conflict; put it there, or take this away'
            yield Problem(place.of("readings", name), message, "M008")
    if len(claims) < len(conflict.claims):
        yield Problem(place.of("claims"), "a claim is named twice; name each once", "M009")


def _contradictory_preferences(draft: Draft) -> Iterator[Problem]:
    """Of two claims, one conflict cannot prefer the one and another conflict the other; unless it is for a figure."""
    preferring: dict[tuple[str, str, Point | None], str] = {}
    for conflict, place in draft.conflicts:
        point = conflict.point if conflict.point in BESIDE_THE_STATE else None
        for other in sorted(set(conflict.claims) - {conflict.preferred}):
            if conflict.preferred is None or conflict.kind not in CONTESTING:
                break
            against = preferring.get((other, conflict.preferred, point))
            if against is not None:
                here = f'"{conflict.preferred}" is preferred to "{other}" here'
                message = f'{here}, and the other way round in "{against}"; let one of them prefer none'
                yield Problem(place.of("preferred"), message, "M010")
            preferring.setdefault((conflict.preferred, other, point), conflict.id)
