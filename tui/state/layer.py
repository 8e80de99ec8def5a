"""The curated events alone, where the rows of a table stand among them."""

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


def first_event(reader: Reader) -> str | None:
    """The first event that is still ahead, else the last one; a row of a table only where there is no event."""
    own = own_of(reader)
    return _first_ahead(own) or (_first_ahead(reader) if own is not reader else None)


def nearest_event(reader: Reader, day: int | None) -> str | None:
    """The event or row to which a jump to a day leads; None without a day, or where nothing has one."""
    found = reader.days.nearest(day, day) if day is not None else None
    rows = reader.rows(found.position, 1) if found is not None else []
    return rows[0].event if rows else None


def _first_ahead(reader: Reader) -> str | None:
    counts = reader.counts
    # While rows are counted, their days say the same: where one lands is no matter of how far that has come.
    ahead = reader.days.first_from(reader.when.day + 1) if counts.counting else counts.first_ahead
    rows = reader.rows(ahead, 1) or reader.before(None, 1)
    return rows[0].event if rows else None
