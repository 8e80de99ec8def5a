"""Where rows stand in the order of a table, how long their dates last, and from when to when they were known."""

from model.dates.edtf import UNDATED_KEY, Edtf, SortKey
from model.index.table.coded import CodedRow, TableFile, TableMeta

_NUMBERS = 40
"""Bits for the number of a row in its file: more than any file has rows."""

OWN_PLACE = f"(file << {_NUMBERS} | number)"
"""`own_place` in SQL."""


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


def own_place(file: int, number: int) -> int:
    """Where a row stands, as one number."""
    return file << _NUMBERS | number


def place_parts(place: int) -> tuple[int, int]:
    """File and number of such a place."""
    return place >> _NUMBERS, place & (1 << _NUMBERS) - 1


def place_of(row: CodedRow) -> int:
    """Where a row first stood: the place of its first version."""
    return own_place(row.file, row.number) if row.first is None else row.first


def known_from(row: CodedRow, meta: TableMeta) -> int:
    """The day from which on a row was known: its own, or that on which its file was had.

    What a later download brought was not known before it, whatever it says. What was over before it was known never
    was.
    """
    return known_since(meta.files[row.file], row.known, row.until)


def known_since(file: TableFile, known: int | None, until: int | None) -> int:
    """The same of a row of a file, by its own day and the one on which it was over."""
    day = file.day if known is None else known if not file.download else max(known, file.day)
    return day if until is None else min(day, until)
