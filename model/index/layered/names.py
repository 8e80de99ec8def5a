"""How the rows of a table are called among curated events."""

_MARK = "~"
"""What the name of a row begins with: no id of a corpus does, and in one place in time all of these come first."""


ROWS = _MARK
"""The lane of all rows; no id is like it."""


def laid(row: str) -> str:
    """The name of a row of the table among curated events."""
    return f"{_MARK}{row}"


def row_of_name(event: str | None) -> str | None:
    """The name that a row has in its table; None for a curated event."""
    return event[1:] if event is not None and event.startswith(_MARK) else None
