"""The days on which something can have been said or printed, as far as its records tell, and the day it counts as.

What is marked uncertain or approximate ("?", "~", "%") can have been on any day: a qualifier has no bounds.
"""

from model.corpus.records import Dated
from model.dates.edtf import Edtf, parse

Bounds = tuple[int | None, int | None]
"""The first and the last possible day; None where there is none."""

ANY: Bounds = (None, None)
"""The bounds of what may have been on any day."""


def edtf_of(date: Dated | None) -> Edtf | None:
    """The date itself, None where none is known."""
    return parse(date.edtf) if date is not None and date.edtf is not None else None


def bounds_of(date: Dated | None) -> Bounds:
    """The first and the last day on which it can have been."""
    edtf = edtf_of(date)
    if edtf is None or edtf.qualifier:
        return ANY
    first, last = edtf.ends
    return None if first else edtf.earliest, None if last else edtf.latest


def counted(date: Dated | None) -> int | None:
    """The one day that it counts as: `best`, else the latest, else (open end) the earliest; None without a date."""
    edtf = edtf_of(date)
    if date is None or edtf is None:
        return None
    if date.best is not None:
        return parse(date.best).earliest
    return edtf.latest if edtf.latest is not None else edtf.earliest


def said_within(published: Dated, on: Dated | None) -> Bounds:
    """When something printed in a document can have been said: on its own day, and no later than it was printed.

    Without a day of its own it was said with the document.
    """
    if edtf_of(on) is None:
        return bounds_of(published)
    (first, last), (_, printed) = bounds_of(on), bounds_of(published)
    known = [day for day in (last, printed) if day is not None]
    return first, min(known, default=None)
