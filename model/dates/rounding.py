"""Large numbers in few digits: 999,500 is a million, never a thousand thousands."""

from collections.abc import Sequence

Units = Sequence[tuple[int, str]]
"""Sizes with their names, the largest first."""


def unit_for(count: int, units: Units) -> tuple[int, str]:
    """The largest unit of which there is one when rounded to a whole one; the smallest where there is none."""
    return next(((size, name) for size, name in units if count >= size * 0.9995), units[-1])


def rounded(count: int, units: Units) -> tuple[str, str]:
    """A count in the unit for it, and that unit's name: one decimal below ten, none from there on."""
    size, name = unit_for(count, units)
    tenths = round(count * 10 / size)
    words = f"{tenths / 10:.1f}".removesuffix(".0") if tenths < 100 else str(round(count / size))
    return words, name
