"""Where claims give one event days that cannot both be right, a conflict or a supersession says so."""

from collections import defaultdict
from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import bounds_of
from model.corpus.readable import is_read
from model.corpus.records import Claim
from model.corpus.vocabulary import Factuality


def apart_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each event that by one claim is over before by another it begins, with nothing said of it.

    Of the claims of an event, that which ends first and that which begins last stand for all of them.
    """
    if draft.missing.perhaps("claim") or draft.missing.perhaps("conflict"):
        return
    conflicts_of: defaultdict[str, set[int]] = defaultdict(set)
    for number, (conflict, _) in enumerate(draft.conflicts):
        for name in conflict.claims:
            conflicts_of[name].add(number)
    unread = {
        name
        for it in (*draft.lost, *draft.in_part)
        for field in ("id", "event", "claims")
        for name in it.names(field)
    }
    for last, first, place in _outermost(draft):
        is_read_whole = first.event not in unread and not {first.id, last.id} & unread
        if is_read_whole and not conflicts_of[first.id] & conflicts_of[last.id]:
            message = (
                f'"{last.id}" and "{first.id}" give days that cannot both be right, and nothing joins them'
            )
            advice = "put them into a conflict, let the later supersede the other, or make two events"
            yield Problem(place.of("date"), f"{message}; {advice}", "M043")


def _outermost(draft: Draft) -> Iterator[tuple[Claim, Claim, Place]]:
    """Of each event whose claims lie apart, the one that ends first, the one that begins last, and its place."""
    superseded = {name for claim, _ in draft.claims if not claim.draft for name in claim.supersedes}
    ends: dict[str, tuple[int, Claim]] = {}
    begins: dict[str, tuple[int, Claim, Place]] = {}
    for claim, place in draft.claims:
        if claim.event is None or not _affirms(claim) or claim.id in superseded or not is_read(claim.date):
            continue
        first, last = bounds_of(claim.date)
        if last is not None and (claim.event not in ends or last < ends[claim.event][0]):
            ends[claim.event] = last, claim
        if first is not None and (claim.event not in begins or first > begins[claim.event][0]):
            begins[claim.event] = first, claim, place
    for event, (end, last_claim) in ends.items():
        if event in begins and end < begins[event][0]:
            yield last_claim, *begins[event][1:]


def _affirms(claim: Claim) -> bool:
    is_open = claim.factuality is Factuality.UNDERSPECIFIED or not claim.decides or claim.draft
    return not is_open and not claim.factuality.negative
