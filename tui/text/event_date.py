"""The date of an event beside its word: in parentheses where it is not of the claim that gives the word."""

import re
from collections.abc import Iterable
from typing import Protocol

from model.corpus.corpus import Corpus
from model.dates.edtf import Edtf, parse
from model.dates.wording import least_cells, long_form, short_form

CELLS = 11
"""Cells of a date in a row; more where a date would be said coarser, and there is room."""

_LITTLE, _MOST, _AMPLE = CELLS + 1, 17, 22
"""The most cells of a date: in few, where a row has words beside its signs, and on a wide screen."""

_WITH_WORDS, _WIDE = 56, 96
"""The widths from which on a date has these."""

_PLAIN = re.compile(r"[1-9][0-9]{3}-[0-9]{2}(-[0-9]{2})?")
"""A day, or a month, of a year of four figures, without a doubt: said in full, it takes no more than `CELLS`."""


class WithDate(Protocol):
    """A state or a row of the timeline."""

    @property
    def date(self) -> Edtf | None:
        """When it is."""

    @property
    def borrows(self) -> bool:
        """Whether the date is another claim's than the deciding one."""


def in_row(of: WithDate, year: int | None, cells: int | None = CELLS) -> str:
    """The date in at most `cells` cells (None: in all it takes), without its year where that is `year`: `9 May`.

    Borrowed, it is in parentheses: `(9 May)`.
    """
    if of.borrows:
        return f"({short_form(of.date, year, cells and cells - 2)})"
    return short_form(of.date, year, cells)


def cells_of(items: Iterable[WithDate], year: int | None, width: int) -> int:
    """The cells of a column for the dates of some events on lines of a width: as many as let them say all they can."""
    most, found = most_cells(width), CELLS
    # Of very many events few have a date that no other has, and one of them may need all that there is.
    dates = {(it.date and it.date.text, it.borrows): it.date for it in items}
    for (_, borrows), date in dates.items():
        if found >= most:
            break
        if date is not None and not borrows and _PLAIN.fullmatch(date.text):
            continue
        found = max(found, least_cells(date, year, most - 2 * borrows) + 2 * borrows)
    return found


def date_cells(dates: Iterable[Edtf | None], year: int | None, most: int) -> int:
    """The cells of a column in which each of these dates says as much as it can in `most` cells."""
    return max(CELLS, *(least_cells(it, year, most) for it in dict.fromkeys(dates)), 0)


def cells_of_all(corpus: Corpus, year: int, room: int, own_years: bool = False) -> int:
    """The cells of a column for the dates of whatever events a corpus has, where `room` cells are free for it.

    With `own_years` each stands under its own year, what has no last day under `year`; else all under `year`.
    """
    most = min(max(room, _LITTLE), _MOST)
    return corpus.derived(_Dates)(year, most, own_years)


class _Dates:
    """The dates that the claims of a corpus have, and the cells that they need, each worked out once."""

    def __init__(self, corpus: Corpus) -> None:
        found = {claim.date.edtf for claim in corpus.claims.values() if claim.date and claim.date.edtf}
        # Of very many dates nearly all are plain; what is long to write is mostly long to say.
        self._dates = sorted((it for it in found if not _PLAIN.fullmatch(it)), key=len, reverse=True)
        self._known: dict[tuple[int, int, bool], int] = {}

    def __call__(self, year: int, most: int, own_years: bool) -> int:
        asked = year, most, own_years
        if asked not in self._known:
            self._known[asked] = self._cells(*asked)
        return self._known[asked]

    def _cells(self, year: int, most: int, own_years: bool) -> int:
        cells = CELLS
        for date in map(parse, self._dates):
            if cells >= most:
                break
            own = own_years and date.latest is not None
            cells = max(cells, least_cells(date, date.sort_year if own else year, most))
        return cells


def most_cells(width: int) -> int:
    """The most cells that a date may take of a line."""
    return _AMPLE if width >= _WIDE else _MOST if width >= _WITH_WORDS else _LITTLE


def in_full(of: WithDate) -> str:
    """The date in full, with its weekday: `Fri 9 May 2025`; borrowed, `(Fri 9 May 2025)`."""
    return f"({long_form(of.date)})" if of.borrows else long_form(of.date)
