"""The rows of a plan on their way into a table, in parts; what was safe before is passed over."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from model.coding.coder import Coder, Dates
from model.coding.plan import Plan, in_place
from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.stream import RowTally
from model.index.table.coded import CodedRow

PART = 2_048
"""Rows that are handed on together."""


class RowTaker(Protocol):
    """What takes the rows: the writer of a table."""

    def resume_at(self, file: int) -> int:
        """The number of the last row of a file that is safe; 0 where none is."""

    def add(self, rows: Iterable[CodedRow]) -> None:
        """Take rows."""

    def reject(self, file: int, number: int, raw: str, why: str) -> None:
        """Keep a row that cannot be taken, and why."""


@dataclass(slots=True)
class TakenRows:
    """What became of all rows. `first` has, of each reason to reject, stream and row of the first."""

    read: int = 0
    taken: int = 0
    before: int = 0
    """Rows that were safe already, from an earlier run."""
    rejected: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[int, int]] = field(default_factory=dict)
    dates: list[Dates] = field(default_factory=list)


def take(
    plan: Plan, taker: RowTaker, done: Callable[[int], None] = lambda _: None, first: int = 0
) -> TakenRows:
    """Hand on the rows of all streams, in order. `done` hears how many were gone through.

    `first` is the place of the first stream among the files of the table.

    Raises `UnreadableTable` where a file is not any more what it was when it was looked through, `OSError`.
    """
    found = TakenRows()
    for file, (stream, places) in enumerate(zip(plan.streams, plan.moved, strict=True), first):
        coder = Coder(stream.format, plan.columns, plan.convention, plan.known_by)
        safe = taker.resume_at(file)
        rows: list[CodedRow] = []
        for row in stream.rows(RowTally()):
            found.read += 1
            new = row.number > safe
            found.before += not new
            if row.why:
                found.rejected[row.why] += 1
                found.first.setdefault(row.why, (file - first, row.number))
                if new:
                    _hand_on(taker, rows)
                    taker.reject(file, row.number, row.raw, row.why)
            else:
                found.taken += 1
                coded = coder.coded(row if places is None else in_place(row, places), file)
                if new:
                    rows.append(coded)
            if found.read % PART == 0:
                _hand_on(taker, rows)
                done(found.read)
        _hand_on(taker, rows)
        found.dates.append(coder.dates)
    if found.read != plan.rows:
        raise UnreadableTable(
            f"it changed while it was read: {plan.rows:,} rows at first, {found.read:,} then; begin anew"
        )
    return found


def _hand_on(taker: RowTaker, rows: list[CodedRow]) -> None:
    """In the order of the file: what is safe is all that stands above it."""
    if rows:
        taker.add(rows)
        rows.clear()
