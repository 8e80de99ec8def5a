"""The claims of one event that compete to decide it: which is the best, and by which rule.

Claims may come and go one by one, as days go by; asking costs the same however many there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import heappop, heappush

from model.asof.visible import VisibleClaim
from model.asof.word import Word
from model.corpus.vocabulary import OnRecord, Status
from model.dates.edtf import Edtf

_OUTCOMES = {Status.OCCURRED, Status.DENIED, Status.CANCELLED}
_FOOTING = {OnRecord.ON_RECORD: 0, OnRecord.DOCUMENT: 1, OnRecord.ANONYMOUS: 2}


class Rule(StrEnum):
    """Why the claim that decides was chosen before the next one (in the order the rules are tried)."""

    OUTCOME = "an outcome, stated on or after the day"
    PREFERENCE = "preferred by the curator"
    FOOTING = "named before unnamed"
    LATER = "later before earlier"
    ID = "equal in all else, first by name"
    ONLY = "only claim"


_Rank = tuple[int, int, int, int, str]
"""Smaller is better. The order of the parts is the order of the rules."""

_Entry = tuple[int, str, int]
"""In a heap: the day of saying, negative; the claim; which of all that took part it is."""

_Kind = tuple[bool, bool, Status | None, bool, int]
"""What the rules look at but for when it was said and the id: of claims of one kind, the later is never worse."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who wins by which `rule`, before whom, and the best claim of those with a date (None without any)."""

    chosen: VisibleClaim
    rule: Rule
    runner_up: VisibleClaim | None
    dated: VisibleClaim | None


@dataclass(slots=True)
class _Support:
    """How many claims of one word there are of each origin, and of each source."""

    origins: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)


class Contest:
    """The competing claims. They lie in heaps, one for each kind, from which those that left are taken when met."""

    def __init__(self) -> None:
        self._items: dict[str, VisibleClaim] = {}
        self._numbers: dict[str, int] = {}
        self._put = 0
        self._heaps: defaultdict[_Kind, list[_Entry]] = defaultdict(list)
        self._begins: list[tuple[bool, int, str]] = []
        self._support: defaultdict[Word, _Support] = defaultdict(_Support)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, claim: str) -> bool:
        return claim in self._items

    def put(self, item: VisibleClaim, preferred: bool) -> None:
        """Let a claim take part, or go on as what it is now; `preferred` by the curator or not."""
        name = item.claim.id
        if name in self._items:
            self.drop(name)
        self._items[name] = item
        # A claim that left and comes again is not found by what is left of it in the heaps.
        self._put += 1
        self._numbers[name] = self._put
        heappush(self._heaps[_kind(item, preferred)], (-item.said.estimate, name, self._put))
        if item.date is not None:
            first = item.date.earliest
            heappush(self._begins, (first is not None, first or 0, name))
        support = self._support[item.word]
        support.origins[item.said.origin] += 1
        support.sources[item.claim.source] += 1

    def drop(self, claim: str) -> VisibleClaim:
        """Let a claim take part no more; returns it."""
        item = self._items.pop(claim)
        del self._numbers[claim]
        support = self._support[item.word]
        for counts, key in ((support.origins, item.said.origin), (support.sources, item.claim.source)):
            counts[key] -= 1
            if not counts[key]:
                del counts[key]
        return item

    def support(self, word: Word) -> tuple[int, int]:
        """How many origins, and how many sources, say a word."""
        support = self._support[word]
        return len(support.origins), len(support.sources)

    def decided(self) -> Outcome:
        """Who wins. There must be a claim."""
        first_date = self._first_date()
        ranked = sorted(
            ((_rank(self._items[name], kind, first_date), name) for kind, name in self._finalists()),
            key=lambda pair: pair[0],
        )
        items = [self._items[name] for _, name in ranked]
        return Outcome(
            chosen=items[0],
            rule=_rule([rank for rank, _ in ranked[:2]]),
            runner_up=items[1] if len(items) > 1 else None,
            dated=next((item for item in items if item.date is not None), None),
        )

    def _finalists(self) -> Iterator[tuple[_Kind, str]]:
        """The best two of each kind: no other can win, be the next one, or be the best with a date."""
        for kind, heap in self._heaps.items():
            if (best := self._best(heap)) is None:
                continue
            heappop(heap)
            yield kind, best[1]
            if (second := self._best(heap)) is not None:
                yield kind, second[1]
            heappush(heap, best)

    def _best(self, heap: list[_Entry]) -> _Entry | None:
        while heap and self._numbers.get(heap[0][1]) != heap[0][2]:
            heappop(heap)
        return heap[0] if heap else None

    def _first_date(self) -> Edtf | None:
        """The date that begins first, before all others one with an open beginning."""
        while self._begins and self._begins[0][2] not in self._items:
            heappop(self._begins)
        return self._items[self._begins[0][2]].date if self._begins else None


def _kind(item: VisibleClaim, preferred: bool) -> _Kind:
    status = item.claim.status
    dated = item.date is not None
    outcome = dated and _is_outcome(item, item.date)
    # An undated claim is held against the dates of the others, which come and go.
    open_status = status if not dated and status in _OUTCOMES else None
    return dated, outcome, open_status, preferred, _FOOTING[item.said.record]


def _rank(item: VisibleClaim, kind: _Kind, first_date: Edtf | None) -> _Rank:
    dated, outcome, _, preferred, footing = kind
    outcome = outcome if dated else _is_outcome(item, first_date)
    return (not outcome, not preferred, footing, -item.said.estimate, item.claim.id)


def _is_outcome(item: VisibleClaim, date: Edtf | None) -> bool:
    """Whether a claim tells how it came out, rather than how it will; `date` is its own, or the first of the others'.

    A denial before the day is a forecast. Where nothing says when the event begins, only "occurred" is an outcome.
    """
    if item.claim.status not in _OUTCOMES:
        return False
    if date is None or date.earliest is None:
        return item.claim.status is Status.OCCURRED
    return item.said.estimate >= date.earliest


def _rule(ranks: Sequence[_Rank]) -> Rule:
    if len(ranks) == 1:
        return Rule.ONLY
    first, second = ranks
    decided = next(place for place in range(len(first)) if first[place] != second[place])
    return (Rule.OUTCOME, Rule.PREFERENCE, Rule.FOOTING, Rule.LATER, Rule.ID)[decided]
