"""Calendars (iCalendar, RFC 5545) as rows: one for each event, task and journal entry, read by itself."""

import re
from collections.abc import Iterator
from typing import Any

from model.exchange.tables.encoding import INSTALL
from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.csv_records import MOST_ROW
from model.exchange.tables.streams.json_cells import ColumnNames, in_columns
from model.exchange.tables.streams.stream import RowTally, Stream, StreamRow
from model.exchange.tables.streams.text_file import TextFile

_TAKEN = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
_UNREAD = "LINES-NOT-READ"
"""The column that says whether some line of a component is none."""

COMPONENT = "COMPONENT"
"""The column that says what a row is."""


def calendar(file: TextFile) -> Stream:
    """The components of a calendar; what repeats is one row. Raises `UnreadableTable` where it has none."""
    try:
        from icalendar import Component
    except ImportError:
        raise UnreadableTable(f"calendars need a reader that is not here; install {INSTALL}") from None
    names, any_ = ColumnNames(), False
    for _, raw, why in _components(file.lines(RowTally())):
        any_ = True
        if not why and not isinstance(found := _cells(raw, Component), str):
            names.see(found)
    if not any_:
        raise UnreadableTable(
            "it is empty" if not file.source.size else "it has no event, task or journal entry"
        )
    columns = names.columns()

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        """Each component in its order; of what repeats, the first time alone."""
        for number, raw, why in _components(file.lines(tally)):
            found = why or _cells(raw, Component)
            if isinstance(found, str):
                yield StreamRow(number, (), raw, found)
                continue
            if "RRULE" in found or "RDATE" in found:
                tally.add("rows that repeat, of which the first time alone is in the table", number)
            if _UNREAD in found:
                tally.add("rows with lines that are none of a calendar, which stand in the row alone", number)
            yield StreamRow(number, in_columns(found, columns, number, tally), raw)

    return Stream(file.source, "ics", columns, rows, file.said, title=_called(file.lines(RowTally())))


def _called(lines: Iterator[str]) -> str:
    """What a calendar calls itself, before its first component."""
    for line in lines:
        if line.upper().startswith("X-WR-CALNAME"):
            return line.partition(":")[2].strip()
        if line.strip().upper().removeprefix("BEGIN:") in _TAKEN:
            break
    return ""


def _components(lines: Iterator[str]) -> Iterator[tuple[int, str, str]]:
    """The line and the text of each, and what is wrong with it as far as lines show that."""
    begun: list[str] = []
    kind, first, size = "", 0, 0
    for number, line in enumerate(lines, 1):
        word = line.strip().upper()
        begins = word.removeprefix("BEGIN:") if word.startswith("BEGIN:") else ""
        if kind and (begins in _TAKEN or word == "END:VCALENDAR"):
            yield first, "".join(begun), "It begins and does not end."
            kind = ""
        if not kind and begins in _TAKEN:
            kind, first, begun, size = begins, number, [], 0
        if kind:
            size += len(line)
            if size < MOST_ROW:
                begun.append(line)
            if word == f"END:{kind}":
                longer = f"It is longer than {MOST_ROW:,} characters, which is the most that is read."
                yield first, "".join(begun).rstrip("\r\n"), longer if size >= MOST_ROW else ""
                kind = ""
    if kind:
        yield first, "".join(begun).rstrip("\r\n"), "It begins and does not end."


def _cells(raw: str, reader: Any) -> dict[str, str] | str:
    """The properties of a component as texts by name, or what is wrong with it. Dates stay as they were written."""
    try:
        found = reader.from_ical(raw if raw.endswith("\n") else f"{raw}\n")
        if isinstance(found, list):
            return "It is not one component."
        cells = {COMPONENT: str(found.name)}
        for name, value in found.items():
            values = value if isinstance(value, list) else [value]
            cells[str(name)] = "; ".join(_text(it) for it in values)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError) as error:
        return f"It cannot be read: {' '.join(str(error).split())[:200] or 'it is no component'}."
    for name, _ in getattr(found, "errors", ()):
        # What is no value of its kind stands as it was written.
        if not name:
            cells[_UNREAD] = "true"
        written = (
            re.search(rf"^{re.escape(str(name))}[;:].*$", raw, re.MULTILINE | re.IGNORECASE) if name else None
        )
        if written is not None and not cells.get(str(name)):
            cells[str(name)] = written[0].partition(":")[2].strip()
    return cells if len(cells) > 1 else "It is empty."


def _text(value: Any) -> str:
    if type(value).__name__ == "vText":
        return str(value)
    written = value.to_ical() if hasattr(value, "to_ical") else str(value)
    return written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)
