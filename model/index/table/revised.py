"""Which rows of a table are new, changed and gone from a day to a later one."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from model.index.protocol import Reader
from model.index.table.of_rows import CodedRows
from model.index.table.order import place_of
from model.index.table.timeline_rows import number_of
from model.index.values import AsOf


class Became(StrEnum):
    """What became of a row."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class RevisedRows:
    """Names of rows by what became of them, in the order of time: as they are by the later day, if they are there.

    `more` tells that there may be others: only so many were looked at.
    """

    by_kind: dict[Became, tuple[str, ...]]
    more: bool = False

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(map(len, self.by_kind.values()))


def revised_rows(
    at: Callable[[AsOf], Reader], table: CodedRows, since: int, when: AsOf, most: int | None = None
) -> RevisedRows:
    """What differs on the day of `when` from the day `since`; with `most`, of so many rows that are there by each.

    A row is in it that meets the filter on one of the days at least: one that left what is looked at has changed.
    """
    then = AsOf(since, when.query)
    new: list[str] = []
    changed: list[str] = []
    seen = list(islice(at(when).changed_since(then), most))
    for event in seen:
        (new if table.standing(event, since) is None else changed).append(event)
    over = list(islice(at(then).changed_since(when), most))
    stands = {event: table.standing(event, when.day) for event in over}
    gone = [event for event, row in stands.items() if row is None]
    left = {place_of(row) for row in stands.values() if row is not None}
    left -= {place_of(table.coded(event)) for event in changed}
    if left:
        # Their names by the later day: all that changed is gone through, whatever the filter.
        every = islice(at(AsOf(when.day)).changed_since(AsOf(since)), most)
        changed += [event for event in every if place_of(table.coded(event)) in left]
        changed.sort(key=lambda event: number_of(event) or 0)
    by_kind = {Became.NEW: tuple(new), Became.CHANGED: tuple(changed), Became.GONE: tuple(gone)}
    return RevisedRows(by_kind, most is not None and most in (len(seen), len(over)))
