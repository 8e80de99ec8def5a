"""One office has one holder at a time, as far as labels have dates."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from model.corpus.check_saying import possible_days
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import Bounds, edtf_of
from model.corpus.readable import is_read
from model.corpus.records import Claim
from model.corpus.vocabulary import Status
from model.dates.edtf import Shape
from model.dates.wording import day_medium

_HELD = frozenset({Status.OCCURRED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class _Holding:
    """A label whose date makes its entity the holder: on all days from `first` to `last`, or on one of these."""

    first: int
    last: int
    throughout: bool
    claim: Claim
    place: Place


def office_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each label by which somebody holds an office on days on which it is another's."""
    together: defaultdict[str, set[str]] = defaultdict(set)
    for conflict, _ in draft.conflicts:
        for name in conflict.claims:
            together[name].add(conflict.id)
    said = possible_days(draft)
    of_office: defaultdict[str, list[_Holding]] = defaultdict(list)
    for claim, place in draft.claims:
        holding = _holding(claim, place, said.get(claim.id))
        if holding is not None:
            of_office[claim.office or ""].append(holding)
    for holdings in of_office.values():
        for one, other in _overlapping(holdings):
            related = other.claim.id in one.claim.supersedes or one.claim.id in other.claim.supersedes
            if not related and not together[one.claim.id] & together[other.claim.id]:
                days = (
                    f"on {day_medium(one.first)}"
                    if one.first == one.last
                    else f"from {day_medium(one.first)}"
                )
                message = f'"{one.claim.entity}" holds "{one.claim.office}" {days}, when "{other.claim.entity}" does'
                yield Problem(
                    one.place.of("date"), f"{message}; correct a date or an office", "T005", other=other.place
                )


def _holding(claim: Claim, place: Place, said: Bounds | None) -> _Holding | None:
    is_holder = claim.office and claim.entity and not claim.draft
    date = edtf_of(claim.date) if is_holder and is_read(claim.date) else None
    if (
        date is None
        or date.qualifier
        or date.start is None
        or claim.status not in _HELD
        or claim.factuality.negative
    ):
        return None
    if date.shape is Shape.POINT:
        return _Holding(date.start.first_day, date.start.last_day, False, claim, place)
    if date.shape is not Shape.EXTENT:
        return None
    # What began in a month was so from the end of it on, and what has no end until it was said.
    first = date.start.last_day
    until = date.end.first_day if date.end is not None else said[0] if said is not None else None
    return _Holding(first, until, True, claim, place) if until is not None and first < until else None


def _overlapping(holdings: list[_Holding]) -> Iterator[tuple[_Holding, _Holding]]:
    """Each holding that lies with certainty on days of an earlier one, with that; a single day is when one gives way.

    Of what began before, only the two that last longest are looked at, of different holders: this is n log n.
    """
    lasting: list[_Holding] = []
    for holding in sorted(holdings, key=lambda it: (it.first, it.last, it.claim.id)):
        other = next((it for it in lasting if it.claim.entity != holding.claim.entity), None)
        if other is not None:
            # Of what begins on one day, what ends first comes first: a single one at the border is never after it.
            shares = min(other.last, holding.last) > holding.first
            if shares if holding.throughout else holding.last < other.last:
                yield holding, other
        if holding.throughout:
            same = [it for it in lasting if it.claim.entity == holding.claim.entity]
            others = [it for it in lasting if it.claim.entity != holding.claim.entity]
            longest = max([*same, holding], key=lambda it: it.last)
            lasting = sorted([longest, *others], key=lambda it: -it.last)[:2]
