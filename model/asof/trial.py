"""The contest of one event, tried without one origin after the other.

What its claims are without an origin follows from these alone: they are taken out of the contest, and put in again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from model.asof.conflict_days import preferred_from, reading_key
from model.asof.contenders import Contenders
from model.asof.falls import Fall, Loss, SupportedState
from model.asof.saying import Saying
from model.asof.state import Verdict, event_state, verdict_of
from model.asof.visible import VisibleClaim, visible_claims
from model.asof.without import (
    Behind,
    Dating,
    Left,
    SaidWithout,
    Unsettling,
    behind_documents,
    undated,
)
from model.asof.word import word_of
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests
from model.corpus.records import Conflict


class Trial:
    """The contest of one event, with one origin after the other left out; all of the corpus is known by the day."""

    def __init__(self, corpus: Corpus, event: str, day: int) -> None:
        self._corpus, self._event, self._day = corpus, event, day
        self._behind, self._unsettling = corpus.derived(Behind), corpus.derived(Unsettling)
        self._dates = corpus.derived(Dating)
        self._documents = corpus.derived(behind_documents)
        self._items = {item.claim.id: item for item in visible_claims(corpus, event, day)}
        self._preferred = {name for name in self._items if _is_reached(preferred_from(corpus, name), day)}
        self._touched = self._touched_by_origin()

    @cached_property
    def _contenders(self) -> Contenders:
        """The claims as they stand; while one tries what is without an origin, without it."""
        found = Contenders()
        for name, item in self._items.items():
            found.put(item, name in self._preferred)
        return found

    @cached_property
    def _verdict(self) -> Verdict:
        return verdict_of(self._event, self._contenders, ())

    @cached_property
    def now(self) -> SupportedState:
        """How the event stands."""
        return self._standing(self._verdict)

    @property
    def _dated_by(self) -> str:
        return self._verdict.dated_by.id

    @property
    def legs(self) -> Iterator[str]:
        """The origins without which the event would flip or vanish: cheaper than what becomes of it without each."""
        for origin in sorted(self.origins):
            if self._holds_all(origin):
                yield origin
            else:
                fall = self.fall(origin)
                if fall is not None and fall.effect is not Loss.WEAKENS:
                    yield origin

    def _holds_all(self, origin: str) -> bool:
        """Whether no claim of the event is left without it, which needs no verdict."""
        return origin not in self._documents and all(origin in self._behind[name] for name in self._items)

    @property
    def origins(self) -> set[str]:
        """Those that the event may rest on."""
        return self._touched.keys() | self._documents

    def fall(self, origin: str) -> Fall | None:
        """What becomes of the event without an origin; None where it stays what it is."""
        now, after = self.now, self._after(origin)
        if after is None:
            effect = Loss.VANISHES
        elif (after.word, after.date) != (now.word, now.date):
            effect = Loss.FLIPS
        elif now.origins > 1 and after.origins == 1:
            effect = Loss.WEAKENS
        else:
            return None
        return Fall(self._event, origin, effect, now, after, self._sentence(origin))

    def _touched_by_origin(self) -> dict[str, list[str]]:
        """For each origin the claims of the event that go without it, or stand otherwise."""
        found: dict[str, dict[str, None]] = {}
        for name, item in self._items.items():
            beside = (it for conflict in self._preferring(name) for it in conflict.claims)
            origins = (self._dating(item) | self._dates[name]).union(
                *(self._behind[it] for it in (name, *item.superseded_by, *beside))
            )
            for origin in origins:
                found.setdefault(origin, {})[name] = None
        return {origin: [*names] for origin, names in found.items()}

    def _after(self, origin: str) -> SupportedState | None:
        if origin in self._documents:
            # Where a whole document goes, much may be otherwise; it is seldom that one hangs on a claim.
            left = self._corpus.derived(Left)(origin)
            state = event_state(left, self._event, self._day)
            return self._standing(state) if state is not None else None
        changed = [(name, self._item(name, origin)) for name in self._touched[origin]]
        for name, item in changed:
            self._contenders.drop(name)
            if item is not None:
                self._contenders.put(item, self._is_preferred(name, origin))
        gone = sum(item is None for _, item in changed)
        after = None
        if gone < len(self._items):
            after = self._standing(verdict_of(self._event, self._contenders, ()))
        for name, item in changed:
            if item is not None:
                self._contenders.drop(name)
            self._contenders.put(self._items[name], name in self._preferred)
        return after

    def _standing(self, verdict: Verdict) -> SupportedState:
        return SupportedState(
            verdict.word_at(self._day),
            verdict.date,
            verdict.chosen.claim.id,
            verdict.origins,
            verdict.borrows,
        )

    def _item(self, name: str, origin: str) -> VisibleClaim | None:
        """A claim of the event as it is seen without an origin, None where it goes."""
        if origin in self._behind[name]:
            return None
        item = self._items[name]
        said = self._said(item, origin)
        if origin in self._dates[name]:
            item = replace(item, claim=undated(item.claim), date=None)
        left = tuple(it for it in item.superseded_by if origin not in self._behind[it])
        return replace(item, said=said, word=word_of(item.claim, item.date, said), superseded_by=left)

    def _said(self, item: VisibleClaim, origin: str) -> Saying:
        """The saying of a claim without an origin. A document may be older without that, and is never younger.

        So all that is left was known by the day, and what was settled is settled.
        """
        if origin not in self._dating(item):
            return item.said
        return self._corpus.derived(SaidWithout)(origin).of(item.claim)

    def _dating(self, item: VisibleClaim) -> frozenset[str]:
        """The origins without which a claim would count as said on another day."""
        claim, of_document = item.claim, self._unsettling[item.claim.source]
        return of_document | self._unsettling[claim.statement] if claim.statement else of_document

    def _is_preferred(self, name: str, origin: str) -> bool:
        return any(self._prefers(conflict, origin) for conflict in self._preferring(name))

    def _preferring(self, name: str) -> Sequence[Conflict]:
        if name not in self._preferred:
            return ()
        conflicts = self._corpus.conflicts_of_claim[name]
        return [it for it in conflicts if it.preferred == name and contests(it)]

    def _prefers(self, conflict: Conflict, origin: str) -> bool:
        """Whether what is left of a conflict is still of two readings."""
        left = (self._corpus.claims[it] for it in conflict.claims if origin not in self._behind[it])
        return len({reading_key(conflict, it) for it in left}) > 1

    def _sentence(self, origin: str) -> str:
        """The claim to read: of those that go with an origin the one that decides, or dates, else the first by name.

        Where none goes, one that is without a date then.
        """
        first = (self.now.claim, self._dated_by)
        names = [*first, *sorted(self._touched.get(origin, ()))]
        own = (it for it in names if origin in self._behind[it])
        beside = (
            it
            for name in names
            for it in (*self._items[name].superseded_by, *self._partners(name))
            if origin in self._behind[it]
        )
        undated_then = (it for it in names if origin in self._dates[it])
        return next(own, next(undated_then, next(beside, self.now.claim)))

    def _partners(self, name: str) -> Iterator[str]:
        return (it for conflict in self._preferring(name) for it in conflict.claims)


def _is_reached(first: int | None, day: int) -> bool:
    return first is not None and first <= day
