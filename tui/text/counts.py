"""Numbers as bars of one cell (not the block bars: their width is ambiguous)."""

FULL = 7
"""Events from which on a bar is full, where no unit has many more than that."""


def bar_scale(most: int) -> int:
    """How many events one step of a bar stands for, where the fullest unit has `most`: 1 up to two dozen."""
    return 1 if most <= 24 else -(-most // 9)


def bar_of(count: int, scale: int, ascii_only: bool) -> str:
    """The bar of a unit: none, one, two or three, four to six, seven or more times `scale` events."""
    steps = -(-count // scale)
    if ascii_only:
        return "." if not count else str(steps) if steps < 10 else "+"
    return "⠄⣀⣤⣶⣿"[0 if not count else 1 + (steps >= 2) + (steps >= 4) + (steps >= FULL)]
