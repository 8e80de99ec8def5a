"""How the rows of tables are called among curated events."""

_MARK = "~"
"""What the name of a row begins with, once more for each table after the first: no id of a corpus begins so, and names
of one place in time stand in the order of the tables, after all events."""


def laid(row: str, table: int = 0) -> str:
    """The name of a row of a table, counted from 0, among curated events."""
    return f"{_MARK * (table + 1)}{row}"


def row_of_name(event: str | None) -> str | None:
    """The name that a row has in its table; None for a curated event."""
    return event.lstrip(_MARK) if event is not None and event.startswith(_MARK) else None


def table_of_name(event: str) -> int:
    """The number of the table that a row is in, by its name; -1 for a curated event."""
    return len(event) - len(event.lstrip(_MARK)) - 1


def lane_of(table: int) -> str:
    """The lane of all rows of a table; no id is like it."""
    return laid("", table)


def is_lane_of_rows(lane: str) -> bool:
    """Whether a lane is that of the rows of a table."""
    return lane.startswith(_MARK)
