"""Timelines that others draw: TimelineJS 3 as JSON, and SIMILE Timeline as JSON or XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from xml.parsers import expat

from model.exchange.tables.encoding import decoded
from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.json_cells import ColumnNames, in_columns
from model.exchange.tables.streams.json_document import one_a_line, stream_of
from model.exchange.tables.streams.json_whole import document
from model.exchange.tables.streams.stream import RowTally, SourceFile, Stream, StreamRow

_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
DESCRIPTION = "description"
"""The column of the text that stands inside of an event of SIMILE's XML."""


def timelinejs(file: SourceFile, data: bytes, encoding: str | None) -> Stream:
    """The slides of a timeline: events, then eras; and its title, which is a slide too. Raises `UnreadableTable`."""
    found = document(data, encoding)
    value = found.value
    if not isinstance(value, dict) or not isinstance(value.get("events"), list):
        raise UnreadableTable('it is no timeline of TimelineJS: it has no list "events"')
    headline = _inside(value, "title", "text", "headline")
    parts = [stream_of(file, "timelinejs", found, ("events", None))] if value["events"] else []
    if isinstance(value.get("eras"), list) and value["eras"]:
        parts.append(stream_of(file, "timelinejs", found, ("eras", None)))
    if not parts:
        raise UnreadableTable("its timeline has no events")
    names = ColumnNames()
    for part in parts:
        names.see(dict.fromkeys(part.columns, ""))
    kinds = (KIND, *names.columns())

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        for part, kind in zip(parts, ("event", "era"), strict=False):
            for row in part.rows(tally):
                cells = {KIND: kind, **dict(zip(part.columns, row.cells, strict=False))}
                yield row if row.why else row._replace(cells=tuple(cells.get(it, "") for it in kinds))

    said = [*found.said]
    if isinstance(value.get("title"), dict):
        said.append("the slide of its title is no row")
    # Eras may stand before events.
    return Stream(parts[0].file, "timelinejs", kinds, _by_line(rows), tuple(said), title=headline)


KIND = "kind"
"""The column that says whether a row of TimelineJS is an event or an era."""


def _by_line(rows: Any) -> Any:
    def sorted_rows(tally: RowTally) -> Iterator[StreamRow]:
        yield from sorted(rows(tally), key=lambda row: row.number)

    return one_a_line(sorted_rows)


def _inside(value: Any, *names: str) -> str:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def simile(file: SourceFile, data: bytes, encoding: str | None) -> Stream:
    """The events of SIMILE Timeline, in JSON or in XML. Raises `UnreadableTable`."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _xml(file, data, encoding)
    found = document(data, encoding)
    value = found.value
    if not isinstance(value, dict) or not isinstance(value.get("events"), list):
        raise UnreadableTable('it is no timeline of SIMILE: it has no list "events"')
    return stream_of(file, "simile", found, ("events", None))


@dataclass(slots=True)
class _Event:
    """An event of the XML: its attributes, its text, and where it stands in the bytes."""

    cells: dict[str, str]
    line: int
    start: int
    end: int = 0
    text: list[str] = field(default_factory=list)


def _xml(file: SourceFile, data: bytes, encoding: str | None) -> Stream:
    declared = _DECLARED.match(data[:400])
    text, named = decoded(data, encoding or (declared[1].decode("ascii") if declared else None))
    # What was declared is not true any more of UTF-8.
    text = _DECLARATION.sub("", text, count=1)
    as_utf8 = text.encode("utf-8", "replace")
    events, broken = _events(as_utf8)
    names = ColumnNames()
    for event in events:
        names.see(event.cells)
    columns = (*names.columns(), DESCRIPTION) if DESCRIPTION not in names.columns() else names.columns()
    if not events:
        raise UnreadableTable(broken or "it has no event")

    def rows(tally: RowTally) -> Iterator[StreamRow]:
        """Each event with its description, which is the text that stands in it."""
        for event in events:
            raw = as_utf8[event.start : event.end].decode("utf-8", "replace")
            cells = {DESCRIPTION: "".join(event.text).strip(), **event.cells}
            if not any(cells.values()):
                yield StreamRow(event.line, (), raw, "It is empty.")
            else:
                yield StreamRow(event.line, in_columns(cells, columns, event.line, tally), raw)
        if broken:
            last = max(event.line for event in events) + 1
            yield StreamRow(last, (), "", f"From here on nothing can be read: {broken}.")

    return Stream(replace(file, encoding=named), "simile", columns, one_a_line(rows), (f"read as {named}",))


def _events(data: bytes) -> tuple[list[_Event], str]:
    """The elements `event`, as far as the document is sound; and what is wrong with it, if anything is."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    found: list[_Event] = []
    open_: list[_Event] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "event" and not open_:
            open_.append(_Event(dict(attributes), parser.CurrentLineNumber, parser.CurrentByteIndex))

    def end(name: str) -> None:
        if name == "event" and open_:
            event = open_.pop()
            event.end = data.find(b">", parser.CurrentByteIndex) + 1
            found.append(event)

    def text(words: str) -> None:
        if open_:
            open_[-1].text.append(words)

    def refuse(*_: object) -> None:
        raise UnreadableTable("it has a document type of its own, which is not read; take it away")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        return found, f"it is no XML: {expat.ErrorString(error.code)}, in line {error.lineno}"
    return found, ""
