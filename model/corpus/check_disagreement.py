"""Where claims disagree, a conflict or a supersession says so; and no two conflicts say the same."""

from collections import defaultdict
from collections.abc import Iterator

from model.corpus.check_meaning import STRAND
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.records import Claim
from model.corpus.vocabulary import Factuality


def disagreement_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each event that is so and not so with nothing said of it, and each conflict that is there twice."""
    yield from _silent_disagreements(draft)
    yield from _equal_conflicts(draft)
    yield from _strands_alone(draft)
    yield from _alone_in_contradicting(draft)


def _silent_disagreements(draft: Draft) -> Iterator[Problem]:
    if draft.missing.perhaps("claim") or draft.missing.perhaps("conflict"):
        return
    unread = {
        name
        for it in (*draft.lost, *draft.in_part)
        for field in ("event", "claims")
        for name in it.names(field)
    }
    superseded = {name for claim, _ in draft.claims if not claim.draft for name in claim.supersedes}
    conflicts_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, (conflict, _) in enumerate(draft.conflicts):
        for name in conflict.claims:
            conflicts_of[name].append(number)
    sides: defaultdict[str, dict[bool, list[Claim]]] = defaultdict(lambda: {True: [], False: []})
    for claim, _ in draft.claims:
        is_open = claim.factuality is Factuality.UNDERSPECIFIED or claim.id in superseded or claim.draft
        if claim.event is not None and not is_open:
            sides[claim.event][claim.factuality.negative].append(claim)
    for event, place in draft.events:
        so, not_so = sides[event.id][False], sides[event.id][True]
        if not so or not not_so or event.id in unread or any(it.id in unread for it in (*so, *not_so)):
            continue
        one, other = ({number for it in side for number in conflicts_of[it.id]} for side in (so, not_so))
        if not one & other:
            message = (
                f'"{so[0].id}" says that it is so, "{not_so[0].id}" that it is not, and nothing joins them'
            )
            yield Problem(
                place, f"{message}; put them into a conflict, or let the later supersede the other", "M013"
            )


def _equal_conflicts(draft: Draft) -> Iterator[Problem]:
    first: dict[frozenset[str], tuple[str, Place]] = {}
    for conflict, place in draft.conflicts:
        if conflict.draft:
            continue
        name, where = first.setdefault(frozenset(conflict.claims), (conflict.id, place))
        if name != conflict.id:
            message = f'the conflict "{name}" is of the same claims; make them one'
            yield Problem(place.of("claims"), message, "M014", other=where)


def _strands_alone(draft: Draft) -> Iterator[Problem]:
    if draft.missing.perhaps("event"):
        return
    wholes = {event.part_of for event, _ in draft.events}
    wholes |= {name for it in (*draft.lost, *draft.in_part) for name in it.names("part_of")}
    for event, place in draft.events:
        if event.type == STRAND and event.id not in wholes:
            message = f'nothing is part of the strand "{event.id}"; put events into it, or take it away'
            yield Problem(place, message, "M015")


def _alone_in_contradicting(draft: Draft) -> Iterator[Problem]:
    """A problem for each claim that contradicts another with no conflict to show the two side by side."""
    broken = (*draft.lost, *draft.in_part)
    unread = {name for it in broken for field in ("id", "claims") for name in it.names(field)}
    if draft.missing.perhaps("conflict"):
        return
    conflicts_of: defaultdict[str, set[int]] = defaultdict(set)
    for number, (conflict, _) in enumerate(draft.conflicts):
        for name in conflict.claims:
            conflicts_of[name].add(number)
    finished = {claim.id for claim, _ in draft.claims if not claim.draft}
    for claim, place in draft.claims:
        for number, name in enumerate(claim.contradicts):
            if name == claim.id or not {name, claim.id} <= finished or {name, claim.id} & unread:
                continue
            if not conflicts_of[claim.id] & conflicts_of[name]:
                message = (
                    f'no conflict holds "{claim.id}" and "{name}"; write one that shows them side by side'
                )
                yield Problem(place.of("contradicts", number), message, "M041")
