"""Whether a claim tells how an event came out, rather than how it will, beside the other claims of the event."""

from collections.abc import Callable
from typing import Any

from model.asof.order import Order
from model.asof.saying import ALWAYS
from model.asof.visible import VisibleClaim
from model.corpus.vocabulary import Status
from model.dates.edtf import Edtf

_PLANS = {Status.SCHEDULED, Status.CONFIRMED}
_NEGATIONS = {Status.DENIED, Status.CANCELLED}


class Circumstances:
    """What outcomes are measured by, as claims come and go: when the event is, and what was said of it and when."""

    def __init__(self) -> None:
        self._begins: Order[int] = Order()
        self._ends: Order[tuple[bool, int]] = Order()
        self._plans: Order[int] = Order()
        self._others: Order[int] = Order()

    def add(self, item: VisibleClaim) -> None:
        """Count a claim in."""
        self._count(item, Order.add)

    def remove(self, item: VisibleClaim) -> None:
        """Count a claim out."""
        self._count(item, Order.remove)

    def _count(self, item: VisibleClaim, step: Callable[[Order[Any], Any], None]) -> None:
        if item.date is not None:
            step(self._begins, _begin(item.date))
            step(self._ends, _end(item.date))
        if item.claim.status in _PLANS:
            step(self._plans, item.said.estimate)
        if item.claim.status not in _NEGATIONS:
            step(self._others, item.said.estimate)

    @property
    def first_day(self) -> int | None:
        """The first day of the date that begins first; None without any, and where one has no beginning."""
        return self._begins.first if self._begins.first != ALWAYS else None

    @property
    def first_outcome(self) -> int:
        """A day before which nothing was said that is an outcome only beside other claims."""
        renewed, begin = self._plans.last, self._begins.first
        if renewed is None:
            return ALWAYS
        return renewed if begin is None else min(renewed, begin)

    def is_outcome(self, item: VisibleClaim) -> bool:
        """Whether a claim, which is counted in, is an outcome; what is said on a condition is none."""
        if not item.claim.decides:
            return False
        if item.claim.status is Status.CANCELLED:
            return self._is_called_off(item)
        if item.claim.status is Status.DENIED:
            return self._is_denied_afterwards(item)
        return item.claim.status is Status.OCCURRED

    def _is_called_off(self, item: VisibleClaim) -> bool:
        """Said once the event has begun, or of a plan that no one has renewed since."""
        first = item.date.earliest if item.date is not None else self.first_day
        if first is not None and item.said.surely_by(first):
            return True
        renewed = self._plans.last
        return renewed is None or renewed <= item.said.estimate

    def _is_denied_afterwards(self, item: VisibleClaim) -> bool:
        """Said once the event is over: before, a denial is a forecast. An undated one is of the event that ends last.

        What has no last day is over on no day: a denial after its first is one of all that had been said.
        """
        end = _end(item.date) if item.date is not None else self._ends.last
        if end is None:
            return False
        is_open, day = end
        if not is_open:
            return item.said.surely_by(day)
        later = self._others.last
        return item.said.surely_by(day + 1) and (later is None or later < item.said.estimate)


def is_settled(item: VisibleClaim) -> bool:
    """Whether it depends on no other claim if a claim is an outcome."""
    if not item.claim.decides:
        return True
    if item.claim.status is Status.DENIED:
        return item.date is not None and item.date.latest is not None
    if item.claim.status is Status.CANCELLED:
        first = item.date.earliest if item.date is not None else None
        return first is not None and item.said.surely_by(first)
    return True


def _begin(date: Edtf) -> int:
    """The first day, before all others where there is none."""
    return date.earliest if date.earliest is not None else ALWAYS


def _end(date: Edtf) -> tuple[bool, int]:
    """Sorts last what has no end, by its first day."""
    if date.latest is not None:
        return False, date.latest
    assert date.earliest is not None, "a date is open on one side at most"
    return True, date.earliest
