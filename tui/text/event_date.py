"""The date of an event beside its word: in parentheses where it is not of the claim that gives the word."""

from typing import Protocol

from model.dates.edtf import Edtf
from model.dates.wording import long_form, short_form

CELLS = 11
"""Cells of a date in a row."""


class WithDate(Protocol):
    """A state or a row of the timeline."""

    @property
    def date(self) -> Edtf | None:
        """When it is."""

    @property
    def borrows(self) -> bool:
        """Whether the date is another claim's than the deciding one."""


def in_row(of: WithDate, year: int | None) -> str:
    """The date in at most 11 cells, without its year where that is `year`: `9 May`; borrowed, `(9 May)`."""
    if of.borrows:
        return f"({short_form(of.date, year, CELLS - 2)})"
    return short_form(of.date, year, CELLS)


def in_cells(of: WithDate, most: int = CELLS) -> str:
    """The date with its year in at most so many cells: `9 May 2025`; borrowed, `(9 May 2025)`."""
    if of.borrows:
        return f"({short_form(of.date, None, most - 2)})"
    return short_form(of.date, None, most)


def in_full(of: WithDate) -> str:
    """The date in full, with its weekday: `Fri 9 May 2025`; borrowed, `(Fri 9 May 2025)`."""
    return f"({long_form(of.date)})" if of.borrows else long_form(of.date)
