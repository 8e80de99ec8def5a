"""Once, somewhere from one date to another, in EDTF."""

from model.dates.civil import civil_date
from model.dates.edtf import Part, Precision, parse


def within(start: str, end: str) -> str | None:
    """The EDTF of once, somewhere from one date to another; coarser where the two are a whole month or year.

    None where it ends before it begins, or an end is in doubt or open.
    """
    first, last = parse(start), parse(end)
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    if start == end:
        return start
    if first.qualified or last.qualified or first.start is None or last.end is None:
        return None
    from_day, to_day = Part(*civil_date(first.earliest)), Part(*civil_date(last.latest))
    for precision in (Precision.YEAR, Precision.MONTH):
        part = from_day.coarsened(precision)
        whole = (part.first_day, part.last_day) == (first.earliest, last.latest)
        if whole and part == to_day.coarsened(precision):
            return written(part)
    return f"[{written(first.start)}..{written(last.end)}]"


def written(part: Part) -> str:
    """A day, month or year in EDTF."""
    year = f"-{-part.year:04}" if part.year < 0 else f"{part.year:04}"
    return year + "".join(f"-{number:02}" for number in (part.month, part.day) if number is not None)
