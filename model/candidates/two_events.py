"""Claims of different events that meet: on the same days, about the same holders of parts.

Claims are put together by day and by pairs of parts with their holders, so that only those are compared that share
both. One shared part alone, as the host, says little: half of what happens in a country has it. A date of more than
`LONGEST` days names no day, and what more than `COMMON` events share is no sign of anything; both bound the work.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from model.candidates.proposal import Proposal
from model.candidates.within import at_odds, reading_order, told
from model.candidates.words import telling, words_of
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.corpus.vocabulary import CandidateKind
from model.dates.edtf import Edtf, parse
from model.dates.wording import bounds_form

LONGEST = 31
"""Days: a month is the coarsest date that still says when to be where."""

COMMON = 12
"""How many events may have the same pair of parts on a day."""

ALIKE = 0.5
"""Of the telling words of the shorter title half: titles are short, and one word of two is a name."""


_Part = tuple[str, str]
"""A role, and who has it."""

_Key = tuple[int, tuple[_Part, _Part]]
"""A day number, and two parts."""


class Meetings:
    """Which events of a corpus meet whom on which day."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._dates: dict[str, Edtf] = {}
        self._at: defaultdict[_Key, dict[str, list[Claim]]] = defaultdict(dict)
        for claim in sorted(corpus.claims.values(), key=reading_order):
            for key in self._keys(claim):
                self._at[key].setdefault(str(claim.event), []).append(claim)

    def _keys(self, claim: Claim) -> Iterator[_Key]:
        if claim.event is None or not claim.decides or claim.date is None or claim.date.edtf is None:
            return
        date = parse(claim.date.edtf)
        first, last = date.earliest, date.latest
        if first is None or last is None or last - first >= LONGEST:
            return
        self._dates[claim.id] = date
        parts = sorted(claim.parts)
        for day in range(first, last + 1):
            yield from ((day, pair) for pair in combinations(parts, 2))

    def candidates(self, event: str) -> Iterator[Proposal]:
        """What may be at odds, or the same, between an event and those before it, by id."""
        met: defaultdict[str, tuple[dict[str, Claim], dict[str, Claim], set[tuple[str, str]]]] = defaultdict(
            lambda: ({}, {}, set())
        )
        # Once for each day and pair, however many claims have it.
        keys = dict.fromkeys(key for it in self._corpus.claims_of_event[event] for key in self._keys(it))
        for key in keys:
            events = self._at[key]
            for other in events if len(events) <= COMMON else ():
                if other < event:
                    theirs, mine, parts = met[other]
                    theirs.update((it.id, it) for it in events[other])
                    mine.update((it.id, it) for it in events[event])
                    parts.update(key[1])
        for other, (theirs, mine, parts) in met.items():
            if not self._belong(event, other):
                first, second = (sorted(side.values(), key=reading_order) for side in (theirs, mine))
                yield from self._between(other, event, first, second, parts)

    def _belong(self, one: str, other: str) -> bool:
        return other in self._above(one) or one in self._above(other)

    def _above(self, event: str) -> Iterator[str]:
        seen = {event}
        parent = self._corpus.events[event].part_of
        while parent is not None and parent not in seen:
            seen.add(parent)
            yield parent
            parent = self._corpus.events[parent].part_of

    def _between(
        self,
        one: str,
        other: str,
        theirs: Sequence[Claim],
        mine: Sequence[Claim],
        parts: Iterable[tuple[str, str]],
    ) -> Iterator[Proposal]:
        events = self._corpus.events
        titles = [telling(words_of(events[it].title)) for it in (one, other)]
        few = min(titles, key=len)
        alike = titles[0] & titles[1]
        named = f'"{events[one].title}" and "{events[other].title}"'
        shared = self._shared(parts)
        sides = tuple(it.id for it in theirs), tuple(it.id for it in mine)
        if few and len(alike) >= ALIKE * len(few) and events[one].type == events[other].type:
            words = ", ".join(f'"{word}"' for word in sorted(alike))
            many = "words" if len(alike) > 1 else "word"
            reason = f"{named} have {shared} on the same day, and the {many} {words} in their titles."
            yield Proposal(CandidateKind.SAME_EVENT, (one, other), sides, reason)
            return
        yield from self._at_odds(theirs, mine, f"{named} have {shared} on the same day")

    def _at_odds(self, theirs: Sequence[Claim], mine: Sequence[Claim], met: str) -> Iterator[Proposal]:
        """Over whether, else over when: the firmest of each, with those that say the same in that."""
        first, second = theirs[0], mine[0]
        dates = [self._dates[it.id] for it in (first, second)]
        if first.factuality.negative != second.factuality.negative:
            said = f"one is {told(self._corpus, first)}, the other {told(self._corpus, second)}"
            one = [it for it in theirs if it.factuality.negative == first.factuality.negative]
            other = [it for it in mine if it.factuality.negative == second.factuality.negative]
        elif dates[0] != dates[1]:
            said = f"one is dated {bounds_form(dates[0])}, the other {bounds_form(dates[1])}"
            one = [it for it in theirs if self._dates[it.id] == dates[0]]
            other = [it for it in mine if self._dates[it.id] == dates[1]]
        else:
            return
        yield at_odds(one, other, f"{met}; {said}.")

    def _shared(self, parts: Iterable[tuple[str, str]]) -> str:
        names = [f"{self._corpus.entities[who].name} as {role}" for role, who in sorted(set(parts))]
        return " and ".join(names)
