"""Events as JSON Lines for Timesketch (timesketch.org, "Import from JSON or CSV").

Each line has its three fields `message`, `datetime` and `timestamp_desc`, and the word of its event besides, in
`message` and in `status`. In `date_precision` stands how exact its date is: what of an instant is not known is said.
"""

from collections.abc import Iterator

from model.dates.civil import iso_day
from model.exchange.extract import Extract
from model.exchange.instants import NO_INSTANT, instant_of
from model.exchange.json_text import json_line
from model.exchange.row_exports.told_rows import WORD, RowsExtract, told_title
from model.exchange.told_event import not_told, told_events


def write(extract: Extract) -> Iterator[str]:
    """The events, one a line."""
    for told in told_events(extract):
        if (instant := instant_of(told.date)) is not None:
            yield json_line(
                {
                    "message": told.headline,
                    **instant,
                    "status": told.word.value,
                    "as_of": iso_day(extract.scope.day),
                    "event": told.event,
                    "details": "\n".join(told.lines),
                }
            )


def left_out(extract: Extract) -> Iterator[str]:
    """Which events have no instant."""
    return not_told(extract, lambda told: instant_of(told.date) is not None, NO_INSTANT)


def write_rows(extract: RowsExtract) -> Iterator[str]:
    """The rows, one a line; the cells stand in fields with `cell_` before the column's key."""
    as_of, names = iso_day(extract.day), [f"cell_{it.replace('-', '_')}" for it in extract.keys]
    for row in extract.rows:
        instant = instant_of(row.date)
        if instant is None:
            extract.left[NO_INSTANT] += 1
            continue
        cells = ((name, cell) for name, cell in zip(names, row.cells, strict=True) if cell)
        yield json_line(
            {
                "message": told_title(row),
                **instant,
                "status": WORD,
                "as_of": as_of,
                "known": iso_day(row.known),
                "file": row.file,
                "row": row.number,
                **dict(cells),
            }
        )
