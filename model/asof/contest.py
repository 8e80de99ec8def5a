"""The claims of one event that compete to decide it: which is the best, and by which rule.

Claims may come and go one by one, as days go by; asking costs little however many there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import merge
from itertools import islice, takewhile
from typing import Any

from model.asof.order import Order
from model.asof.outcome import Circumstances, is_settled
from model.asof.visible import VisibleClaim
from model.asof.word import OPEN, Word
from model.corpus.vocabulary import OnRecord, Status
from model.dates.edtf import Edtf

_FOOTING = {OnRecord.ON_RECORD: 0, OnRecord.OFFICIAL: 0, OnRecord.DOCUMENT: 1, OnRecord.ANONYMOUS: 2}
_AHEAD = OPEN - {Word.UNCONFIRMED}
"""The words of what lies ahead of who says so."""

_LEVEL = {"CT": 0, "PR": 1, "PS": 2}


class Rule(StrEnum):
    """Why the claim that decides was chosen before the next one (in the order the rules are tried)."""

    OUTCOME = "an outcome, stated on or after the day"
    CERTAINTY = "the surer of two outcomes"
    PREFERENCE = "preferred by the curator"
    FOOTING = "named before unnamed"
    LATER = "later before earlier"
    ID = "equal in all else, first by name"
    ONLY = "only claim"


_Rank = tuple[Any, ...]
"""Not an outcome, how sure it is, not preferred, footing, day of saying (negative), the claim: smaller is better.

The order of the parts is the order of the rules.
"""

_SAID = 4
"""The part of a rank that is the day of saying."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who wins by which `rule`, before whom, and the claim that gives the date (None where none does)."""

    chosen: VisibleClaim
    rule: Rule
    runner_up: VisibleClaim | None
    dated: VisibleClaim | None


@dataclass(slots=True)
class _Support:
    """How many claims of one word there are of each origin, of each source, and on each footing."""

    origins: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    records: Counter[OnRecord] = field(default_factory=Counter)


@dataclass(slots=True)
class _Ranks:
    """Claims in order: `outcomes`, `others`, and those that are the one or the other beside the rest, by both ranks.

    Of the last, the ranks as outcomes lie apart for each merit that goes before the day of saying.
    """

    outcomes: Order[_Rank] = field(default_factory=Order)
    others: Order[_Rank] = field(default_factory=Order)
    if_outcome: defaultdict[_Rank, Order[_Rank]] = field(default_factory=lambda: defaultdict(Order))
    if_none: Order[_Rank] = field(default_factory=Order)


class Contest:
    """The competing claims."""

    def __init__(self) -> None:
        self._items: dict[str, VisibleClaim] = {}
        self._preferred: set[str] = set()
        self._circumstances = Circumstances()
        self._all, self._dated, self._affirmed = _Ranks(), _Ranks(), _Ranks()
        self._support: defaultdict[Word, _Support] = defaultdict(_Support)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, claim: str) -> bool:
        return claim in self._items

    def put(self, item: VisibleClaim, preferred: bool) -> None:
        """Let a claim take part that does not yet; `preferred` by the curator or not."""
        self._items[item.claim.id] = item
        if preferred:
            self._preferred.add(item.claim.id)
        self._circumstances.add(item)
        for order, rank in self._places(item):
            order.add(rank)
        support = self._support[item.word]
        support.origins[item.said.origin] += 1
        support.sources[item.claim.source] += 1
        support.records[item.said.record] += 1

    def drop(self, claim: str) -> VisibleClaim:
        """Let a claim take part no more; returns it."""
        item = self._items.pop(claim)
        for order, rank in self._places(item):
            order.remove(rank)
        self._circumstances.remove(item)
        self._preferred.discard(claim)
        support = self._support[item.word]
        support.records[item.said.record] -= 1
        for counts, key in ((support.origins, item.said.origin), (support.sources, item.claim.source)):
            counts[key] -= 1
            if not counts[key]:
                del counts[key]
        return item

    def support(self, word: Word) -> tuple[int, int, frozenset[OnRecord]]:
        """How many origins, and how many sources, say a word, and on which footings it is said."""
        support = self._support[word]
        return len(support.origins), len(support.sources), frozenset(+support.records)

    def decided(self) -> Outcome:
        """Who wins. There must be a claim."""
        best = list(islice(self._ranked(self._all), 2))
        chosen = self._items[best[0][-1]]
        return Outcome(
            chosen=chosen,
            rule=_rule(best),
            runner_up=self._items[best[1][-1]] if len(best) > 1 else None,
            dated=self._dating(chosen),
        )

    def _dating(self, chosen: VisibleClaim) -> VisibleClaim | None:
        """The best claim with a date that an undated one may borrow; what is affirmed borrows none of a denial.

        What came out, or goes on, is of no day after it was said; what is to be is of none that was over by then.
        """
        if chosen.date is not None:
            return chosen
        said, first = chosen.said, self._circumstances.first_day
        latest = said.latest if said.latest is not None else said.estimate
        begun = self._circumstances.is_outcome(chosen) or chosen.claim.status is Status.ONGOING
        if begun and first is not None and first > latest:
            return None
        ranks = self._dated if chosen.claim.factuality.negative else self._affirmed
        for rank in self._ranked(ranks):
            date = self._items[rank[-1]].date
            assert date is not None, "only claims with a date are ranked here"
            if _begun(date, latest) if begun else not _over(date, chosen):
                return self._items[rank[-1]]
        return None

    def _ranked(self, ranks: _Ranks) -> Iterator[_Rank]:
        """The ranks in order, the best first."""
        is_outcome = self._circumstances.is_outcome
        least = self._circumstances.first_outcome
        made = (takewhile(lambda rank: -rank[_SAID] >= least, order) for order in ranks.if_outcome.values())
        yield from merge(
            ranks.outcomes,
            *((rank for rank in order if is_outcome(self._items[rank[-1]])) for order in made),
        )
        yield from merge(
            ranks.others, (rank for rank in ranks.if_none if not is_outcome(self._items[rank[-1]]))
        )

    def _places(self, item: VisibleClaim) -> Iterator[tuple[Order[_Rank], _Rank]]:
        """Where a claim stands, and by which rank."""
        dated = (self._dated,) if item.claim.factuality.negative else (self._dated, self._affirmed)
        for ranks in (self._all, *(dated if item.date is not None else ())):
            if is_settled(item):
                outcome = self._circumstances.is_outcome(item)
                yield ranks.outcomes if outcome else ranks.others, self._rank(item, outcome)
            else:
                rank = self._rank(item, True)
                yield ranks.if_outcome[rank[:_SAID]], rank
                yield ranks.if_none, self._rank(item, False)

    def _rank(self, item: VisibleClaim, outcome: bool) -> _Rank:
        claim = item.claim
        return (
            not outcome,
            _LEVEL[claim.factuality[:2]] if outcome else 0,
            claim.id not in self._preferred,
            _FOOTING[item.said.record],
            -item.said.estimate,
            claim.id,
        )


def _begun(date: Edtf, day: int) -> bool:
    return date.earliest is None or date.earliest <= day


def _over(date: Edtf, item: VisibleClaim) -> bool:
    """Whether a claim of what is ahead was surely made when a date was over."""
    return item.word in _AHEAD and date.latest is not None and item.said.surely_by(date.latest + 1)


def _rule(ranks: Sequence[_Rank]) -> Rule:
    if len(ranks) == 1:
        return Rule.ONLY
    first, second = ranks
    decided = next(place for place in range(len(first)) if first[place] != second[place])
    return (Rule.OUTCOME, Rule.CERTAINTY, Rule.PREFERENCE, Rule.FOOTING, Rule.LATER, Rule.ID)[decided]
