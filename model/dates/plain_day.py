"""Days as most programs write them, read at so little cost that nobody has to remember them."""

from datetime import date


def plain_day(cell: str) -> int | None:
    """The day number of a cell that is year, month and day as most programs write them, and no more; else None."""
    if len(cell) == 10 and cell[4] == cell[7] == "-":
        try:
            return date.fromisoformat(cell).toordinal()
        except ValueError:
            pass
    return None
