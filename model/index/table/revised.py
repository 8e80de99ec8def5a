"""Which rows of a table are new, changed and gone from a day to a later one."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from model.index.protocol import Reader
from model.index.table.of_rows import CodedRows
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

    A row is in it that meets the filter on the day on which it was there: on the later one, if on both.
    """
    then = AsOf(since, when.query)
    new: list[str] = []
    changed: list[str] = []
    seen = list(islice(at(when).changed_since(then), most))
    for event in seen:
        (new if table.standing(event, since) is None else changed).append(event)
    over = list(islice(at(then).changed_since(when), most))
    gone = [event for event in over if table.standing(event, when.day) is None]
    by_kind = {Became.NEW: tuple(new), Became.CHANGED: tuple(changed), Became.GONE: tuple(gone)}
    return RevisedRows(by_kind, most is not None and most in (len(seen), len(over)))
