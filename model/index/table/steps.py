"""The steps of a table: there may be very many, and few are looked at."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import overload

from model.asof.knowledge import Step


class TableSteps(Sequence[Step]):
    """The days on which rows became known or ended, ascending; each step is made when it is asked for."""

    def __init__(self, known: Sequence[tuple[int, int, int]]) -> None:
        self._known = known
        self._by_then = [0, *accumulate(began - ended for _, began, ended in known)]

    def until(self, day: int) -> int:
        """How many steps are not after a day."""
        return bisect_right(self._known, day, key=_day)

    def rows_until(self, day: int) -> int:
        """How many rows were known on a day."""
        return self._by_then[self.until(day)]

    @overload
    def __getitem__(self, at: int) -> Step: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Step]: ...

    def __getitem__(self, at: int | slice) -> Step | Sequence[Step]:
        if isinstance(at, slice):
            return TableSteps(self._known[at])
        day, began, ended = self._known[at]
        return Step(day, claims=began, superseded=ended, estimated=False)

    def __len__(self) -> int:
        return len(self._known)


def _day(step: tuple[int, int, int]) -> int:
    return step[0]
