"""A file as streams of rows, by its format: the table of formats, and which of them a file is most likely of."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from model.corpus.files import MAX_DOCUMENT_BYTES
from model.exchange.registry import Format
from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams import guessing
from model.exchange.tables.streams.stream import SourceFile, Stream
from model.exchange.tables.streams.text_file import TextFile, look_through

Seen = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFormat(Format):
    """A format of rows. `whole`: nothing can read it but as a whole, so that it is bounded."""

    whole: bool = False


_FORMATS = (
    StreamFormat(
        name="csv", endings=(".csv",), about="a table of text, with commas, semicolons, tabs or bars"
    ),
    StreamFormat(name="tsv", endings=(".tsv", ".tab"), about="a table of text with tabs"),
    StreamFormat(name="jsonl", endings=(".jsonl", ".ndjson"), about="JSON objects, one a line"),
    StreamFormat(name="json", endings=(".json",), about="a JSON document with a list of objects", whole=True),
    StreamFormat(
        name="xlsx",
        endings=(".xlsx", ".xlsm"),
        about="the sheets of a workbook (needs dprk-tui[tables])",
        whole=True,
    ),
    StreamFormat(
        name="timelinejs", endings=(), about="a timeline of TimelineJS 3, as JSON or CSV", whole=True
    ),
    StreamFormat(name="simile", endings=(".xml",), about="a timeline of SIMILE, as XML or JSON", whole=True),
    StreamFormat(name="ics", endings=(".ics", ".ical"), about="a calendar (needs dprk-tui[tables])"),
    StreamFormat(name="acled", endings=(), about="events of ACLED, as CSV"),
    StreamFormat(name="ucdp", endings=(), about="events of UCDP GED, as CSV"),
    StreamFormat(name="gdelt", endings=(), about="events of GDELT 1.0 or 2.0"),
    StreamFormat(name="ftm", endings=(), about="entities of Follow the Money, one a line"),
)

STREAMS: dict[str, StreamFormat] = {it.name: it for it in _FORMATS}
"""The formats of rows, by name."""

Delimited = Literal["csv", "tsv", "acled", "ucdp"]


def streams_of(
    path: Path,
    name: str,
    format: str | None,
    encoding: str | None = None,
    header: int | None = None,
    seen: Seen = lambda _: None,
) -> tuple[Stream, ...]:
    """The streams of a file, of a format that is named or guessed. `seen` is told how many bytes were looked through.

    Raises `UnreadableTable`, `OSError`.
    """
    is_named, format = format is not None, format or guessing.format_of(path)
    if format == "timelinejs" and not guessing.is_json(path):
        # What people write for it in a spreadsheet.
        return (_in_lines(look_through(path, name, encoding, seen), "csv", header, is_named),)
    if STREAMS[format].whole:
        return _whole(path, name, format, encoding, header)
    return (_in_lines(look_through(path, name, encoding, seen), format, header, is_named),)


def _in_lines(file: TextFile, format: str, header: int | None, is_named: bool) -> Stream:
    if format == "jsonl":
        from model.exchange.tables.streams.json_lines import json_lines

        return json_lines(file)
    if format == "ftm":
        from model.exchange.tables.streams.json_lines import followthemoney

        return followthemoney(file)
    if format == "ics":
        from model.exchange.tables.streams.calendar_components import calendar

        return calendar(file)
    if format == "gdelt":
        from model.exchange.tables.streams.gdelt import gdelt

        return gdelt(file)
    from model.exchange.tables.streams.delimited_rows import delimited

    may_be_one_column = is_named and format == "csv"
    stream = delimited(file, format, "\t" if format == "tsv" else None, header, may_be_one_column)
    return guessing.with_format(stream) if format in ("csv", "tsv") else stream


def _whole(
    path: Path, name: str, format: str, encoding: str | None, header: int | None
) -> tuple[Stream, ...]:
    with path.open("rb") as reading:
        data = reading.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        raise UnreadableTable(
            f"it has more than {MAX_DOCUMENT_BYTES:,} bytes, which is the most that is read of {format}; "
            "a table as CSV or JSON lines may be of any size"
        )
    if not data.strip():
        raise UnreadableTable("it is empty")
    file = SourceFile(name, path, hashlib.sha256(data).hexdigest(), len(data), "")
    if format == "xlsx":
        from model.exchange.tables.streams.workbook_rows import workbook_streams

        return workbook_streams(file, data, header)
    from model.exchange.tables.streams import json_document, timelines

    readers = {
        "json": json_document.json_document,
        "timelinejs": timelines.timelinejs,
        "simile": timelines.simile,
    }
    return (readers[format](file, data, encoding),)
