"""The curated events alone, where the rows of a table stand among them."""

from model.index.layered.names import row_of_name
from model.index.protocol import Reader


def own_of(reader: Reader) -> Reader:
    """The reader of the curated events: the same, where no rows stand among them."""
    if not reader.when.layered:
        return reader
    # Imported here: few starts have a table.
    from model.index.layered.reader import LayeredReader

    assert isinstance(reader, LayeredReader), "only with a table under a corpus it is asked for"
    return reader.own


def next_event(reader: Reader, position: int, by: int) -> str | None:
    """The next curated event after a position (before it: `by` is -1); None where there is no other."""
    if reader.when.layered:
        from model.index.layered.reader import LayeredReader

        assert isinstance(reader, LayeredReader), "only with a table under a corpus it is asked for"
        return reader.next_event(position, by)
    rows = reader.rows(position + by, 1) if position + by >= 0 else []
    return rows[0].event if rows else None


def event_at(reader: Reader, position: int) -> str | None:
    """The event in a place or, where a row stands there among others, the next curated one, else the one before."""
    rows = reader.rows(position, 1)
    if not rows or row_of_name(rows[0].event) is None:
        return rows[0].event if rows else None
    return next_event(reader, position, 1) or next_event(reader, position, -1) or rows[0].event
