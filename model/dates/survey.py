"""How a whole column writes its dates, found out before any of them is read: cell by cell, in constant memory."""

import re
from collections.abc import Iterable

from model.dates.cell_dates import Convention, Numbers
from model.dates.column import EITHER, DayOrder

_MOST_REMEMBERED = 20_000
_NUMBER = re.compile(r"(-?[0-9]{1,15})(?:\.[0-9]{1,15})?")
_DATES = re.compile(r"(?<![0-9/-])[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{4}(?![0-9/-])")


class Survey:
    """What the cells of a column, or of several that are written alike, show of how their dates are written."""

    def __init__(self) -> None:
        self.undecided = 0
        """How many cells have day and month in either order, as far as they themselves show."""
        self.first: dict[DayOrder, str] = {}
        """The first cell that shows an order."""
        self._seen: set[str] = set()
        self._numbers: set[Numbers | None] = set()

    def see(self, cells: Iterable[str]) -> None:
        """Look at more cells; empty ones say nothing."""
        for cell in cells:
            if cell[4:5] == "-" and cell[7:8] == "-":
                # Year, month, day, as most have it, maybe twice: nothing of it stands in either order.
                self._numbers.add(None)
            elif cell and cell not in self._seen:
                if len(self._seen) < _MOST_REMEMBERED:
                    self._seen.add(cell)
                self._see(cell)

    @property
    def contradicts(self) -> bool:
        """Whether some cells can only be day first, and others only month first."""
        return len(self.first) > 1

    @property
    def convention(self) -> Convention:
        """What all of it shows: an order that some cell shows and none denies, and what numbers count."""
        order = next(iter(self.first)) if len(self.first) == 1 else None
        numbers = next(iter(self._numbers)) if len(self._numbers) == 1 else None
        return Convention(order, numbers)

    def _see(self, cell: str) -> None:
        number = _NUMBER.fullmatch(cell.strip())
        self._numbers.add(_counts(number[1].lstrip("-"), number[1][0] == "-") if number else None)
        if number:
            return
        for found in _DATES.finditer(cell):
            either = EITHER.fullmatch(found[0])
            assert either is not None
            first, second = int(either[1]), int(either[3])
            if first > 12 >= second:
                self.first.setdefault(DayOrder.DAY_FIRST, cell)
            elif second > 12 >= first:
                self.first.setdefault(DayOrder.MONTH_FIRST, cell)
            elif first != second:
                self.undecided += 1


def _counts(digits: str, negative: bool) -> Numbers | None:
    """What a number can count: so many digits that it is neither a year nor a day written without signs."""
    if len(digits) in (9, 10):
        return Numbers.SECONDS
    if len(digits) in (12, 13):
        return Numbers.MILLISECONDS
    if len(digits) == 5 and not negative and 10_000 <= int(digits) < 80_000:
        return Numbers.EXCEL_1900
    return None
