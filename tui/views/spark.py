"""A row of small bars: how often something is met along the timeline."""

from collections.abc import Sequence

_LEVELS = "⠄⣀⣤⣶⣿"
_STEPS = (1, 2, 4, 7)
"""The least number of each bar after the first: 0, 1, 2-3, 4-6, 7 and more (UX section 9)."""


def spark(numbers: Sequence[int], ascii_only: bool) -> str:
    """One cell for each number; in ASCII the number itself, `.` for none and `+` for more than nine."""
    if ascii_only:
        return "".join("." if not number else str(number) if number < 10 else "+" for number in numbers)
    return "".join(_LEVELS[sum(number >= step for step in _STEPS)] for number in numbers)
