"""Where dates stand in the order of a table, and how long they last."""

from model.dates.edtf import UNDATED_KEY, Edtf, SortKey


def sort_key_of(date: Edtf | None) -> SortKey:
    """Where a date stands in the order of the timeline."""
    return date.sort_key if date is not None else UNDATED_KEY


def last_day_of(date: Edtf | None) -> int | None:
    """The last day of what has a date; of what is open-ended, the first."""
    if date is None:
        return None
    return date.latest if date.latest is not None else date.earliest


def later(one: int | None, other: int | None) -> int | None:
    """The later one of two days, None where there is none."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)
